import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticles } from '../../src/study/articles.ts';

describe('parseArticles', () => {
  it.each([
    ['1', ['1']],
    ['31.2', ['31.2']],
    ['1,3', ['1', '3']],
    ['1, 3', ['1', '3']],
    ['1.2 en 13', ['1.2', '13']],
    ['4, 6 en 7', ['4', '6', '7']],
    ['1, 3, 4, 6, 7 en 9', ['1', '3', '4', '6', '7', '9']],
    ['21, 24', ['21', '24']],
    ['37.4, 37.5', ['37.4', '37.5']],
    ['BZ art 1.1, 1.2. 1.3', ['BZ art 1.1', '1.2', '1.3']],
    ['2.5 en BHOS art. 4.3', ['2.5', 'BHOS art. 4.3']],
    ['BHO art 1.3, deel 1.1', ['BHO art 1.3', 'deel 1.1']],
    ['1.1, 1.2, 1.3,', ['1.1', '1.2', '1.3']],
    ['1.312', ['1.312']],
    ['5 (KMar)', ['5 (KMar)']],
    ['5 (KMar, CLAS en DMO)', ['5 (KMar, CLAS en DMO)']],
    ['6 (Investeringen), 7 (DMO)', ['6 (Investeringen)', '7 (DMO)']],
    ['1 Inzet', ['1 Inzet']],
    ['8 CDC', ['8 CDC']],
    ['1 Versterken rechtsstaat', ['1 Versterken rechtsstaat']],
    [
      '5 Schuldsanering/lopende inschrijving/leningen',
      ['5 Schuldsanering/lopende inschrijving/leningen'],
    ],
    ['1 Inzet, logistiek en steun', ['1 Inzet, logistiek en steun']],
    ['1/2', ['1', '2']],
    ['1 & 2', ['1', '2']],
    ['1 2', ['1', '2']],
    ['1 t/m 3', ['1 t/m 3']],
    ['13.', ['13']],
    ['L', ['L']],
    ['x', ['x']],
    ['1, FBZ', ['1', 'FBZ']],
    ['FBZ', ['FBZ']],
    ['nvt', []],
    ['n.v.t.', []],
    ['-', []],
    ['', []],
    [null, []],
  ])('%s', (printed, expected) => {
    expect(parseArticles(printed)).toEqual(expected);
  });

  it('never throws, and every token stands in the printed text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const token of parseArticles(text)) {
          expect(token).not.toBe('');
          expect(text).toContain(token);
        }
      }),
    );
  });

  it('finds any list of numbers again, however it is written', () => {
    const number = fc.tuple(
      fc.integer({ min: 1, max: 99 }),
      fc.option(fc.integer({ min: 1, max: 9 })),
    );
    const numbers = fc.array(
      number.map(([article, part]) => (part === null ? `${article}` : `${article}.${part}`)),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom(', ', ',', '; ', ' en ', ' / ', ' '),
        (list, separator) => {
          expect(parseArticles(list.join(separator))).toEqual(list);
        },
      ),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTitle } from '../../src/study/title.ts';

describe('foldTitle', () => {
  it.each([
    [
      'Evaluatie Programma preventie beroepsziekten:',
      'evaluatie programma preventie beroepsziekten',
    ],
    ['Toekomstverkenning arbeid & gezondheid', 'Toekomstverkenning arbeid en gezondheid'],
    ['Risico-Inventarisatie & Evaluatie (RI&E)', 'risicoinventarisatie en evaluatie (ri&e)'],
    [
      'Evaluatie Nationaal Programma Vitale Regio’s',
      "Evaluatie nationaal programma vitale regio's",
    ],
    [
      'Beleidsdoorlichting ‘Koninklijke Marechaussee’',
      'beleidsdoorlichting koninklijke marechaussee',
    ],
    ['Versterkte  coördinatie', 'versterkte coordinatie'],
    ['Bondgenoot-schappelijke zaken', 'bondgenootschappelijke zaken'],
  ])('folds %s and %s together', (one, other) => {
    expect(foldTitle(one)).toBe(foldTitle(other));
  });

  it.each([
    ['Jaarevaluatie campagnes 2022', 'Jaarevaluatie campagnes 2023'],
    ['Evaluatie NISCOPS fase 1', 'Evaluatie NISCOPS fase 2'],
    ['Evaluatie 2022-2023', 'Evaluatie 20222023'],
    ['Evaluatie Wet X', 'Wet X'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldTitle(one)).not.toBe(foldTitle(other));
  });

  it('is idempotent and blind to case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const folded = foldTitle(title);
        expect(foldTitle(folded)).toBe(folded);
        expect(folded).toBe(folded.trim());
      }),
    );
    fc.assert(
      fc.property(
        fc.string(),
        (title) => foldTitle(title.toUpperCase()) === foldTitle(title.toLowerCase()),
      ),
    );
  });
});

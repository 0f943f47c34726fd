import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff, wordsOf } from '../../src/change/words.ts';
import type { Part } from '../../src/change/words.ts';

function marked(before: string, after: string): string {
  const parts = wordDiff(before, after);
  if (parts === 'rewritten') return parts;
  const mark = { same: '', added: '+', removed: '-' } as const;
  return parts
    .map(({ kind, text }) => (kind === 'same' ? text : `[${mark[kind]}${text.trim()}]`))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

const joined = (parts: readonly Part[], ...kinds: readonly Part['kind'][]): string =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, '');

describe('words', () => {
  it.each([
    ['kost € 1,2 miljoen per jaar', ['kost ', '€ 1,2 miljoen ', 'per ', 'jaar']],
    ['3,4% in 2020-2021', ['3,4% ', 'in ', '2020-2021']],
    ['12 procentpunt', ['12 ', 'procentpunt']],
    ['1.250.000 euro.', ['1.250.000 ', 'euro', '.']],
    ['Kamerstuk 36 560', ['Kamerstuk ', '36 560']],
    ['C2000 en COVID19', ['C2000 ', 'en ', 'COVID19']],
  ])('of %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });
});

const slowText = (factor: number): string =>
  Array.from({ length: 12_500 }, (_item, index) =>
    'abcdefg'.charAt((index * index * factor) % 7),
  ).join(' x ');

describe('wordDiff', () => {
  it('keeps amounts and years whole', () => {
    expect(
      marked(
        'Het programma kostte € 1,2 miljoen en liep in 2020-2021 goed.',
        'Het programma kostte € 1,3 miljoen en liep in 2020-2022 goed.',
      ),
    ).toBe(
      'Het programma kostte [-€ 1,2 miljoen] [+€ 1,3 miljoen] en liep in [-2020-2021] [+2020-2022] goed.',
    );
  });

  it('does not see other spaces', () => {
    expect(wordDiff('Het  werkt', 'Het werkt')).toEqual([{ kind: 'same', text: 'Het werkt' }]);
  });

  it('says when most of it is new', () => {
    expect(wordDiff('Het programma werkt goed.', 'Uit onderzoek blijkt niets.')).toBe('rewritten');
    expect(wordDiff('Een twee drie vier vijf', 'Een twee drie vier zes')).not.toBe('rewritten');
  });

  it('gives both texts back', () => {
    const word = fc.constantFrom(
      'de',
      'wet',
      'werkt',
      'niet',
      '€ 1,2 miljoen',
      '2022.',
      '\n',
      '“x”',
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        fc.pre(parts !== 'rewritten');
        expect(joined(parts, 'same', 'added')).toBe(after.replaceAll(/\s+/g, ''));
        expect(joined(parts, 'same', 'removed')).toBe(before.replaceAll(/\s+/g, ''));
      }),
    );
  });

  it('ends soon on two texts of 50 KB made to be slow', () => {
    const start = performance.now();
    const parts = wordDiff(slowText(1).slice(0, 50_000), slowText(3).slice(0, 50_000));
    wordDiff('1.'.repeat(25_000), '1 000 '.repeat(8_000));
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(parts === 'rewritten' || parts.length > 0).toBe(true);
  });
});

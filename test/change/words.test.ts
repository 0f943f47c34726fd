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

const numbered = (from: number): string =>
  Array.from({ length: 10 }, (_item, index) => `w${from + index}`).join(' ');

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

  it('gives up two texts of 50 KB that are made to be slow, the same in every run', () => {
    const slow = [slowText(1), slowText(3), 'a '.repeat(25_000), 'b '.repeat(25_000)].map((text) =>
      text.slice(0, 50_000),
    );
    const [one = '', other = '', third = '', fourth = ''] = slow;
    expect(wordDiff(one, other)).toBe('rewritten');
    expect(wordDiff(third, fourth)).toBe('rewritten');
    expect(wordDiff('1.'.repeat(25_000), '1 000 '.repeat(8_000))).toBe('rewritten');
  });

  it('tells one word in 50 KB', () => {
    const text = 'De regeling werkt in gemeente goed. '.repeat(1_400);
    const changed = text.replace(/goed\. $/, 'matig. ');
    const parts = wordDiff(text, changed);
    expect(parts === 'rewritten' ? parts : parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'goed' },
      { kind: 'added', text: 'matig' },
    ]);
  });

  it('shows both texts above 60 % changed words, and the words at 60 %', () => {
    // Of ten words each: four stay and six change, or three stay and seven change.
    expect(wordDiff(numbered(0), numbered(6))).not.toBe('rewritten');
    expect(wordDiff(numbered(0), numbered(7))).toBe('rewritten');
  });

  it.each([
    ['€ 1,2 miljoen', '€ 1,2 miljard', '€ 1,2 miljoen', '€ 1,2 miljard'],
    ['3,4%', '3,5%', '3,4%', '3,5%'],
    ['2020-2021', '2020-2022', '2020-2021', '2020-2022'],
    ['12 van de 14', '13 van de 14', '12', '13'],
    ['1.250.000', '1.350.000', '1.250.000', '1.350.000'],
    ['artikel 3.2', 'artikel 3.20', '3.2', '3.20'],
    ['36 560', '36 600', '36 560', '36 600'],
  ])('keeps a number whole from %j to %j', (before, after, removed, added) => {
    const parts = wordDiff(
      `In totaal was het ${before} in dat jaar.`,
      `In totaal was het ${after} in dat jaar.`,
    );
    const changed = parts === 'rewritten' ? [] : parts.filter(({ kind }) => kind !== 'same');
    expect(changed.map(({ text }) => text.trim())).toEqual([removed, added]);
  });
});

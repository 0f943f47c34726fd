import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundChanges, rewordingOf } from '../../src/report/rewording.ts';
import type { Piece } from '../../src/report/rewording.ts';

function pieces(before: string, after: string): readonly Piece[] {
  const result = rewordingOf({ before, after });
  return result === 'rewritten' ? [{ kind: 'changed', removed: before, added: after }] : result;
}

function side(result: readonly Piece[], of: 'removed' | 'added'): string {
  return result
    .map((piece) => (piece.kind === 'same' ? piece.text : piece[of]))
    .filter((text) => text !== '')
    .join(' ');
}

const text = fc
  .array(
    fc.constantFrom(
      'de',
      'regeling',
      'werkt',
      'niet',
      '€ 1,2 miljoen',
      '2022-2023',
      '(deels)',
      'goed.',
      'A',
      'ex-post',
      '12%',
      '“ja”,',
    ),
    { maxLength: 40 },
  )
  .map((words) => words.join(' '));

test('unchanged and added words are the later text, unchanged and removed ones the earlier', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const result = pieces(before, after);
      expect(side(result, 'removed')).toBe(before);
      expect(side(result, 'added')).toBe(after);
    }),
  );
});

test('whole words are marked, with what is attached to them', () => {
  const result = pieces(
    'Van de 24 aanbevelingen zijn er 19 overgenomen (deels), zegt het CBS.',
    'Van de 24 aanbevelingen zijn er 17 overgenomen (geheel), zegt het CBS.',
  );
  expect(result.filter(({ kind }) => kind === 'changed')).toEqual([
    { kind: 'changed', removed: '19', added: '17' },
    { kind: 'changed', removed: '(deels),', added: '(geheel),' },
  ]);
});

test('sentences in which nothing changed are left out of a long text', () => {
  const before = 'Eerste zin over de regeling. '.repeat(40);
  const result = aroundChanges(
    pieces(
      `${before}Het effect is klein. ${before}`.trim(),
      `${before}Het effect is groot. ${before}`.trim(),
    ),
  );
  expect(result[0]).toEqual({ kind: 'same', text: '[…] Het effect is' });
  expect(result[1]).toEqual({ kind: 'changed', removed: 'klein.', added: 'groot.' });
  expect(side(result, 'added').length).toBeLessThan(600);
});

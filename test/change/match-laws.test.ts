import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelledPairs } from '../../fixtures/drift/labelled.ts';
import type { Row } from '../../fixtures/drift/row.ts';
import { matchStudies } from '../../src/change/match.ts';
import type { Matching } from '../../src/change/match.ts';

/** Two editions of forty drifted studies and as many that are others, by seed. */
const anyTwoEditions = fc.integer({ min: 1, max: 1e9 }).map((seed) => {
  const pairs = labelledPairs('choose', seed, 20);
  return {
    before: { studies: pairs.map(({ before }) => before) },
    after: { studies: pairs.map(({ after }) => after) },
  };
});
const RUNS = { numRuns: 12 };

function rowsOf(matching: Matching, side: 'before' | 'after'): readonly number[] {
  const { pairs, review } = matching;
  const [moved, left] =
    side === 'before'
      ? [matching.movedBefore, matching.goneBefore]
      : [matching.movedAfter, matching.newAfter];
  return [
    ...pairs.map((pair) => pair[side].row),
    ...review.flatMap((item) => item[side].map(({ row }) => row)),
    ...[...moved, ...left].map(({ row }) => row),
  ];
}

function turned(rows: readonly Row[]): { studies: readonly Row[] } {
  return { studies: rows.toReversed() };
}

function told({ pairs }: Matching): readonly string[] {
  return pairs.map(({ before, after }) => `${before.title} | ${after.title}`).toSorted();
}

describe('laws of matching two editions', () => {
  it('every row is in exactly one place', () => {
    fc.assert(
      fc.property(anyTwoEditions, ({ before, after }) => {
        const matching = matchStudies(before, after);
        for (const [side, { studies }] of [
          ['before', before],
          ['after', after],
        ] as const) {
          expect(rowsOf(matching, side).toSorted((one, other) => one - other)).toEqual([
            ...studies.keys(),
          ]);
        }
      }),
      RUNS,
    );
  });

  it('an edition matched with itself is all pairs', () => {
    fc.assert(
      fc.property(anyTwoEditions, ({ before }) => {
        const { pairs, review } = matchStudies(before, before);
        expect(review).toEqual([]);
        expect(pairs.map((pair) => pair.after.row)).toEqual(pairs.map((pair) => pair.before.row));
      }),
      RUNS,
    );
  });

  it('neither the order of the rows nor that of the sides makes a difference', () => {
    fc.assert(
      fc.property(anyTwoEditions, ({ before, after }) => {
        const matching = matchStudies(before, after);
        expect(told(matchStudies(turned(before.studies), turned(after.studies)))).toEqual(
          told(matching),
        );
        const { pairs } = matchStudies(after, before);
        const back = pairs.map((pair) => `${pair.after.title} | ${pair.before.title}`);
        expect(back.toSorted()).toEqual(told(matching));
      }),
      RUNS,
    );
  });
});

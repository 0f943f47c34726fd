import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECOYS } from '../../fixtures/drift/decoys.ts';
import { DRIFTS } from '../../fixtures/drift/drift.ts';
import { labelledPairs } from '../../fixtures/drift/labelled.ts';
import { decideAlone, decideTogether, errorBound, ratesOf } from '../../fixtures/drift/measure.ts';
import type { Outcome } from '../../fixtures/drift/measure.ts';
import { STEMS } from '../../fixtures/drift/stems.ts';

/** The half of the vocabulary on which nothing was chosen. */
const MEASURED = labelledPairs('measure', 1, 1000);

function wrongOnes(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes
    .filter(({ decision }) => decision === 'wrong')
    .map(({ pair }) => `${pair.kind}: ${pair.before.title} | ${pair.after.title}`);
}

describe('drifted titles and their decoys', () => {
  it('are made from words that the choosing half does not have', () => {
    const { choose, measure } = STEMS;
    for (const part of ['subjects', 'adjectives', 'names', 'themes'] as const) {
      expect(measure[part].filter((word) => choose[part].includes(word))).toEqual([]);
    }
    expect(new Set(MEASURED.map(({ kind }) => kind)).size).toBe(DRIFTS.length + DECOYS.length);
  });

  it.each([
    ['alone', decideAlone],
    ['among the rows of an edition', decideTogether],
  ])('%s: no wrong pair, sure ones found, few questions', (_case, decide) => {
    const outcomes = decide(MEASURED);
    expect(wrongOnes(outcomes)).toEqual([]);
    const { pairs, decoys, recall, review } = ratesOf(outcomes);
    expect(pairs).toBeGreaterThanOrEqual(1000);
    expect(decoys).toBeGreaterThanOrEqual(pairs);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(review).toBeLessThanOrEqual(0.1);
  });

  it('from any seed: never a wrong pair', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1e9 }), (seed) => {
        expect(wrongOnes(decideAlone(labelledPairs('measure', seed, 36)))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

it('the bound on errors is that of Clopper and Pearson', () => {
  // Tables of the binomial distribution: none of 1,000 is at most 0.368 %, one of 100 at most 5.446 %.
  expect(errorBound(0, 1000)).toBeCloseTo(0.003682, 6);
  expect(errorBound(1, 100)).toBeCloseTo(0.054459, 5);
});

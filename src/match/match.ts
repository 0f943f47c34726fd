import { assign, componentsOf } from './assign.ts';
import type { Edge } from './assign.ts';
import { candidatesBetween } from './block.ts';
import { supportOf } from './context.ts';
import { DOUBT_WEIGHTS } from './guards.ts';
import type { Profile } from './profile.ts';
import { likelihood, plainWeight } from './score.ts';
import type { Likelihood, Weigh } from './score.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Thresholds } from './thresholds.ts';

/** Two rows that were compared, by their indexes, and what came of it. */
export interface Comparison extends Likelihood {
  readonly before: number;
  readonly after: number;
  readonly decision: Decision;
  /** Distance to the nearest rival of either row that is not clearly another's; null without one. */
  readonly margin: number | null;
}

export type Decision = 'pair' | 'review' | 'none';

/** Rows that a person has to look at together. */
export interface OpenQuestion {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The pairs among them that are likely enough. */
  readonly pairs: readonly Comparison[];
}

export interface Matched {
  readonly pairs: readonly Comparison[];
  readonly questions: readonly OpenQuestion[];
  /** Everything that was compared, for an explanation. */
  readonly compared: readonly Comparison[];
}

export interface MatchOptions {
  readonly thresholds?: Thresholds;
  /** Pairs that are out of the question, by a person's judgement. */
  readonly isApart?: (before: number, after: number) => boolean;
}

/**
 * Finds the pairs of two lists of rows that are one study: scores the candidates, assigns one to one
 * over all rows, and joins only what is above the threshold, without doubt, and clearly better than any
 * other choice. The result does not depend on the order of the rows, and swapping the lists swaps the pairs.
 */
export function matchProfiles(
  before: readonly Profile[],
  after: readonly Profile[],
  { thresholds = THRESHOLDS, isApart = () => false }: MatchOptions = {},
): Matched {
  const weigh = weightsOf([...before, ...after]);
  const compared = candidatesBetween(before, after, weigh).flatMap(([row, other]) => {
    const [one, two] = [before[row], after[other]];
    if (!one || !two || isApart(row, other)) return [];
    return [{ before: row, after: other, ...likelihood(one, two, weigh) }];
  });
  const open = compared.filter((it) => isPossible(it, thresholds));
  const rivals = rivalsOf(open);
  const assigned = new Set<Edge>(assign(open));
  const decided = new Map(
    open.map((it) => {
      const margin = marginOf(it, rivals, thresholds.margin);
      const isSure =
        assigned.has(it) &&
        it.score >= thresholds.pair &&
        it.doubts.length === 0 &&
        (margin === null || margin >= thresholds.margin);
      return [it, { ...it, margin, decision: isSure ? 'pair' : 'review' } satisfies Comparison];
    }),
  );
  const pairs = [...decided.values()].filter(({ decision }) => decision === 'pair');
  const settled = {
    before: new Set(pairs.map((it) => it.before)),
    after: new Set(pairs.map((it) => it.after)),
  };
  const all = compared.map((it): Comparison => {
    const found = decided.get(it);
    if (found?.decision === 'pair') return found;
    // A row that was paired leaves no question behind.
    const isSettled = settled.before.has(it.before) || settled.after.has(it.after);
    return {
      ...it,
      margin: found?.margin ?? null,
      decision: found && !isSettled ? 'review' : 'none',
    };
  });
  const asked = all.filter(({ decision }) => decision === 'review');
  return { pairs, questions: componentsOf(asked).map(questionOf), compared: all };
}

/** Worth a question at least. */
function isPossible(it: Likelihood, thresholds: Thresholds): boolean {
  if (it.guard !== null) return false;
  if (it.parted) return true;
  if (isWholeWithin(it) && supportOf(it.evidence) >= thresholds.contained) return true;
  const doubt = it.doubts.reduce((sum, reason) => sum + DOUBT_WEIGHTS[reason], 0);
  return it.score - doubt >= thresholds.review && it.title >= thresholds.title;
}

const LEAST = 0.5;

/** One title has every word of the other and not many more, and both may be the same round of the same kind of study. */
function isWholeWithin({ contained, title, doubts }: Likelihood): boolean {
  const isOther = doubts.some((it) => it === 'synthesis-on-one-side' || it === 'long-after');
  return contained && title >= LEAST && !isOther;
}

interface Rivals {
  readonly before: ReadonlyMap<number, readonly Edge[]>;
  readonly after: ReadonlyMap<number, readonly Edge[]>;
}

function rivalsOf(edges: readonly Edge[]): Rivals {
  return {
    before: Map.groupBy(edges, (it) => it.before),
    after: Map.groupBy(edges, (it) => it.after),
  };
}

function best(edges: readonly Edge[]): number {
  return Math.max(...edges.map(({ score }) => score));
}

/** A rival row that has a clearly better partner of its own is none. */
function marginOf(edge: Edge, { before, after }: Rivals, margin: number): number | null {
  const others = [
    ...(before.get(edge.before) ?? []).filter(
      (it) => it !== edge && best(after.get(it.after) ?? []) < it.score + margin,
    ),
    ...(after.get(edge.after) ?? []).filter(
      (it) => it !== edge && best(before.get(it.before) ?? []) < it.score + margin,
    ),
  ];
  return others.length === 0 ? null : edge.score - best(others);
}

function questionOf(pairs: readonly Comparison[]): OpenQuestion {
  const rows = (side: 'before' | 'after'): readonly number[] =>
    [...new Set(pairs.map((it) => it[side]))].sort((one, other) => one - other);
  return { before: rows('before'), after: rows('after'), pairs };
}

/** Half of a word's weight is its own, half its rarity among all rows at hand. */
export function weightsOf(profiles: readonly Profile[]): Weigh {
  const counts = new Map<string, number>();
  for (const { tokens } of profiles) {
    for (const stem of new Set(tokens.map((token) => token.stem))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  // Every study stands in both lists, so that two rows with a word are one study.
  const most = Math.log(1 + Math.max(2, profiles.length / 2));
  return (token) => {
    const studies = Math.max(1, (counts.get(token.stem) ?? 1) / 2);
    return (
      plainWeight(token) *
      (0.5 + 0.5 * Math.min(1, Math.log(1 + profiles.length / 2 / studies) / most))
    );
  };
}

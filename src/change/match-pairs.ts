import { likelihood } from '../match/score.ts';
import type { Pair, PairedBy } from './comparison.ts';
import { reference } from './match-rows.ts';
import type { Row, Sides } from './match-rows.ts';

/** What people have said of studies, by their register ids. */
export interface MatchJudgements {
  /** True for an id under which a person has joined studies. */
  readonly isJoined?: (id: string) => boolean;
  /** True for two studies that a person has parted. */
  readonly isApart?: (one: string, other: string) => boolean;
}

/** Where pairs go. */
export interface Pairing {
  readonly pairs: Pair[];
  readonly moved: { readonly before: Row[]; readonly after: Row[] };
  readonly judgements: MatchJudgements;
  /** Of a pair that was found by similarity. */
  readonly score?: number;
}

/** Rows of one study pair in printed order; a surplus is moved. */
export function pairInOrder(group: Sides, { pairs, moved, judgements, score }: Pairing): void {
  const count = Math.min(group.before.length, group.after.length);
  for (const [index, before] of group.before.slice(0, count).entries()) {
    const after = group.after[index];
    if (after) pairs.push(pairOf(before, after, judgements, score));
  }
  moved.before.push(...group.before.slice(count));
  moved.after.push(...group.after.slice(count));
}

function pairOf(before: Row, after: Row, judgements: MatchJudgements, found?: number): Pair {
  const by = pairedBy(before, after, judgements);
  const score = by === 'similar' ? (found ?? likelihood(before.profile, after.profile).score) : 1;
  return { before: reference(before), after: reference(after), by, score };
}

/** An id that joins other titles was settled by a person where one has judged, else by similarity. */
function pairedBy(before: Row, after: Row, { isJoined }: MatchJudgements): PairedBy {
  if (before.title === after.title) return 'title';
  if (before.fold === after.fold) return 'folded-title';
  if (before.id !== null && before.id === after.id && isJoined?.(before.id)) return 'judgement';
  // Words that only say what kind of study it is, and note digits, are no part of a folded title.
  return before.profile.core !== '' && before.profile.core === after.profile.core
    ? 'folded-title'
    : 'similar';
}

import { requireEditionId } from '../edition/edition.ts';
import { matchProfiles } from '../match/match.ts';
import type { Comparison } from '../match/match.ts';
import type { Candidate, Listed } from './claims.ts';

/** What similarity found for the studies of an edition, by their index. */
export interface Resemblance {
  readonly known: ReadonlyMap<number, { readonly id: string; readonly score: number }>;
  /** Studies that one may be, the likeliest first. */
  readonly unsure: ReadonlyMap<number, readonly Likely[]>;
}

export interface Likely {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** A study that no edition has shown for so many years is known again by its title alone. */
const WINDOW = 6;

/** Finds the known studies that studies of an edition are under another title: one to one, over all of them. */
export function findSimilar(
  listed: ReadonlyMap<number, Listed>,
  candidates: readonly Candidate[],
  edition: { readonly year: number },
  isApart: (id: string, listed: Listed) => boolean = () => false,
): Resemblance {
  const open = candidates.filter(({ study }) =>
    isInWindow(study.editions.at(-1)?.edition, edition),
  );
  const entries = [...listed];
  const { pairs, questions } = matchProfiles(
    open.map(({ profile }) => profile),
    entries.map(([, { profile }]) => profile),
    {
      isApart: (before, after) => {
        const [candidate, entry] = [open[before], entries[after]];
        return candidate && entry ? isApart(candidate.study.id, entry[1]) : true;
      },
    },
  );
  const idOf = ({ before }: Comparison): string => open[before]?.study.id ?? '';
  const indexOf = ({ after }: Comparison): number => entries[after]?.[0] ?? -1;
  const unsure = new Map<number, Likely[]>();
  for (const comparison of questions.flatMap((question) => question.pairs)) {
    const likely = {
      id: idOf(comparison),
      score: comparison.score,
      reasons: reasonsOf(comparison),
    };
    const others = unsure.get(indexOf(comparison)) ?? [];
    unsure.set(indexOf(comparison), [...others, likely].toSorted(byScore));
  }
  return {
    known: new Map(pairs.map((it) => [indexOf(it), { id: idOf(it), score: it.score }])),
    unsure,
  };
}

/** Why it was not decided: the doubts, or that the score or the margin is too small. */
export function reasonsOf({ doubts, margin }: Comparison): readonly string[] {
  if (doubts.length > 0) return doubts;
  return [margin === null ? 'not-alike-enough' : 'another-is-as-near'];
}

function byScore(one: Likely, other: Likely): number {
  return other.score - one.score || (one.id < other.id ? -1 : 1);
}

function isInWindow(last: string | undefined, { year }: { readonly year: number }): boolean {
  return last !== undefined && Math.abs(requireEditionId(last).year - year) <= WINDOW;
}

import { foldTitle } from '../study/title.ts';
import { equalTitles } from '../match/places.ts';
import type { Profile } from '../match/profile.ts';
import { byPublication } from './order.ts';
import type { RegisteredStudy } from './register.ts';

/** One study of an edition: its rows, which all have this title. */
export interface Listed {
  readonly title: string;
  readonly rows: readonly number[];
  readonly profile: Profile;
}

/** A study that a listed one can be, with what the editions before said of it. */
export interface Candidate {
  readonly study: RegisteredStudy;
  readonly profile: Profile;
}

/** What is known of the studies of one edition, by their index. */
export interface Claims {
  /** No two have the same id. */
  readonly known: ReadonlyMap<number, string>;
  /** Those that could be several studies, or the same one as another of them; with these ids. */
  readonly unsure: ReadonlyMap<number, readonly string[]>;
}

/**
 * Which known study each one listed is: what was decided before, then the exact title, then the folded
 * one. Two of one edition are never one study. What is not certain stays unsure: a new id can be joined
 * later, a wrong one has been told by then.
 * @param decided ids that are settled, by an earlier reading or a person
 * @param isApart studies that a person has parted from what bears a title
 */
export function claimTitles(
  listed: readonly Listed[],
  decided: ReadonlyMap<number, string>,
  candidates: readonly Candidate[],
  isApart: (id: string, title: string) => boolean,
): Claims {
  const known = new Map(decided);
  const unsure = new Map<number, readonly string[]>();
  const taken = new Set(known.values());
  for (const key of [(title: string): string => title, foldTitle]) {
    const index = indexBy(key, candidates);
    const claims = new Map<string, number[]>();
    const counts = Map.groupBy(listed, ({ title }) => title);
    for (const [at, { title, profile }] of listed.entries()) {
      if (known.has(at) || unsure.has(at)) continue;
      const several = (counts.get(title)?.length ?? 0) > 1;
      const verdict = (it: Candidate): string => equalTitles(it.profile, profile, several);
      const found = (key(title) === '' ? [] : (index.get(key(title)) ?? [])).filter(
        (it) => !isApart(it.study.id, title) && verdict(it) !== 'other',
      );
      const chosen = found.length > 1 ? lastBearer(found, title) : found[0];
      if (chosen && verdict(chosen) === 'same') {
        claims.set(chosen.study.id, [...(claims.get(chosen.study.id) ?? []), at]);
      } else if (found.length > 0) unsure.set(at, idsOf(chosen ? [chosen] : found));
    }
    for (const [id, claimants] of claims) {
      const [only] = claimants;
      if (only !== undefined && claimants.length === 1 && !taken.has(id)) known.set(only, id);
      else for (const at of claimants) unsure.set(at, [id]);
    }
    for (const id of claims.keys()) taken.add(id);
  }
  return { known, unsure };
}

function indexBy(
  key: (title: string) => string,
  candidates: readonly Candidate[],
): ReadonlyMap<string, readonly Candidate[]> {
  const index = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const wording of new Set(candidate.study.titles.map(({ title }) => key(title)))) {
      index.set(wording, [...(index.get(wording) ?? []), candidate]);
    }
  }
  return index;
}

/** Of several studies that bore this very title the one that bore it last; null when it was borne by none. */
function lastBearer(candidates: readonly Candidate[], title: string): Candidate | null {
  const bearings = candidates.flatMap((candidate) =>
    candidate.study.editions
      .filter((it) => it.title === title)
      .map(({ edition }) => ({ candidate, edition })),
  );
  const last = bearings.toSorted((one, other) => byPublication(one.edition, other.edition)).at(-1);
  const bearers = bearings.filter(({ edition }) => edition === last?.edition);
  return bearers.length === 1 ? (last?.candidate ?? null) : null;
}

function idsOf(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map(({ study }) => study.id);
}

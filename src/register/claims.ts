import { foldTitle } from '../study/title.ts';
import { byPublication } from './order.ts';
import type { RegisteredStudy } from './register.ts';

/** What is known of the wordings of one edition. */
export interface Claims {
  /** Wording to id: no two wordings have the same one. */
  readonly known: ReadonlyMap<string, string>;
  /** Wordings that could be several studies, or the same one as another wording; with these ids. */
  readonly unsure: ReadonlyMap<string, readonly string[]>;
}

/**
 * Which known study each wording of one edition is: what was decided before, then the exact title, then
 * the folded one. Two wordings of one edition are never one study. What is not certain stays unsure:
 * a new id can be joined later, a wrong one has been told by then.
 * @param titles the edition's wordings, each once
 * @param decided wordings whose id is settled, by an earlier reading or a person
 * @param studies the registered studies it can be, without this edition's own sightings
 */
export function claimTitles(
  titles: readonly string[],
  decided: ReadonlyMap<string, string>,
  studies: readonly RegisteredStudy[],
): Claims {
  const known = new Map(titles.flatMap((title) => entryOf(title, decided.get(title))));
  const unsure = new Map<string, readonly string[]>();
  const taken = new Set(known.values());
  for (const key of [(title: string): string => title, foldTitle]) {
    const candidates = indexBy(key, studies);
    const claims = new Map<string, string[]>();
    for (const title of titles.filter((it) => !known.has(it) && !unsure.has(it))) {
      const found = key(title) === '' ? [] : (candidates.get(key(title)) ?? []);
      const chosen = found.length > 1 ? lastBearer(found, title) : found[0];
      if (chosen) claims.set(chosen.id, [...(claims.get(chosen.id) ?? []), title]);
      else if (found.length > 0) unsure.set(title, idsOfStudies(found));
    }
    for (const [id, claimants] of claims) {
      const [only] = claimants;
      if (only !== undefined && claimants.length === 1 && !taken.has(id)) known.set(only, id);
      else for (const title of claimants) unsure.set(title, [id]);
    }
    for (const id of claims.keys()) taken.add(id);
  }
  return { known, unsure };
}

function entryOf(title: string, id: string | undefined): [string, string][] {
  return id === undefined ? [] : [[title, id]];
}

function indexBy(
  key: (title: string) => string,
  studies: readonly RegisteredStudy[],
): ReadonlyMap<string, readonly RegisteredStudy[]> {
  const index = new Map<string, RegisteredStudy[]>();
  for (const study of studies) {
    for (const wording of new Set(study.titles.map(({ title }) => key(title)))) {
      index.set(wording, [...(index.get(wording) ?? []), study]);
    }
  }
  return index;
}

/** Of several studies that bore this very title the one that bore it last; null when it was borne by none. */
function lastBearer(candidates: readonly RegisteredStudy[], title: string): RegisteredStudy | null {
  const bearings = candidates.flatMap((study) =>
    study.editions.filter((it) => it.title === title).map(({ edition }) => ({ study, edition })),
  );
  const last = bearings.toSorted((one, other) => byPublication(one.edition, other.edition)).at(-1);
  const bearers = bearings.filter(({ edition }) => edition === last?.edition);
  return bearers.length === 1 ? (last?.study ?? null) : null;
}

function idsOfStudies(studies: readonly RegisteredStudy[]): readonly string[] {
  return studies.map(({ id }) => id);
}

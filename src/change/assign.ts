import { firstYearReported } from '../edition/models.ts';
import type { Cause } from './comparison.ts';
import type { KnownState, KnownStudy, Source } from './known.ts';
import type { LineEdition } from './line.ts';
import type { Assignment } from './step-change.ts';

interface AssignInput {
  readonly known: KnownState;
  /** Edition of the same chapter and phase before it, or the former print. */
  readonly preceding: LineEdition | null;
  readonly edition: LineEdition;
  /** Editions of the same phase and year in other chapters of the family. */
  readonly sameYear: readonly LineEdition[];
  readonly cause: Cause;
}

/**
 * Which known study each row of an edition is, by the register's ids, and which studies the edition
 * should list and does not: those of the preceding edition of its phase, and for a jaarverslag also what
 * any begroting planned for its window.
 */
export function assign(input: AssignInput): Assignment {
  const { known, edition } = input;
  const places = placesOf(edition.ids);
  const continued: Assignment['continued'][number][] = [];
  const joined: Assignment['joined'][number][] = [];
  const repeated: Assignment['repeated'][number][] = [];
  const merged: Assignment['merged'][number][] = [];
  const doubtful: Assignment['doubtful'][number][] = [];
  for (const [id, rows] of places) {
    for (const [place, row] of rows.entries()) {
      const key = keyOf(id, place);
      const study = known.get(key);
      const mayBe = edition.unsure?.get(row) ?? [];
      const from = study && place === 0 ? movedFrom(id, study, input) : null;
      if (study) continued.push({ key, row, movedFrom: from });
      else if (place > 0) repeated.push({ key, row });
      else if (mayBe.length > 0) doubtful.push({ key, row, mayBe });
      else joined.push({ key, row });
    }
    merged.push(...furtherPlaces(id, rows, known));
  }
  continued.sort((one, other) => one.row - other.row);
  return {
    continued,
    joined,
    repeated,
    merged,
    doubtful,
    left: edition.withoutAnnex ? [] : leftOut(input),
  };
}

/** Known places of a study beyond those that the edition lists: they share what its last row states. */
function furtherPlaces(
  id: string,
  rows: readonly number[],
  known: KnownState,
): Assignment['merged'] {
  const [row] = rows.slice(-1);
  const places: string[] = [];
  while (known.has(keyOf(id, rows.length + places.length))) {
    places.push(keyOf(id, rows.length + places.length));
  }
  return row === undefined ? [] : places.map((key) => ({ key, row }));
}

/** Key of each row's study in the known state. */
export function rowKeys(ids: readonly string[]): readonly string[] {
  const keys: string[] = [];
  for (const [id, rows] of placesOf(ids)) {
    for (const [place, row] of rows.entries()) keys[row] = keyOf(id, place);
  }
  return keys;
}

/** A study has its id as key, and for further places in one edition `/2`, `/3` behind it. */
function keyOf(id: string, place: number): string {
  return place === 0 ? id : `${id}/${place + 1}`;
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [row, id] of ids.entries()) {
    const rows = places.get(id);
    if (rows) rows.push(row);
    else places.set(id, [row]);
  }
  return places;
}

/**
 * The place in another chapter that a study has left for this one; null when it did not move, or was known
 * here before: the jaarverslag of the new chapter does not tell again what its begroting told.
 */
function movedFrom(
  id: string,
  { listed, begrotingen }: KnownStudy,
  { edition, preceding, sameYear, cause }: AssignInput,
): Source | null {
  const { chapter, phase } = edition.edition;
  const last = listed[phase];
  if (cause !== 'successor' || last === null || last.edition.chapter === chapter) return null;
  const isKnownHere = begrotingen.some((it) => it.edition.chapter === chapter);
  const former = sameYear.find((it) => it.edition.chapter === last.edition.chapter);
  const stays = preceding?.ids.includes(id) || former?.ids.includes(id);
  return isKnownHere || stays ? null : last;
}

function leftOut(input: AssignInput): Assignment['left'] {
  const { known, preceding, edition, sameYear, cause } = input;
  const listed = new Set([edition, ...sameYear].flatMap(({ ids }) => ids));
  const left = new Map<string, number | null>();
  for (const [id, [row]] of placesOf(preceding?.ids ?? [])) {
    if (row !== undefined && !listed.has(id)) left.set(id, row);
  }
  for (const [key, study] of cause === 'successor' ? known : []) {
    const isFirstPlace = study.study === key;
    if (!isFirstPlace || left.has(key) || listed.has(key)) continue;
    if (isExpected(study, edition)) left.set(key, null);
  }
  return [...left]
    .filter(([key]) => !isToldMissing(known.get(key), edition))
    .map(([key, row]) => ({ key, row }));
}

/** Whether a begroting of this chapter planned the study for the years of which a jaarverslag tells. */
function isExpected({ round, begrotingen, listed }: KnownStudy, { edition }: LineEdition): boolean {
  const first = firstYearReported(edition);
  const planned = round.completion?.value.to ?? null;
  if (first === null || planned === null || round.plan?.ahead !== true) return false;
  if (planned < first || planned > edition.year || round.status?.value === 'afgerond') return false;
  const budget = begrotingen.findLast((it) => (it.edition.year ?? Infinity) <= edition.year);
  return (budget ?? listed.last).edition.chapter === edition.chapter;
}

/** A jaarverslag that gives no account of a plan is told once for each planned year. */
function isToldMissing(study: KnownStudy | undefined, { edition }: LineEdition): boolean {
  const planned = study?.round.completion?.value.to ?? null;
  if (edition.phase !== 'jaarverslag' || planned === null) return false;
  return study?.round.unaccounted.includes(planned) ?? false;
}

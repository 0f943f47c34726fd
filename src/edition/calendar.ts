import { chapterOf } from './chapters.ts';
import { editionId } from './edition.ts';
import type { Edition, Phase } from './edition.ts';

const MAY = 5;
const SEPTEMBER = 9;
const TUESDAY = 2;
const WEDNESDAY = 3;

/** Third Tuesday of September (Grondwet, article 65): the budgets of the next year. ISO date. */
export function prinsjesdag(year: number): string {
  return third(TUESDAY, SEPTEMBER, year);
}

/** Third Wednesday of May (Comptabiliteitswet 2016, article 2.32): the annual reports on last year. ISO date. */
export function verantwoordingsdag(year: number): string {
  return third(WEDNESDAY, MAY, year);
}

/** The day on which all chapters' papers of this phase and year are due. ISO date. */
export function expectedOn({ year, phase }: Pick<Edition, 'year' | 'phase'>): string {
  return phase === 'begroting' ? prinsjesdag(year - 1) : verantwoordingsdag(year + 1);
}

/**
 * Parliamentary year in which the paper appears, as the search service writes it: `2022-2023`. It runs
 * from September to September, so the budget of 2023 and the report on 2022 are of the same one.
 */
export function vergaderjaar({ year, phase }: Pick<Edition, 'year' | 'phase'>): string {
  const first = phase === 'begroting' ? year - 1 : year;
  return `${first}-${first + 1}`;
}

/**
 * Number of the paper with the annex within its dossier (ondernummer). A jaarverslag dossier begins
 * with the report itself; a begroting has the bill as 1 and its memorie van toelichting as 2.
 */
export function paperNumber(phase: Phase): string {
  return phase === 'jaarverslag' ? '1' : '2';
}

/**
 * Every edition of a chapter from edition year `since` on whose day has come, in order of publication;
 * dossier not known, number by rule. Years in which the chapter had no papers of its own are left out.
 */
export function expectedEditions(chapter: string, since: number, now: Date): readonly Edition[] {
  const today = dateInTheHague(now);
  const known = chapterOf(chapter);
  const first = Math.max(since, known?.since ?? since);
  // A begroting appears in the year before its own.
  const last = Math.min(Number(today.slice(0, 4)) + 1, known?.until ?? Infinity);
  const editions: Edition[] = [];
  for (let year = first; year <= last; year += 1) {
    for (const phase of ['begroting', 'jaarverslag'] as const) {
      if (expectedOn({ year, phase }) <= today) editions.push(expected(chapter, year, phase));
    }
  }
  return editions.sort(publicationOrder);
}

/** Comparator for `sort`: by the day the editions are due, then by chapter. */
export function publicationOrder(one: Edition, other: Edition): number {
  return compareText(expectedOn(one), expectedOn(other)) || compareText(one.chapter, other.chapter);
}

function expected(chapter: string, year: number, phase: Phase): Edition {
  const id = editionId(chapter, year, phase);
  return { id, chapter, year, phase, dossier: null, number: paperNumber(phase) };
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** `weekday` 0 is Sunday, `month` 1 is January. */
function third(weekday: number, month: number, year: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = 1 + ((weekday - first + 7) % 7) + 14;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** Papers are dated by the clock of parliament, whatever the zone of the machine. */
function dateInTheHague(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
  }).format(instant);
}

import { csvTable } from './csv.ts';
import type { Place, Study } from '../study/study.ts';

/** The newest row that states something of one study. */
export interface StudyState {
  /** Id in the register. */
  readonly id: string;
  readonly study: Study;
  /** Edition id of that row. */
  readonly edition: string;
}

const COLUMNS: readonly (readonly [name: string, value: (state: StudyState) => string | null])[] = [
  ['id', ({ id }) => id],
  ['title', ({ study }) => study.title],
  ['type', ({ study }) => study.type],
  ['completion', ({ study }) => study.printed.completion],
  ['status', ({ study }) => study.printed.status],
  ['conclusions', ({ study }) => study.conclusions],
  ['articles', ({ study }) => study.articles.join(', ')],
  ['theme', ({ study }) => study.theme],
  ['edition', ({ edition }) => edition],
  ['page', ({ study }) => study.place.pageLabel ?? pdfPage(study.place)],
];

function pdfPage({ page }: Place): string {
  return page === null ? '' : `pdf ${page}`;
}

/** Path of a chapter's table below the snapshots folder: `XV/studies.csv`. */
export function studiesPath(chapter: string): string {
  return `${chapter}/studies.csv`;
}

/**
 * The latest state of each study as a table that GitHub renders: commas, RFC 4180 quotes, sorted by
 * id, so that its history shows changes and never moves. A cell that a spreadsheet would run as a
 * formula gets an apostrophe before it.
 */
export function studiesCsv(states: readonly StudyState[]): string {
  const header = COLUMNS.map(([name]) => name);
  const rows = states
    .toSorted((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)))
    .map((state) => COLUMNS.map(([, value]) => value(state) ?? ''));
  return csvTable([header, ...rows]);
}

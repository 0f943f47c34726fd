import { csvTable } from './csv.ts';

/** What was last stated of one study; null where nothing ever was. */
export interface StudyState {
  /** Id in the register. */
  readonly id: string;
  readonly title: string;
  readonly type: string | null;
  /** In the ministry's words. */
  readonly completion: string | null;
  readonly status: string | null;
  readonly conclusions: string | null;
  readonly articles: readonly string[];
  readonly theme: string | null;
  /** Id of the edition that showed all this first, and the page there. */
  readonly edition: string;
  readonly page: string | null;
}

const COLUMNS: readonly (readonly [name: string, value: (state: StudyState) => string | null])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['type', ({ type }) => type],
  ['completion', ({ completion }) => completion],
  ['status', ({ status }) => status],
  ['conclusions', ({ conclusions }) => conclusions],
  ['articles', ({ articles }) => articles.join(', ')],
  ['theme', ({ theme }) => theme],
  ['edition', ({ edition }) => edition],
  ['page', ({ page }) => page],
];

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

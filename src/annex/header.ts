import { compact } from './fold.ts';
import { bandOf } from './header-columns.ts';
import type { HeaderBand, HeaderNames } from './header-columns.ts';
import { groupLabels } from './header-groups.ts';
import { textOf } from './line.ts';
import type { Line } from './line.ts';
import type { TableColumn } from './table-row.ts';
import {
  fieldOf,
  isKnownName,
  isLongerThanNames,
  mayBeHeaderWord,
  type Field,
} from './vocabulary.ts';

export type { HeaderBand, HeaderColumn, HeaderNames } from './header-columns.ts';

/** The headers of evaluation annexes. */
export const ANNEX_NAMES: HeaderNames = {
  fieldOf,
  isKnown: isKnownName,
  isTooLong: isLongerThanNames,
  isLikely,
  isHeader,
};

/** Header lines stand at most this many ems apart. */
const PITCH = 1.8;
const MOST_LINES = 7;

/**
 * The header that begins at a line, or null: the stretch of lines that gives most columns we know, and
 * of equal ones the longest, so that “Begrotings” above “artikel(en)” belongs to it.
 */
export function headerAt(
  lines: readonly Line[],
  index: number,
  names: HeaderNames = ANNEX_NAMES,
): HeaderBand | null {
  let best: HeaderBand | null = null;
  for (let count = 1; count <= MOST_LINES && index + count <= lines.length; count += 1) {
    const stretch = lines.slice(index, index + count);
    if (!isClose(stretch) || !names.isLikely(stretch)) break;
    const band = bandOf(stretch, lines.slice(index + count), names);
    if (isCaptioned(band)) continue;
    if (names.isHeader(band) && (!best || rank(band) >= rank(best))) best = band;
  }
  return best;
}

/** All header bands among the lines of one page. */
export function headersAmong(
  lines: readonly Line[],
  names: HeaderNames = ANNEX_NAMES,
): HeaderBand[] {
  const bands: HeaderBand[] = [];
  for (let index = 0; index < lines.length;) {
    const band = bestNear(lines, index, names);
    if (band) bands.push(band);
    index += band ? band.lines.length : 1;
  }
  return bands;
}

/** A band that begins at this line, unless one that begins at its next lines is the richer one. */
function bestNear(lines: readonly Line[], index: number, names: HeaderNames): HeaderBand | null {
  const here = headerAt(lines, index, names);
  if (!here) return null;
  for (let next = index + 1; next < index + here.lines.length; next += 1) {
    const other = headerAt(lines, next, names);
    if (other && rank(other) > rank(here)) return null;
  }
  return here;
}

/** Most words of a header are words of headers. */
function isLikely(lines: readonly Line[]): boolean {
  const counts = lines.map(countLikely);
  const [all, likely] = [0, 1].map((at) =>
    counts.reduce((sum, count) => sum + (count[at] ?? 0), 0),
  );
  return (likely ?? 0) * 5 >= (all ?? 0) * 2;
}

const counted = new WeakMap<Line, readonly [words: number, likely: number]>();

/** Words of a line, which may be drawn in pieces, and how many of them may stand in a header. */
function countLikely(line: Line): readonly [words: number, likely: number] {
  let count = counted.get(line);
  if (!count) {
    const words = textOf(line.runs).split(' ');
    count = [words.length, words.filter(mayBeHeaderWord).length];
    counted.set(line, count);
  }
  return count;
}

/** A first line that begins at the left and names no column stands above the header: a caption. */
function isCaptioned({ lines, columns }: HeaderBand): boolean {
  const [first] = lines;
  const groups = groupLabels(lines);
  if (!first?.runs.every((run) => groups.has(run))) return false;
  return first.left < (columns[1]?.x ?? Infinity);
}

function isClose(lines: readonly Line[]): boolean {
  const [before, last] = lines.slice(-2);
  if (!before || !last) return true;
  return last.page === before.page && last.baseline - before.baseline <= PITCH * last.size;
}

function rank({ columns }: HeaderBand): number {
  const known = columns.filter(({ field }) => field !== null).length;
  return known - (columns.length - known) * 0.6;
}

/** Whether columns with these names are those of a table of studies. */
export function isHeader({ columns }: { readonly columns: readonly TableColumn[] }): boolean {
  const fields = new Set(columns.map(({ field }) => field));
  const strange = columns.filter(({ field }) => field === null).length;
  const known = columns.length - strange;
  fields.delete(null);
  const dates = fields.has('completion') || fields.has('status') || fields.has('type');
  const subject = (['title', 'theme', 'subtheme', 'description', 'articles'] as const).some((it) =>
    fields.has(it),
  );
  if (isGrid(columns)) return subject && strange <= 2;
  const small = columns.filter(({ label }) => /^\p{Ll}/u.test(label)).length;
  // “art.” is printed so; a line of cells in which names of columns occur is not.
  if (small > (known > 2 ? 1 : 0)) return false;
  const words = [...fields].filter((field) => field !== 'year' && field !== 'article').length;
  if (words >= 3) return (dates || subject) && strange * 2 <= known;
  return words === 2 && strange === 0 && dates && subject;
}

/** Columns headed by years or article numbers, marked with an X. */
function isGrid(columns: readonly TableColumn[]): boolean {
  const different = (field: Field): number =>
    new Set(columns.filter((column) => column.field === field).map(({ label }) => label)).size;
  const [years, numbers] = [different('year'), different('article')];
  return years >= 3 || (numbers >= 2 && columns.some(({ field }) => field === 'completion'));
}

/** What is compared of two headers. */
export interface NamedColumns {
  readonly columns: readonly { readonly label: string }[];
}

/** True when two bands name the same columns, whatever their place on the page. */
export function sameLabels(one: NamedColumns, other: NamedColumns): boolean {
  return (
    one.columns.length === other.columns.length &&
    one.columns.every(({ label }, index) => {
      return compact(label) === compact(other.columns[index]?.label ?? '');
    })
  );
}

/**
 * True when a band names fewer columns than the fuller one, all of them in its order: AenM 2026 and BZ
 * 2026 repeat their header without “Status” over rows that have a status.
 */
export function isPartOf(part: NamedColumns, full: NamedColumns): boolean {
  const labels = full.columns.map(({ label }) => compact(label));
  let from = 0;
  for (const { label } of part.columns) {
    const at = labels.indexOf(compact(label), from);
    if (at < 0) return false;
    from = at + 1;
  }
  return part.columns.length < full.columns.length;
}

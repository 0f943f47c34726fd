import type { Run } from '../page/page.ts';
import { compact } from './fold.ts';
import { groupLabels } from './header-groups.ts';
import { cutTouching, joinedGroups } from './header-words.ts';
import { latticeOf } from './lattice.ts';
import { textOf, type Line } from './line.ts';
import type { Mark } from './mark.ts';
import type { TableColumn } from './table-row.ts';
import {
  fieldOf,
  isKnownName,
  isLongerThanNames,
  mayBeHeaderWord,
  type Field,
} from './vocabulary.ts';

export interface HeaderColumn extends TableColumn {
  readonly x: number;
  readonly right: number;
}

/** The lines that name the columns of a table, with what they name. */
export interface HeaderBand {
  readonly lines: readonly Line[];
  readonly columns: readonly HeaderColumn[];
  readonly marks: readonly Mark[];
}

/** Which labels name columns, and how many of them make a header. */
export interface HeaderNames {
  /** What a column of that label holds; null when the label is not known. */
  fieldOf(label: string): Field | null;
  /** True when a label is known letter by letter. */
  isKnown(label: string): boolean;
  /** True when no label has so many letters. */
  isTooLong(text: string): boolean;
  /** A cheap look before the close one: whether lines may stand in a header at all. */
  isLikely(lines: readonly Line[]): boolean;
  isHeader(header: { readonly columns: readonly TableColumn[] }): boolean;
}

/** The headers of evaluation annexes. */
export const ANNEX_NAMES: HeaderNames = {
  fieldOf,
  isKnown: isKnownName,
  isTooLong: isLongerThanNames,
  isLikely,
  isHeader,
};

/** A gap in the shadow of all header lines wider than this many ems parts two columns. */
const GUTTER = 0.5;
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
  const runs = lines.flatMap((line) => line.runs);
  return runs.filter(({ text }) => mayBeHeaderWord(text)).length * 5 >= runs.length * 2;
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

function bandOf(lines: readonly Line[], below: readonly Line[], names: HeaderNames): HeaderBand {
  const size = Math.max(...lines.map((line) => line.size));
  const over = groupLabels(lines);
  const runs = lines.flatMap((line) => line.runs.filter((run) => !over.has(run)));
  const groups = joinedGroups(
    shadows(runs, GUTTER * size, wallsBeside(lines)),
    (group) => labelOf(group, lines),
    (label) => names.isKnown(label),
  );
  const columns = groups.flatMap((group) => columnsOf(group, lines, below, names));
  return { lines, columns, marks: lines.flatMap((line) => line.marks) };
}

/** Where drawn lines stand between the cells of a header. */
function wallsBeside(lines: readonly Line[]): number[] {
  return lines.flatMap(({ page, baseline, size }) =>
    latticeOf(page)
      .down.filter(({ from, to }) => from < baseline - 0.3 * size && to > baseline - 0.3 * size)
      .map(({ at }) => at),
  );
}

/**
 * Groups of runs whose horizontal extents, taken over all lines, touch or nearly so, with no drawn line
 * between them.
 */
function shadows(runs: readonly Run[], gap: number, walls: readonly number[]): Run[][] {
  const groups: Run[][] = [];
  let right = -Infinity;
  for (const run of [...runs].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    const before = right;
    const walled = walls.some((at) => at > before - 1 && at < run.x + 1);
    if (group && run.x - right <= gap && !walled) group.push(run);
    else groups.push([run]);
    right = Math.max(right, run.right);
  }
  return groups;
}

/** One column, or several where narrow gutters left no more than a blank between their headers, or nothing. */
function columnsOf(
  runs: readonly Run[],
  lines: readonly Line[],
  below: readonly Line[],
  names: HeaderNames,
): readonly HeaderColumn[] {
  const whole = columnOf(runs, lines, names);
  if (whole.field !== null) return [whole];
  const parted = split(runs, lines, names);
  if (parted) return parted;
  const own = new Set(runs);
  const ownLines = lines.map((line) => ({ ...line, runs: line.runs.filter((it) => own.has(it)) }));
  const cut = cutTouching(ownLines, below, (label) => names.isKnown(label));
  if (cut === ownLines) return [whole];
  return (
    split(
      cut.flatMap((line) => line.runs),
      cut,
      names,
    ) ?? [whole]
  );
}

/** Longer texts are no names of columns. */
const MOST_WORDS = 16;

function split(
  runs: readonly Run[],
  lines: readonly Line[],
  names: HeaderNames,
): HeaderColumn[] | null {
  if (runs.length > MOST_WORDS) return null;
  const sorted = [...runs].sort((a, b) => a.x - b.x);
  /** The columns of all runs from a place on; null when they cannot be told apart. */
  const rests: (HeaderColumn[] | null)[] = [];
  for (let from = sorted.length - 1; from >= 0; from -= 1) {
    const whole = columnOf(sorted.slice(from), lines, names);
    let found = whole.field === null ? null : [whole];
    for (let next = from + 1; next < sorted.length && !found; next += 1) {
      const [before, run] = [sorted[next - 1], sorted[next]];
      const rest = rests[next];
      if (!rest || !before || !run || run.x - before.x < 0.01) continue;
      const first = columnOf(sorted.slice(from, next), lines, names);
      if (first.field === null && names.isTooLong(first.label)) break;
      if (first.field !== null) found = [first, ...rest];
    }
    rests[from] = found;
  }
  return rests[0] ?? null;
}

function columnOf(runs: readonly Run[], lines: readonly Line[], names: HeaderNames): HeaderColumn {
  const label = labelOf(runs, lines);
  return {
    field: names.fieldOf(label),
    label,
    x: Math.min(...runs.map((run) => run.x)),
    right: Math.max(...runs.map((run) => run.right)),
  };
}

function labelOf(runs: readonly Run[], lines: readonly Line[]): string {
  const own = new Set(runs);
  const texts = lines.map((line) => textOf(line.runs.filter((run) => own.has(run))));
  return texts.filter((text) => text !== '').join(' ');
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

import type { Run } from '../page/page.ts';
import type { HeaderBand, HeaderColumn } from './header.ts';
import { latticeOf } from './lattice.ts';
import { phrases, usualSize, type Line } from './line.ts';

/** A column as the body of the table uses it. */
export interface Column extends HeaderColumn {
  /** Runs that begin right of this, and left of the next column's, belong to it. */
  readonly from: number;
  /** Left edge of its text when most of its lines begin there; null when centred or right-aligned. */
  readonly edge: number | null;
  /** Right edge of its text when it is set right-aligned, so that wide texts begin left of it; else null. */
  readonly end: number | null;
  /** True when a drawn line parts it from the column before it. */
  readonly ruled: boolean;
}

/** Words of one cell stand at most this many ems apart; gutters may be hardly wider. */
export const WORD_GAP = 0.32;
const TOLERANCE = 0.6;
/** Text may begin this many points left of its header. */
const SLACK = 2;

/**
 * Where the columns of a table begin, by the header's own positions corrected by the body: text under
 * a centred or right-aligned header may begin left of it.
 * @param lines rows of all tables with the same header at the same place
 */
export function findColumns(band: HeaderBand, lines: readonly Line[]): Column[] {
  const named = band.columns;
  const parted = lines.filter((line) => !isRunningAcross(line, named));
  const drawn = named.map((column, index) => {
    const before = named[index - 1];
    return before ? drawnBoundary(before, column, lines) : null;
  });
  const from = named.map((column, index) => {
    const before = named[index - 1];
    if (!before) return -Infinity;
    const side = drawn[index] ?? null;
    return side === null ? boundary(before, column, parted) : besideOf(side, column);
  });
  return named.map((column, index) => {
    const start = from[index] ?? -Infinity;
    const end = from[index + 1] ?? Infinity;
    const ruled = typeof drawn[index] === 'number';
    const edge = leftEdge(lines, start, end);
    return { ...column, from: start, edge, end: rightEdge(edge, lines, start, end), ruled };
  });
}

/** A first column without a label: LNV's jaarverslag 2021 prints its titles under nothing. */
export function withLeadingColumn(
  columns: readonly HeaderColumn[],
  lines: readonly Line[],
): readonly HeaderColumn[] {
  const first = columns[0];
  if (!first) return columns;
  const candidates = lines.filter(
    (line) =>
      line.left < first.x - 3 * line.size &&
      isParted(line, first) &&
      !line.runs.every((run) => run.bold),
  );
  if (candidates.length === 0) return columns;
  const size = usualSize(
    lines.filter((line) => isTabular(line, columns)).flatMap(({ runs }) => runs),
  );
  const outside = candidates.filter((line) => Math.abs(line.size - size) < 0.2);
  if (outside.length === 0) return columns;
  const x = Math.min(...outside.map((line) => line.left));
  return [{ field: null, label: '', x, right: x + 1 }, ...columns];
}

function isParted(line: Line, column: HeaderColumn): boolean {
  return line.runs.every((run) => run.right < column.x + 2 || run.x > column.x - 2);
}

/** A line must be drawn beside this part of the lines of text: over the width run texts that have none. */
const DRAWN = 0.25;
/** Sides of cells closer together than this are those of one gutter. */
const ONE_GUTTER = 4;

/** Where a drawn line parts two columns: between their headers, beside enough lines of the body. */
function drawnBoundary(
  before: HeaderColumn,
  column: HeaderColumn,
  lines: readonly Line[],
): number | null {
  const beside = new Map<number, Set<Line>>();
  for (const line of lines) {
    const middle = line.baseline - 0.3 * line.size;
    for (const { at, from, to } of latticeOf(line.page).down) {
      if (at < before.right - 1 || at > column.x + 1 || from > middle || to < middle) continue;
      const place = [...beside.keys()].find((other) => Math.abs(other - at) < ONE_GUTTER) ?? at;
      beside.set(place, (beside.get(place) ?? new Set()).add(line));
      if (at > place) {
        beside.set(at, beside.get(place) ?? new Set());
        beside.delete(place);
      }
    }
  }
  const most = Math.max(0, ...[...beside.values()].map(({ size }) => size));
  if (most < DRAWN * lines.length) return null;
  const places = [...beside].filter(([, { size }]) => size > 0.8 * most).map(([place]) => place);
  return Math.max(...places);
}

/** Where cells have no padding their text begins on the drawn line, be it a hair left of it. */
function besideOf(side: number, { x }: HeaderColumn): number {
  return x > side - SLACK && x < side + TOLERANCE ? Math.min(side, x - TOLERANCE) : side;
}

/** True for one text from the first column over others: it says nothing of where they begin. */
function isRunningAcross(line: Line, columns: readonly HeaderColumn[]): boolean {
  const [first, second] = columns;
  return (
    first !== undefined &&
    second !== undefined &&
    line.left < Math.min(first.right, second.x - SLACK) &&
    phrases(line.runs, 1).length === 1 &&
    crossings(line, columns) > 1
  );
}

function boundary(before: HeaderColumn, column: HeaderColumn, lines: readonly Line[]): number {
  const usual = column.x - SLACK;
  const extents = lines.flatMap((line) => phrases(line.runs, WORD_GAP).map(extentOf));
  const cost = (x: number): number =>
    extents.filter(({ x: left, right }) => left < x && right > x + TOLERANCE).length;
  const usualCost = cost(usual);
  if (usualCost === 0) return usual;
  const candidates = extents
    .map(({ x }) => x - TOLERANCE)
    .filter((x) => x > before.right - 1 && x < usual)
    .sort((a, b) => b - a);
  let best = usual;
  let bestCost = usualCost;
  for (const x of candidates) {
    const found = cost(x);
    if (found < bestCost && found * 2 < usualCost) [best, bestCost] = [x, found];
  }
  return best;
}

function extentOf(runs: readonly Run[]): { x: number; right: number } {
  return { x: runs[0]?.x ?? 0, right: Math.max(...runs.map((run) => run.right)) };
}

function leftEdge(lines: readonly Line[], from: number, to: number): number | null {
  return commonPlace(
    lines.flatMap((line) => {
      const first = line.runs.find((run) => run.x >= from && run.x < to);
      return first ? [first.x] : [];
    }),
  );
}

/** Where the texts of a column end that begin anywhere; null when more of them begin at one place. */
function rightEdge(
  edge: number | null,
  lines: readonly Line[],
  from: number,
  to: number,
): number | null {
  const texts = lines
    .flatMap((line) => phrases(line.runs, WORD_GAP).map(extentOf))
    .filter(({ x, right }) => right > from && right < to && x < to);
  const end = commonPlace(texts.map(({ right }) => right));
  if (end === null) return null;
  const starts = ({ x }: { x: number }): boolean => Math.abs(x - (edge ?? Infinity)) < ALIGNED;
  const ends = ({ right }: { right: number }): boolean => Math.abs(right - end) < ALIGNED;
  const left = texts.filter((text) => starts(text) && !ends(text)).length;
  const right = texts.filter((text) => ends(text) && !starts(text)).length;
  return right >= 2 && right > 2 * left ? end : null;
}

/** Where at least three in five of these places are; null when they differ. */
function commonPlace(starts: readonly number[]): number | null {
  let best: { x: number; count: number } | null = null;
  for (const x of new Set(starts.map((start) => Math.round(start * 2) / 2))) {
    const count = starts.filter((start) => Math.abs(start - x) <= 1.2).length;
    if (count > (best?.count ?? 0)) best = { x, count };
  }
  return best && best.count * 5 >= starts.length * 3 ? best.x : null;
}

/** The runs of a line by column. */
export function assign(line: Line, columns: readonly Column[]): Run[][] {
  const cells: Run[][] = columns.map(() => []);
  const aligned = alignedRuns(line, columns);
  let last: { run: Run; column: number } | null = null;
  for (const run of line.runs) {
    const set = aligned.get(run);
    let column = set ?? columnAt(run.x, columns);
    if (set !== undefined) last = null;
    if (last && column > last.column && runsOn(last.run, run, columns[column]))
      column = last.column;
    cells[column]?.push(run);
    last = { run, column };
  }
  return cells;
}

/**
 * Runs that end where a header or the texts of a right-aligned column end and begin left of it: its cells,
 * however far they run into the column before, unless they begin where that one's texts do.
 */
function alignedRuns(line: Line, columns: readonly Column[]): ReadonlyMap<Run, number> {
  const found = new Map<Run, number>();
  for (const phrase of phrases(line.runs, WORD_GAP)) {
    const { right } = extentOf(phrase);
    const index = columns.findIndex(
      (column, at) =>
        at > 0 &&
        (Math.abs(right - (column.end ?? Infinity)) < ALIGNED ||
          Math.abs(right - column.right) < ALIGNED),
    );
    const [column, before] = [columns[index], columns[index - 1]];
    if (!column || !before) continue;
    const own = column.end === null ? phrase : ownRuns(phrase, before);
    const { x } = extentOf(own);
    const free = column.end === null ? x > before.right : x > before.from && !beginsAt(x, before);
    if (x < column.from && free) for (const run of own) found.set(run, index);
  }
  return found;
}

function beginsAt(x: number, { edge, x: header }: Column): boolean {
  return Math.abs(x - (edge ?? header)) < ALIGNED;
}

/** What of a text is not the cell before it, where the two touch: words of one text have blanks between them. */
function ownRuns(phrase: readonly Run[], before: Column): readonly Run[] {
  const [first] = phrase;
  if (!first || !beginsAt(first.x, before)) return phrase;
  const seams = phrase.filter((run, at) => at > 0 && run.spaced !== true);
  const [seam] = seams;
  return seam && seams.length === 1 ? phrase.slice(phrase.indexOf(seam)) : phrase;
}

/** Index of the column a run belongs to that begins at x. */
export function columnAt(x: number, columns: readonly Column[]): number {
  let found = 0;
  for (const [index, { from }] of columns.entries()) if (x >= from) found = index;
  return found;
}

/** True when a run in the zone of a column is the overflow of the text before it. */
function runsOn(before: Run, run: Run, column: Column | undefined): boolean {
  if (!column) return false;
  const gap = run.x - before.right;
  const starts =
    Math.abs(run.x - (column.edge ?? column.x)) < 1.5 || Math.abs(run.x - column.x) < 1.5;
  if (starts) return false;
  if (column.ruled) return before.right > column.from + 1 && gap <= WORD_GAP * run.size;
  if (gap < 0.4) return true;
  const overflows = before.right > column.from + 1;
  return gap <= WORD_GAP * run.size && (overflows || column.edge !== null);
}

/** True when a text runs on through the beginning of a column: no cell, but a line over the whole width. */
export function crossings(line: Line, columns: readonly HeaderColumn[]): number {
  let count = 0;
  for (const phrase of phrases(line.runs, 1)) {
    const { x, right } = extentOf(phrase);
    for (const [index, column] of columns.entries()) {
      if (column.x <= x + 1.5 || column.x >= right - 1) continue;
      if (x > (columns[index - 1]?.right ?? Infinity) && isSetUnder({ x, right }, column)) continue;
      if (!phrase.some((run) => Math.abs(run.x - column.x) < 1.2)) count += 1;
    }
  }
  return count;
}

/** Points by which edges and middles of one column may differ. */
const ALIGNED = 1.5;

/** True for text that ends where its header ends, or has its middle where the header has it. */
function isSetUnder(text: { x: number; right: number }, column: HeaderColumn): boolean {
  const middle = (text.x + text.right - column.x - column.right) / 2;
  return Math.abs(text.right - column.right) < ALIGNED || Math.abs(middle) < ALIGNED;
}

/** True when a line has text in at least two columns, each beginning where a cell begins. */
export function isTabular(line: Line, columns: readonly HeaderColumn[]): boolean {
  const hits = columns.filter(({ x }) => line.runs.some((run) => Math.abs(run.x - x) < 1.5)).length;
  if (hits < 2 && !beginsInTwo(line, columns)) return false;
  const crossed = crossings(line, columns);
  // Of a line of prose some words begin where columns do by chance; over more columns it just runs on.
  return crossed === 0 || (hits >= 3 && hits > crossed);
}

/** Whether a line has text that begins in the one column and text that begins in another. */
function beginsInTwo({ runs }: Line, columns: readonly HeaderColumn[]): boolean {
  const zones = phrases(runs, 1).map(([first]) => {
    return columns.filter(({ x }) => x <= (first?.x ?? 0) + 2).length;
  });
  return zones.some((zone) => zone !== zones[0]);
}

/** True when a line is one text that runs over several columns. */
export function isFullWidth(line: Line, columns: readonly HeaderColumn[]): boolean {
  const second = columns[1];
  if (!second || line.left > second.x - 2 || phrases(line.runs, 1).length > 1) return false;
  return crossings(line, columns) > 0 && !isTabular(line, columns);
}

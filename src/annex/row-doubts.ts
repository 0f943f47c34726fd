import type { Doubt, Level } from '../study/confidence.ts';
import { cellText, filledColumns, isRuledOff, isSpanning } from './body.ts';
import type { BodyLine } from './body.ts';
import type { Cell, CellRow } from './cells.ts';
import { columnAt } from './columns.ts';
import { compact } from './fold.ts';
import type { HeaderBand } from './header.ts';
import { textOf } from './line.ts';
import type { Line } from './line.ts';
import { datesIn } from './rows.ts';
import { beginsValue } from './values.ts';

/** What of the page tells where rows begin. */
export interface RowSurroundings {
  /** The row above it in the same table. */
  readonly former: CellRow | null;
  /** Distance between lines of one cell, in points. */
  readonly pitch: number;
  /** Headers of the table, the repeated ones as well, from top to bottom. */
  readonly bands: readonly HeaderBand[];
  /** What speaks against cells by how they look among the others of the table. */
  readonly looks: readonly ReadonlyMap<Cell, readonly Doubt[]>[];
}

/** How surely a row begins where it does, and how surely its columns are named. */
export function rowDoubts(row: CellRow, surroundings: RowSurroundings): readonly Doubt[] {
  const [first] = row.lines;
  if (!first || row.wide) return [];
  const dates = datesIn(row.lines);
  const header = headerAbove(first.line, surroundings.bands);
  const doubts = [
    startOf(row, first, dates, header, surroundings),
    ...headerDoubts(row, header),
    ...partingDoubts(row),
    ...structureDoubts(row, null),
  ];
  if (dates < 2) return doubts;
  const message = `has ${dates} dates in one row, so that it may be more rows than one`;
  return [...doubts, { kind: 'row-with-two-dates', level: 'low', message }];
}

/** In the unit of segment/cost.ts: with less than this between two ways of parting, either may be right. */
const NEARLY = { low: 0.8, medium: 1.6 } as const;

/** The structure tree of the file, where it agrees, decides between ways that fit alike. */
function partingDoubts({ margin, structure }: CellRow): readonly Doubt[] {
  if (margin >= NEARLY.medium || structure === 'agrees') return [];
  const level = margin < NEARLY.low ? 'low' : 'medium';
  const message = 'has lines that could nearly as well be parted into other rows';
  return [{ kind: 'rows-otherwise', level, message }];
}

/** A row under a header or a wide row begins for certain; any other where two independent signs agree. */
function startOf(
  row: CellRow,
  first: BodyLine,
  dates: number,
  header: HeaderBand | null,
  { former, pitch }: RowSurroundings,
): Doubt {
  if (!former || former.wide || standsBetween(header, former, first)) {
    const message = 'begins under a header, a heading or a text over the whole width';
    return { kind: 'row-start', level: 'high', message };
  }
  const signs = [
    ...(isRuledOff(first) ? ['a rule above it'] : []),
    ...(!first.top && hasGap(first, { pitch }) ? ['more white above it'] : []),
    ...(dates === 1 ? ['a year or status of its own'] : []),
    ...(hasOwnValue(row) ? ['a type or article of its own'] : []),
    ...(row.structure === 'agrees' ? ['the structure tree of the file'] : []),
  ];
  const level: Level = signs.length > 1 ? 'high' : signs.length === 1 ? 'medium' : 'low';
  const told = signs.length === 0 ? 'no sign' : signs.join(' and ');
  return { kind: 'row-start', level, message: `is known to be a row of its own by ${told}` };
}

/** More white above a line than between the lines of a cell, unless a theme beside it has it already. */
function hasGap(body: BodyLine, { pitch }: { readonly pitch: number }): boolean {
  const most = pitch + Math.max(0.6, 0.07 * pitch);
  if (body.step > most) return true;
  if (body.distance <= most) return false;
  for (let line = body.beside; line; line = line.beside) if (line.step > most) return false;
  return true;
}

/** A header in the middle of a page; one at its top stands above a row that goes on as well. */
function standsBetween(header: HeaderBand | null, former: CellRow, first: BodyLine): boolean {
  const last = former.lines.at(-1)?.line;
  const [band] = header?.lines ?? [];
  if (!last || !band) return false;
  return last.page === first.line.page && isAbove(last, band);
}

function hasOwnValue({ lines }: CellRow): boolean {
  const before = new Map<number, string>();
  const count = new Map<number, number>();
  for (const body of lines) {
    for (const column of filledColumns(body)) {
      const field = body.columns[column]?.field ?? null;
      if (field !== 'type' && field !== 'articles') continue;
      const [text, former] = [cellText(body, column), before.get(column) ?? ''];
      if (beginsValue(field, former, text)) count.set(column, (count.get(column) ?? 0) + 1);
      before.set(column, `${former} ${text}`.trim());
    }
  }
  return [...count.values()].includes(1);
}

function headerAbove(line: Line, bands: readonly HeaderBand[]): HeaderBand | null {
  return (
    bands.findLast(({ lines }) => {
      const last = lines.at(-1);
      return last !== undefined && isAbove(last, line);
    }) ??
    bands[0] ??
    null
  );
}

function isAbove(one: Line, other: Line): boolean {
  if (one.page !== other.page) return one.page.number < other.page.number;
  return one.baseline < other.baseline;
}

function headerDoubts(row: CellRow, header: HeaderBand | null): readonly Doubt[] {
  const [first] = row.lines;
  const page = header?.lines[0]?.page.number;
  if (!first || !header || page === undefined) return [];
  const labels = new Set(header.columns.map(({ label }) => compact(label)));
  const missing = row.columns.filter(({ label }) => label !== '' && !labels.has(compact(label)));
  if (missing.length > 0) {
    const names = missing.map(({ label }) => `“${label}”`).join(', ');
    const message = `stands under a header that lacks ${names}, which a former header has at the same place`;
    return [{ kind: 'header-reused', level: standsInColumns(row) ? 'high' : 'medium', message }];
  }
  if (page === first.line.page.number) return [];
  const level = standsInColumns(row) ? 'high' : 'medium';
  const message = `stands on a page without a header, under that of page ${page}`;
  return [{ kind: 'header-reused', level, message }];
}

/** True when the text of every cell begins where most of its column does. */
function standsInColumns({ lines }: CellRow): boolean {
  return lines.every(({ columns, cells }) =>
    cells.every((runs, index) => {
      const [first] = runs;
      const column = columns[index];
      return !first || !column || Math.abs(first.x - (column.edge ?? column.x)) < 1.5;
    }),
  );
}

/** What speaks against the text of a cell. */
export function cellDoubts(
  row: CellRow,
  column: number,
  { looks }: Pick<RowSurroundings, 'looks'>,
): readonly Doubt[] {
  const cell = row.cells[column];
  return [
    ...looks.flatMap((doubts) => (cell && doubts.get(cell)) ?? []),
    ...overflowDoubts(row, column),
    ...structureDoubts(row, column),
    ...(row.structure === undefined ? spanDoubts(row, column) : []),
  ];
}

/** @param column null for the row as a whole */
function structureDoubts({ structure }: CellRow, column: number | null): readonly Doubt[] {
  if (structure === undefined || structure === 'agrees' || structure.column !== column) return [];
  return [structure.doubt];
}

/**
 * A theme that begins lower than the row it stands in is set in the middle of the rows it spans, of which
 * it may not be the first.
 */
function spanDoubts({ lines, wide, cells }: CellRow, column: number): readonly Doubt[] {
  const [first] = lines;
  if (!first || wide || !isSpanning(first.columns, column)) return [];
  if ((cells[column]?.lines.length ?? 0) === 0 || (first.cells[column]?.length ?? 0) > 0) return [];
  const message =
    'has a theme that begins lower than its row, so that it may span rows above as well';
  return [{ kind: 'span-unclear', level: 'medium', message }];
}

/** Text of a cell that begins in the zone of a later column: it runs over the edge of its own. */
function overflowDoubts({ lines, wide }: CellRow, column: number): readonly Doubt[] {
  if (wide) return [];
  for (const { columns, cells } of lines) {
    const over = (cells[column] ?? []).filter((run) => columnAt(run.x, columns) > column);
    if (over.length === 0) continue;
    const message = `has a cell whose text runs over the edge of its column: “${textOf(over)}”`;
    return [{ kind: 'text-overflow', level: 'medium', message }];
  }
  return [];
}

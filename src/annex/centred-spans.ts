import type { Page } from '../page/page.ts';
import { isSpanning, isThematic } from './body.ts';
import type { Cell, CellRow } from './cells.ts';
import { blocksIn, extentOf, isRuled } from './text-blocks.ts';
import type { Block, Extent } from './text-blocks.ts';

/** Rows of a table on one page, without a row over the whole width between them. */
interface Group {
  readonly page: Page;
  readonly rows: readonly CellRow[];
}

/** Heights that differ by less than this part of the pitch are the same. */
const LEVEL = 0.4;
/**
 * Puts texts that stand in the middle of the rows they span into the first of these rows: themes,
 * subthemes, types and articles that are printed once for a group of rows, centred beside them. The rows
 * that a text spans are those whose middle is its own; where that does not come out, all stays as it is.
 * @param pitch distance between lines of one cell, in points
 */
export function spreadCentred(rows: readonly CellRow[], pitch: number): readonly CellRow[] {
  const spans = new Map<CellRow, Map<number, Cell>>();
  for (const group of groupsOf(rows)) {
    const themes = spanningColumns(group.rows).flatMap((column) => covering(group, column, pitch));
    const parts = new Set(themes.map(({ covered }) => partsOf(covered)));
    const shorts = onceAGroup(group.rows).flatMap((column) =>
      // A value beside the middle row may be its own, unless themes part the rows just so.
      covering(group, column, pitch).filter(({ covered }) => parts.has(partsOf(covered))),
    );
    for (const { column, covered } of [...themes, ...shorts])
      for (const { block, own } of covered) move(block, own, column, spans);
  }
  return rows.map((row) => {
    const own = spans.get(row);
    return own ? { ...row, spans: new Map([...(row.spans ?? []), ...own]) } : row;
  });
}

function groupsOf(rows: readonly CellRow[]): readonly Group[] {
  const groups: { page: Page; rows: CellRow[] }[] = [];
  let open = false;
  for (const row of rows) {
    const pages = new Set(row.lines.map(({ line }) => line.page));
    const [page] = pages;
    if (row.wide || pages.size !== 1 || !page) {
      open = false;
      continue;
    }
    const last = groups.at(-1);
    if (open && last?.page === page) last.rows.push(row);
    else groups.push({ page, rows: [row] });
    open = true;
  }
  return groups.filter((group) => group.rows.length > 1);
}

/** Columns of themes beside the one that tells studies apart, which may be that of the types (BHO 2025). */
function spanningColumns(rows: readonly CellRow[]): readonly number[] {
  const columns = rows[0]?.columns ?? [];
  return [...columns.keys()].filter((column) => {
    const thematic = isThematic(columns[column]?.field ?? null);
    return isSpanning(columns, column) || (thematic && isMostlyBlank(rows, column));
  });
}

function isMostlyBlank(rows: readonly CellRow[], column: number): boolean {
  const filled = rows.filter(({ cells }) => (cells[column]?.lines.length ?? 0) > 0).length;
  return filled > 0 && filled * 2 <= rows.length;
}

/** Columns of types and articles that at most half of the rows fill. */
function onceAGroup(rows: readonly CellRow[]): readonly number[] {
  const columns = rows[0]?.columns ?? [];
  return [...columns.keys()].filter((column) => {
    const field = columns[column]?.field;
    return (field === 'type' || field === 'articles') && isMostlyBlank(rows, column);
  });
}

interface Covering {
  readonly column: number;
  readonly covered: readonly Covered[];
}

interface Covered {
  readonly block: Block;
  readonly own: readonly CellRow[];
}

function covering(group: Group, column: number, pitch: number): readonly Covering[] {
  const covered = coveredRows(group, column, pitch);
  return covered ? [{ column, covered }] : [];
}

/** How many rows each text covers, one after the other. */
function partsOf(covered: readonly Covered[]): string {
  return covered.map(({ own }) => own.length).join(' ');
}

/** For each text the rows beside it, or null when it is not the middle of rows that decides. */
function coveredRows(
  { page, rows }: Group,
  column: number,
  pitch: number,
): readonly Covered[] | null {
  const blocks = blocksIn(rows, column, page, pitch);
  const extents = rows.map((row) => extentOf(row, column));
  const known = extents.filter((it) => it !== null);
  if (blocks.length === 0 || known.length < rows.length || blocks.length >= rows.length)
    return null;
  if (standAtTop(blocks, known, pitch)) return null;
  const ends = partRows(page, blocks, known, pitch);
  return (
    ends &&
    blocks.map((block, index) => ({
      block,
      own: rows.slice(ends[index - 1] ?? 0, ends[index]),
    }))
  );
}

/** Each begins at the height of a row, the first of them at that of the first row. */
function standAtTop(blocks: readonly Block[], rows: readonly Extent[], pitch: number): boolean {
  const isLevel = (first: number, { top }: Extent): boolean =>
    Math.abs(top - first) < LEVEL * pitch;
  const [block] = blocks;
  const [row] = rows;
  if (!block || !row || !isLevel(block.first, row)) return false;
  return blocks.every(({ first }) => rows.some((it) => isLevel(first, it)));
}

/** Where the rows of each text end, so that all texts stand in the middle of their rows; null when some do not. */
function partRows(
  page: Page,
  blocks: readonly Block[],
  rows: readonly Extent[],
  pitch: number,
): readonly number[] | null {
  const count = rows.length;
  const until: number[][] = [[0, ...rows.map(() => Infinity)]];
  const from: number[][] = [];
  for (const [index, block] of blocks.entries()) {
    const costs = Array.from({ length: count + 1 }, () => Infinity);
    const begins = Array.from({ length: count + 1 }, () => -1);
    for (let start = index; start < count; start += 1) {
      for (let end = start + 1; end <= count; end += 1) {
        const cost = (until[index]?.[start] ?? Infinity) + distance(page, block, rows, start, end);
        if (cost >= (costs[end] ?? Infinity)) continue;
        costs[end] = cost;
        begins[end] = start;
      }
    }
    until.push(costs);
    from.push(begins);
  }
  const total = until[blocks.length]?.[count] ?? Infinity;
  if (total > LEVEL * pitch * blocks.length) return null;
  const ends: number[] = [];
  let end = count;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    ends.unshift(end);
    end = from[index]?.[end] ?? 0;
  }
  return ends;
}

/** Between the middle of a text and that of rows, in points; Infinity where a rule parts them in its column. */
function distance(
  page: Page,
  block: Block,
  rows: readonly Extent[],
  start: number,
  end: number,
): number {
  const [first, last] = [rows[start], rows[end - 1]];
  const [part] = block.parts;
  if (!first || !last || !part) return Infinity;
  if (end - start > 1 && isRuled(page, part, first.bottom, last.top)) return Infinity;
  return Math.abs((block.first + block.last) / 2 - (first.top + last.bottom) / 2);
}

function move(
  { parts }: Block,
  rows: readonly CellRow[],
  column: number,
  spans: Map<CellRow, Map<number, Cell>>,
): void {
  const [first] = rows;
  const home = first?.cells[column];
  if (!home) return;
  const runs = new Set(parts.flatMap((part) => part.runs));
  for (const row of rows) {
    const cell = row.cells[column];
    if (!cell || cell === home) continue;
    for (const mark of cell.marks)
      if (mark.mark.base && runs.has(mark.mark.base)) home.marks.push(mark);
    cell.marks.splice(0, cell.marks.length, ...cell.marks.filter((it) => !home.marks.includes(it)));
    cell.lines.splice(0, cell.lines.length, ...cell.lines.filter((it) => !parts.includes(it)));
    spans.set(row, (spans.get(row) ?? new Map<number, Cell>()).set(column, home));
  }
  home.lines.splice(0, home.lines.length, ...parts);
}

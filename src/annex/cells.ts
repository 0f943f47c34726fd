import type { Doubt } from '../study/confidence.ts';
import type { Page, Run } from '../page/page.ts';
import { isSpanning, type BodyLine } from './body.ts';
import { columnAt, type Column } from './columns.ts';
import { joinLines, type CellLine, type CutWord, type Guessed } from './join.ts';
import { textOf, type Line } from './line.ts';
import type { Mark } from './mark.ts';
import type { Row } from './rows.ts';
import type { WordCounts } from './words.ts';

/** One cell of a row: its lines over all pages, as printed. */
export interface Cell {
  readonly lines: CellPart[];
  readonly marks: PlacedMark[];
}

/** A note mark with the line it hangs on, so that the note of the right page is found. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly line: Line;
}

export interface CellPart {
  readonly page: Page;
  readonly runs: readonly Run[];
  /** Present when its last word goes on at the next line without a hyphen: see cut-words.ts. */
  readonly cut?: CutWord;
}

export interface CellRow {
  readonly wide: boolean;
  /** The columns of its first line; on other pages they may stand elsewhere. */
  readonly columns: readonly Column[];
  readonly cells: readonly Cell[];
  readonly lines: readonly BodyLine[];
  /** How much worse the best way is that parts its lines otherwise; Infinity for another reading. */
  readonly margin: number;
  /** Cells of rows above that cover a column of this row as well. */
  readonly spans?: ReadonlyMap<number, Cell>;
  /** What the structure tree of the file says of the row; absent where it says nothing. */
  readonly structure?: 'agrees' | StructureDoubt;
}

export interface StructureDoubt {
  /** null where it gives other rows. */
  readonly column: number | null;
  readonly doubt: Doubt;
}

/**
 * Collects the cells of rows; a theme that runs on beside the next rows goes back to its own row.
 * @param pitch distance between lines of one cell, in points
 */
export function toCellRows(rows: readonly Row[], pitch: number): CellRow[] {
  const made = new Map<Row, CellRow>();
  for (const row of rows) {
    const columns = row.lines[0]?.columns ?? [];
    const spans = new Map<number, Cell>();
    for (const [index, start] of row.spans) {
      const above = made.get(start);
      const cell = above?.spans?.get(index) ?? above?.cells[index];
      if (cell) spans.set(index, cell);
    }
    const { wide, lines, margin } = row;
    made.set(row, { wide, columns, cells: columns.map(emptyCell), spans, lines, margin });
  }
  const found = [...made.values()];
  const bounded = new Set([...made].flatMap(([row, it]) => (row.bounded ? [it] : [])));
  const latest = new Map<number, { cell: Cell; last: BodyLine }>();
  const cellOf = new Map<Run, Cell>();
  for (const row of found) {
    for (const body of row.lines) {
      for (const [index, runs] of body.cells.entries()) {
        const spanning = isSpanning(body.columns, index) && !row.wide;
        const own = row.spans?.get(index) ?? row.cells[homeOf(index, body, row)];
        const open = latest.get(index);
        const carried =
          spanning &&
          !bounded.has(row) &&
          open &&
          open.cell !== own &&
          carriesOn(open.last, body, index, row, pitch);
        const cell = carried ? open.cell : own;
        if (!cell || runs.length === 0) continue;
        cell.lines.push({ page: body.line.page, runs });
        for (const run of runs) cellOf.set(run, cell);
        if (spanning) latest.set(index, { cell, last: body });
      }
      if (row.wide) latest.clear();
      for (const mark of body.line.marks) {
        const home = (mark.base && cellOf.get(mark.base)) ?? cellAt(mark, body, row);
        home?.marks.push({ mark, line: body.line });
      }
    }
  }
  return found;
}

/** The row's own column for a column of this line: a header repeated elsewhere may lack some. */
export function homeOf(index: number, body: BodyLine, row: Pick<CellRow, 'columns'>): number {
  if (body.columns.length === row.columns.length) return index;
  const label = body.columns[index]?.label;
  const same = row.columns.findIndex((column) => column.label === label);
  return same === -1 ? index : same;
}

function emptyCell(): Cell {
  return { lines: [], marks: [] };
}

/** A mark in an otherwise empty cell belongs to the column it stands in. */
function cellAt(mark: Mark, body: BodyLine, row: CellRow): Cell | undefined {
  return row.cells[row.wide ? 0 : homeOf(columnAt(mark.run.x, body.columns), body, row)];
}

/** Browsers set every line on a whole pixel: points by which distances of lines may differ. */
const PIXEL = 0.8;

/** Whether a line in a theme column is the next line of the text above it rather than a new theme. */
function carriesOn(
  last: BodyLine,
  body: BodyLine,
  index: number,
  row: CellRow,
  pitch: number,
): boolean {
  const before = last.cells[index] ?? [];
  const runs = body.cells[index] ?? [];
  if (last.line.page !== body.line.page || runs.length === 0 || before.length === 0) return false;
  const distance = body.line.baseline - last.line.baseline;
  if (distance > pitch + Math.max(0.05 * pitch, PIXEL)) return false;
  if (body !== row.lines[0]) return true;
  const text = textOf(runs);
  return /^\p{Ll}/u.test(text) || WANTS_MORE.test(textOf(before)) || isUncovered(body, index);
}

/** No theme ends so. */
const WANTS_MORE = /(?:\p{L}-|[/,&(]|(?:^|\s)(?:en|of|van|de|het|een|voor|in|met|op|aan))$/u;

/** Rules part the other columns above this line, but not this one: the cell spans the rows. */
function isUncovered(body: BodyLine, index: number): boolean {
  const column = body.columns[index];
  if (!column || body.ruled.length === 0) return false;
  const middle = (column.x + column.right) / 2;
  return !body.ruled.some(([from, to]) => from - 1 <= middle && to + 1 >= middle);
}

/** What a reader sees of a cell before the place where a mark hangs. */
export function textBefore({ base }: Mark, cell: Cell, words: WordCounts): string {
  const lines: CellLine[] = [];
  for (const { runs } of cell.lines) {
    const at = base ? runs.indexOf(base) : -1;
    lines.push({ text: textOf(at === -1 ? runs : runs.slice(0, at + 1)), softHyphen: false });
    if (at !== -1) break;
  }
  return joinLines(lines, words);
}

/** A cell as a reader sees it. */
export function textOfCell(cell: Cell | undefined, words: WordCounts, onGuess?: Guessed): string {
  return joinLines(cell?.lines.map(toCellLine) ?? [], words, onGuess);
}

/** A line of a cell as it is joined to the others. */
export function toCellLine({ runs, cut }: CellPart): CellLine {
  const softHyphen = runs.at(-1)?.softHyphen ?? false;
  return { text: textOf(runs), softHyphen, ...(cut && { cut }) };
}

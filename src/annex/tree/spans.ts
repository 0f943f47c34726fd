import type { Run } from '../../page/page.ts';
import type { BodyLine } from '../body.ts';
import { homeOf, type Cell, type CellPart, type CellRow, type PlacedMark } from '../cells.ts';
import type { ColumnFinder } from './columns.ts';
import type { TreeCell, TreeReading, TreeRow } from './tables.ts';

/** A cell over several rows, taken out of the rows beside which its lines stand. */
export interface Spanning {
  readonly cell: TreeCell;
  readonly column: number;
  readonly parts: { readonly from: CellRow; readonly part: CellPart }[];
  readonly marks: { readonly from: CellRow; readonly mark: PlacedMark }[];
}

export interface Stripped {
  /** All rows; one that held nothing else has empty cells. */
  readonly rows: readonly CellRow[];
  readonly spanning: readonly Spanning[];
}

/**
 * Takes out what the tree has in cells over several rows: their text may be centred, and then stands
 * beside another row than the first.
 */
export function strip(
  rows: readonly CellRow[],
  tree: TreeReading,
  columnOf: ColumnFinder,
): Stripped {
  const spanning = new Map<TreeCell, Spanning>();
  const cellOf = (run: Run): TreeCell | null => {
    const cell = tree.cellOf(run.contentId);
    return cell && cell.rowSpan > 1 ? cell : null;
  };
  function take(row: CellRow): CellRow {
    for (const body of row.lines) {
      for (const [cell, runs] of Map.groupBy(body.line.runs, cellOf)) {
        if (!cell || spanning.has(cell)) continue;
        const column = homeOf(columnOf(cell, runs, body.columns), body, row);
        spanning.set(cell, { cell, column, parts: [], marks: [] });
      }
    }
    const cells: Cell[] = row.cells.map(() => ({ lines: [], marks: [] }));
    const bare: CellRow = { ...row, cells };
    for (const [index, { lines, marks }] of row.cells.entries()) {
      for (const { page, runs } of lines) {
        for (const [cell, own] of Map.groupBy(runs, cellOf)) {
          const part: CellPart = { page, runs: own };
          // A text that stands on a later page than its row has lines that are beside another row.
          if (cell && !spanning.has(cell))
            spanning.set(cell, { cell, column: index, parts: [], marks: [] });
          const taken = cell && spanning.get(cell);
          if (taken) taken.parts.push({ from: bare, part });
          else cells[index]?.lines.push(part);
        }
      }
      for (const mark of marks) {
        const cell = cellOf(mark.mark.base ?? mark.mark.run);
        const taken = cell && spanning.get(cell);
        if (taken) taken.marks.push({ from: bare, mark });
        else cells[index]?.marks.push(mark);
      }
    }
    return bare;
  }
  const holds = (row: CellRow): boolean =>
    !row.wide && row.cells.some(({ lines }) => lines.some(({ runs }) => runs.some(cellOf)));
  return {
    rows: rows.map((row) => (holds(row) ? take(row) : row)),
    spanning: [...spanning.values()],
  };
}

/**
 * Puts cells over several rows into the first of their rows and lets the others share them; where the
 * rows leave no room for that, each line goes back to the row beside which it stands.
 * @param placed what became of the rows of the tree and of the rows by place
 */
export function spread(
  spanning: readonly Spanning[],
  rows: readonly CellRow[],
  placed: ReadonlyMap<TreeRow | CellRow, CellRow>,
): readonly CellRow[] {
  const spans = new Map<CellRow, Map<number, Cell>>();
  const added = new Map<CellRow, BodyLine[]>();
  for (const { cell, column, parts, marks } of spanning) {
    const covered = coveredBy(cell).flatMap((row) => placed.get(row) ?? []);
    const isFree = (row: CellRow): boolean => !row.wide && row.cells[column]?.lines.length === 0;
    const [first] = covered;
    const home = first?.cells[column];
    if (first && home && first === placed.get(cell.row) && covered.every(isFree)) {
      home.lines.push(...parts.map(({ part }) => part));
      home.marks.push(...marks.map(({ mark }) => mark));
      for (const { from } of marks) added.set(first, [...(added.get(first) ?? []), ...from.lines]);
      for (const row of covered) {
        if (row !== first)
          spans.set(row, (spans.get(row) ?? new Map<number, Cell>()).set(column, home));
      }
      continue;
    }
    for (const { from, part } of parts) placed.get(from)?.cells[column]?.lines.push(part);
    for (const { from, mark } of marks) placed.get(from)?.cells[column]?.marks.push(mark);
  }
  const kept = rows.filter(({ cells }) =>
    cells.some(({ lines, marks }) => lines.length + marks.length > 0),
  );
  const owned = new Set(kept.flatMap(({ lines }) => lines));
  return kept.map((row) => {
    const lines = (added.get(row) ?? []).filter((line) => !owned.has(line));
    const own = spans.get(row);
    const all = lines.length === 0 ? row.lines : [...row.lines, ...lines].sort(byPlace);
    return { ...row, lines: all, ...(own ? { spans: own } : {}) };
  });
}

function coveredBy({ row, rowSpan }: TreeCell): readonly TreeRow[] {
  return row.table.rows.slice(row.position, row.position + rowSpan);
}

function byPlace({ line: one }: BodyLine, { line: other }: BodyLine): number {
  return one.page.number - other.page.number || one.baseline - other.baseline;
}

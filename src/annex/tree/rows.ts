import type { Run } from '../../page/page.ts';
import type { BodyLine } from '../body.ts';
import { homeOf, type Cell, type CellRow } from '../cells.ts';
import type { Mark } from '../mark.ts';
import type { ColumnFinder } from './columns.ts';
import type { Component } from './components.ts';
import type { TreeCell, TreeReading, TreeRow } from './tables.ts';

/**
 * The rows of a component as the tree has them. Text of cells over several rows is left out. Null when
 * two cells of a row fall in one column.
 */
export function treeRowsOf(
  { rows, treeRows }: Component,
  tree: TreeReading,
  columnOf: ColumnFinder,
): readonly CellRow[] | null {
  const lines = rows.flatMap((row) => row.lines);
  const wide = rows.every((row) => row.wide || row.lines.length === 0);
  const parts = new Map<TreeRow, BodyLine[]>(treeRows.map((row) => [row, []]));
  for (const body of lines) {
    for (const [row, part] of partsOf(body, tree)) parts.get(row)?.push(part);
  }
  const made: CellRow[] = [];
  for (const own of parts.values()) {
    const row = toRow(own, tree, columnOf);
    if (!row) return null;
    made.push(wide && own.length > 0 ? asWide(row) : row);
  }
  return made;
}

/** The parts of a line that stand in rows of the tree. */
function partsOf(body: BodyLine, tree: TreeReading): Map<TreeRow, BodyLine> {
  const { line } = body;
  const rowOf = (run: Run): TreeRow | null => {
    const cell = tree.cellOf(run.contentId);
    return cell && cell.rowSpan === 1 ? cell.row : null;
  };
  const runs = Map.groupBy(line.runs, rowOf);
  const marks = Map.groupBy(line.marks, (mark) => rowOf(mark.base ?? mark.run));
  const parts = new Map<TreeRow, BodyLine>();
  for (const row of new Set([...runs.keys(), ...marks.keys()])) {
    if (!row) continue;
    const cells = body.cells.map((cell) => cell.filter((run) => rowOf(run) === row));
    const own = { ...line, runs: runs.get(row) ?? [], marks: marks.get(row) ?? [] };
    parts.set(row, { ...body, cells, line: own });
  }
  return parts;
}

function toRow(
  lines: readonly BodyLine[],
  tree: TreeReading,
  columnOf: ColumnFinder,
): CellRow | null {
  const columns = lines[0]?.columns ?? [];
  const cells = columns.map((): Cell => ({ lines: [], marks: [] }));
  const taken = new Map<number, TreeCell>();
  const columnOfCell = new Map<TreeCell, number>();
  function columnFor(cell: TreeCell, body: BodyLine): number {
    const known = columnOfCell.get(cell);
    if (known !== undefined) return known;
    const runs = body.line.runs.filter((run) => tree.cellOf(run.contentId) === cell);
    const found = homeOf(columnOf(cell, runs, body.columns), body, { columns });
    columnOfCell.set(cell, found);
    return found;
  }
  for (const body of lines) {
    const parts = Map.groupBy(body.line.runs, (run) => tree.cellOf(run.contentId));
    for (const [cell, runs] of parts) {
      if (!cell) continue;
      const column = columnFor(cell, body);
      const other = taken.get(column);
      if (other && other !== cell) return null;
      taken.set(column, cell);
      cells[column]?.lines.push({ page: body.line.page, runs });
    }
    for (const mark of body.line.marks) {
      const cell = cellOfMark(mark, tree);
      const column = cell ? columnFor(cell, body) : 0;
      cells[column]?.marks.push({ mark, line: body.line });
    }
  }
  const only = taken.size === 1 ? [...taken.values()][0] : undefined;
  const row: CellRow = { wide: false, columns, cells, lines, margin: Infinity };
  return only && only.columnSpan > 1 && only.columnSpan >= columns.length - 1 ? asWide(row) : row;
}

function cellOfMark({ base, run }: Mark, tree: TreeReading): TreeCell | null {
  return tree.cellOf((base ?? run).contentId);
}

/** One text over the whole width stands in the first cell, as it does by place. */
function asWide(row: CellRow): CellRow {
  const lines = row.lines.map(({ line }) => ({ page: line.page, runs: line.runs }));
  const marks = row.cells.flatMap((cell) => cell.marks);
  const cells = row.columns.map((_, index): Cell => {
    return index === 0 ? { lines, marks } : { lines: [], marks: [] };
  });
  return { ...row, wide: true, cells };
}

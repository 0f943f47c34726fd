import type { Run } from '../../page/page.ts';
import { columnAt, type Column } from '../columns.ts';
import { gridOf, type TreeGrid } from './grid.ts';
import type { TreeCell, TreeReading, TreeRow, TreeTable } from './tables.ts';

/** Tells the column of the table that a cell of the tree stands in. */
export type ColumnFinder = (
  cell: TreeCell,
  runs: readonly Run[],
  columns: readonly Column[],
) => number;

/**
 * A cell's column is that of the header it names, else that of the header above it by counting where
 * its row has all its cells, else the one its first letter stands in: Chromium drops empty cells, so
 * that counting alone would shift the others.
 * @param headerRuns runs of the tables' headers
 */
export function columnFinder(tree: TreeReading, headerRuns: readonly Run[]): ColumnFinder {
  const headers = Map.groupBy(
    headerRuns.flatMap((run) => {
      const cell = tree.cellOf(run.contentId);
      return cell ? [{ cell, run }] : [];
    }),
    ({ cell }) => cell,
  );
  const placeOf = new Map([...headers].map(([cell, all]) => [cell, all.map(({ run }) => run)]));
  const named = new Map<TreeTable, ReadonlyMap<string, TreeCell>>();
  const grids = new Map<TreeTable, TreeGrid>();
  const headerRows = Map.groupBy(
    new Set([...placeOf.keys()].map(({ row }) => row)),
    (row) => row.table,
  );

  function grid(table: TreeTable): TreeGrid {
    const known = grids.get(table);
    if (known) return known;
    const made = gridOf(table);
    grids.set(table, made);
    return made;
  }
  function headersByName(table: TreeTable): ReadonlyMap<string, TreeCell> {
    const known = named.get(table);
    if (known) return known;
    const cells = table.rows.flatMap((row) => row.cells);
    const made = new Map(cells.flatMap((cell) => (cell.id === null ? [] : [[cell.id, cell]])));
    named.set(table, made);
    return made;
  }
  function byName({ row, headers: names }: TreeCell, columns: readonly Column[]): number | null {
    for (const name of names) {
      const header = headersByName(row.table).get(name);
      if (header) return columnUnder(placeOf.get(header), columns);
    }
    return null;
  }
  function byCount(cell: TreeCell, columns: readonly Column[]): number | null {
    const { complete, columns: starts, width } = grid(cell.row.table);
    const start = starts.get(cell);
    if (start === undefined || !complete.has(cell.row)) return null;
    const above = rowAbove(headerRows.get(cell.row.table) ?? [], cell.row);
    if (!above) return width === columns.length ? start : null;
    const header = above.cells.find((it) => {
      const from = starts.get(it) ?? 0;
      return from <= start && start < from + it.columnSpan;
    });
    return complete.has(above) && header ? columnUnder(placeOf.get(header), columns) : null;
  }
  return (cell, runs, columns) =>
    byName(cell, columns) ?? byCount(cell, columns) ?? columnAt(runs[0]?.x ?? 0, columns);
}

function rowAbove(rows: readonly TreeRow[], row: TreeRow): TreeRow | undefined {
  return rows.findLast(({ position }) => position < row.position);
}

function columnUnder(runs: readonly Run[] | undefined, columns: readonly Column[]): number | null {
  const [first] = runs ?? [];
  if (!first) return null;
  const found = columns.findIndex(({ x, right }) => first.x >= x - 1 && first.x <= right);
  return found === -1 ? null : found;
}

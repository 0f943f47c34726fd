import type { TreeCell, TreeRow, TreeTable } from './tables.ts';

/** Where the cells of a table stand by counting, spans over columns and rows included. */
export interface TreeGrid {
  /** Columns of the widest row. */
  readonly width: number;
  /** 0-based first column of each cell. */
  readonly columns: ReadonlyMap<TreeCell, number>;
  /** Rows with a cell for every column: in others the file dropped cells, so that counting misleads. */
  readonly complete: ReadonlySet<TreeRow>;
}

/** No table of a paper has more; a larger number in a file is a mistake or an attack. */
const MOST_COLUMNS = 200;

/** Counts as HTML does, in which most of these tables are written. */
export function gridOf({ rows }: TreeTable): TreeGrid {
  const columns = new Map<TreeCell, number>();
  const widths = new Map<TreeRow, number>();
  /** For how many rows more a cell from above covers each column. */
  let covered: number[] = [];
  for (const row of rows) {
    const next = covered.map((count) => Math.max(0, count - 1));
    let at = 0;
    for (const cell of row.cells) {
      while ((covered[at] ?? 0) > 0) at += 1;
      columns.set(cell, at);
      const end = Math.min(at + cell.columnSpan, MOST_COLUMNS);
      for (; at < end; at += 1) next[at] = Math.min(cell.rowSpan, rows.length) - 1;
    }
    const last = covered.findLastIndex((count) => count > 0);
    widths.set(row, Math.max(at, last + 1));
    covered = Array.from(next, (count) => count ?? 0);
  }
  const width = Math.max(0, ...widths.values());
  const complete = rows.filter((row) => row.cells.length > 0 && widths.get(row) === width);
  return { width, columns, complete: new Set(complete) };
}

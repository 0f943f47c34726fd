import type { Run } from '../../page/page.ts';
import type { CellRow } from '../cells.ts';
import type { TreeCell, TreeReading, TreeRow } from './tables.ts';

/** Rows by place and rows of the tree that share text with each other and with no other row. */
export interface Component {
  readonly rows: readonly CellRow[];
  readonly treeRows: readonly TreeRow[];
  /** True when the tree has all text of the rows, and no text elsewhere in its own. */
  readonly whole: boolean;
}

/** Groups the rows of a table with those of the tree. Cells over several rows tie no rows together. */
export function componentsOf(rows: readonly CellRow[], tree: TreeReading): readonly Component[] {
  const parent = new Map<CellRow | TreeRow, CellRow | TreeRow>();
  function find(row: CellRow | TreeRow): CellRow | TreeRow {
    let root = row;
    for (let up = parent.get(root); up && up !== root; up = parent.get(root)) root = up;
    for (let at = row; at !== root;) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  }
  const loose = new Set<CellRow | TreeRow>();
  const seen = new Set<string>();
  for (const row of rows) {
    if (!parent.has(row)) parent.set(row, row);
    for (const { mark } of row.cells.flatMap(({ marks }) => marks)) {
      if (mark.run.contentId !== null) seen.add(mark.run.contentId);
    }
    for (const run of runsOf(row)) {
      if (run.contentId !== null) seen.add(run.contentId);
      const cell = tree.cellOf(run.contentId);
      if (cell && cell.rowSpan > 1) continue;
      if (!cell) loose.add(row);
      else {
        if (!parent.has(cell.row)) parent.set(cell.row, cell.row);
        parent.set(find(cell.row), find(row));
      }
    }
  }
  const groups = Map.groupBy(parent.keys(), find);
  return [...groups.values()].map((members) => {
    const own = members.filter((row) => 'lines' in row);
    const treeRows = members.filter((row) => 'table' in row);
    const missing = treeRows.some(({ cells }) => cells.some((cell) => isElsewhere(cell, seen)));
    return {
      rows: own,
      treeRows: treeRows.sort(byPlace(tree)),
      whole: !missing && !own.some((row) => loose.has(row)),
    };
  });
}

/** The text of a row, note marks left out. */
export function runsOf(row: CellRow): readonly Run[] {
  return row.cells.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs));
}

function isElsewhere({ contentIds, rowSpan }: TreeCell, seen: ReadonlySet<string>): boolean {
  return rowSpan === 1 && contentIds.some((id) => !seen.has(id));
}

function byPlace({ tables }: TreeReading): (one: TreeRow, other: TreeRow) => number {
  const places = new Map(tables.map((table, index) => [table, index]));
  const of = ({ table }: TreeRow): number => places.get(table) ?? 0;
  return (one, other) => of(one) - of(other) || one.position - other.position;
}

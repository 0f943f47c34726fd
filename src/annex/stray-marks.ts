import type { Doubt } from '../study/confidence.ts';
import type { Cell, CellRow } from './cells.ts';
import { textOf } from './line.ts';

/** Ems by which a mark may stand beside the name of its column. */
const BESIDE = 0.5;
/** Where more marks stand beside the names it is the way of the table. */
const MOST = 1 / 2;

/**
 * Marks in a grid of years or articles that stand beside the name they count for, where most stand under
 * it: the name over them is missing, so that they count for the column before.
 */
export function strayMarks(rows: readonly CellRow[]): ReadonlyMap<Cell, readonly Doubt[]> {
  const stray = new Map<Cell, readonly Doubt[]>();
  let all = 0;
  for (const { cells, columns, wide } of rows) {
    if (wide) continue;
    for (const [index, cell] of cells.entries()) {
      const column = columns[index];
      const run = cell.lines[0]?.runs[0];
      if (!run || (column?.field !== 'year' && column?.field !== 'article')) continue;
      all += 1;
      const free = Math.max(run.x - column.right, column.x - run.right);
      if (free <= BESIDE * run.size) continue;
      const text = cell.lines.map(({ runs }) => textOf(runs)).join(' ');
      const message = `has “${text}” beside “${column.label}”, under no name of its own: it may count for another column`;
      stray.set(cell, [{ kind: 'header-missing', level: 'low', message }]);
    }
  }
  return stray.size <= MOST * all ? stray : new Map();
}

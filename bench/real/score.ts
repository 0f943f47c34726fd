import { compactText } from './text.ts';

/** A row of a real table as its truth has it: null for a cell that the truth does not tell. */
export type TruthRow = readonly (string | null)[];

export interface Score {
  readonly rows: number;
  readonly rowsExact: number;
  readonly cells: number;
  readonly cellsExact: number;
}

export const NO_SCORE: Score = { rows: 0, rowsExact: 0, cells: 0, cellsExact: 0 };

/**
 * Finds for each row of the truth the one read that has most of its cells, each row once and those that
 * are exact first, and counts the cells that are the same but for their blanks.
 */
export function scoreRows(truth: readonly TruthRow[], read: readonly (readonly string[])[]): Score {
  const open = new Set(read.map((row) => row.map(compactText)));
  const rest: Told[] = [];
  let score = NO_SCORE;
  for (const row of truth) {
    const told = row.flatMap((cell, index): [number, string][] =>
      cell === null ? [] : [[index, compactText(cell)]],
    );
    const same = take(open, told, told.length);
    if (same === told.length) score = sum(score, scoreOf(told.length, same));
    else rest.push(told);
  }
  for (const told of rest) score = sum(score, scoreOf(told.length, take(open, told, 1)));
  return score;
}

/** Cells that the truth tells, by their column. */
type Told = readonly (readonly [column: number, text: string])[];

/** Takes the row that has most of the cells, and at least as many as asked for; gives how many it has. */
function take(open: Set<readonly string[]>, told: Told, least: number): number {
  let best: { readonly row: readonly string[]; readonly equal: number } | null = null;
  for (const row of open) {
    const same = told.filter(([column, text]) => row[column] === text);
    const equal = same.some(([, text]) => text !== '') ? same.length : 0;
    if (equal >= least && equal > (best?.equal ?? 0)) best = { row, equal };
    if (equal === told.length) break;
  }
  if (best) open.delete(best.row);
  return best?.equal ?? 0;
}

function scoreOf(cells: number, cellsExact: number): Score {
  return { rows: 1, rowsExact: cellsExact === cells ? 1 : 0, cells, cellsExact };
}

export function sum(one: Score, other: Score): Score {
  return {
    rows: one.rows + other.rows,
    rowsExact: one.rowsExact + other.rowsExact,
    cells: one.cells + other.cells,
    cellsExact: one.cellsExact + other.cellsExact,
  };
}

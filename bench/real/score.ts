import { compactText, plainText } from './text.ts';

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
 * are exact first, and counts the cells that are the same.
 * @param blanks whether blanks count as well
 */
export function scoreRows(
  truth: readonly TruthRow[],
  read: readonly (readonly string[])[],
  onMiss?: (truth: TruthRow, read: readonly string[] | null) => void,
  blanks = false,
): Score {
  const compare = blanks ? plainText : compactText;
  const open = new Set(read.map((row) => row.map((cell) => compare(cell))));
  const rest: { readonly row: TruthRow; readonly told: Told }[] = [];
  let score = NO_SCORE;
  for (const row of truth) {
    const told = row.flatMap((cell, index): [number, string][] =>
      cell === null ? [] : [[index, compare(cell)]],
    );
    const same = take(open, told, told.length);
    if (same) score = sum(score, scoreOf(told.length, same.equal));
    else rest.push({ row, told });
  }
  for (const { row, told } of rest) {
    const near = take(open, told, 1);
    onMiss?.(row, near?.row ?? null);
    score = sum(score, scoreOf(told.length, near?.equal ?? 0));
  }
  return score;
}

/** Cells that the truth tells, by their column. */
type Told = readonly (readonly [column: number, text: string])[];

interface Near {
  readonly row: readonly string[];
  readonly equal: number;
}

/** Takes the row that has most of the cells, and at least as many as asked for. */
function take(open: Set<readonly string[]>, told: Told, least: number): Near | null {
  let best: Near | null = null;
  for (const row of open) {
    const same = told.filter(([column, text]) => row[column] === text);
    const equal = same.some(([, text]) => text !== '') ? same.length : 0;
    if (equal >= least && equal > (best?.equal ?? 0)) best = { row, equal };
    if (equal === told.length) break;
  }
  if (best) open.delete(best.row);
  return best;
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

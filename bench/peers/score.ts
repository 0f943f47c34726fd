import type { Study } from '../editions.ts';

const KEYS = ['title', 'type', 'completion', 'status', 'conclusions', 'articles'] as const;

export interface Score {
  readonly cells: number;
  readonly exact: number;
}

/**
 * How many printed cells come back letter for letter, wherever in a row. Each study takes the row that
 * has most of its cells, each row once; empty cells do not count.
 */
export function score(studies: readonly Study[], rows: readonly (readonly string[])[]): Score {
  const free = rows.map((row) => new Set(row.map(plain)));
  let cells = 0;
  let exact = 0;
  for (const { printed } of studies) {
    const wanted = KEYS.map((key) => plain(printed[key] ?? '')).filter((cell) => cell !== '');
    cells += wanted.length;
    let best = { at: -1, found: 0 };
    for (const [at, row] of free.entries()) {
      const found = wanted.filter((cell) => row.has(cell)).length;
      if (found > best.found) best = { at, found };
    }
    exact += best.found;
    if (best.at !== -1) free.splice(best.at, 1);
  }
  return { cells, exact };
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

import type { Line } from '../line.ts';
import { textOfCell, type CellRow } from '../cells.ts';
import { copyCutWords } from '../cut-words.ts';
import type { WordCounts } from '../words.ts';
import { columnFinder, type ColumnFinder } from './columns.ts';
import { componentsOf, runsOf, type Component } from './components.ts';
import type { Difference } from './difference.ts';
import { fitnessOf, isBetter } from './grammar.ts';
import { doubtOf } from './notice.ts';
import { treeRowsOf } from './rows.ts';
import { spread, strip } from './spans.ts';
import type { TreeReading, TreeRow } from './tables.ts';

export interface Arbitration {
  readonly rows: readonly CellRow[];
  readonly differences: readonly Difference[];
}

/**
 * Compares the rows of a table, read by place, with those of the structure tree. Where they are the
 * same both readings agree; where they differ the one is kept whose rows satisfy the grammars of the
 * columns and that loses no text, and where neither is clearly better the reading by place.
 * @param headers lines that name the columns of the table
 */
export function arbitrate(
  rows: readonly CellRow[],
  tree: TreeReading,
  headers: readonly Line[],
  words: WordCounts,
): Arbitration {
  if (tree.tables.length === 0) return { rows, differences: [] };
  const columnOf = columnFinder(
    tree,
    headers.flatMap(({ runs }) => runs),
  );
  const bare = strip(rows, tree, columnOf);
  const judged = componentsOf(bare.rows, tree).map((component) => ({
    component,
    verdict: judge(component, tree, columnOf, words),
  }));
  const trusted = isTrusted(judged.map(({ verdict }) => verdict));
  const placed = new Map<TreeRow | CellRow, CellRow>();
  const kept = new Map<CellRow, readonly CellRow[]>();
  const differences: Difference[] = [];
  for (const { component, verdict } of judged) {
    const byStructure = verdict.better === 'structure' || (verdict.better === 'none' && trusted);
    const { rows: own, treeRows } = component;
    const found = byStructure ? (verdict.byStructure ?? own) : own;
    const difference = differenceIn(verdict, byStructure);
    const structure =
      verdict.better === 'agrees' ? verdict.better : difference && doubtOf(difference);
    const result = structure ? found.map((row): CellRow => ({ ...row, structure })) : found;
    const [first] = own;
    if (first) kept.set(first, result);
    for (const [index, row] of result.entries()) {
      const source = byStructure ? treeRows[index] : own[index];
      if (source) placed.set(source, row);
    }
    for (const row of own) placed.set(row, placed.get(row) ?? result[0] ?? row);
    if (!byStructure && own.length === 1 && result[0]) {
      for (const row of treeRows) placed.set(row, result[0]);
    }
    const [row] = result;
    if (difference && row) differences.push({ ...difference, row });
  }
  const result = bare.rows.flatMap((row) => kept.get(row) ?? []);
  return { rows: spread(bare.spanning, result, placed), differences };
}

/** What decides between two readings of the same rows, as a clause. */
const REASONS = {
  fitting: 'its cells hold what their columns should',
  whole: 'the structure tree has not all of its text',
  trusted: 'it is nowhere wrong in this table',
  neither: 'neither is clearly better',
} as const;

function differenceIn(
  { better, texts, whole }: Verdict,
  byStructure: boolean,
): Omit<Difference, 'row'> | null {
  if (!texts) return null;
  if (better !== 'none') {
    const reason = whole ? REASONS.fitting : REASONS.whole;
    return { ...texts, kept: byStructure ? 'structure' : 'place', reason, level: 'medium' };
  }
  return byStructure
    ? { ...texts, kept: 'structure', reason: REASONS.trusted, level: 'medium' }
    : { ...texts, kept: 'place', reason: REASONS.neither, level: 'low' };
}

interface Verdict {
  /** “same”: the tree says nothing of it, or too little to agree. */
  readonly better: 'agrees' | 'same' | 'place' | 'structure' | 'none';
  /** The rows as the tree has them, where they may be taken. */
  readonly byStructure: readonly CellRow[] | null;
  readonly texts: Texts | null;
  /** Whether the tree has all of the text. */
  readonly whole: boolean;
}

function judge(
  component: Component,
  tree: TreeReading,
  columnOf: ColumnFinder,
  words: WordCounts,
): Verdict {
  const { rows, treeRows, whole } = component;
  const same: Verdict = { better: 'same', byStructure: null, texts: null, whole };
  if (treeRows.length === 0) return same;
  const other = treeRowsOf(component, tree, columnOf);
  if (!other) {
    const byStructure = 'two cells in one column';
    const texts = { column: null, byPlace: textOfRows(rows, words), byStructure };
    return { ...same, better: 'none', texts };
  }
  copyCutWords(rows, other);
  const texts = differing(rows, joinedOverPages(rows, treeRows, other), words);
  if (!texts) return whole ? { ...same, better: 'agrees' } : same;
  if (!whole) return { ...same, better: 'place', texts };
  const [byPlace, byStructure] = [fitnessOf(rows, words), fitnessOf(other, words)];
  if (isBetter(byPlace, byStructure)) return { ...same, better: 'place', texts };
  const better = isBetter(byStructure, byPlace) ? 'structure' : 'none';
  return { better, byStructure: other, texts, whole };
}

/**
 * Whether the tree may decide what the grammars of the columns leave open: where they never decide
 * against it, and it is either right where place is wrong, or the same nearly everywhere.
 */
function isTrusted(verdicts: readonly Verdict[]): boolean {
  const count = (better: Verdict['better']): number =>
    verdicts.filter((verdict) => verdict.better === better).length;
  const [won, agreed, open] = [count('structure'), count('agrees'), count('none')];
  if (count('place') > 0) return false;
  return (won >= 2 && won * 2 >= open) || (won + agreed >= 5 && won + agreed >= open * 5);
}

/**
 * Some producers begin a new table on each page, so that a row broken over pages is two for the tree.
 * That says nothing against one row by place.
 */
function joinedOverPages(
  rows: readonly CellRow[],
  treeRows: readonly TreeRow[],
  other: readonly CellRow[],
): readonly CellRow[] {
  const [row] = rows;
  const tables = new Set(treeRows.map(({ table }) => table));
  const [first] = other;
  if (rows.length !== 1 || !row || !first || tables.size !== treeRows.length) return other;
  const pages = other.map(({ lines }) => new Set(lines.map(({ line }) => line.page)));
  if (
    pages.some((it) => it.size !== 1) ||
    new Set(pages.flatMap((it) => [...it])).size !== other.length
  )
    return other;
  const cells = first.cells.map((_, index) => ({
    lines: other.flatMap((it) => it.cells[index]?.lines ?? []),
    marks: other.flatMap((it) => it.cells[index]?.marks ?? []),
  }));
  return [{ ...first, cells, lines: other.flatMap((it) => it.lines) }];
}

type Texts = Pick<Difference, 'column' | 'byPlace' | 'byStructure'>;

/** Null when two readings have the same runs in the same cells. */
function differing(
  rows: readonly CellRow[],
  others: readonly CellRow[],
  words: WordCounts,
): Texts | null {
  const whole: Texts = {
    column: null,
    byPlace: textOfRows(rows, words),
    byStructure: textOfRows(others, words),
  };
  if (rows.length !== others.length) return whole;
  for (const [index, row] of rows.entries()) {
    const other = others[index];
    if (!other || row.columns.length !== other.columns.length) return whole;
    for (const [column, cell] of row.cells.entries()) {
      const own = new Set(cell.lines.flatMap(({ runs }) => runs));
      const theirs = new Set(other.cells[column]?.lines.flatMap(({ runs }) => runs) ?? []);
      if (own.size === theirs.size && [...own].every((run) => theirs.has(run))) continue;
      if (rows.length > 1 || runsOf(row).length !== runsOf(other).length) return whole;
      return {
        column: { index: column, label: row.columns[column]?.label ?? '' },
        byPlace: textOfCell(cell, words),
        byStructure: textOfCell(other.cells[column], words),
      };
    }
  }
  return null;
}

function textOfRows(rows: readonly CellRow[], words: WordCounts): string {
  return rows
    .map(({ cells }) => cells.map((cell) => textOfCell(cell, words)).join(' | '))
    .join(' // ');
}

import { filledColumns, isSpanning } from './body.ts';
import type { BodyLine } from './body.ts';
import type { GridPage, GridRow } from './grid.ts';
import { textBefore } from './rows.ts';
import type { Row } from './rows.ts';

/** A row that may still grow. */
export interface GrownRow extends Row {
  readonly lines: BodyLine[];
  readonly spans: Map<number, Row>;
}

/** How the cells of a table are printed that span rows. */
export interface SpanHabit {
  /** Columns whose cells all have text, but for those that a page cuts. */
  readonly printed: ReadonlySet<number>;
  /** Distance between lines of one cell, in points. */
  readonly pitch: number;
}

/**
 * Columns in which no cell that stands wholly on one page is blank, and some have text: a blank cell at the
 * foot of a page there has its text on the next.
 */
export function alwaysPrinted(pages: readonly GridPage[]): ReadonlySet<number> {
  const blank = new Set<number>();
  const filled = new Set<number>();
  for (const [index, { rows }] of pages.entries()) {
    const cells = rows.filter(({ wide }) => !wide);
    const columns = cells[0]?.lines[0]?.columns ?? [];
    for (const column of columns.keys()) {
      const starts = new Map<number, boolean>();
      for (const row of cells) {
        const start = row.begun.get(column) ?? row.place;
        const has = row.lines.some((body) => filledColumns(body).includes(column));
        starts.set(start, (starts.get(start) ?? false) || has);
      }
      const all = [...starts.values()];
      const whole = all.slice(index === 0 ? 0 : 1, index === pages.length - 1 ? undefined : -1);
      if (whole.includes(false)) blank.add(column);
      if (all.includes(true)) filled.add(column);
    }
  }
  return new Set([...filled].filter((column) => !blank.has(column)));
}

/**
 * A cell that spans rows may run on over the page: it is empty there, its text goes on, or its text stands on
 * the later page only.
 */
export function carryOver(
  row: GrownRow,
  { open, wide, lines }: GridRow,
  former: GrownRow,
  { printed, pitch }: SpanHabit,
): void {
  const columns = lines[0]?.columns ?? [];
  if (wide || former.wide || former.lines[0]?.columns.length !== columns.length) return;
  for (const column of columns.keys()) {
    const start = startOf(former, column);
    const text = textBefore(row, column);
    const before = textBefore(start, column);
    const spans =
      former.bounded && row.bounded && (former.spans.has(column) || isSpanning(columns, column));
    if (before === '' && text !== '' && spans && printed.has(column)) row.spans.set(column, former);
    if (!open.has(column)) continue;
    const list = columns[column]?.field === 'articles';
    const goesOn = isCarriedOn(before, text, list) && isAtFoot(start, former, column, pitch);
    if (text === '' || goesOn) row.spans.set(column, former);
  }
}

/** The row in which a cell begins, over all its pages. */
function startOf(row: Row, column: number): Row {
  const above = row.spans.get(column);
  return above ? startOf(above, column) : row;
}

/** BZ ends whole lists of articles with a comma (begroting 2026). */
function isCarriedOn(before: string, text: string, list: boolean): boolean {
  const wantsMore = list ? /[\p{L}\d][-\u2010/]$/u : /[\p{L}\d][-\u2010/,]$/u;
  return before !== '' && (/^[\p{Ll}(&/]/u.test(text) || wantsMore.test(before));
}

/** A text that a page cuts fills its cell to the last line of the page. */
function isAtFoot(start: Row, { lines }: Row, column: number, pitch: number): boolean {
  const last = start.lines.findLast((body) => filledColumns(body).includes(column))?.line;
  const lowest = Math.max(...lines.map(({ line }) => line.baseline));
  return last !== undefined && last.baseline > lowest - 2 * pitch;
}

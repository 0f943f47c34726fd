import type { Run } from '../page/page.ts';
import { assign, isFullWidth, type Column } from './columns.ts';
import { textOf, type Line } from './line.ts';
import { beginsValue } from './values.ts';
import type { Field } from './vocabulary.ts';

/** A line of the body of a table, with its runs by column. */
export interface BodyLine {
  readonly line: Line;
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly Run[])[];
  /** True when it is one text over the whole width. */
  readonly wide: boolean;
  /** True for the first line under a header or at the top of a page. */
  readonly top: boolean;
  /** Distance to the former line outside the theme columns, in points; 0 at the top. */
  readonly distance: number;
  /** Parts of the width that rules between it and the former line cover; none at the top. */
  readonly ruled: readonly (readonly [from: number, to: number])[];
}

/** Lines under one header on one page, or the part of them on a page without header. */
export interface Stretch {
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
}

/** Columns whose cells may span rows: their lines say nothing of where a row begins. */
export function isSpanning(field: Field | null): boolean {
  return field === 'theme' || field === 'subtheme';
}

export function toBody({ columns, lines }: Stretch): BodyLine[] {
  const body: BodyLine[] = [];
  let former: Line | null = null;
  let level: Line | null = null;
  for (const line of lines) {
    const wide = isFullWidth(line, columns);
    const cells = wide
      ? columns.map((_, index) => (index === 0 ? line.runs : []))
      : assign(line, columns);
    const top = former === null || former.page !== line.page;
    if (top) level = null;
    const distance = level ? line.baseline - level.baseline : 0;
    const ruled = former && !top ? rulesBetween(former, line) : [];
    body.push({ line, columns, cells, wide, top, distance, ruled });
    former = line;
    if (
      wide ||
      cells.some((runs, index) => runs.length > 0 && !isSpanning(columns[index]?.field ?? null))
    ) {
      level = line;
    }
  }
  return body;
}

function rulesBetween(former: Line, line: Line): [number, number][] {
  return line.page.rules
    .filter(({ direction }) => direction === 'horizontal')
    .filter(
      ({ y }) => y > former.baseline - 0.25 * former.size && y < line.baseline - 0.3 * line.size,
    )
    .map(({ x, length }) => [x, x + length]);
}

export function cellText(body: BodyLine, column: number): string {
  return textOf(body.cells[column] ?? []);
}

/** Indices of the columns that have text on a line. */
export function filledColumns(body: BodyLine): number[] {
  return body.cells.flatMap((runs, index) => (runs.length > 0 ? [index] : []));
}

/** What a line shows of a new row: 2 for a year or status that begins, 1 for a type, article or X. */
export function rowEvidence(body: BodyLine, before: (column: number) => string): number {
  const fields = new Set(body.columns.map(({ field }) => field));
  const dated = fields.has('completion') || fields.has('status') || fields.has('start');
  let score = 0;
  for (const index of filledColumns(body)) {
    const field = body.columns[index]?.field ?? null;
    const weight = weightOf(field, dated);
    if (field && weight > 0 && beginsValue(field, before(index), cellText(body, index)))
      score += weight;
  }
  return score;
}

function weightOf(field: Field | null, dated: boolean): number {
  if (field === 'completion' || field === 'status' || field === 'start') return 2;
  if (field === 'type' || field === 'articles' || field === 'year' || field === 'article') return 1;
  return !dated && isSpanning(field) ? 1 : 0;
}

/** True when a line has text where the title can stand. */
export function hasSubject(body: BodyLine): boolean {
  return filledColumns(body).some((index) => {
    const field = body.columns[index]?.field ?? null;
    return field === null || field === 'title' || field === 'description' || isSpanning(field);
  });
}

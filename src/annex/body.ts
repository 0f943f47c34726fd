import type { Run } from '../page/page.ts';
import { assign, isFullWidth, WORD_GAP, type Column } from './columns.ts';
import { phrases, textOf, type Line } from './line.ts';
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
  /** Distance to the former line, in points; 0 at the top. */
  readonly step: number;
  /** The same outside the theme columns, whose text may run on beside the next rows. */
  readonly distance: number;
  /** The former line, when it has text in theme columns only. */
  readonly beside: BodyLine | null;
  /** Parts of the width that rules between it and the former line cover; none at the top. */
  readonly ruled: readonly (readonly [from: number, to: number])[];
}

/** Lines under one header on one page, or the part of them on a page without header. */
export interface Stretch {
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
}

/** Columns of themes, whose cells may span rows. */
export function isThematic(field: Field | null): boolean {
  return field === 'theme' || field === 'subtheme';
}

/**
 * Whether the cells of a column may span rows, so that their lines say nothing of where a row begins: a
 * theme or subtheme beside the column that tells the studies apart.
 */
export function isSpanning(columns: readonly Column[], index: number): boolean {
  if (!isThematic(columns[index]?.field ?? null)) return false;
  const named = columns.some(({ field }) => field === 'title' || field === 'description');
  return named || columns.slice(index + 1).some(({ field }) => isThematic(field));
}

export function toBody({ columns, lines }: Stretch): BodyLine[] {
  const body: BodyLine[] = [];
  let former: Line | null = null;
  let level: Line | null = null;
  let beside: BodyLine | null = null;
  for (const line of lines) {
    const parted = assign(line, columns);
    const wide = isFullWidth(line, columns) || isRunningOn(line, columns, parted);
    const cells = wide ? columns.map((_, index) => (index === 0 ? line.runs : [])) : parted;
    const top = former === null || former.page !== line.page;
    if (top) [level, beside] = [null, null];
    const spanning = cells.every((runs, at) => runs.length === 0 || isSpanning(columns, at));
    const step = former && !top ? line.baseline - former.baseline : 0;
    const distance = level && !(spanning && !wide) ? line.baseline - level.baseline : step;
    const ruled = former && !top ? rulesBetween(former, line) : [];
    body.push({ line, columns, cells, wide, top, step, distance, beside, ruled });
    beside = spanning && !wide ? (body.at(-1) ?? null) : null;
    former = line;
    if (wide || !spanning) level = line;
  }
  return body;
}

/** True for one text over three columns and more: words may begin at the edge of a column by chance. */
function isRunningOn(
  line: Line,
  columns: readonly Column[],
  cells: readonly (readonly Run[])[],
): boolean {
  const third = columns[2];
  if (!third || line.right < third.x + line.size) return false;
  return isRunningText(line, columns, cells);
}

/**
 * True for one text that begins in the first column, with no more than blanks between its words, or
 * with nothing wider than a narrow gutter and nothing in it that reads like the value of a cell.
 */
function isRunningText(
  line: Line,
  columns: readonly Column[],
  cells: readonly (readonly Run[])[],
): boolean {
  if (line.left >= (columns[1]?.from ?? Infinity)) return false;
  if (phrases(line.runs, WORD_GAP).length === 1) return true;
  if (phrases(line.runs, 0.6).length > 1) return false;
  return (
    evidenceIn(
      columns,
      (index) => textOf(cells[index] ?? []),
      () => '',
    ) < 2
  );
}

/** True for a line that is one text, as far as it can tell by itself. */
export function isOneText(body: BodyLine): boolean {
  return body.wide || isRunningText(body.line, body.columns, body.cells);
}

/** One text, whatever columns it runs over. */
export function asWide(body: BodyLine): BodyLine {
  const cells = body.columns.map((_, index) => (index === 0 ? body.line.runs : []));
  return { ...body, wide: true, cells };
}

function rulesBetween(former: Line, line: Line): [number, number][] {
  return line.page.rules
    .filter(({ direction }) => direction === 'horizontal')
    .filter(
      ({ y }) => y > former.baseline - 0.25 * former.size && y < line.baseline - 0.3 * line.size,
    )
    .map(({ x, length }) => [x, x + length]);
}

/** Whether rules between a line and the former one cover at least half of the width. */
export function isRuledOff({ ruled, columns }: BodyLine): boolean {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last || ruled.length === 0) return false;
  const width = last.right - first.x;
  const covered = new Set<number>();
  for (const [from, to] of ruled) {
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const x = first.x + ((tenth + 0.5) * width) / 10;
      if (x >= from - 1 && x <= to + 1) covered.add(tenth);
    }
  }
  return covered.size >= 5;
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
  return evidenceIn(body.columns, (column) => cellText(body, column), before);
}

function evidenceIn(
  columns: readonly Column[],
  textIn: (column: number) => string,
  before: (column: number) => string,
): number {
  const fields = new Set(columns.map(({ field }) => field));
  const dated = fields.has('completion') || fields.has('status') || fields.has('start');
  let score = 0;
  for (const [index, { field }] of columns.entries()) {
    const weight = weightOf(field, dated);
    if (field && weight > 0 && beginsValue(field, before(index), textIn(index))) score += weight;
  }
  return score;
}

function weightOf(field: Field | null, dated: boolean): number {
  if (field === 'completion' || field === 'status' || field === 'start') return 2;
  if (field === 'type' || field === 'articles' || field === 'year' || field === 'article') return 1;
  return !dated && isThematic(field) ? 1 : 0;
}

/** True when a line has text where the title can stand. */
export function hasSubject(body: BodyLine): boolean {
  return filledColumns(body).some((index) => {
    const field = body.columns[index]?.field ?? null;
    return field === null || field === 'title' || field === 'description' || isThematic(field);
  });
}

import { cellText, filledColumns, type BodyLine } from './body.ts';
import { isBold } from './line.ts';
import { beginsValue } from './values.ts';

/** The lines of one printed row, which may run over pages. */
export interface Row {
  /** True for one text over the whole width: a theme, a description, a remark. */
  readonly wide: boolean;
  readonly lines: readonly BodyLine[];
  /** How much worse the best way is that parts its lines otherwise: see segment/cost.ts. */
  readonly margin: number;
  /** True when drawn edges bound its cells. */
  readonly bounded: boolean;
  /** By column: the row in which its cell begins, when that is an earlier one. */
  readonly spans: ReadonlyMap<number, Row>;
}

export function textBefore(row: Pick<Row, 'lines'>, column: number): string {
  return row.lines
    .map((body) => cellText(body, column))
    .filter((text) => text !== '')
    .join(' ');
}

export function hasDate(row: Pick<Row, 'lines'>): boolean {
  return row.lines.some((body) =>
    filledColumns(body).some((column) => {
      const field = body.columns[column]?.field;
      return field === 'completion' || field === 'status';
    }),
  );
}

/** “1a. Beleidsdoorlichtingen”: model 3.45 of 2021. */
export const GROUP_NUMBER = /^\d{1,2}[a-z]?\.?\s+\p{Lu}/u;

/** A line that names a group of rows: bold, or numbered as in model 3.45 of 2021. */
export function isGroupLine(body: BodyLine): boolean {
  const text = cellText(body, filledColumns(body)[0] ?? 0);
  return isBold(body.line) || GROUP_NUMBER.test(text);
}

/** How many years or statuses stand in one column of a block: as many rows as it has, or fewer. */
export function datesIn(
  block: readonly BodyLine[],
  former: (column: number) => string = () => '',
): number {
  const before = new Map<number, string>();
  const count = new Map<number, number>();
  for (const body of block) {
    if (body.wide) continue;
    for (const column of filledColumns(body)) {
      const field = body.columns[column]?.field ?? null;
      if (field !== 'completion' && field !== 'status' && field !== 'start') continue;
      const text = cellText(body, column);
      if (beginsValue(field, before.get(column) ?? former(column), text)) {
        count.set(column, (count.get(column) ?? 0) + 1);
        before.set(column, text);
      } else before.set(column, `${before.get(column) ?? former(column)} ${text}`.trim());
    }
  }
  return Math.max(0, ...count.values());
}

import { cellText, filledColumns, type BodyLine } from './body.ts';
import { beginsValue } from './values.ts';

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

/** More white above a line than between the lines of a cell, unless a theme beside it has it already. */
export function hasGap(body: BodyLine, { pitch }: { readonly pitch: number }): boolean {
  const most = pitch + Math.max(0.6, 0.07 * pitch);
  if (body.step > most) return true;
  if (body.distance <= most) return false;
  for (let line = body.beside; line; line = line.beside) if (line.step > most) return false;
  return true;
}

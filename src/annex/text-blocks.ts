import type { Page } from '../page/page.ts';
import { isSpanning } from './body.ts';
import type { CellPart, CellRow } from './cells.ts';

/** A text in a column whose cells may span rows: lines at the distance of lines of one cell. */
export interface Block {
  readonly parts: CellPart[];
  readonly first: number;
  last: number;
}

/** From the first baseline of a row's other cells to the last, in points. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Lines of one text stand no further apart than this many pitches. */
const CLOSE = 1.25;

/** The texts of a column, from top to bottom; a rule parts them however near they stand. */
export function blocksIn(
  rows: readonly CellRow[],
  column: number,
  page: Page,
  pitch: number,
): readonly Block[] {
  const blocks: Block[] = [];
  const parts = rows
    .flatMap(({ cells }) => cells[column]?.lines ?? [])
    .sort((one, other) => baselineOf(one) - baselineOf(other));
  for (const part of parts) {
    const at = baselineOf(part);
    const block = blocks.at(-1);
    if (block && at - block.last <= CLOSE * pitch && !isRuled(page, part, block.last, at)) {
      block.parts.push(part);
      block.last = at;
    } else blocks.push({ parts: [part], first: at, last: at });
  }
  return blocks;
}

function baselineOf({ runs }: CellPart): number {
  return runs[0]?.baseline ?? 0;
}

/** Whether a rule crosses the column of a text between two heights, in points. */
export function isRuled({ rules }: Page, { runs }: CellPart, from: number, to: number): boolean {
  const x = runs[0]?.x ?? 0;
  const size = runs[0]?.size ?? 0;
  return rules.some(
    (rule) =>
      rule.direction === 'horizontal' &&
      rule.y > from - 0.25 * size &&
      rule.y < to - 0.3 * size &&
      rule.x <= x + 1 &&
      rule.x + rule.length > x,
  );
}

/** Of the cells of a row that do not span rows, one column left out; null when all are blank. */
export function extentOf(row: CellRow, column: number): Extent | null {
  const baselines = row.cells.flatMap(({ lines }, index) =>
    index === column || isSpanning(row.columns, index) ? [] : lines.map(baselineOf),
  );
  if (baselines.length === 0) return null;
  return { top: Math.min(...baselines), bottom: Math.max(...baselines) };
}

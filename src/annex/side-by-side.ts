import type { Page, Run } from '../page/page.ts';
import { compact } from './fold.ts';
import type { HeaderBand } from './header.ts';
import type { Line } from './line.ts';
import { sheetOf } from './sheet.ts';

/** Where two tables stand beside one another: from one height to another, left and right of a line. */
interface Sides {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Parts a page on which two tables stand side by side into what is above them, the left one, the right
 * one, and what is below, so that each is read by itself. They are known by a header that names the same
 * columns twice with nothing printed across the white between; their captions stand above each.
 */
export function partSides(page: Page): readonly Page[] {
  const { lines, bands } = sheetOf(page);
  for (const band of bands) {
    const sides = sidesOf(band, lines);
    if (!sides) continue;
    const within = (y: number): boolean => y > sides.top && y < sides.bottom;
    const part = (holds: (x: number, y: number) => boolean): Page => ({
      ...page,
      runs: page.runs.filter((run) => holds(run.x, run.baseline)),
      rules: page.rules.filter(({ x, y, length, direction }) =>
        holds(direction === 'horizontal' ? x + length / 2 : x, y),
      ),
      boxes: page.boxes.filter((box) => holds((box.x + box.right) / 2, (box.y + box.bottom) / 2)),
    });
    const parts = [
      part((_, y) => y <= sides.top),
      part((x, y) => within(y) && x < sides.x),
      part((x, y) => within(y) && x >= sides.x),
      ...partSides(part((_, y) => y >= sides.bottom)),
    ];
    return parts.filter(({ runs }) => runs.length > 0);
  }
  return [page];
}

/** Points between the edge of a cell and its text, at most. */
const PADDING = 8;

function sidesOf(band: HeaderBand, lines: readonly Line[]): Sides | null {
  const half = band.columns.length / 2;
  const [left, right] = [band.columns.slice(0, half), band.columns.slice(half)];
  const twice =
    half >= 2 &&
    left.every(({ label }, index) => compact(label) === compact(right[index]?.label ?? ''));
  const [first, last] = [right[0], left.at(-1)];
  const [head] = band.lines;
  if (!Number.isInteger(half) || !twice || !first || !last || !head) return null;
  // Captions may begin further left than the text of cells, by the cell's padding.
  const x = first.x - Math.min(PADDING, (first.x - last.right) / 2);
  const at = lines.indexOf(head);
  let from = at;
  while (from > 0 && isParted(lines[from - 1], x)) from -= 1;
  let to = at;
  while (to + 1 < lines.length && !crosses(lines[to + 1], x)) to += 1;
  const [above, below] = [lines[from - 1], lines[to + 1]];
  return {
    x,
    top: above ? above.baseline + 0.3 * above.size : -Infinity,
    bottom: below ? below.baseline - below.size : Infinity,
  };
}

/** A line with text on both sides, such as two captions. */
function isParted(line: Line | undefined, x: number): boolean {
  if (!line || crosses(line, x)) return false;
  return line.runs.some((run) => run.x < x) && line.runs.some((run) => run.x >= x);
}

/** A text that runs on over the white between the two. */
function crosses(line: Line | undefined, x: number): boolean {
  if (!line) return true;
  const before: Run | undefined = line.runs.findLast((run) => run.x < x);
  const after = line.runs.find((run) => run.x >= x);
  if (before && before.right > x) return true;
  return before !== undefined && after !== undefined && after.x - before.right < 0.6 * line.size;
}

import type { Piece } from '../../page/layout.ts';
import type { Box, Run } from '../../page/page.ts';

/** Usual height above and depth below the baseline, in ems. */
const ASCENT = 0.78;
const DESCENT = 0.22;

export function boxOf({ x, right, baseline, size, turned }: Run): Box {
  if (turned) {
    const { from, to } = turned;
    return { x, right, y: Math.min(from, to), bottom: Math.max(from, to) };
  }
  return { x, right, y: baseline - ASCENT * size, bottom: baseline + DESCENT * size };
}

/** The smallest rectangle around all; null around nothing. */
export function hull(boxes: readonly Box[]): Box | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  return rest.reduce(
    (one, other) => ({
      x: Math.min(one.x, other.x),
      y: Math.min(one.y, other.y),
      right: Math.max(one.right, other.right),
      bottom: Math.max(one.bottom, other.bottom),
    }),
    first,
  );
}

/** A rectangle for each line that stands on a page. */
export function linesOn(pieces: readonly Piece[], page: number): readonly Box[] {
  return pieces
    .filter((piece) => piece.page === page)
    .flatMap(({ runs }) => hull(runs.map(boxOf)) ?? []);
}

export function hullOn(pieces: readonly Piece[], page: number): Box | null {
  return hull(linesOn(pieces, page));
}

export function grown({ x, y, right, bottom }: Box, by: number): Box {
  return { x: x - by, y: y - by, right: right + by, bottom: bottom + by };
}

/** True when two rectangles share more than a rim of the given width. */
export function overlap(one: Box, other: Box, rim: number): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.x, other.x) > rim &&
    Math.min(one.bottom, other.bottom) - Math.max(one.y, other.y) > rim
  );
}

/** As the attributes of a `rect`. */
export function rectangle({ x, y, right, bottom }: Box): Readonly<Record<string, number>> {
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

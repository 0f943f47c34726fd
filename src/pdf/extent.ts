import type { Point } from './matrix.ts';

/** An upright box on the visible page, in points; y runs down. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around points; null without any. */
export function extentOf(points: readonly Point[]): Extent | null {
  if (points.length === 0) return null;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

/** What two boxes have in common; null when that is nothing. No box at all bounds nothing. */
export function overlap(box: Extent, other: Extent | null): Extent | null {
  if (other === null) return box;
  const common = {
    left: Math.max(box.left, other.left),
    top: Math.max(box.top, other.top),
    right: Math.min(box.right, other.right),
    bottom: Math.min(box.bottom, other.bottom),
  };
  return common.right < common.left || common.bottom < common.top ? null : common;
}

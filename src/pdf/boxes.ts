import type { Box } from '../page/page.ts';
import type { Shape, Subpath } from './drawing.ts';
import { extentOf, overlap } from './extent.ts';
import type { Extent } from './extent.ts';
import { rounded } from './matrix.ts';
import type { Point } from './matrix.ts';

/** What is thinner is a line; see rules.ts. */
const THINNEST = 2;
/** A corner this little out of place still makes a right angle. */
const SKEW = 0.5;
/** A box over more than this part of either side of the page, in both directions, is its background. */
const BACKGROUND = 0.85;

/** Filled upright rectangles of a page, thick enough to be seen as areas: backgrounds of cells and rows. */
export function findBoxes(shapes: readonly Shape[], width: number, height: number): Box[] {
  const page = { left: 0, top: 0, right: width, bottom: height };
  return shapes.flatMap(({ fill, clip, subpaths }) => {
    if (!fill) return [];
    const seen = overlap(page, clip);
    return subpaths.flatMap((subpath) => {
      const whole = rectangle(subpath);
      const box = whole && seen && overlap(whole, seen);
      if (!box) return [];
      const [across, along] = [box.right - box.left, box.bottom - box.top];
      if (across < THINNEST || along < THINNEST) return [];
      if (across > BACKGROUND * width && along > BACKGROUND * height) return [];
      const { left, top, right, bottom } = box;
      return [
        { x: rounded(left), y: rounded(top), right: rounded(right), bottom: rounded(bottom) },
      ];
    });
  });
}

function rectangle({ corners, straight }: Subpath): Extent | null {
  const extent = extentOf(corners);
  if (!straight || !extent || corners.length < 4 || corners.length > 5) return null;
  const { left, top, right, bottom } = extent;
  const isCorner = ({ x, y }: Point): boolean =>
    (x - left < SKEW || right - x < SKEW) && (y - top < SKEW || bottom - y < SKEW);
  return corners.every(isCorner) ? extent : null;
}

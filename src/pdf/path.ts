import type { Subpath } from './drawing.ts';
import { transform } from './matrix.ts';
import type { Matrix, Point } from './matrix.ts';

/** Codes in the path buffers of pdf.js' `constructPath`, each followed by its coordinates. */
const MOVE_TO = 0;
const LINE_TO = 1;
const CURVE_TO = 2;
const QUADRATIC_CURVE_TO = 3;
const CLOSE_PATH = 4;

/**
 * The straight parts of a path in points on the visible page. A curve ends a subpath and begins a new
 * one at its end: lines before and after it still count, the curve itself does not.
 */
export function readSubpaths(path: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let corners: Point[] = [];
  let curved = false;

  function finish(closed: boolean): void {
    if (corners.length > 1) {
      subpaths.push({ corners, closed: closed && !curved, straight: !curved });
    }
    corners = [];
  }
  function point(index: number): Point {
    return transform(matrix, path[index] ?? 0, path[index + 1] ?? 0);
  }
  for (let index = 0; index < path.length;) {
    const code = path[index++];
    if (code === MOVE_TO) {
      finish(false);
      curved = false;
      corners.push(point(index));
      index += 2;
    } else if (code === LINE_TO) {
      corners.push(point(index));
      index += 2;
    } else if (code === CURVE_TO || code === QUADRATIC_CURVE_TO) {
      curved = true;
      finish(false);
      index += code === CURVE_TO ? 6 : 4;
      corners.push(point(index - 2));
    } else if (code === CLOSE_PATH) {
      const first = corners[0];
      finish(true);
      if (first !== undefined) corners.push(first);
      curved = false;
    } else {
      throw new Error(`path code ${code} is not known`);
    }
  }
  finish(false);
  return subpaths;
}

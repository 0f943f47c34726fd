import type { Rule } from '../page/page.ts';
import type { Shape, Subpath } from './drawing.ts';
import { extentOf, overlap } from './extent.ts';
import type { Extent } from './extent.ts';
import { rounded } from './matrix.ts';
import type { Point } from './matrix.ts';

/** A box or stroke under this many points is seen as a line. */
const THICKEST = 2;
const SHORTEST = 5;
/** A line this little out of true is still horizontal or vertical: rounding of producers. */
const SKEW = 0.5;
/** Dashes and dots of one line are at most this long, with gaps no more than twice as long as they are. */
const DASH = 8;
const DASH_GAP = 2;
/** Word draws a border cell by cell and corner by corner; pieces this close are one line to a reader. */
const JOINT = 1;

interface Stretch {
  readonly horizontal: boolean;
  /** y of a horizontal line, x of a vertical one. */
  readonly across: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Horizontal and vertical lines of a page: stroked straight lines and thin filled boxes. Pieces of one
 * line that touch become one; what is then shorter than 5 points or lies outside the visible page is
 * left out. A line's place is that of its middle.
 */
export function findRules(shapes: readonly Shape[], width: number, height: number): Rule[] {
  const stretches = shapes.flatMap(stretchesOf);
  const rules: Rule[] = [];
  for (const stretch of joinTouching(stretches)) {
    const limit = stretch.horizontal
      ? { along: width, across: height }
      : { along: height, across: width };
    const from = Math.max(0, stretch.from);
    const to = Math.min(limit.along, stretch.to);
    if (to - from < SHORTEST || stretch.across < 0 || stretch.across > limit.across) continue;
    rules.push({
      direction: stretch.horizontal ? 'horizontal' : 'vertical',
      x: rounded(stretch.horizontal ? from : stretch.across),
      y: rounded(stretch.horizontal ? stretch.across : from),
      length: rounded(to - from),
    });
  }
  return rules;
}

function stretchesOf(shape: Shape): Stretch[] {
  const stretches: Stretch[] = [];
  for (const subpath of shape.subpaths) {
    const box = shape.fill && subpath.straight ? thinBox(subpath, shape.clip) : null;
    if (box !== null) {
      stretches.push(box);
    } else if (shape.stroke && shape.lineWidth < THICKEST) {
      stretches.push(...edges(subpath).flatMap((stretch) => seenPart(stretch, shape.clip)));
    }
  }
  return stretches;
}

/** What of a stroke is left inside the clipping path. */
function seenPart(stretch: Stretch, clip: Extent | null): Stretch[] {
  if (clip === null) return [stretch];
  const { left, top, right, bottom } = clip;
  const [least, most] = stretch.horizontal ? [top, bottom] : [left, right];
  if (stretch.across < least - THICKEST || stretch.across > most + THICKEST) return [];
  const from = Math.max(stretch.from, stretch.horizontal ? left : top);
  const to = Math.min(stretch.to, stretch.horizontal ? right : bottom);
  return to > from ? [{ ...stretch, from, to }] : [];
}

function thinBox({ corners }: Subpath, clip: Extent | null): Stretch | null {
  const whole = extentOf(corners);
  const box = whole && overlap(whole, clip);
  if (!box) return null;
  const [across, along] = [box.bottom - box.top, box.right - box.left];
  if (across < THICKEST && along >= across) {
    return { horizontal: true, across: (box.top + box.bottom) / 2, from: box.left, to: box.right };
  }
  if (along < THICKEST) {
    return { horizontal: false, across: (box.left + box.right) / 2, from: box.top, to: box.bottom };
  }
  return null;
}

function edges({ corners, closed }: Subpath): Stretch[] {
  const first = corners[0];
  const ring = closed && first !== undefined ? [...corners, first] : corners;
  const stretches: Stretch[] = [];
  for (const [index, end] of ring.entries()) {
    const start = ring[index - 1];
    const stretch = start === undefined ? null : edge(start, end);
    if (stretch !== null) stretches.push(stretch);
  }
  return stretches;
}

function edge(start: Point, end: Point): Stretch | null {
  const [dx, dy] = [Math.abs(end.x - start.x), Math.abs(end.y - start.y)];
  if (dy <= SKEW && dx > dy) {
    const across = (start.y + end.y) / 2;
    return {
      horizontal: true,
      across,
      from: Math.min(start.x, end.x),
      to: Math.max(start.x, end.x),
    };
  }
  if (dx <= SKEW && dy > dx) {
    const across = (start.x + end.x) / 2;
    return {
      horizontal: false,
      across,
      from: Math.min(start.y, end.y),
      to: Math.max(start.y, end.y),
    };
  }
  return null;
}

/** Horizontal lines from top to bottom, then vertical ones from left to right. */
function joinTouching(stretches: readonly Stretch[]): Stretch[] {
  return [true, false].flatMap((horizontal) =>
    intoLines(stretches.filter((stretch) => stretch.horizontal === horizontal)).flatMap(joinPieces),
  );
}

/** Stretches in the same direction whose places follow each other within a joint lie on one line. */
function intoLines(stretches: readonly Stretch[]): Stretch[][] {
  const lines: Stretch[][] = [];
  let last = -Infinity;
  for (const stretch of stretches.toSorted((a, b) => a.across - b.across)) {
    const line = lines.at(-1);
    if (line === undefined || stretch.across - last > JOINT) lines.push([stretch]);
    else line.push(stretch);
    last = stretch.across;
  }
  return lines;
}

function joinPieces(pieces: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  let former: Stretch | null = null;
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && piece.from - last.to <= Math.max(JOINT, dashGap(former, piece))) {
      const longer = last.to - last.from >= piece.to - piece.from ? last : piece;
      const to = Math.max(last.to, piece.to);
      joined[joined.length - 1] = { ...longer, from: last.from, to };
    } else {
      joined.push(piece);
    }
    former = piece;
  }
  return joined;
}

/** How far a piece may stand from the dash before it to be the next dash of the same line. */
function dashGap(former: Stretch | null, piece: Stretch): number {
  const lengths = [former, piece].map((it) => (it === null ? 0 : it.to - it.from));
  if (lengths.some((length) => length === 0 || length > DASH)) return 0;
  return DASH_GAP * Math.max(...lengths);
}

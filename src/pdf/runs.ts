import type { Run } from '../page/page.ts';
import type { Glyph } from './drawing.ts';
import { normalizeLetters } from '../page/letters.ts';
import { endsWithSoftHyphen, isBlank, isCombining } from './letters.ts';
import { rounded } from './matrix.ts';
import { keepSeen } from './seen.ts';
import { layTurned } from './turned.ts';
import type { Point } from './matrix.ts';

/** All in ems of the glyph before. */
const GAP_IN_STRING = 0.13;
/** Word processors place glyphs anew within a word, for kerning; rounding to whole units leaves up to this much. */
const GAP_WHEN_PLACED = 0.08;
/** A glyph further than this from where the pen stands does not just follow the one before. */
const MOVED = 0.01;
/** Kerning pulls pairs such as “To” together by up to this much. */
const OVERLAP = 0.2;
const BASELINE_SHIFT = 0.02;
const ASCENT = 0.75;
const DESCENT = 0.2;
/** Sine of the angle up to which a line still counts as horizontal: one degree. */
const LEVEL = 0.0175;

/** A run in the making. */
export interface Word {
  readonly glyphs: readonly Glyph[];
  readonly run: Run;
  /** Whole extent, so that overprinting can be seen. */
  readonly top: number;
  readonly bottom: number;
}

/**
 * Words and parts of words on a page of this size, in content order. What stands wholly outside the
 * visible page is left out: printers' marks, and furniture of the sheet before it was cropped.
 *
 * A run that is not level takes the place of its bounding box: x and right are its sides, baseline its lower
 * side, or for one that stands on its side the height at which it is read. Its letters are in reading order
 * all the same.
 */
export function findRuns(glyphs: readonly Glyph[], width: number, height: number): Run[] {
  const words: Word[] = [];
  let open: Glyph[] = [];
  let blank: Glyph | null = null;
  function close(): void {
    const [first] = open;
    if (first) words.push(toWord(open, blank !== null && stands(blank, first)));
    if (first) blank = null;
    open = [];
  }
  for (const glyph of glyphs) {
    if (glyph.content.hidden) continue;
    if (isBlank(glyph.text)) {
      close();
      blank = glyph;
      continue;
    }
    const before = open.findLast(({ text }) => !isCombining(text));
    if (before !== undefined && !continues(before, glyph)) close();
    open.push(glyph);
  }
  close();
  const inside = words.filter(
    ({ run, top, bottom }) => run.right > 0 && run.x < width && bottom > 0 && top < height,
  );
  return [...layTurned(keepSeen(withSoftHyphens(inside)))];
}

/** Whether a blank stands directly before a glyph. */
function stands(blank: Glyph, glyph: Glyph): boolean {
  const em = glyph.size;
  const across = dot(glyph.direction, between(blank.end, glyph.start));
  const down = cross(glyph.direction, between(blank.end, glyph.start));
  return Math.abs(down) < BASELINE_SHIFT * em && Math.abs(across) < GAP_IN_STRING * em;
}

/** Where one word seldom goes on: “Beleidsdoorlichting” against “2019”, “2022” against “Afgerond”. */
function isSeam(before: string, after: string): boolean {
  return /\p{Ll}$/u.test(before)
    ? /^[\p{Lu}\d]/u.test(after)
    : /\d$/.test(before) && /^\p{Lu}/u.test(after);
}

function continues(before: Glyph, glyph: Glyph): boolean {
  if (isCombining(glyph.text)) return distance(before.end, glyph.start) < before.size;
  if (
    before.font.name !== glyph.font.name ||
    before.content.id !== glyph.content.id ||
    before.content.artifact !== glyph.content.artifact ||
    before.invisible !== glyph.invisible ||
    Math.abs(before.size - glyph.size) > 0.01 * glyph.size ||
    dot(before.direction, glyph.direction) < 1 - LEVEL
  ) {
    return false;
  }
  const em = before.size;
  // Cells may touch; what is placed anew there, or moved within one string, may be another one.
  const moved = Math.abs(dot(before.direction, between(before.pen, glyph.start))) > MOVED * em;
  if ((glyph.placed || moved) && isSeam(before.text, glyph.text)) return false;
  const shift = Math.abs(cross(before.direction, between(before.end, glyph.start)));
  if (shift > BASELINE_SHIFT * em) return false;
  // Letterspacing belongs to the word: a glyph where the pen stands is as near as one that touches.
  const limit = glyph.placed ? GAP_WHEN_PLACED : GAP_IN_STRING;
  return (
    isWithin(dot(before.direction, between(before.end, glyph.start)) / em, limit) ||
    isWithin(dot(before.direction, between(before.pen, glyph.start)) / em, limit)
  );
}

function isWithin(gap: number, limit: number): boolean {
  return gap >= -OVERLAP && gap <= limit;
}

function toWord(glyphs: readonly Glyph[], spaced: boolean): Word {
  const [first] = glyphs as readonly [Glyph, ...Glyph[]];
  const raw = glyphs.map((glyph) => glyph.text).join('');
  const { direction, size, font, content } = first;
  const level = isLevel(direction);
  const extent = extentOf(glyphs, first);
  return {
    glyphs,
    top: extent.top,
    bottom: extent.bottom,
    run: {
      text: normalizeLetters(raw).replace(/\s/gu, ''),
      x: rounded(extent.left),
      right: rounded(extent.right),
      baseline: rounded(level ? first.start.y : extent.bottom),
      size: rounded(size),
      font: font.name,
      bold: font.bold || glyphs.every((glyph) => glyph.thickened),
      contentId: content.id,
      artifact: content.artifact,
      softHyphen: endsWithSoftHyphen(raw),
      ...(spaced && { spaced }),
    },
  };
}

interface Extent {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** From ascenders to descenders; left and right of a level word are those of its advances. */
function extentOf(glyphs: readonly Glyph[], { direction, size }: Glyph): Extent {
  const slant = isLevel(direction) ? 0 : direction.y;
  const extent = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  function include({ x, y }: Point, rise: number): void {
    const [across, down] = [x + slant * rise * size, y - direction.x * rise * size];
    if (across < extent.left) extent.left = across;
    if (across > extent.right) extent.right = across;
    if (down < extent.top) extent.top = down;
    if (down > extent.bottom) extent.bottom = down;
  }
  for (const { start, end } of glyphs) {
    for (const point of [start, end]) {
      include(point, ASCENT);
      include(point, -DESCENT);
    }
  }
  return extent;
}

/** Gives a soft hyphen that was drawn apart to the run it ends; then drops what has no letters left. */
function withSoftHyphens(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (const word of words) {
    const last = kept.at(-1);
    if (word.run.text !== '') {
      kept.push(word);
    } else if (last !== undefined && word.run.softHyphen && isNextTo(last.run, word.run)) {
      kept[kept.length - 1] = { ...last, run: { ...last.run, softHyphen: true } };
    }
  }
  return kept;
}

function isNextTo(run: Run, next: Run): boolean {
  const gap = next.x - run.right;
  return (
    Math.abs(next.baseline - run.baseline) < BASELINE_SHIFT * run.size &&
    Math.abs(gap) < GAP_IN_STRING * run.size
  );
}

/** A quarter turn of the page after which most of its letters stand upright, in degrees clockwise. */
export function uprightTurn(directions: Iterable<Point>): 0 | 90 | 180 | 270 {
  let all = 0;
  const counts = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const direction of directions) {
    all++;
    if (isLevel(direction)) counts[0]++;
    else if (Math.abs(direction.x) <= LEVEL) counts[direction.y < 0 ? 90 : 270]++;
    else if (Math.abs(direction.y) <= LEVEL) counts[180]++;
  }
  for (const turn of [90, 180, 270] as const) if (counts[turn] > all / 2) return turn;
  return 0;
}

/** Left to right on a level line. */
export function isLevel(direction: Point): boolean {
  return direction.x > 0 && Math.abs(direction.y) <= LEVEL;
}

function between(from: Point, to: Point): Point {
  return { x: to.x - from.x, y: to.y - from.y };
}

function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

function dot(a: Point, b: Point): number {
  return a.x * b.x + a.y * b.y;
}

function cross(a: Point, b: Point): number {
  return a.x * b.y - a.y * b.x;
}

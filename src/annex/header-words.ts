import type { Run } from '../page/page.ts';
import { compact } from './fold.ts';
import { phrases, type Line } from './line.ts';

/** The shortest name of a column that is looked for inside a word. */
const SHORTEST = 4;
/** Lines below a header that are asked whether a column begins there. */
const MOST_BELOW = 24;
/** Text before the beginning of a column ends this many ems before it. */
const GUTTER = 0.5;
/** Text of a column begins at most this many ems from where letters of one width would end. */
const REACH = 1.2;

/**
 * Lines whose words are cut where the names of two columns touch (“AFRONDINGSTATUS”): both parts must be
 * names, and a column of text must begin below the second. The same lines when there is no such word.
 * @param below lines under the header on its page
 */
export function cutTouching(
  lines: readonly Line[],
  below: readonly Line[],
  isKnown: (label: string) => boolean,
): readonly Line[] {
  let found = false;
  const cut = lines.map((line) => {
    const runs = line.runs.flatMap((run) => parts(run, rowsBelow(run, below), isKnown));
    if (runs.length === line.runs.length) return line;
    found = true;
    return { ...line, runs };
  });
  return found ? cut : lines;
}

/** Up to where the same header stands again. */
function rowsBelow({ text }: Run, below: readonly Line[]): readonly Line[] {
  const near = below.slice(0, MOST_BELOW);
  const again = near.findIndex(({ runs }) => runs.some((run) => run.text === text));
  return again < 0 ? near : near.slice(0, again);
}

function parts(
  run: Run,
  below: readonly Line[],
  isKnown: (label: string) => boolean,
): readonly Run[] {
  for (let at = SHORTEST; at <= run.text.length - SHORTEST; at += 1) {
    const [left, right] = [run.text.slice(0, at), run.text.slice(at)];
    if (!isKnown(left) || compact(left) === compact(right)) continue;
    const x = columnStart(run, at, below);
    if (x === null) continue;
    const rest = parts({ ...run, text: right, x }, below, isKnown);
    if (rest.length > 1 || isKnown(right)) return [{ ...run, text: left, right: x }, ...rest];
  }
  return [run];
}

/** Where most lines below begin a text near a letter of a word; null when none does or one runs on through it. */
function columnStart(run: Run, letter: number, below: readonly Line[]): number | null {
  const usual = run.x + ((run.right - run.x) * letter) / run.text.length;
  const starts = below.flatMap(({ runs }) =>
    runs.flatMap(({ x }, index) => {
      const before = runs[index - 1]?.right ?? -Infinity;
      const isStart = Math.abs(x - usual) < REACH * run.size && x - before > GUTTER * run.size;
      return isStart ? [x] : [];
    }),
  );
  const count = (start: number): number => starts.filter((x) => Math.abs(x - start) < 1).length;
  const [best] = starts.toSorted((a, b) => count(b) - count(a) || a - b);
  if (best === undefined) return null;
  const last = below.findLastIndex(({ runs }) => runs.some(({ x }) => Math.abs(x - best) < 1));
  const crossed = below.slice(0, last).filter(({ runs }) => {
    const through = runs.some(({ x, right }) => x < best - 1 && right > best);
    return through && phrases(runs, 1).length > 1;
  });
  return crossed.length * 3 < count(best) ? best : null;
}

/**
 * Groups of header words joined where a justified line stands wide (“Type     onder-” over “zoek”): one
 * of them is no name by itself, and together they are one letter by letter, be it with the first words
 * of the second alone.
 */
export function joinedGroups(
  groups: readonly (readonly Run[])[],
  labelOf: (runs: readonly Run[]) => string,
  isKnown: (label: string) => boolean,
): readonly (readonly Run[])[] {
  const joined: (readonly Run[])[] = [];
  for (const group of groups) {
    const before = joined.at(-1);
    const whole = before && [...before, ...group];
    const strange = before && !(isKnown(labelOf(before)) && isKnown(labelOf(group)));
    if (!before || strange !== true) joined.push(group);
    else if (whole && isKnown(labelOf(whole))) joined.splice(-1, 1, whole);
    else joined.splice(-1, 1, ...parted(before, group, labelOf, isKnown));
  }
  return joined;
}

/** Two groups with the first words of the second in the first, where both are names then. */
function parted(
  before: readonly Run[],
  group: readonly Run[],
  labelOf: (runs: readonly Run[]) => string,
  isKnown: (label: string) => boolean,
): readonly (readonly Run[])[] {
  for (let count = 1; count < group.length; count += 1) {
    const [first, rest] = [[...before, ...group.slice(0, count)], group.slice(count)];
    if (isKnown(labelOf(first)) && isKnown(labelOf(rest))) return [first, rest];
  }
  return [before, group];
}

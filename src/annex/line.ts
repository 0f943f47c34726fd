import type { Page, Run } from '../page/page.ts';
import { findMarks, type Mark } from './mark.ts';

/** Runs on one baseline over the whole width of a page, from left to right. */
export interface Line {
  readonly page: Page;
  readonly baseline: number;
  readonly runs: readonly Run[];
  /** Note marks that hang on its runs, stand before them or alone at its height. */
  readonly marks: readonly Mark[];
  readonly left: number;
  readonly right: number;
  /** Size of most of its letters. */
  readonly size: number;
}

/** A gap wider than this many ems is a blank between words. */
const BLANK = 0.13;
/** Runs whose baselines differ by less than this many ems stand on one line. */
const LEVEL = 0.22;
/** Raised and lowered text is at most this much of the size of what it hangs on. */
const SMALL = 0.86;

/** Lines of a page from top to bottom; every run of the page is in exactly one, as text or as mark. */
export function linesOf(page: Page): Line[] {
  const upright = page.runs.filter(({ turned }) => !turned);
  const marks = findMarks(upright);
  const level = levels(upright, marks);
  const height = (run: Run): number => level.get(run) ?? run.baseline;
  const runs = page.runs.filter((run) => !marks.has(run)).sort((a, b) => height(a) - height(b));
  const groups: { baseline: number; size: number; runs: Run[]; marks: Mark[] }[] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const small = Math.min(run.size, group?.size ?? run.size);
    const alike = Boolean(group?.runs[0]?.turned) === Boolean(run.turned);
    if (group && alike && height(run) - group.baseline <= LEVEL * small) group.runs.push(run);
    else groups.push({ baseline: height(run), size: run.size, runs: [run], marks: [] });
  }
  for (const mark of marks.values()) {
    const home = groups.find((group) => mark.base !== null && group.runs.includes(mark.base));
    const group = home ?? nearestBelow(groups, mark.run);
    if (group) group.marks.push(mark);
    else
      groups.push({
        baseline: mark.run.baseline,
        size: mark.run.size,
        runs: [mark.run],
        marks: [],
      });
  }
  return groups
    .sort((a, b) => a.baseline - b.baseline)
    .map(({ baseline, runs: members, marks: own }) => toLine(page, baseline, members, own));
}

function toLine(page: Page, baseline: number, runs: Run[], marks: readonly Mark[]): Line {
  runs.sort((a, b) => a.x - b.x);
  const left = runs[0]?.x ?? 0;
  const right = Math.max(...runs.map((run) => run.right));
  return { page, baseline, runs, marks, left, right, size: usualSize(runs) };
}

/** Baselines of small raised or lowered text that touches its neighbour (CO2, m2, 1e): the neighbour's. */
function levels(runs: readonly Run[], marks: ReadonlyMap<Run, Mark>): Map<Run, number> {
  const found = new Map<Run, number>();
  const hosts = runs.filter((run) => !marks.has(run));
  const tallest = Math.max(...hosts.map((run) => run.size));
  for (const run of hosts) {
    if (run.text.length > 4 || run.size > tallest * SMALL) continue;
    const host = hosts.find((other) => isHost(other, run));
    if (host) found.set(run, host.baseline);
  }
  return found;
}

function isHost(host: Run, run: Run): boolean {
  if (run.size > host.size * SMALL) return false;
  const shift = Math.abs(host.baseline - run.baseline);
  const gap = Math.min(Math.abs(run.x - host.right), Math.abs(host.x - run.right));
  return shift > 0.02 && shift < 0.6 * host.size && gap < 0.12 * host.size;
}

function nearestBelow<Group extends { readonly baseline: number }>(
  groups: readonly Group[],
  run: Run,
): Group | undefined {
  return groups
    .filter((group) => group.baseline >= run.baseline - 0.1)
    .sort((a, b) => a.baseline - b.baseline)[0];
}

export function usualSize(runs: readonly Run[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 20) / 20;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** True when a blank is printed between two runs of one line. */
export function hasBlankBetween(before: Run, after: Run): boolean {
  const em = Math.min(before.size, after.size);
  const gap =
    before.turned && after.turned
      ? Math.abs(after.turned.from - before.turned.to)
      : after.x - before.right;
  return gap > BLANK * em || (after.spaced === true && gap > 0.02 * em);
}

/** Runs of one line as text. */
export function textOf(runs: readonly Run[]): string {
  let text = '';
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    text += before && hasBlankBetween(before, run) ? ` ${run.text}` : run.text;
  }
  return text;
}

/** Splits the runs of a line where the gap is wider than `ems`. */
export function phrases(runs: readonly Run[], ems: number): Run[][] {
  const found: Run[][] = [];
  for (const run of runs) {
    const before = found.at(-1)?.at(-1);
    if (before && run.x - before.right <= ems * Math.max(before.size, run.size)) {
      found.at(-1)?.push(run);
    } else found.push([run]);
  }
  return found;
}

export function isBold(line: Line): boolean {
  return line.runs.every((run) => run.bold);
}

import { costBetween } from './between.ts';
import type { Habit } from './habit.ts';
import type { SegmentLine } from './lines.ts';
import { openRow } from './open-row.ts';
import { openText } from './open-text.ts';

/** Lines from one number up to, but not including, another, as one row. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly wide: boolean;
  /** How much worse the best way is that parts the lines otherwise at its beginning or within it. */
  readonly margin: number;
}

export interface Parting {
  readonly segments: readonly Segment[];
  readonly cost: number;
}

interface Trial {
  readonly from: number;
  readonly to: number;
  readonly wide: boolean;
  readonly cost: number;
}

/** A row that costs this much more than the best way up to its beginning is not tried any longer. */
const HOPELESS = 22;
const MOST_LINES = 160;

/**
 * Parts lines into rows so that the whole costs least: every way of doing it is weighed, by dynamic
 * programming over the lines at which a row may begin.
 */
export function partLines(lines: readonly SegmentLine[], habit: Habit): Parting {
  const trials = lines.map((_, from) => trialsFrom(lines, from, habit));
  const until = [0, ...lines.map(() => Infinity)];
  const best: (Trial | null)[] = [null, ...lines.map(() => null)];
  for (const [from, own] of trials.entries()) {
    for (const trial of own) {
      const cost = (until[from] ?? 0) + trial.cost;
      if (cost >= (until[trial.to] ?? Infinity)) continue;
      until[trial.to] = cost;
      best[trial.to] = trial;
    }
  }
  const cost = until[lines.length] ?? 0;
  const after = lines.map(() => Infinity);
  after.push(0);
  for (let from = lines.length - 1; from >= 0; from -= 1) {
    for (const trial of trials[from] ?? []) {
      after[from] = Math.min(after[from] ?? Infinity, trial.cost + (after[trial.to] ?? Infinity));
    }
  }
  const chosen: Trial[] = [];
  for (let to = lines.length; to > 0;) {
    const trial = best[to];
    if (!trial) break;
    chosen.unshift(trial);
    to = trial.from;
  }
  const other = otherwise(trials.flat(), until, after, lines.length);
  const starts = new Set(chosen.map(({ from }) => from));
  const segments = chosen.map(({ from, to, wide }) => {
    let margin = from === 0 ? Infinity : (other.joined[from] ?? Infinity) - cost;
    for (let line = from + 1; line < to; line += 1)
      if (!starts.has(line))
        margin = Math.min(margin, (until[line] ?? Infinity) + (after[line] ?? Infinity) - cost);
    return { from, to, wide, margin };
  });
  return { segments, cost };
}

/** By line: the least cost of all when no row begins there. */
function otherwise(
  trials: readonly Trial[],
  until: readonly number[],
  after: readonly number[],
  count: number,
): { readonly joined: readonly number[] } {
  const joined = Array.from({ length: count }, () => Infinity);
  for (const { from, to, cost } of trials) {
    const whole = (until[from] ?? Infinity) + cost + (after[to] ?? Infinity);
    for (let line = from + 1; line < to; line += 1)
      joined[line] = Math.min(joined[line] ?? Infinity, whole);
  }
  return { joined };
}

/** All rows that may begin with a line. */
function trialsFrom(lines: readonly SegmentLine[], from: number, habit: Habit): Trial[] {
  const before = lines[from - 1];
  const first = lines[from];
  const entry = before && first ? costBetween(before, first, habit) : 0;
  const trials: Trial[] = [];
  for (const wide of [false, true]) {
    const open = wide ? openText(habit) : openRow(habit);
    for (let at = from; at < lines.length && at - from < MOST_LINES; at += 1) {
      const line = lines[at];
      if (!line || (at > from && line.cut) || (!wide && line.wide)) break;
      if (open.take(line) > HOPELESS) break;
      trials.push({ from, to: at + 1, wide, cost: entry + open.total() });
    }
  }
  return trials;
}

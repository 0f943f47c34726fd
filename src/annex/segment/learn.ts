import type { BodyLine } from '../body.ts';
import { pitchOf, widthsOf } from './habit.ts';
import type { Alignment, Habit } from './habit.ts';
import { toSegmentLines } from './lines.ts';
import type { SegmentLine } from './lines.ts';
import { partLines } from './part.ts';
import type { Parting } from './part.ts';

/** How much each must explain before it is taken: cells mostly begin at the same height. */
const ALIGNMENTS: readonly (readonly [Alignment, number])[] = [
  ['top', 0],
  ['middle', 3],
  ['bottom', 6],
];
/** Rows that cost no more than this on average leave nothing for another alignment to explain. */
const SETTLED = 0.5;
/** Lines from which a make is learnt: more tell nothing new. */
const ENOUGH = 240;

/**
 * Learns from all tables of one make how their rows are set: the alignment under which they can be parted
 * with least against it, then the distance and the rules that so turn out to stand between rows.
 */
export function learnHabit(tables: readonly (readonly BodyLine[])[]): Habit {
  const all = tables.map(toSegmentLines);
  const lines = all.flat();
  const plain: Habit = {
    alignment: 'top',
    pitch: pitchOf(all),
    gap: null,
    described: false,
    ruled: false,
    ...widthsOf(lines),
    fields: lines[0]?.body.columns.map(({ field }) => field) ?? [],
  };
  const some = sample(all);
  let best: { readonly habit: Habit; readonly cost: number } | null = null;
  for (const [alignment, unusual] of ALIGNMENTS) {
    const { habit, cost, rows } = learnFrom(some, { ...plain, alignment });
    if (!best || cost + unusual < best.cost) best = { habit, cost: cost + unusual };
    if (cost < rows * SETTLED) break;
  }
  return best?.habit ?? plain;
}

function learnFrom(
  tables: readonly (readonly SegmentLine[])[],
  first: Habit,
): { readonly habit: Habit; readonly cost: number; readonly rows: number } {
  let habit = first;
  for (let round = 0; round < 2; round += 1) {
    const partings = tables.map((lines) => partLines(lines, habit));
    habit = { ...habit, ...betweenRows(tables, partings, habit.pitch) };
  }
  const partings = tables.map((lines) => partLines(lines, habit));
  return {
    habit,
    cost: partings.reduce((sum, { cost }) => sum + cost, 0),
    rows: partings.reduce((sum, { segments }) => sum + segments.length, 0),
  };
}

function sample(tables: readonly (readonly SegmentLine[])[]): readonly (readonly SegmentLine[])[] {
  const taken: (readonly SegmentLine[])[] = [];
  let count = 0;
  for (const lines of tables) {
    if (count >= ENOUGH) break;
    taken.push(lines.slice(0, ENOUGH - count));
    count += lines.length;
  }
  return taken;
}

/** What stands between the rows of a parting: rules between nearly all, or one distance between most. */
function betweenRows(
  tables: readonly (readonly SegmentLine[])[],
  partings: readonly Parting[],
  pitch: number,
): Pick<Habit, 'gap' | 'ruled' | 'described'> {
  const starts = tables.flatMap((lines, table) =>
    (partings[table]?.segments ?? []).flatMap(({ from }) => {
      const line = lines[from];
      return from > 0 && line && !line.body.top ? [line] : [];
    }),
  );
  const ruled = starts.length > 1 && share(starts, ({ ruledOff }) => ruledOff) >= 0.85;
  const steps = starts
    .filter(({ ruledOff }) => !ruledOff)
    .map(({ body }) => body.step)
    .sort((a, b) => a - b);
  const middle = steps[Math.floor(steps.length / 2)];
  const steady =
    middle !== undefined &&
    steps.length > 1 &&
    share(steps, (step) => Math.abs(step - middle) < 0.12 * pitch) >= 0.7;
  return { ruled, gap: steady ? middle : null, described: isDescribed(tables, partings) };
}

/** At least every fourth study is followed by a whole sentence over the width. */
function isDescribed(
  tables: readonly (readonly SegmentLine[])[],
  partings: readonly Parting[],
): boolean {
  let studies = 0;
  let described = 0;
  for (const [table, { segments }] of partings.entries()) {
    for (const [index, { wide, to }] of segments.entries()) {
      if (!wide) studies += 1;
      else if (segments[index - 1]?.wide === false && endsSentence(tables[table]?.[to - 1]))
        described += 1;
    }
  }
  return described > 0 && described * 4 >= studies;
}

function endsSentence(line: SegmentLine | undefined): boolean {
  return /[.!?]["”’)]?$/.test(line?.whole.text ?? '');
}

function share<Value>(values: readonly Value[], matches: (value: Value) => boolean): number {
  return values.length === 0 ? 0 : values.filter(matches).length / values.length;
}

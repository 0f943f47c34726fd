import { cellText, filledColumns, rowEvidence, type BodyLine } from './body.ts';
import { beginsValue } from './values.ts';

/** What parts the rows of tables of one make. */
export interface Make {
  /** Usual distance between lines of one cell, in points. */
  readonly pitch: number;
  /** A rule stands between every two rows. */
  readonly ruled: boolean;
  /** More white stands between rows than between lines. */
  readonly spaced: boolean;
  /** Study rows are followed by a text of their own over the whole width. */
  readonly described: boolean;
}

/**
 * Learns from all tables of one make how their rows are parted: a sign counts when between two of it
 * there is one row and no more, as told by the short columns.
 */
export function learnMake(stretches: readonly (readonly BodyLine[])[]): Make {
  const lines = stretches.flat();
  const pitch = usualPitch(stretches);
  const rough: Make = { pitch, ruled: false, spaced: false, described: false };
  const spaced = parts(stretches, (body) => hasGap(body, rough));
  return {
    pitch,
    ruled: parts(stretches, isRuledOff),
    spaced,
    described: isDescribed(lines),
  };
}

/** Lines of one cell stand no further apart than this many ems. */
const WIDEST_PITCH = 1.3;

/**
 * The smallest distance between lines of one column: no cell is set tighter than another. Where no
 * cell has two lines it would be the distance between rows.
 */
function usualPitch(stretches: readonly (readonly BodyLine[])[]): number {
  const size = stretches.flat()[0]?.line.size ?? 8;
  const distances = stretches
    .flatMap(distancesIn)
    .filter((it) => it > 0.95 * size && it < WIDEST_PITCH * size);
  return distances.length > 0 ? Math.min(...distances) : 1.25 * size;
}

/** Distances between the lines of each column, whatever stands between them in other columns. */
function distancesIn(stretch: readonly BodyLine[]): number[] {
  const distances: number[] = [];
  const last = new Map<number, number>();
  for (const body of stretch) {
    if (body.top || isRuledOff(body)) last.clear();
    for (const column of filledColumns(body)) {
      const before = last.get(column);
      if (before !== undefined) distances.push(body.line.baseline - before);
      last.set(column, body.line.baseline);
    }
  }
  return distances;
}

/** Whether a sign between lines parts rows: hardly any block between two signs holds more than one. */
function parts(
  stretches: readonly (readonly BodyLine[])[],
  isSign: (body: BodyLine) => boolean,
): boolean {
  let blocks = 0;
  let single = 0;
  let signs = 0;
  for (const stretch of stretches) {
    for (const block of blocksOf(stretch, isSign)) {
      const rows = datesIn(block);
      if (rows > 0) blocks += 1;
      if (rows === 1) single += 1;
      if (block[0]?.top === false) signs += 1;
    }
  }
  return signs > 0 && blocks > 0 && single * 20 >= blocks * 17;
}

export function blocksOf(
  stretch: readonly BodyLine[],
  isSign: (body: BodyLine) => boolean,
): readonly (readonly BodyLine[])[] {
  const blocks: BodyLine[][] = [];
  for (const body of stretch) {
    const block = blocks.at(-1);
    if (block && !body.top && !isSign(body)) block.push(body);
    else blocks.push([body]);
  }
  return blocks;
}

/** How many years or statuses stand in one column of a block: as many rows as it has, or fewer. */
export function datesIn(
  block: readonly BodyLine[],
  former: (column: number) => string = () => '',
): number {
  const before = new Map<number, string>();
  const count = new Map<number, number>();
  for (const body of block) {
    if (body.wide) continue;
    for (const column of filledColumns(body)) {
      const field = body.columns[column]?.field ?? null;
      if (field !== 'completion' && field !== 'status' && field !== 'start') continue;
      const text = cellText(body, column);
      if (beginsValue(field, before.get(column) ?? former(column), text)) {
        count.set(column, (count.get(column) ?? 0) + 1);
        before.set(column, text);
      } else before.set(column, `${before.get(column) ?? former(column)} ${text}`.trim());
    }
  }
  return Math.max(0, ...count.values());
}

function isStrong(body: BodyLine): boolean {
  return !body.wide && rowEvidence(body, () => '') >= 2;
}

export function isRuledOff({ ruled, columns }: BodyLine): boolean {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last || ruled.length === 0) return false;
  const width = last.right - first.x;
  const covered = new Set<number>();
  for (const [from, to] of ruled) {
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const x = first.x + ((tenth + 0.5) * width) / 10;
      if (x >= from - 1 && x <= to + 1) covered.add(tenth);
    }
  }
  return covered.size >= 5;
}

/** More white above a line than between the lines of a cell, unless a theme beside it has it already. */
export function hasGap(body: BodyLine, { pitch }: Pick<Make, 'pitch'>): boolean {
  const most = pitch + Math.max(0.6, 0.07 * pitch);
  if (body.step > most) return true;
  if (body.distance <= most) return false;
  for (let line = body.beside; line; line = line.beside) if (line.step > most) return false;
  return true;
}

function isDescribed(lines: readonly BodyLine[]): boolean {
  let studies = 0;
  let described = 0;
  let open = false;
  for (const body of lines) {
    if (isStrong(body)) {
      studies += 1;
      open = true;
    } else if (body.wide && open) {
      described += 1;
      open = false;
    }
  }
  return described > 0 && described * 4 >= studies;
}

import type { Field } from '../vocabulary.ts';
import type { SegmentLine } from './lines.ts';

/** At what height the cells of a row stand. */
export type Alignment = 'top' | 'middle' | 'bottom';

/** How the tables of one make are set. */
export interface Habit {
  readonly alignment: Alignment;
  /** Distance between lines of one cell, in points. */
  readonly pitch: number;
  /** Distance from the last line of a row to the first of the next, in points; null when it varies. */
  readonly gap: number | null;
  /** Studies are followed by a text over the whole width. */
  readonly described: boolean;
  /** A rule stands between all rows. */
  readonly ruled: boolean;
  /** What a line of each column can hold at most, in points. */
  readonly widths: readonly number[];
  readonly fullWidth: number;
  readonly fields: readonly (Field | null)[];
}

/** Distances that differ by less than this part of the pitch are the same. */
const SAME = 0.08;

/**
 * Distance between the lines of one cell: the smallest that occurs often between lines of one column. No
 * cell is set tighter than another; where none has two lines, the distance between rows is as good.
 */
export function pitchOf(tables: readonly (readonly SegmentLine[])[]): number {
  const size = tables.flat()[0]?.body.line.size ?? 8;
  const distances = tables
    .flatMap(distancesIn)
    .filter((it) => it > 0.9 * size && it < 2.4 * size)
    .sort((a, b) => a - b);
  const most = Math.max(1, distances.length * 0.04);
  const found = distances.find(
    (least) => distances.filter((it) => it >= least && it < least + SAME * size).length >= most,
  );
  return found ?? distances[0] ?? 1.25 * size;
}

function distancesIn(lines: readonly SegmentLine[]): number[] {
  const distances: number[] = [];
  const last = new Map<number, number>();
  for (const { body, pieces, ruledOff } of lines) {
    if (body.top || ruledOff) last.clear();
    for (const [column, piece] of pieces.entries()) {
      if (!piece) continue;
      const before = last.get(column);
      if (before !== undefined) distances.push(body.line.baseline - before);
      last.set(column, body.line.baseline);
    }
  }
  return distances;
}

/** The widest line of each column, but for a few that stick out. */
export function widthsOf(lines: readonly SegmentLine[]): { widths: number[]; fullWidth: number } {
  const columns = lines[0]?.body.columns ?? [];
  const widths = columns.map((_, column) =>
    widest(lines.flatMap(({ pieces, wide }) => (wide ? [] : [pieces[column]?.width ?? 0]))),
  );
  const fullWidth = widest(lines.flatMap(({ wide, whole }) => (wide ? [whole.width] : [])));
  return { widths, fullWidth };
}

function widest(all: readonly number[]): number {
  const sorted = all.filter((width) => width > 0).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.98)] ?? 0;
}

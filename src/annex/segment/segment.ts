import { asWide, type BodyLine } from '../body.ts';
import type { Row } from '../rows.ts';
import type { Habit } from './habit.ts';
import { toSegmentLines } from './lines.ts';
import { partLines } from './part.ts';

const NONE: ReadonlyMap<number, Row> = new Map();

/** Parts the lines of a table into rows, which may go on over pages. */
export function segmentRows(bodies: readonly BodyLine[], habit: Habit): Row[] {
  const { segments } = partLines(toSegmentLines(bodies), habit);
  return segments.map(({ from, to, wide, margin }) => {
    const lines = bodies.slice(from, to);
    return { wide, lines: wide ? lines.map(asWide) : lines, margin, bounded: false, spans: NONE };
  });
}

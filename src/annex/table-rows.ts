import { asWide, toBody } from './body.ts';
import type { BodyLine } from './body.ts';
import { findColumns } from './columns.ts';
import { compact } from './fold.ts';
import { gridOf } from './grid.ts';
import type { GridPage } from './grid.ts';
import { isGrid, rowsOfGrid } from './grid-rows.ts';
import { learnHabit } from './segment/learn.ts';
import type { Habit } from './segment/habit.ts';
import { segmentRows } from './segment/segment.ts';
import type { Row } from './rows.ts';
import type { Part, RawTable } from './tables.ts';

/** The rows of one table. */
export interface TableRows {
  readonly rows: readonly Row[];
  /** Distance between lines of one cell, in points. */
  readonly pitch: number;
}

/** Columns and rows are learnt from all tables with the same header at the same place together. */
export function rowsOfTables(tables: readonly RawTable[]): readonly TableRows[] {
  const groups = Map.groupBy(
    tables.flatMap(({ parts }) => parts),
    keyOf,
  );
  const read = new Map([...groups.values()].flatMap((parts) => readParts(parts)));
  return tables.map(({ parts }) => {
    const rows: Row[] = [];
    let pitch = 0;
    for (const stretch of byMake(parts.flatMap((part) => read.get(part) ?? []))) {
      const [first] = stretch;
      if (!first) continue;
      ({ pitch } = first.habit);
      const bodies = stretch.flatMap(({ body }) => body);
      const { described } = first.habit;
      const free = { rows: segmentRows(bodies, first.habit), pitch, described };
      const pages = first.grid && stretch.flatMap(({ grid }) => grid ?? []);
      rows.push(...(pages ? rowsOfGrid(pages, free) : free.rows));
    }
    return { rows, pitch };
  });
}

/** A part with what is known of how it is set. */
interface ReadPart {
  readonly habit: Habit;
  readonly body: readonly BodyLine[];
  /** Its pages as drawn edges cut them; null where nothing drawn parts the rows. */
  readonly grid: readonly GridPage[] | null;
}

function readParts(parts: readonly Part[]): readonly (readonly [Part, ReadPart])[] {
  const columns = parts[0]?.columns ?? [];
  const lines = parts.flatMap((part) => part.lines.filter((line) => !part.bandLines.has(line)));
  const found = findColumns({ lines: [], columns, marks: [] }, lines);
  const bodies = parts.map((part) =>
    toBody({ columns: found, lines: part.lines }).map((body) =>
      part.bandLines.has(body.line) ? asWide(body) : body,
    ),
  );
  const habit = learnHabit(bodies);
  const grids = parts.map(({ bandLines }, index) =>
    [...Map.groupBy(bodies[index] ?? [], ({ line }) => line.page).values()].map((own) =>
      gridOf(own, bandLines),
    ),
  );
  const drawn = isGrid(grids.flat());
  return parts.map((part, index) => {
    const grid = drawn ? (grids[index] ?? []) : null;
    return [part, { habit, body: bodies[index] ?? [], grid }];
  });
}

/** Parts that follow each other and are read in the same way. */
function byMake(parts: readonly ReadPart[]): readonly (readonly ReadPart[])[] {
  const stretches: ReadPart[][] = [];
  for (const part of parts) {
    const stretch = stretches.at(-1);
    const last = stretch?.[0];
    if (last && (last.grid === null) === (part.grid === null)) stretch.push(part);
    else stretches.push([part]);
  }
  return stretches;
}

function keyOf({ columns }: Part): string {
  return columns.map(({ label, x }) => `${compact(label)}@${Math.round(x / 3)}`).join('|');
}

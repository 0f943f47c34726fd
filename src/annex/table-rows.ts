import { asWide, toBody } from './body.ts';
import type { BodyLine } from './body.ts';
import { findColumns } from './columns.ts';
import { compact } from './fold.ts';
import type { Row } from './rows.ts';
import { learnHabit } from './segment/learn.ts';
import { segmentRows } from './segment/segment.ts';
import type { Part, RawTable } from './tables.ts';

/** The rows of one table. */
export interface TableRows {
  readonly rows: readonly Row[];
  /** Distance between lines of one cell, in points. */
  readonly pitch: number;
}

interface Grouped {
  readonly parts: readonly Part[];
  readonly stretches: readonly (readonly BodyLine[])[];
}

/** Columns and rows are learnt from all tables with the same header at the same place together. */
export function rowsOfTables(tables: readonly RawTable[]): readonly TableRows[] {
  const all = tables.flatMap(({ parts }) => parts);
  const groups = Map.groupBy(all, keyOf);
  const bodies = new Map<Part, readonly BodyLine[]>();
  const makes = new Map<Part, ReturnType<typeof learnHabit>>();
  for (const parts of groups.values()) {
    const { stretches } = grouped(parts);
    const make = learnHabit(stretches);
    for (const [index, part] of parts.entries()) {
      bodies.set(part, stretches[index] ?? []);
      makes.set(part, make);
    }
  }
  return tables.map(({ parts }) => {
    const lines = parts.flatMap((part) => bodies.get(part) ?? []);
    const make = parts.map((part) => makes.get(part)).find((it) => it !== undefined);
    return make ? { rows: segmentRows(lines, make), pitch: make.pitch } : { rows: [], pitch: 0 };
  });
}

function grouped(parts: readonly Part[]): Grouped {
  const columns = parts[0]?.columns ?? [];
  const lines = parts.flatMap((part) => part.lines.filter((line) => !part.bandLines.has(line)));
  const found = findColumns({ lines: [], columns, marks: [] }, lines);
  const stretches = parts.map((part) =>
    toBody({ columns: found, lines: part.lines }).map((body) =>
      part.bandLines.has(body.line) ? asWide(body) : body,
    ),
  );
  return { parts, stretches };
}

function keyOf({ columns }: Part): string {
  return columns.map(({ label, x }) => `${compact(label)}@${Math.round(x / 3)}`).join('|');
}

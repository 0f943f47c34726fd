import type { Page, Run } from '../page/page.ts';
import type { Annex, AnnexNote, Notice } from '../study/extraction.ts';
import type { Study } from '../study/study.ts';
import { toBody } from './body.ts';
import type { BodyLine } from './body.ts';
import { toCellRows } from './cells.ts';
import { findColumns } from './columns.ts';
import { contextOf } from './context.ts';
import type { TableContext } from './context.ts';
import { runsOf, toFlow } from './flow.ts';
import { compact } from './fold.ts';
import { linesOf } from './line.ts';
import { notesOf } from './notes.ts';
import { noticesOf } from './notices.ts';
import { toRecord } from './record.ts';
import { asWide, findRows, learnMake } from './rows.ts';
import type { Row } from './rows.ts';
import { studiesOf } from './studies.ts';
import { readTables } from './tables.ts';
import type { Part, RawTable } from './tables.ts';
import { countWords } from './words.ts';
import type { WordCounts } from './words.ts';

/** The annex as read, with an account of every run of its pages. */
export interface AnnexReading {
  readonly annex: Annex;
  readonly studies: readonly Study[];
  readonly notices: readonly Notice[];
  /** Runs of the pages that ended nowhere; always empty, and a notice when it is not. */
  readonly unplaced: readonly Run[];
}

/**
 * Reads the annex on its pages: lines, furniture, headers, columns, rows, cells, studies.
 * @param heading as found by locateAnnex; may be cut where the print runs on at the next line
 */
export function readAnnex(pages: readonly Page[], heading: string): AnnexReading {
  const flow = toFlow(pages, heading);
  const words = countWords(pages.flatMap(linesOf));
  const { tables, lead } = readTables(flow.items);
  const bodies = bodiesOf(tables);
  const studies: Study[] = [];
  const notes: AnnexNote[] = [...notesOf(lead, flow.heading, flow.labels, words)];
  let theme: string | null = null;
  for (const [index, table] of tables.entries()) {
    const context: TableContext = contextOf(table, flow.heading, theme, words);
    ({ theme } = context);
    const body = bodies[index];
    const found = body ? studiesIn(body, context, flow.labels, words) : [];
    studies.push(...found);
    notes.push(...footnotesAsNotes(table, found, context, flow.labels, words));
    notes.push(...notesOf(table.notes, context.name, flow.labels, words));
  }
  const placed = placedRuns(flow, tables, lead);
  const unplaced = pages.flatMap(({ runs }) => runs.filter((run) => !placed.has(run)));
  const [first, last] = [pages[0]?.number ?? 1, lastPage(flow.items, pages)];
  return {
    annex: { heading: flow.heading, pages: [first, last], notes },
    studies,
    notices: noticesOf({ studies, tables: tables.length, heading: flow.heading, unplaced }),
    unplaced,
  };
}

interface TableRows {
  readonly rows: readonly Row[];
  readonly pitch: number;
}

interface Grouped {
  readonly parts: readonly Part[];
  readonly stretches: readonly (readonly BodyLine[])[];
}

/** Columns and rows are learnt from all tables with the same header at the same place together. */
function bodiesOf(tables: readonly RawTable[]): readonly TableRows[] {
  const all = tables.flatMap(({ parts }) => parts);
  const groups = Map.groupBy(all, keyOf);
  const bodies = new Map<Part, readonly BodyLine[]>();
  const makes = new Map<Part, ReturnType<typeof learnMake>>();
  for (const parts of groups.values()) {
    const { stretches } = grouped(parts);
    const make = learnMake(stretches);
    for (const [index, part] of parts.entries()) {
      bodies.set(part, stretches[index] ?? []);
      makes.set(part, make);
    }
  }
  return tables.map(({ parts }) => {
    const lines = parts.flatMap((part) => bodies.get(part) ?? []);
    const make = parts.map((part) => makes.get(part)).find((it) => it !== undefined);
    return make ? { rows: findRows(lines, make), pitch: make.pitch } : { rows: [], pitch: 0 };
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

function studiesIn(
  { rows, pitch }: TableRows,
  context: TableContext,
  labels: ReadonlyMap<number, string>,
  words: WordCounts,
): readonly Study[] {
  const cellRows = toCellRows(rows, pitch);
  return studiesOf(
    cellRows.map((row) => toRecord(row, words)),
    context,
    labels,
  );
}

/** Without studies to hang on, the notes of an empty theme are what the ministry says of it. */
function footnotesAsNotes(
  { footnotes }: RawTable,
  studies: readonly Study[],
  context: TableContext,
  labels: ReadonlyMap<number, string>,
  words: WordCounts,
): readonly AnnexNote[] {
  if (studies.length > 0) return [];
  return footnotes.flatMap(({ mark, lines }) =>
    notesOf(lines, context.name, labels, words).map((note) => ({
      ...note,
      text: context.footnotes.get(mark) ?? note.text,
    })),
  );
}

function placedRuns(
  flow: ReturnType<typeof toFlow>,
  tables: readonly RawTable[],
  lead: Parameters<typeof runsOf>[0],
): ReadonlySet<Run> {
  return new Set(
    runsOf([
      ...flow.headingLines,
      ...flow.furniture,
      ...flow.outside,
      ...lead,
      ...tables.flatMap(({ headings, bands, parts, footnotes, notes }) => [
        ...headings.flatMap(({ lines }) => lines),
        ...bands.flatMap(({ lines }) => lines),
        ...parts.flatMap(({ lines }) => lines),
        ...footnotes.flatMap(({ lines }) => lines),
        ...notes,
      ]),
    ]),
  );
}

function lastPage(items: ReturnType<typeof toFlow>['items'], pages: readonly Page[]): number {
  const last = items.at(-1);
  const line = last?.kind === 'line' ? last.line : last?.band.lines.at(-1);
  return line?.page.number ?? pages.at(-1)?.number ?? 1;
}

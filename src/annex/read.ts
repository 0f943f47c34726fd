import type { RunRole } from '../page/layout.ts';
import type { Page, Run } from '../page/page.ts';
import type { Annex, Notice } from '../study/extraction.ts';
import type { Study } from '../study/study.ts';
import { openAccount } from './account.ts';
import { bareTables } from './bare-tables.ts';
import { toCellRows } from './cells.ts';
import { spreadCentred } from './centred-spans.ts';
import { noteCutWords } from './cut-words.ts';
import type { CellRow } from './cells.ts';
import { contextOf } from './context.ts';
import type { TableContext } from './context.ts';
import { lastPageOf, toFlow } from './flow.ts';
import type { Flow } from './flow.ts';
import { footnoteFinder, footnoteText, ownedFootnotes } from './footnote-texts.ts';
import { hyphenates } from './join.ts';
import { textOf } from './line.ts';
import type { Line } from './line.ts';
import { loneNames } from './lone-names.ts';
import { noteRows } from './note-rows.ts';
import { inReadingOrder, noteOf, notesOf } from './notes.ts';
import type { PlacedNote } from './notes.ts';
import { noticesOf } from './notices.ts';
import type { UnusedText } from './notices.ts';
import { pageNotices } from './page-notices.ts';
import { readProseAnnex } from './prose/annex.ts';
import { toTableRow } from './page-row.ts';
import { toRecord } from './record.ts';
import { placeholderText, settleAround, settleRows, strangeText } from './settle.ts';
import { strayMarks } from './stray-marks.ts';
import { studiesOf } from './studies.ts';
import { strangeTables } from './strange-tables.ts';
import { sortRows } from './study-rows.ts';
import type { SortedRows } from './study-rows.ts';
import { tableMarks } from './table-marks.ts';
import { rowsOfTables } from './table-rows.ts';
import { readTables } from './tables.ts';
import type { RawTable } from './tables.ts';
import { arbitrate } from './tree/arbitrate.ts';
import type { Arbitration } from './tree/arbitrate.ts';
import { roleNotices, structureNotices } from './tree/notice.ts';
import { roleFinder } from './tree/roles.ts';
import { treeReading } from './tree/tables.ts';
import { sheetOf } from './sheet.ts';
import { partSides } from './side-by-side.ts';
import { textGaps } from './text-gaps.ts';
import { toldIn } from './told.ts';
import { countWords, standingWords } from './words.ts';
import type { WordCounts } from './words.ts';

/** The annex as read, with an account of every run of its pages. */
export interface AnnexReading {
  readonly annex: Annex;
  readonly studies: readonly Study[];
  readonly notices: readonly Notice[];
  /** Runs of the pages that ended nowhere; always empty, and a notice when it is not. */
  readonly unplaced: readonly Run[];
  /** What became of each run of the pages. */
  readonly roles: ReadonlyMap<Run, RunRole>;
  readonly tables: readonly ReadTable[];
  /** By which lines were joined to texts. */
  readonly words: WordCounts;
}

/** A table with its rows, also as sorted by what they are, from which its studies were made. */
export interface ReadTable {
  readonly raw: RawTable;
  readonly context: TableContext;
  readonly rows: readonly CellRow[];
  readonly sorted: SortedRows;
  /** Position of its first study in the list of all. */
  readonly firstStudy: number;
}

/**
 * Reads the annex on its pages: lines, furniture, headers, columns, rows, cells, studies.
 * @param heading as found by locateAnnex; may be cut where the print runs on at the next line
 */
export function readAnnex(pages: readonly Page[], heading: string): AnnexReading {
  const parts = pages.flatMap(partSides);
  const flow = toFlow(parts, heading);
  const printed = parts.flatMap((page) => sheetOf(page).lines);
  const words = countWords(printed);
  const tree = treeReading(parts);
  const { tables, lead } = readTables(flow.items, roleFinder(tree));
  if (tables.length === 0) return readProseAnnex(pages, flow, lead, words);
  const account = openAccount(pages);
  settleAround(account, flow, lead);
  const finder = footnoteFinder(ownedFootnotes(tables));
  const rows = rowsOfTables(tables);
  const placed = rows.map((own) => toCellRows(own.rows, own.pitch));
  const standing = standingWords(printed);
  noteCutWords(placed.flat(), words, standing);
  const arbitrated = tables.map((table, index) => {
    const headers = table.bands.flatMap((band) => band.lines);
    return settledRows(arbitrate(placed[index] ?? [], tree, headers, words), rows[index]?.pitch);
  });
  // A spanning cell may be whole only now.
  noteCutWords(
    arbitrated.flatMap((it) => it.rows),
    words,
    standing,
  );
  const broken = hyphenates(linesOfCells(arbitrated.flatMap((it) => it.rows)), words);
  const structure: Notice[] = [];
  const contexts: TableContext[] = [];
  const read: ReadTable[] = [];
  const studies: Study[] = [];
  const placeholders: UnusedText[] = [];
  const strange: (UnusedText & { readonly label: string })[] = [];
  const notes: PlacedNote[] = [];
  notes.push(...notesOf(lead, flow.heading, flow.labels, words));
  for (const [index, table] of tables.entries()) {
    const noteText = (mark: string, line: Line): string | null => {
      const found = finder.find(mark, line, index);
      return found && footnoteText(found, words);
    };
    const context = contextOf(
      table.headings.map(({ text }) => text),
      tableMarks(table, noteText),
      flow.heading,
      contexts.at(-1) ?? null,
    );
    contexts.push(context);
    const { pitch = 0 } = rows[index] ?? {};
    const headers = table.bands.flatMap(({ lines }) => lines);
    const { rows: cellRows = [], differences = [] } = arbitrated[index] ?? {};
    const looks = [textGaps(cellRows, pitch), strayMarks(cellRows)];
    const records = cellRows
      .map((row, at) =>
        toTableRow(
          row,
          { words, labels: flow.labels, noteText, hyphenates: broken },
          { former: cellRows[at - 1] ?? null, pitch, bands: table.bands, looks },
        ),
      )
      .map(toRecord);
    const sorted = sortRows(records, context);
    settleRows(account, sorted, cellRows);
    read.push({ raw: table, context, rows: cellRows, sorted, firstStudy: studies.length });
    strange.push(...strangeText(sorted, cellRows));
    placeholders.push(...sorted.placeholders.map((record) => placeholderText(record, cellRows)));
    structure.push(
      ...roleNotices(table.differences, { table: context.name, labels: flow.labels }),
      ...structureNotices(cellRows, differences, sorted, {
        table: context.name,
        labels: flow.labels,
      }),
    );
    studies.push(...studiesOf(sorted.studies, context, studies));
    const remarks = sorted.remarks.map(({ row }) => cellRows[row]?.lines.map(({ line }) => line));
    for (const lines of [...remarks, table.notes]) {
      notes.push(...notesOf(lines ?? [], context.name, flow.labels, words));
    }
    account.settleLines(
      table.headings.flatMap(({ lines }) => lines),
      'heading',
    );
    account.settleLines(headers, 'header');
    account.settleLines(table.notes, 'note');
    account.settleLines(
      table.footnotes.flatMap(({ lines }) => lines),
      'footnote',
    );
  }
  // A note that hangs on no study is what the ministry says of the table: of an empty theme, for one.
  for (const [index, table] of tables.entries()) {
    for (const footnote of table.footnotes) {
      const [first] = footnote.lines;
      if (!first || [...finder.used].some(({ lines }) => lines[0] === first)) continue;
      const name = contexts[index]?.name ?? flow.heading;
      const note = noteOf(footnote.lines, name, flow.labels, footnoteText(footnote, words));
      if (note) notes.push(note);
    }
  }
  notes.push(...untold(read, flow, studies, notes));
  const rest = account.rest();
  account.settle(rest, 'notice');
  const first = pages[0]?.number ?? 1;
  return {
    annex: {
      heading: flow.heading,
      pages: [first, lastPageOf(flow, first)],
      notes: inReadingOrder(notes),
    },
    studies,
    notices: [
      ...pageNotices(pages, flow.labels),
      ...strangeTables(flow.items, flow.labels),
      ...bareTables(tables, flow.labels),
      ...loneNames(read),
      ...noteRows([lead, ...tables.map((table) => table.notes)], flow.labels),
      ...noticesOf({
        studies,
        headerUnknown: false,
        heading: flow.heading,
        unplaced: rest,
        placeholders,
        strange,
      }),
      ...structure,
    ],
    unplaced: rest,
    roles: account.roles,
    tables: read,
    words,
  };
}

/** Texts set in the middle of their rows are put right where no tree tells which rows they span. */
function settledRows(arbitration: Arbitration, pitch = 0): Arbitration {
  const { rows } = arbitration;
  if (rows.some(({ structure }) => structure !== undefined)) return arbitration;
  return { ...arbitration, rows: spreadCentred(rows, pitch) };
}

function linesOfCells(rows: readonly CellRow[]): readonly (readonly string[])[] {
  return rows.flatMap(({ cells }) =>
    cells.map(({ lines }) => lines.map(({ runs }) => textOf(runs))),
  );
}

/** Names of groups that no study stands under: they are told nowhere else. */
function untold(
  tables: readonly ReadTable[],
  { heading, labels }: Flow,
  studies: readonly Study[],
  notes: readonly PlacedNote[],
): readonly PlacedNote[] {
  const isTold = toldIn(
    heading,
    studies,
    notes.map(({ note }) => note),
  );
  return tables.flatMap(({ raw, sorted, rows, context }) => {
    const names = sorted.names.map(({ row, wide, texts }) => ({
      text: wide ?? [...texts.values()].filter((text) => text !== '').join(' '),
      lines: rows[row]?.lines.map(({ line }) => line) ?? [],
    }));
    return [...raw.headings, ...names]
      .filter(({ text }) => !isTold(text))
      .flatMap(({ text, lines }) => noteOf(lines, context.name, labels, text) ?? []);
  });
}

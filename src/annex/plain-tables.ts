import type { Page } from '../page/page.ts';
import { textOfCell, toCellRows, type CellRow } from './cells.ts';
import { compact, isNear } from './fold.ts';
import { crossings, isTabular } from './columns.ts';
import { headersAmong, type HeaderBand, type HeaderNames } from './header.ts';
import type { FlowItem } from './flow.ts';
import { findFurniture } from './furniture.ts';
import { joinLines } from './join.ts';
import { linesOf, phrases, textOf, usualSize, type Line } from './line.ts';
import { parted } from './region.ts';
import { rowsOfTables } from './table-rows.ts';
import { readTables } from './tables.ts';
import { arbitrate } from './tree/arbitrate.ts';
import { gridOf } from './tree/grid.ts';
import { roleFinder } from './tree/roles.ts';
import { treeReading, type TreeCell, type TreeReading } from './tree/tables.ts';
import type { Field } from './vocabulary.ts';
import { countWords, type WordCounts } from './words.ts';

/** A table of any kind, as texts. */
export interface PlainTable {
  readonly labels: readonly string[];
  readonly rows: readonly PlainRow[];
}

export interface PlainRow {
  /** 1-based page on which it begins. */
  readonly page: number;
  /** One for each label; of a wide row the first holds its text. */
  readonly cells: readonly string[];
  /** True when it is one text over the whole width. */
  readonly wide: boolean;
}

/**
 * Reads tables by their places on the pages, below the vocabulary of the annex: which labels name their
 * columns is for the caller to say, and by the grammar of which field each is to be read (`title` for
 * names, `source` for any text). A header is known by two thirds of its labels.
 */
export function readPlainTables(
  pages: readonly Page[],
  labels: ReadonlyMap<string, Field>,
): readonly PlainTable[] {
  const names = namesOf(labels);
  const sheets = pages.map((page) => {
    const lines = linesOf(page);
    return { lines, bands: headersAmong(lines, names) };
  });
  const inBand = new Set(sheets.flatMap(({ bands }) => bands.flatMap(({ lines }) => lines)));
  const body = sheets.map(({ lines }) => lines.filter((line) => !inBand.has(line)));
  const furniture = findFurniture(body);
  const items = sheets.flatMap(({ lines, bands }) =>
    lines.flatMap((line): FlowItem[] => {
      const band = bands.find((it) => it.lines[0] === line);
      if (band) return [{ kind: 'band', band }];
      return inBand.has(line) || furniture.lines.has(line) ? [] : [{ kind: 'line', line }];
    }),
  );
  const tree = treeReading(pages);
  const words = countWords(sheets.flatMap(({ lines }) => lines));
  const { tables } = readTables(withoutProse(items), roleFinder(tree));
  const rows = rowsOfTables(tables);
  return tables.map((table, index) => {
    const { rows: own = [], pitch = 0 } = rows[index] ?? {};
    const headers = table.bands.flatMap(({ lines }) => lines);
    const read = arbitrate(toCellRows(own, pitch), tree, headers, words);
    return {
      labels: table.bands[0]?.columns.map(({ label }) => label) ?? [],
      rows: read.rows.map((row) => toPlainRow(row, words)),
    };
  });
}

/** Lines of running text that part a table from what is no table. */
const PROSE_LINES = 3;
/** Points by which the letters of rows and of text below them differ at least. */
const OTHER_SIZE = 0.4;

/**
 * Papers go on with pages of text below a table. A table ends where running text begins that is set in
 * another size, or below which, up to the next header, hardly anything looks like a row.
 */
function withoutProse(items: readonly FlowItem[]): readonly FlowItem[] {
  const { lead, zones } = parted(items);
  return [
    ...lead.map((line): FlowItem => ({ kind: 'line', line })),
    ...zones.flatMap(({ band, lines }): FlowItem[] => {
      const rows = lines.slice(0, proseIn(lines, band));
      return [{ kind: 'band', band }, ...rows.map((line): FlowItem => ({ kind: 'line', line }))];
    }),
  ];
}

function proseIn(lines: readonly Line[], { columns }: HeaderBand): number {
  const tabular = lines.map((line) => isTabular(line, columns));
  const running = lines.map(
    (line, index) =>
      !tabular[index] && phrases(line.runs, 1).length === 1 && crossings(line, columns) > 0,
  );
  const size = usualSize(
    lines
      .filter((_, index) => tabular[index])
      .slice(0, 2)
      .flatMap(({ runs }) => runs),
  );
  const isOther = (line: Line): boolean => Math.abs(line.size - size) > OTHER_SIZE;
  for (let at = 0; at < lines.length; at += 1) {
    const stretch = running.slice(at, at + PROSE_LINES);
    if (stretch.length < PROSE_LINES || !stretch.every(Boolean)) continue;
    const rows = tabular.slice(at).filter(Boolean).length;
    const other = lines.slice(at, at + PROSE_LINES).every(isOther);
    if (!other && rows * 10 >= lines.length - at) continue;
    const headed = lines.slice(0, at).findLastIndex((line) => !isOther(line)) + 1;
    return other ? headed : at;
  }
  return lines.length;
}

function toPlainRow(row: CellRow, words: WordCounts): PlainRow {
  const page = row.lines[0]?.line.page.number ?? 0;
  return { page, wide: row.wide, cells: row.cells.map((cell) => textOfCell(cell, words)) };
}

function namesOf(labels: ReadonlyMap<string, Field>): HeaderNames {
  const fields = new Map([...labels].map(([label, field]) => [compact(label), field]));
  const longest = Math.max(...[...fields.keys()].map((label) => label.length));
  const fieldOf = (label: string): Field | null => {
    const letters = compact(label);
    const near = [...fields].find(([name]) => letters.length > 7 && isNear(letters, name, 1));
    return fields.get(letters) ?? near?.[1] ?? null;
  };
  return {
    fieldOf,
    isKnown: (label) => labels.has(label),
    isTooLong: (text) => compact(text).length > longest + 1,
    isLikely: () => true,
    isHeader: ({ columns }) => {
      const known = columns.filter(({ field }) => field !== null);
      const found = new Set(known.map(({ label }) => compact(label)));
      return found.size * 3 >= fields.size * 2 && known.length * 2 > columns.length;
    },
  };
}

/** Reads the tables of tagged pages by their structure tree alone, the first row with its labels. */
export function readTreeTables(pages: readonly Page[]): readonly PlainTable[] {
  const tree = treeReading(pages);
  const lines = pages.flatMap(linesOf);
  const words = countWords(lines);
  const cells = cellLines(lines, tree);
  const text = (cell: TreeCell): string =>
    joinLines(
      (cells.get(cell) ?? []).map(({ runs }) => ({
        text: textOf(runs),
        softHyphen: runs.at(-1)?.softHyphen ?? false,
      })),
      words,
    );
  return tree.tables.map((table) => {
    const { columns, width } = gridOf(table);
    const rows = table.rows.flatMap((row): PlainRow[] => {
      const texts = Array.from({ length: width }, () => '');
      for (const cell of row.cells) texts[columns.get(cell) ?? 0] = text(cell);
      const [first] = row.cells.flatMap((cell) => cells.get(cell) ?? []);
      const [only] = row.cells;
      const wide = row.cells.length === 1 && (only?.columnSpan ?? 1) > 1;
      return first ? [{ page: first.page.number, cells: texts, wide }] : [];
    });
    return { labels: rows[0]?.cells ?? [], rows };
  });
}

function cellLines(lines: readonly Line[], tree: TreeReading): ReadonlyMap<TreeCell, Line[]> {
  const found = new Map<TreeCell, Line[]>();
  for (const line of lines) {
    for (const [cell, runs] of Map.groupBy(line.runs, (run) => tree.cellOf(run.contentId))) {
      if (cell) found.set(cell, [...(found.get(cell) ?? []), { ...line, runs }]);
    }
  }
  return found;
}

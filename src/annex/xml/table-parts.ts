import type { MarkupText } from '../../page/markup.ts';
import { isHeader } from '../header.ts';
import type { TableColumn } from '../table-row.ts';
import { beginsValue } from '../values.ts';
import { fieldOf } from '../vocabulary.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import type { InlineMark, InlineText } from './inline.ts';

/** Text of an entry, read once however many rows it spans. */
export type CellReader = (cell: GridCell) => InlineText;

export interface XmlHeader {
  readonly columns: readonly TableColumn[];
  readonly marks: readonly InlineMark[];
  readonly items: readonly MarkupText[];
}

/** Rows under one header; null for rows of a table without one that is known. */
export interface TablePart {
  readonly header: XmlHeader | null;
  readonly rows: readonly PlacedRow[];
}

export interface PlacedRow {
  readonly row: GridRow;
  /** Position in the grid, from 0. */
  readonly index: number;
}

/** A header stands over at most this many rows. */
const MOST_ROWS = 3;

/**
 * Parts a grid at its headers, whether they stand in its head or among its rows. Rows before the first
 * header belong to it (BZK, begroting 2026, prints a row above the names of the columns).
 */
export function partsOf({ rows }: Grid, read: CellReader): readonly TablePart[] {
  const parts: { header: XmlHeader | null; rows: PlacedRow[] }[] = [];
  let ahead: PlacedRow[] = [];
  for (let index = 0; index < rows.length;) {
    const found = headerAt(rows, index, read);
    const row = rows[index];
    if (found) {
      parts.push({ header: found.header, rows: ahead });
      ahead = [];
      index += found.count;
    } else {
      if (row) (parts.at(-1)?.rows ?? ahead).push({ row, index });
      index += 1;
    }
  }
  return parts.length > 0 ? parts : [{ header: null, rows: ahead }];
}

function headerAt(
  rows: readonly GridRow[],
  index: number,
  read: CellReader,
): { readonly header: XmlHeader; readonly count: number } | null {
  let best: { header: XmlHeader; count: number } | null = null;
  for (let count = 1; count <= MOST_ROWS && index + count <= rows.length; count += 1) {
    const stretch = rows.slice(index, index + count);
    // Rows of the body are one header only where the head does not say otherwise.
    if (count > 1 && stretch.some(({ part }) => part !== rows[index]?.part)) break;
    if (stretch.some((row) => !canName(row, read))) break;
    const header = headerOf(stretch, read, index);
    if (!isHeader(header) || (best && rank(header) <= rank(best.header))) continue;
    if (count === 1 || names(stretch, header, read)) best = { header, count };
  }
  return best;
}

/**
 * Whether the first of some rows names columns together with the others: its words are part of a name, it
 * stands over several columns or runs down beside them. Else it is a row that stands above the header.
 */
function names(rows: readonly GridRow[], header: XmlHeader, read: CellReader): boolean {
  const [first, ...rest] = rows;
  if (!first) return true;
  if (first.part === 'head') return !holdsValues(first, headerOf(rest, read), read);
  if (!rest.every((row) => addsNames(row, first, header, read))) return false;
  const lower = headerOf(rest, read);
  const joined = header.columns.some(({ label }, at) => label !== lower.columns[at]?.label);
  const shared = first.cells.some(
    (cell, at) => cell !== null && (cell.to > cell.from || rest[0]?.cells[at] === cell),
  );
  return joined || shared || !isHeader(lower);
}

/**
 * Whether a row of the head holds a year or status under the names below it: a study that was put above
 * the header, in the rows that a page repeats (BZK, begroting 2026).
 */
function holdsValues({ cells }: GridRow, { columns }: XmlHeader, read: CellReader): boolean {
  return columns.some(({ field }, at) => {
    const cell = cells[at];
    if (!cell || cell.to > cell.from || (field !== 'completion' && field !== 'status'))
      return false;
    const { text } = read(cell);
    return fieldOf(text) === null && beginsValue(field, '', text);
  });
}

/** Whether all that a further row holds is part of a name: a row of cells is no second line of a header. */
function addsNames(row: GridRow, above: GridRow, header: XmlHeader, read: CellReader): boolean {
  return row.cells.every((cell, at) => {
    const over = above.cells[at] ?? null;
    if (!cell || cell.from !== at || cell === over) return true;
    const text = read(cell).text;
    const { label = '', field = null } = header.columns[at] ?? {};
    if (text === '') return true;
    if (field === 'year' || field === 'article') return over !== null && over.to > over.from;
    return field !== null && label.endsWith(text);
  });
}

/** Whether a row can name columns: one text over most of the width names a theme or the table. */
function canName({ cells, part }: GridRow, read: CellReader): boolean {
  const filled = [...new Set(cells.filter((cell) => cell !== null))].filter(
    (cell) => read(cell).text !== '',
  );
  const [only] = filled;
  if (filled.length > 1 || !only) return filled.length > 1;
  return part === 'head' && (only.to - only.from + 1) * 2 <= cells.length;
}

function rank({ columns }: XmlHeader): number {
  const known = columns.filter(({ field }) => field !== null).length;
  const named = columns.filter(({ label }) => label !== '').length;
  return known - (named - known) * 0.6;
}

/** @param first position of the first of the rows; a cell that began above it is none of theirs */
function headerOf(rows: readonly GridRow[], read: CellReader, first = 0): XmlHeader {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => columnOf(rows, at, read));
  const cells = new Set(rows.flatMap((row) => row.cells.filter((cell) => cell !== null)));
  const texts = [...cells].filter(({ row }) => row >= first).map(read);
  return {
    columns,
    marks: texts.flatMap(({ marks }) => marks),
    items: texts.flatMap(({ items }) => items),
  };
}

/**
 * The name of a column: of a year or article that of its own cell, else all cells above one another
 * (“Begrotings” over “artikel(en)”), else one of them.
 */
function columnOf(rows: readonly GridRow[], at: number, read: CellReader): TableColumn {
  const cells = new Set(rows.flatMap(({ cells: all }) => all[at] ?? []));
  const labels = [...cells]
    .filter(({ from }) => from === at || cells.size > 1)
    .map((cell) => read(cell).text)
    .filter((text) => text !== '');
  const lowest = labels.at(-1) ?? '';
  const field = fieldOf(lowest);
  if (field === 'year' || field === 'article') return { field, label: lowest };
  for (const label of [labels.join(' '), lowest, labels[0] ?? '']) {
    const known = fieldOf(label);
    if (known) return { field: known, label };
  }
  return { field: null, label: labels.join(' ') };
}

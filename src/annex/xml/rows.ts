import type { CellMark, Extent, TableCell, TableColumn, TableRow } from '../table-row.ts';
import type { GridCell } from './grid.ts';
import type { InlineMark, InlineText } from './inline.ts';
import type { CellReader, PlacedRow } from './table-parts.ts';

/** An XML edition has no pages. */
export const NO_PAGES: Extent = { page: null, pageLabel: null, toPage: null };

/** Text of the note of a mark; null when there is none. */
export type NoteFinder = (mark: InlineMark) => string | null;

const EMPTY: TableCell = { text: '', marks: [], links: [] };

export interface XmlRow {
  readonly row: TableRow;
  /** Texts that begin in this row, by column. */
  readonly texts: readonly (InlineText | null)[];
}

/** A row of entries as a row of texts; null for one without any text of its own. */
export function toTableRow(
  { row, index }: PlacedRow,
  columns: readonly TableColumn[],
  read: CellReader,
  noteText: NoteFinder,
): XmlRow | null {
  const own = ownCells({ row, index }).filter((cell) => read(cell).text !== '');
  const [only] = own;
  if (!only) return null;
  const bold = own.every((cell) => read(cell).bold);
  if (own.length === 1 && isWide(only, columns.length)) {
    const cells = columns.map((_, at) => (at === 0 ? toCell(read(only), noteText) : EMPTY));
    return {
      row: { columns, cells, wide: true, bold, extent: NO_PAGES },
      texts: columns.map((_, at) => (at === 0 ? read(only) : null)),
    };
  }
  const width = Math.max(columns.length, row.cells.length);
  const cells = Array.from({ length: width }, (_, at): TableCell => {
    const cell = row.cells[at];
    if (!cell || cell.from !== at) return EMPTY;
    const text = toCell(read(cell), noteText);
    return cell.row === index ? text : { ...text, spanned: true };
  });
  return {
    row: { columns: padded(columns, width), cells, wide: false, bold, extent: NO_PAGES },
    texts: cells.map((_, at) => {
      const cell = row.cells[at];
      return cell?.from === at && cell.row === index ? read(cell) : null;
    }),
  };
}

/** The entries that begin in a row. */
export function ownCells({ row, index }: PlacedRow): readonly GridCell[] {
  return [...new Set(row.cells.filter((cell) => cell !== null && cell.row === index))].filter(
    (cell) => cell !== null,
  );
}

function isWide({ from, to }: GridCell, columns: number): boolean {
  return to > from && (to - from + 1) * 2 > columns;
}

function padded(columns: readonly TableColumn[], width: number): readonly TableColumn[] {
  const more = Array.from({ length: Math.max(0, width - columns.length) }, () => ({
    field: null,
    label: '',
  }));
  return [...columns, ...more];
}

function toCell({ text, marks, links }: InlineText, noteText: NoteFinder): TableCell {
  return { text, links, marks: marks.map((mark) => toMark(mark, noteText)) };
}

export function toMark(mark: InlineMark, noteText: NoteFinder): CellMark {
  return { mark: mark.mark, before: mark.before, note: () => noteText(mark) };
}

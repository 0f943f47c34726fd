import { isPartOf } from '../header.ts';
import { starsAt } from '../tables.ts';
import type { TableColumn, TableRow } from '../table-row.ts';
import type { LeadingNote } from './footnote-lead.ts';
import type { InlineMark, InlineText } from './inline.ts';
import type { XmlHeader } from './table-parts.ts';

/** A table of studies, over all elements and headers that carry it on. */
export interface XmlTable {
  readonly headings: readonly InlineText[];
  /** The theme that a section around it names, for a table without heading of its own. */
  readonly themeAround: string | null;
  readonly bands: XmlHeader[];
  readonly rows: TableRow[];
  /** The texts that each row has of its own, by column. */
  readonly texts: (readonly (InlineText | null)[])[];
  readonly footnotes: OrderedNote[];
  readonly order: number;
}

export interface OrderedNote extends LeadingNote {
  readonly order: number;
}

/** A header without the columns that it leaves unnamed. */
export function compared({ columns }: XmlHeader): { readonly columns: readonly TableColumn[] } {
  return { columns: columns.filter(({ label }) => label !== '') };
}

/** The columns of a header, or those of a fuller one over as many columns. */
export function fullColumns(
  header: XmlHeader,
  tables: readonly XmlTable[],
): readonly TableColumn[] {
  const bands = tables.flatMap((table) => table.bands);
  const full = bands.findLast(
    (band) =>
      band.columns.length === header.columns.length && isPartOf(compared(header), compared(band)),
  );
  return full?.columns ?? header.columns;
}

/** Marks of a table that no note has answered yet. */
export function isPendingIn(table: XmlTable): (mark: string) => boolean {
  return (mark) =>
    marksIn(table).has(mark) && !table.footnotes.some((footnote) => footnote.mark === mark);
}

function marksIn({ headings, bands, rows }: XmlTable): ReadonlySet<string> {
  const around = [...headings, ...bands].flatMap(({ marks }): readonly InlineMark[] => marks);
  const stars = bands.flatMap(({ columns }) => columns.flatMap(({ label }) => starsAt(label)));
  const own = rows.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks));
  return new Set([...[...around, ...own].map(({ mark }) => mark), ...stars]);
}

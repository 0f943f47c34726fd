import type { Doubt } from '../study/confidence.ts';
import type { Link, PrintedKey } from '../study/study.ts';
import type { CellMark, Extent, TableRow } from './table-row.ts';
import { isKnownName } from './vocabulary.ts';
import type { Field } from './vocabulary.ts';

/** A row with its texts by what their columns hold. */
export interface Record {
  /** Position of the row among those of its table, from 0. */
  readonly row: number;
  /** The whole text of a row over the full width; null for a row of cells. */
  readonly wide: string | null;
  readonly bold: boolean;
  /** Columns that the table has; "" for an empty cell. */
  readonly texts: ReadonlyMap<Field, string>;
  readonly marks: readonly RecordMark[];
  readonly links: readonly Link[];
  /** Whether the vocabulary knows a column, by column. */
  readonly known: readonly boolean[];
  /** Text under headers that are not in the vocabulary: it has no place in a study. */
  readonly strange: readonly {
    readonly label: string;
    readonly text: string;
    readonly column: number;
  }[];
  readonly extent: Extent;
  /** Of the row itself, and of its cells by what their columns hold. */
  readonly doubts: readonly RecordDoubt[];
  /** Columns whose cell began in a row above. */
  readonly spanned: ReadonlySet<Field>;
}

export interface RecordDoubt extends Doubt {
  /** null for the row itself. */
  readonly field: Field | null;
}

export interface RecordMark extends CellMark {
  readonly field: Field;
}

/** @param position of the row among those of its table, from 0 */
export function toRecord(row: TableRow, position: number): Record {
  const fields = fieldsOf(row);
  const texts = new Map<Field, string>();
  const marks: RecordMark[] = [];
  const strange: { label: string; text: string; column: number }[] = [];
  const doubts: RecordDoubt[] = (row.doubts ?? []).map((doubt) => ({ ...doubt, field: null }));
  const spanned = new Set<Field>();
  for (const [index, cell] of row.cells.entries()) {
    const field = fields[index];
    const label = row.columns[index]?.label ?? '';
    const { text } = cell;
    if (!field) {
      if (text === '' || row.wide) continue;
      strange.push({ label, text, column: index });
      doubts.push(strangeDoubt(label, text));
      continue;
    }
    texts.set(field, together(field, texts.get(field), text, label));
    marks.push(...cell.marks.map((mark) => ({ ...mark, field })));
    const own = [...(cell.doubts ?? []), ...(text === '' ? [] : headerDoubts(row, index))];
    doubts.push(...own.map((doubt) => ({ ...doubt, field })));
    if (cell.spanned === true) spanned.add(field);
  }
  return {
    row: position,
    wide: row.wide ? (row.cells[0]?.text ?? '') : null,
    bold: row.bold,
    texts,
    marks,
    links: row.cells.flatMap(({ links }) => links),
    known: fields.map((field) => field !== null),
    strange,
    extent: row.extent,
    doubts,
    spanned,
  };
}

/** Text that is left out: what the study lacks may stand in it. */
function strangeDoubt(label: string, text: string): RecordDoubt {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const message = `has text under “${label}”, which is no header that is known: “${short}”`;
  return { kind: 'header-missing', field: null, level: 'medium', message };
}

/** How surely the label of a column is the name of its field. */
function headerDoubts({ columns, wide }: TableRow, index: number): readonly Doubt[] {
  const column = columns[index];
  if (!column || wide) return [];
  if (column.field === null) {
    // A blank header over titles is one of the ways to print them (LNV, jaarverslag 2021).
    if (column.label === '') return [];
    const message = `has its title in a column under “${column.label}”, which was taken for the titles`;
    return [{ kind: 'header-missing', level: 'medium', message }];
  }
  if (isKnownName(column.label)) return [];
  const message = `has a cell under “${column.label}”, which is nearly a header that is known`;
  return [{ kind: 'header-fuzzy', level: 'medium', message }];
}

/** What each column holds; one without a known name holds titles when no other does. */
function fieldsOf({ columns }: TableRow): readonly (Field | null)[] {
  const named = columns.map(({ field }) => field);
  const open = named.indexOf(null);
  if (open === -1 || named.includes('title') || open > 1) return named;
  return named.with(open, 'title');
}

/** Columns of a grid are one value: the heads of those that are marked. */
function together(field: Field, before: string | undefined, text: string, label: string): string {
  if (field === 'article' || field === 'year') {
    const own = isNothing(text) ? '' : /\d/.test(text) ? text : label.trim();
    return [before ?? '', own].filter((part) => part !== '').join(', ');
  }
  return [before ?? '', text].filter((part) => part !== '').join(' ');
}

function isNothing(text: string): boolean {
  return text === '' || /^(?:n\.?v\.?t\.?|-|–|nee)$/i.test(text);
}

/** A field as the key of `printed` that it fills; a column that fills none hangs on the title. */
export const PRINTED_KEYS: { readonly [Name in Field]: PrintedKey } = {
  title: 'title',
  type: 'type',
  start: 'completion',
  completion: 'completion',
  year: 'completion',
  status: 'status',
  conclusions: 'conclusions',
  description: 'description',
  articles: 'articles',
  article: 'articles',
  theme: 'theme',
  subtheme: 'subtheme',
  source: 'title',
};

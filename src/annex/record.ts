import type { Link, PrintedKey } from '../study/study.ts';
import { textOfCell } from './cells.ts';
import type { Cell, CellRow } from './cells.ts';
import { isBold } from './line.ts';
import { linksIn } from './links.ts';
import type { Field } from './vocabulary.ts';
import type { WordCounts } from './words.ts';

/** A row with its texts by what their columns hold. */
export interface Record {
  readonly row: CellRow;
  /** The whole text of a row over the full width; null for a row of cells. */
  readonly wide: string | null;
  readonly bold: boolean;
  /** Columns that the table has; "" for an empty cell. */
  readonly texts: ReadonlyMap<Field, string>;
  readonly marks: readonly { readonly mark: string; readonly on: PrintedKey }[];
  readonly links: readonly Link[];
}

/** A field as the key of `printed` that it fills; a column nobody asks for hangs on the title. */
const KEYS: { readonly [Name in Field]: PrintedKey } = {
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

export function toRecord(row: CellRow, words: WordCounts): Record {
  const fields = fieldsOf(row);
  const texts = new Map<Field, string>();
  const marks: { mark: string; on: PrintedKey }[] = [];
  for (const [index, cell] of row.cells.entries()) {
    const field = fields[index];
    if (!field) continue;
    const text = textOfCell(cell, words);
    const label = row.columns[index]?.label ?? '';
    texts.set(field, together(field, texts.get(field), text, label));
    marks.push(
      ...marksOf(cell).map(
        (mark) => ({ mark, on: row.wide ? 'description' : KEYS[field] }) as const,
      ),
    );
  }
  const first = row.lines[0];
  return {
    row,
    wide: row.wide ? textOfCell(row.cells[0], words) : null,
    bold: first !== undefined && row.lines.every(({ line }) => isBold(line)),
    texts,
    marks,
    links: linksIn(row.cells),
  };
}

/** What each column holds; a column without a known name holds titles when no other does. */
function fieldsOf({ columns }: CellRow): readonly (Field | null)[] {
  const named = columns.map(({ field }) => field);
  const open = named.indexOf(null);
  if (open === -1 || named.includes('title') || open > 1) return named;
  return named.with(open, 'title');
}

/** Columns of a grid are one value: the heads of those that are marked. A start joins its end. */
function together(field: Field, before: string | undefined, text: string, label: string): string {
  if (field === 'article' || field === 'year') {
    const own = text === '' || /^nvt$/i.test(text) ? '' : /\d/.test(text) ? text : label.trim();
    return [before ?? '', own].filter((part) => part !== '').join(', ');
  }
  return [before ?? '', text].filter((part) => part !== '').join(' ');
}

function marksOf({ marks }: Cell): readonly string[] {
  return marks.flatMap(({ text }) => text.split(/[,;]/u));
}

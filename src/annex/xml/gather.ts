import type { MarkupElement } from '../../page/markup.ts';
import { elementsIn } from '../../page/markup.ts';
import { carriesOn, isRepeated } from '../continuation.ts';
import { isTheme, themeIn } from '../heading.ts';
import type { TableRow } from '../table-row.ts';
import type { WordCounts } from '../words.ts';
import type { XmlAccount } from './account.ts';
import type { HeadingBlock } from './blocks.ts';
import { leadingNote, type LeadingNote } from './footnote-lead.ts';
import { besideGroups, gridOf, groupsOf } from './grid.ts';
import { inlineOf, type InlineMark, type InlineText } from './inline.ts';
import type { LocatedInXml } from './locate.ts';
import type { NoteBook, XmlNote } from './note-book.ts';
import { cellReader } from './study-table.ts';
import { compared, fullColumns, isPendingIn, type XmlTable } from './table.ts';
import { piecesOf } from './pieces.ts';
import { NO_PAGES, ownCells, toTableRow, type NoteFinder } from './rows.ts';
import { partsOf, type CellReader, type TablePart } from './table-parts.ts';

/** A text that names what stands below it, with its place in reading order. */
export interface NameOf {
  readonly text: string;
  readonly order: number;
}

export type Under = XmlTable | HeadingBlock | null;

/** Prose, with the table or heading that it stands under. */
export interface XmlProse {
  readonly text: InlineText;
  readonly under: Under;
  /** Counts in reading order what ends as a note. */
  readonly order: number;
}

export interface Gathered {
  readonly tables: readonly XmlTable[];
  readonly prose: readonly XmlProse[];
  /** Headings and captions. */
  readonly names: readonly NameOf[];
  /** Footnotes that are called anywhere, or stand by themselves, with what they stand under. */
  readonly notes: ReadonlyMap<XmlNote, { readonly under: Under; readonly order: number }>;
  /** Tables whose header is not known, by their first row. */
  readonly strange: readonly string[];
  /** Text of the note of a mark in a table; null when there is none. */
  readonly noteText: (mark: InlineMark, table: XmlTable) => string | null;
  /** Text of a note that stands in a sentence, which counts as asked for from then on. */
  readonly take: (note: XmlNote | null) => string | null;
  /** Notes that have been asked for. */
  readonly used: ReadonlySet<XmlNote | LeadingNote>;
}

/** Puts the blocks of the annex together to tables and prose. */
export function gather(
  located: LocatedInXml,
  book: NoteBook,
  words: WordCounts,
  account: XmlAccount,
): Gathered {
  const tables: XmlTable[] = [];
  const prose: XmlProse[] = [];
  const notes = new Map<XmlNote, { readonly under: Under; readonly order: number }>();
  let order = 0;
  const next = (): number => (order += 1);
  const strange: string[] = [];
  const names: NameOf[] = [];
  const used = new Set<XmlNote | LeadingNote>();
  let around: HeadingBlock[] = [];
  let pending: HeadingBlock[] = [];
  const under = (): Under => pending.at(-1) ?? tables.at(-1) ?? null;

  function takeNote(note: XmlNote): void {
    if (notes.has(note)) return;
    notes.set(note, { under: under(), order: next() });
    for (const other of note.calls) takeNote(other);
  }
  function see({ marks }: { readonly marks: readonly InlineMark[] }): void {
    for (const mark of marks) {
      account.settleText(mark, 'footnote');
      if (mark.note) takeNote(mark.note);
    }
  }
  function noteText({ mark, note }: InlineMark, table: XmlTable): string | null {
    const found = note ?? table.footnotes.find((it) => it.mark === mark);
    if (found) used.add(found);
    return found?.text ?? null;
  }
  const finder =
    (table: XmlTable): NoteFinder =>
    (mark) =>
      noteText(mark, table);

  function takeProse(text: InlineText): void {
    see(text);
    const table = tables.at(-1);
    const note = pending.length === 0 && table ? leadingNote(text, isPendingIn(table)) : null;
    if (note && table) table.footnotes.push({ ...note, order: next() });
    else if (text.text !== '') prose.push({ text, under: under(), order: next() });
  }

  function takeTable(element: MarkupElement): void {
    const read = cellReader(book, words);
    const [title] = elementsIn(element, 'title').map((it) => inlineOf(piecesOf([it]), book, words));
    let headings = [...pending.map(({ text }) => text), ...(title?.text ? [title] : [])];
    if (title) {
      names.push({ text: title.text, order: next() });
      account.settleText(title, 'heading');
    }
    for (const group of groupsOf(element)) {
      for (const part of partsOf(gridOf(group), read)) {
        if (takePart(part, headings, read)) {
          headings = [];
          pending = [];
        } else takeStrange(part, headings, read);
        if (part.header) {
          account.settleText(part.header, 'header');
          see(part.header);
        }
        for (const placed of part.rows) for (const cell of ownCells(placed)) see(read(cell));
      }
    }
    if (title) see(title);
    for (const beside of besideGroups(element)) {
      if (beside.name === 'noot') takeNote(book.of(beside));
      else takeProse(inlineOf(piecesOf([beside]), book, words));
    }
  }

  /** False when the rows stand under no header that is known. */
  function takePart(
    { header, rows }: TablePart,
    headings: readonly InlineText[],
    read: CellReader,
  ): boolean {
    const current = tables.at(-1);
    let table = current;
    if (!header) {
      const width = Math.max(0, ...rows.map(({ row }) => row.cells.length));
      const goesOn = headings.every(({ text }) => current && isRepeated(text, current));
      if (!current || !goesOn || current.bands.at(-1)?.columns.length !== width) return false;
    } else if (!current || !carriesOn(current, compared(header), headings)) {
      table = newTable(headings);
      tables.push(table);
    }
    if (!table) return false;
    if (table === current) {
      for (const heading of headings) {
        if (isRepeated(heading.text, table)) continue;
        table.rows.push(headingRow(heading, table));
        table.texts.push([]);
      }
    }
    const columns = header ? fullColumns(header, tables) : (table.bands.at(-1)?.columns ?? []);
    if (header) table.bands.push({ ...header, columns });
    for (const placed of rows) {
      const texts = ownCells(placed).map(read);
      const [only, ...others] = texts.filter(({ text }) => text !== '');
      const note = only && others.length === 0 ? leadingNote(only, isPendingIn(table)) : null;
      const row = toTableRow(placed, columns, read, finder(table));
      if (note) table.footnotes.push({ ...note, order: next() });
      else if (row) {
        table.rows.push(row.row);
        table.texts.push(row.texts);
      }
    }
    return true;
  }

  function newTable(headings: readonly InlineText[]): XmlTable {
    const theme = around.flatMap(({ text }) => themeIn(text.text) ?? []).at(-1) ?? null;
    return {
      headings,
      themeAround: theme,
      bands: [],
      rows: [],
      texts: [],
      footnotes: [],
      order: next(),
    };
  }

  function headingRow(text: InlineText, table: XmlTable): TableRow {
    const columns = table.bands.at(-1)?.columns ?? [];
    const note = finder(table);
    const marks = text.marks.map((mark) => ({ ...mark, note: () => note(mark) }));
    const cell = { text: text.text, links: text.links, marks };
    const empty = { text: '', links: [], marks: [] };
    const cells = columns.map((_, at) => (at === 0 ? cell : empty));
    return { columns, cells, wide: true, bold: true, extent: NO_PAGES };
  }

  /** A table that is none of studies is kept as prose, row by row. */
  function takeStrange(
    { rows }: TablePart,
    headings: readonly InlineText[],
    read: CellReader,
  ): void {
    for (const row of rows)
      for (const cell of ownCells(row)) account.settleText(read(cell), 'note');
    const texts = rows.map((row) =>
      ownCells(row)
        .map((cell) => read(cell).text)
        .filter((text) => text !== '')
        .join(' | '),
    );
    const filled = texts.filter((text) => text !== '');
    if (filled[0] !== undefined) strange.push(filled[0]);
    const title = headings.at(-1)?.text;
    for (const text of [...(title === undefined ? [] : [title]), ...filled]) {
      prose.push({ text: plainText(text), under: under(), order: next() });
    }
  }

  see(located.heading.text);
  for (const block of located.blocks) {
    switch (block.kind) {
      case 'heading':
        names.push({ text: block.text.text, order: next() });
        account.settleText(block.text, 'heading');
        around = [...around.filter(({ level }) => level < block.level), block];
        pending = [...pending.filter((it) => stays(it, block, prose)), block];
        see(block.text);
        break;
      case 'paragraph':
        takeProse(block.text);
        break;
      case 'note':
        takeNote(block.note);
        break;
      case 'table':
        takeTable(block.element);
        break;
    }
  }
  function take(note: XmlNote | null): string | null {
    if (note) used.add(note);
    return note?.text ?? null;
  }
  return { tables, prose, names, notes, strange, noteText, take, used };
}

/** Whether a heading still counts for what follows when another one comes, without a table between the two. */
function stays(former: HeadingBlock, next: HeadingBlock, prose: readonly XmlProse[]): boolean {
  if (former.level !== next.level) return former.level < next.level;
  // A theme without a table, and one of which only prose speaks, are over.
  if (isTheme(former.text.text) && isTheme(next.text.text)) return false;
  return !prose.some(({ under }) => under === former);
}

function plainText(text: string): InlineText {
  return { text, marks: [], links: [], bold: false, lead: { style: '', length: 0 }, items: [] };
}

import type { Annex, AnnexNote, Notice } from '../../study/extraction.ts';
import type { PrintedKey, Study } from '../../study/study.ts';
import { contextOf, type TableContext, type TableMark } from '../context.ts';
import { noticesOf, type UnusedText } from '../notices.ts';
import { doubtfulLead, withoutTable } from '../prose/notice.ts';
import { readProse } from '../prose/read.ts';
import { PRINTED_KEYS, toRecord, type Record } from '../record.ts';
import { studiesOf } from '../studies.ts';
import { sortRows } from '../study-rows.ts';
import { starsAt } from '../tables.ts';
import { placeOf } from '../table-row.ts';
import { toldIn } from '../told.ts';
import type { WordCounts } from '../words.ts';
import type { XmlAccount } from './account.ts';
import { itemsIn, settleNotes, settleRows } from './settle.ts';
import { gather, type Gathered, type Under } from './gather.ts';
import type { XmlTable } from './table.ts';
import type { LocatedInXml } from './locate.ts';
import type { InlineMark, InlineText } from './inline.ts';
import type { NoteBook } from './note-book.ts';
import { prosePieces } from './prose-pieces.ts';
import { NO_PAGES } from './rows.ts';

/** A note with its place in reading order. */
interface OrderedProse {
  readonly note: AnnexNote;
  readonly order: number;
}

/** The annex of an XML edition as read. */
export interface XmlReading {
  readonly annex: Annex;
  readonly studies: readonly Study[];
  readonly notices: readonly Notice[];
  readonly spans: Spans;
}

/** Cells of a study that began in a row above, as an XML edition says and a print often does not show. */
export type Spans = ReadonlyMap<Study, ReadonlySet<PrintedKey>>;

/** Reads the annex by the same rules as its pages, where its rows and cells need not be found first. */
export function readInXml(
  located: LocatedInXml,
  book: NoteBook,
  words: WordCounts,
  account: XmlAccount,
): XmlReading {
  const { heading, blocks } = located;
  const gathered = gather(located, book, words, account);
  const title = heading.text.text;
  const contexts: TableContext[] = [];
  const studies: Study[] = [];
  const spans = new Map<Study, ReadonlySet<PrintedKey>>();
  const placeholders: UnusedText[] = [];
  const unknown: (UnusedText & { readonly label: string })[] = [];
  const notes: OrderedProse[] = [];
  const names = gathered.names.map((name) => ({ ...name, table: title }));
  for (const table of gathered.tables) {
    const context = contextIn(table, gathered, title, contexts.at(-1) ?? null);
    contexts.push(context);
    const records = table.rows.map(toRecord);
    const sorted = sortRows(records, context);
    settleRows(account, sorted, records, table);
    for (const { row, strange } of records) {
      for (const { label, text, column } of strange) {
        unknown.push({ label, text, items: itemsIn(table.texts[row]?.[column]) });
      }
    }
    for (const record of sorted.placeholders) {
      const own = table.texts[record.row]?.filter((_, at) => record.known[at] === true) ?? [];
      const items = own.reduce((sum, text) => sum + itemsIn(text), 0);
      placeholders.push({ text: textOf(record), items });
    }
    const read = studiesOf(sorted.studies, context, studies);
    studies.push(...read);
    for (const [index, study] of read.entries()) {
      const spanned = [...(sorted.studies[index]?.record.spanned ?? [])];
      if (spanned.length > 0) spans.set(study, new Set(spanned.map((it) => PRINTED_KEYS[it])));
    }
    for (const record of sorted.names) {
      names.push({ text: textOf(record), order: table.order, table: context.name });
    }
    for (const record of sorted.remarks) {
      notes.push({ note: noteOf(textOf(record), context.name), order: table.order });
    }
  }
  const nameOf = (under: Under): string => {
    if (!under) return title;
    if ('kind' in under) return under.text.text;
    return contexts[gathered.tables.indexOf(under)]?.name ?? title;
  };
  const isProse = gathered.tables.length === 0 && gathered.strange.length === 0;
  const taken = new Set<InlineText>();
  const doubtful: Notice[] = [];
  if (isProse) {
    const pieces = prosePieces(blocks, ({ note }) => gathered.take(note));
    const prose = readProse(
      pieces.map(({ piece }) => piece),
      title,
    );
    studies.push(...prose.studies);
    for (const index of prose.doubtful) {
      const piece = pieces[index]?.piece;
      if (piece) doubtful.push(doubtfulLead(piece, title));
    }
    for (const index of prose.cells) {
      const text = pieces[index]?.text;
      if (text) taken.add(text);
    }
  }
  for (const { text, under, order } of gathered.prose) {
    account.settleText(text, taken.has(text) ? 'cell' : 'note');
    if (taken.has(text)) continue;
    notes.push({ note: noteOf(text.text, nameOf(under)), order });
  }
  settleNotes(account, gathered);
  notes.push(...unusedNotes(gathered, nameOf));
  const isTold = toldIn(
    title,
    studies,
    notes.map(({ note }) => note),
  );
  // A theme or group without studies is told nowhere else.
  for (const { text, order, table } of names) {
    if (!isTold(text)) notes.push({ note: noteOf(text, table), order });
  }
  const rest = account.rest();
  account.settle(rest, 'notice');
  notes.sort((one, other) => one.order - other.order);
  return {
    annex: { heading: title, pages: null, notes: notes.map(({ note }) => note) },
    studies,
    spans,
    notices: [
      ...noticesOf({
        studies,
        headerUnknown: gathered.tables.length === 0 && gathered.strange.length > 0,
        heading: title,
        unplaced: rest,
        placeholders,
        strange: unknown,
      }),
      ...doubtful,
      ...(isProse ? [withoutTable(title, studies.length)] : []),
      ...gathered.strange.map(strangeTable),
    ],
  };
}

function textOf({ wide, texts }: Record): string {
  return wide ?? [...texts.values()].filter((text) => text !== '').join(' ');
}

function contextIn(
  table: XmlTable,
  { noteText }: Gathered,
  annexHeading: string,
  former: TableContext | null,
): TableContext {
  const toMarks = (marks: readonly InlineMark[], on: TableMark['on']): readonly TableMark[] =>
    marks.map((mark) => ({ mark: mark.mark, on, note: () => noteText(mark, table) }));
  const stars = table.bands.flatMap(({ columns }) =>
    columns.flatMap(({ label }) => starsAt(label)),
  );
  const marks = [
    ...toMarks(
      table.headings.flatMap((heading) => heading.marks),
      'heading',
    ),
    ...toMarks(
      table.bands.flatMap((band) => band.marks),
      'header',
    ),
    ...toMarks(
      stars.map((mark) => ({ mark, before: '', note: null, items: [] })),
      'header',
    ),
  ];
  const texts = table.headings.map(({ text }) => text);
  const context = contextOf(texts, marks, annexHeading, former);
  return { ...context, theme: context.theme ?? table.themeAround };
}

/** Footnotes that hang on no study: what the ministry says of a theme, or of its own prose. */
function unusedNotes(
  { notes, tables, used }: Gathered,
  nameOf: (under: Under) => string,
): readonly OrderedProse[] {
  const called = [...notes].map(([note, { under, order }]) => ({ note, under, order }));
  const below = tables.flatMap((table) =>
    table.footnotes.map((note) => ({ note, under: table, order: note.order })),
  );
  return [...called, ...below]
    .filter(({ note }) => !used.has(note) && note.text !== '')
    .map(({ note, under, order }) => ({ note: noteOf(note.text, nameOf(under)), order }));
}

function noteOf(text: string, table: string): AnnexNote {
  return { text, place: placeOf(NO_PAGES, table, null) };
}

function strangeTable(firstRow: string): Notice {
  const message = `a table of the annex has no header that is known and is kept as notes; it begins with “${firstRow.slice(0, 100)}”`;
  return { kind: 'text-outside-table', message, place: null };
}

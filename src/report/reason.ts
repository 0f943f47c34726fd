import type { Event } from '../ledger/event.ts';
import type { AnnexNote } from '../study/extraction.ts';
import type { Footnote } from '../study/study.ts';
import type { Rows } from './comparison-table.ts';
import { cut } from './fact.ts';
import { changedFields } from './field.ts';
import type { Words } from './vocabulary.ts';

/** By edition id: prose of that edition that names the study. */
export type StudyNotes = ReadonlyMap<string, readonly AnnexNote[]>;

/** What a ministry adds to a change: the rows compared, and the prose of the edition that shows it. */
export interface Explained {
  readonly events: readonly Event[];
  readonly rows: Rows;
  readonly notes: readonly AnnexNote[];
  /** Whether the annex has prose of which it is not known what it is about. */
  readonly hasOtherProse?: boolean;
}

/** Cells whose footnotes explain any change of a study: why it is late, dropped or set back. */
const TELLING: readonly Footnote['on'][] = ['title', 'status', 'completion'];

/**
 * Why, according to the ministry: the footnotes of the row and the prose that names the study, quoted.
 * Says so when neither gives a reason, and when a note was printed but not found.
 *
 * @param longest longest quoted text, in characters
 */
export function reason(explained: Explained, words: Words, longest: number): string {
  const quotes = reasonQuotes(explained, words, longest);
  if (quotes.length > 0) return words.study.reason(quotes);
  const { after } = explained.rows;
  if (!after && explained.hasOtherProse) return words.study.noReasonFound;
  const missing = ownFootnotes(explained).find(({ text }) => text === null);
  if (missing) return words.study.footnoteMissing(missing.mark);
  // What stands under Toelichting may hold a reason: then the table is not said to have none.
  return after?.study.description ? words.study.noReasonInFootnotes : words.study.noReason;
}

/**
 * Quotations of all that the ministry adds: footnotes on what changed first, then those on other cells
 * with the cell's name, then prose with its page. Empty when it adds nothing.
 */
export function reasonQuotes(
  explained: Explained,
  words: Words,
  longest: number,
): readonly string[] {
  const telling = tellingCells(explained.events);
  const footnotes = ownFootnotes(explained)
    .toSorted((one, other) => Number(telling.has(other.on)) - Number(telling.has(one.on)))
    .flatMap(({ text, mark, on }) => {
      if (text === null) return [];
      const cell = telling.has(on) ? null : words.cells[on];
      return [words.study.footnote(cut(text, longest), mark, cell)];
    });
  const notes = explained.notes.map(({ text, place }) =>
    words.study.note(cut(text, longest), place.page === null ? null : words.place.page(place)),
  );
  return [...footnotes, ...notes];
}

/** The notes of one edition on one study; none where they were not looked for. */
export function notesIn(notes: StudyNotes | undefined, edition: string): readonly AnnexNote[] {
  return notes?.get(edition) ?? [];
}

function tellingCells(events: readonly Event[]): ReadonlySet<string> {
  return new Set([...TELLING, ...changedFields(events.map(({ kind }) => kind))]);
}

/** Footnotes of the row itself, each note once although it may hang on several cells. */
function ownFootnotes({ rows, events }: Explained): readonly Footnote[] {
  const own = (rows.after?.study.footnotes ?? []).filter(
    ({ on }) => on !== 'heading' && on !== 'header',
  );
  const telling = tellingCells(events);
  return own.filter((footnote) => {
    const same = own.filter(({ mark, text }) => mark === footnote.mark && text === footnote.text);
    const shown = same.find(({ on }) => telling.has(on)) ?? same[0];
    return shown === footnote;
  });
}

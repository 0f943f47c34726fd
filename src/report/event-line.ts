import { publicationOrder } from '../edition/calendar.ts';
import { parseEditionId, requireEditionId } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import { notesOnTheme } from '../study/note.ts';
import { comparedRows } from './comparison-table.ts';
import { cut } from './fact.ts';
import { wordsOf } from './language.ts';
import { link } from './markdown.ts';
import type { Phrase } from './markdown.ts';
import type { Mention } from './mention.ts';
import { capitalized, stopped } from './phrase.ts';
import { notesIn, reason, reasonQuotes } from './reason.ts';
import type { StudyNotes } from './reason.ts';
import { sourceLine } from './source-line.ts';
import { sentence, withoutRepetition } from './statement.ts';
import type { EditionSource } from './study-input.ts';
import type { Language } from './vocabulary.ts';
import { weightOf } from './weight.ts';

/** What a line needs to know of one study. */
export interface LineStudy {
  readonly title: string;
  readonly mentions: readonly Mention[];
  /** All events of the study, oldest first, told or not. */
  readonly events: readonly Event[];
  /** Prose of each edition that names it. */
  readonly notes?: StudyNotes;
  /** Address of its issue; null or absent for none. */
  readonly issueUrl?: string | null;
}

export interface LineContext {
  /** By id in the register; undefined when not known. */
  study(id: string): LineStudy | undefined;
  readonly editions: readonly EditionSource[];
  readonly language: Language;
  /** How many studies of an event about several are named; 25 when absent. */
  readonly longestList?: number | undefined;
}

/** One study's changes in one edition on one line. */
export interface EventLine {
  readonly chapter: string;
  /** Weightiest first. */
  readonly events: readonly Event[];
  readonly weight: number;
  /** Title, linked to its issue; empty for an event about several studies, which names them itself. */
  readonly name: readonly Phrase[];
  /** Full sentences: what happened. */
  readonly said: string;
  /** Quotations of why, according to the ministry. */
  readonly quotes: readonly string[];
  /** What is to be said where there are none: that no reason stands there, or was found. */
  readonly noReason: string;
  /** Where it says so. */
  readonly source: readonly Phrase[];
  /** All of it in one line. */
  readonly phrases: readonly Phrase[];
}

/** Longest quotation of a reason, in characters, that stands in a line; and of a title. */
const REASON = 300;
const TITLE = 300;

/** A line for each study, edition and cause of the events, weightiest first. */
export function eventLines(events: readonly Event[], context: LineContext): readonly EventLine[] {
  const byStudy = Map.groupBy(events, ({ study, edition, cause, id }) =>
    [study ?? id, edition, cause].join(' '),
  );
  return [...byStudy.values()]
    .map((together) => lineOf(together, context))
    .sort((one, other) => one.weight - other.weight || byEdition(one, other));
}

/** What happened, why according to the ministry, and where it says so. */
function lineOf(together: readonly Event[], context: LineContext): EventLine {
  const [first] = together;
  if (!first) throw new Error('a line tells at least one event');
  const { language, editions, longestList } = context;
  const titleOf = (id: string): string | undefined => context.study(id)?.title;
  const words = wordsOf(language);
  const study = first.study === null ? undefined : context.study(first.study);
  const mentions = study?.mentions ?? [];
  const events = study?.events ?? [];
  const weigh = (event: Event): number => weightOf(event, mentions, events);
  const sorted = together.toSorted((one, other) => weigh(one) - weigh(other));
  const main = sorted[0] ?? first;
  const rows = comparedRows(main, mentions);
  const notes = study ? notesIn(study.notes, main.edition) : notesOnGroup(main, editions);
  const annex = editions.find(({ edition }) => edition.id === main.edition)?.annex;
  const hasOtherProse = (annex?.notes.length ?? 0) > 0;
  const explained = { events: sorted, rows, notes, hasOtherProse };
  const quotes = reasonQuotes(explained, words, REASON);
  const said = withoutRepetition(sorted)
    .map((event) => stopped(sentence(event, { language, mentions, events, titleOf, longestList })))
    .join(' ');
  const title = cut(study?.title ?? first.title, TITLE);
  const name = first.study === null ? [] : [study?.issueUrl ? link(title, study.issueUrl) : title];
  const edition = parseEditionId(first.edition);
  const where = edition ? words.place.paper(edition) : first.edition;
  const known = sourceLine(main, rows, editions, words);
  const source = known.length > 0 ? known : [capitalized(where)];
  const why = quotes.length > 0 ? `${stopped(words.study.reason(quotes))} ` : '';
  return {
    chapter: edition?.chapter ?? '',
    events: sorted,
    weight: weigh(main),
    name,
    said,
    quotes,
    noReason: quotes.length > 0 ? '' : reason(explained, words, REASON),
    source,
    phrases: [...name, ...(name.length > 0 ? [': '] : []), `${said} ${why}`, ...source],
  };
}

function notesOnGroup(event: Event, editions: readonly EditionSource[]): LineNotes {
  if (event.kind !== 'theme-absent') return [];
  const source = editions.find(({ edition }) => edition.id === event.edition);
  return notesOnTheme(source?.annex?.notes ?? [], event.before ?? event.title);
}

type LineNotes = ReturnType<typeof notesIn>;

function byEdition(one: EventLine, other: EventLine): number {
  const [first, second] = [one.events[0]?.edition, other.events[0]?.edition];
  if (!first || !second || first === second) return 0;
  return publicationOrder(requireEditionId(first), requireEditionId(second));
}

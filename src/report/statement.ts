import type { Event } from '../ledger/event.ts';
import { amsterdamDate, longDate } from './date.ts';
import { cut, factsOf } from './fact.ts';
import { findingOf } from './finding.ts';
import { wordsOf } from './language.ts';
import type { Mention } from './mention.ts';
import type { Language, Statement } from './vocabulary.ts';

/** What a sentence about an event may draw on. */
export interface StatementContext {
  readonly language: Language;
  /** All mentions of the event's study that are known. */
  readonly mentions: readonly Mention[];
  /** All events of that study, oldest first; those after the event itself are left aside. */
  readonly events: readonly Event[];
  /** Ids of editions whose former print was an unformatted one, for a later print of the same edition. */
  readonly formerlyUnformatted?: readonly string[];
  /** Title of a study, for an event about several. */
  titleOf?(study: string): string | undefined;
  /** How many of them are named; 25 when absent. */
  readonly longestList?: number | undefined;
}

/** Titles of an event about several studies that a sentence names; the rest is counted. */
const NAMED = 25;

/**
 * One plain sentence, without full stop, that says what happened, in the words of docs/changes.md.
 * A correction and a later print of the same edition say that they are one; the same change of several
 * studies names them.
 */
export function statement(event: Event, context: StatementContext): Statement {
  const words = wordsOf(context.language);
  const facts = factsOf(event, context.mentions, context.events);
  if (event.cause === 'correction') {
    const corrected = context.events.find(({ id }) => id === event.corrects) ?? null;
    const finding = findingOf(event, corrected, facts, context.mentions);
    return words.correction(dayOf(corrected, context), finding);
  }
  const said = named(words.statements[event.kind](facts), event, context);
  if (event.cause !== 'republished') return said;
  const wasUnformatted = context.formerlyUnformatted?.includes(event.edition) ?? false;
  return words.republished(said, wasUnformatted);
}

/** As statement, in one string. */
export function sentence(event: Event, context: StatementContext): string {
  const { lead, detail } = statement(event, context);
  return lead + detail;
}

/** Of one study in one edition: that a year passed says already that the study is not finished. */
export function withoutRepetition(events: readonly Event[]): readonly Event[] {
  const overdue = events.some(({ kind }) => kind === 'overdue');
  return overdue ? events.filter(({ kind }) => kind !== 'reported-unfinished') : events;
}

function named(
  said: Statement,
  { study, studies = [] }: Event,
  context: StatementContext,
): Statement {
  if (study !== null || !context.titleOf) return said;
  const titles = studies.flatMap((id) => context.titleOf?.(id) ?? []);
  const most = context.longestList ?? NAMED;
  if (titles.length === 0) return said;
  const kept = titles.slice(0, most).map((title) => cut(title, 200));
  return wordsOf(context.language).group(said, kept, studies.length - kept.length);
}

/** Day on which readers were told what is now corrected; null when that is not known. */
function dayOf(corrected: Event | null, { language }: StatementContext): string | null {
  return corrected && longDate(amsterdamDate(new Date(corrected.recorded)), language);
}

import type { Event } from '../ledger/event.ts';
import { amsterdamDate, longDate } from './date.ts';
import { factsOf } from './fact.ts';
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
}

/**
 * One plain sentence, without full stop, that says what happened, in the words of docs/changes.md.
 * A correction and a later print of the same edition say that they are one.
 */
export function statement(event: Event, context: StatementContext): Statement {
  const words = wordsOf(context.language);
  const facts = factsOf(event, context.mentions, context.events);
  const said = words.statements[event.kind](facts);
  if (event.cause === 'correction') return words.correction(toldOn(event, context), facts, said);
  if (event.cause !== 'republished') return said;
  const wasUnformatted = context.formerlyUnformatted?.includes(event.edition) ?? false;
  return words.republished(said, wasUnformatted);
}

/** As statement, in one string. */
export function sentence(event: Event, context: StatementContext): string {
  const { lead, detail } = statement(event, context);
  return lead + detail;
}

/** Day on which readers were told what is now corrected; null when no such event is known. */
function toldOn(event: Event, { events, language }: StatementContext): string | null {
  const wrong = events.findLast(
    (earlier) =>
      earlier.id !== event.id &&
      earlier.told === 'tell' &&
      earlier.edition === event.edition &&
      (earlier.kind === event.kind || earlier.field === event.field),
  );
  return wrong ? longDate(amsterdamDate(new Date(wrong.recorded)), language) : null;
}

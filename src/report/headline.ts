import { publicationOrder } from '../edition/calendar.ts';
import { requireEditionId } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import { strong } from './markdown.ts';
import type { Phrase } from './markdown.ts';
import { stillStanding } from './standing.ts';
import { statement, withoutRepetition } from './statement.ts';
import type { StudyInput } from './study-input.ts';
import { weightOf } from './weight.ts';

/** The sentence of an event, what happened in bold. Conclusions follow below, so that theirs is short. */
export function headline(event: Event, input: StudyInput): readonly Phrase[] {
  const { lead, detail } = statement(event, {
    language: input.language,
    mentions: input.records,
    events: input.events,
    formerlyUnformatted: (input.editions ?? [])
      .filter(({ former }) => former?.unformatted)
      .map(({ edition }) => edition.id),
  });
  const isLong = event.kind === 'conclusions-changed' && event.cause === 'successor';
  return [strong(lead), isLong ? '' : detail];
}

/**
 * The news of the newest edition that has any, weightiest first: what the body is about. Only when
 * there is no news at all, all that the newest edition changed.
 */
export function newestNews(input: StudyInput): readonly Event[] {
  const { events, records } = input;
  const told = events.filter((event) => event.news !== 'no' && event.told !== 'history');
  const candidates = told.length > 0 ? told : events;
  const newest = candidates
    .map(({ edition }) => requireEditionId(edition))
    .sort(publicationOrder)
    .at(-1);
  return stillStanding(candidates.filter(({ edition }) => edition === newest?.id))
    .map((event) => ({ event, weight: weightOf(event, records, events) }))
    .sort((one, other) => one.weight - other.weight)
    .map(({ event }) => event);
}

/** Those of them that need a sentence: conclusions and links that came with weightier news stand in the table. */
export function headlined(news: readonly Event[]): readonly Event[] {
  const weightier = withoutRepetition(news).filter((event) => !accompanies(event));
  return weightier.length > 0 ? weightier : news;
}

function accompanies({ kind }: Event): boolean {
  return kind === 'conclusions-added' || kind === 'report-linked';
}

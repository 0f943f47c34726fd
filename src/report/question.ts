import { publicationOrder } from '../edition/calendar.ts';
import { requireEditionId } from '../edition/edition.ts';
import type { ChangeKind } from '../change/comparison.ts';
import type { Event } from '../ledger/event.ts';
import type { StudyDocument } from './document.ts';
import { definiteYear, lastYear } from './fact.ts';
import { inOrder } from './mention.ts';
import type { Mention } from './mention.ts';
import { trueEvents } from './standing.ts';
import type { Words } from './vocabulary.ts';

/** Why an issue stays open: the study left something unanswered. */
export type Question =
  'overdue' | 'not-accounted-for' | 'vanished' | 'status-reverted' | 'unsupported';

const STATUS_KINDS: ReadonlySet<ChangeKind> = new Set([
  'status-changed',
  'status-first-stated',
  'status-reverted',
  'reported-finished',
  'reported-unfinished',
  'new-cycle',
] as const);

/**
 * The questions that the study's events and mentions leave open. A finished study leaves one only
 * when neither conclusions nor a report stand in a row that has a column for conclusions.
 */
export function openQuestions(
  events: readonly Event[],
  mentions: readonly Mention[],
): readonly Question[] {
  const ordered = inOrder(mentions);
  const held = trueEvents(events);
  if (isFinished(held, ordered)) return isUnsupported(ordered) ? ['unsupported'] : [];
  const questions: readonly (Question | null)[] = [
    openReversal(held),
    openAbsence('not-accounted-for', held, ordered),
    openAbsence('vanished', held, ordered),
    openOverdue(held, ordered),
  ];
  return questions.filter((question) => question !== null);
}

/** Open while a question is; else the reason why the issue can be closed. */
export function stateOf(
  events: readonly Event[],
  mentions: readonly Mention[],
  words: Words,
): StudyDocument['state'] {
  if (openQuestions(events, mentions).length > 0) return { open: true };
  return { open: false, reason: reasonToClose(trueEvents(events), inOrder(mentions), words) };
}

/** The newest mention that states one of the three official words. */
export function lastStatus(ordered: readonly Mention[]): Mention | null {
  return (
    ordered.findLast(({ study }) => study.status !== null && study.status !== 'onbekend') ?? null
  );
}

function isFinished(events: readonly Event[], ordered: readonly Mention[]): boolean {
  const stated = lastStatus(ordered);
  if (stated?.study.status !== 'afgerond') return false;
  const round = events.findLast(({ kind }) => kind === 'new-cycle');
  return !round || publicationOrder(requireEditionId(round.edition), stated.edition) <= 0;
}

function isUnsupported(ordered: readonly Mention[]): boolean {
  const conclusions = ordered.findLast(({ study }) => study.conclusions !== null);
  return conclusions?.study.conclusions === '' && !ordered.some(hasReport);
}

function hasReport({ study }: Mention): boolean {
  return study.links.length > 0;
}

function openReversal(events: readonly Event[]): Question | null {
  const last = events.findLast(({ kind }) => STATUS_KINDS.has(kind));
  return last?.kind === 'status-reverted' ? last.kind : null;
}

function openAbsence(
  kind: 'vanished' | 'not-accounted-for',
  events: readonly Event[],
  ordered: readonly Mention[],
): Question | null {
  const absence = events.findLast((event) => event.kind === kind);
  if (!absence) return null;
  return mentionedSince(absence, ordered) ? null : kind;
}

function mentionedSince(event: Event, ordered: readonly Mention[]): Mention | null {
  const edition = requireEditionId(event.edition);
  return ordered.find((mention) => publicationOrder(mention.edition, edition) >= 0) ?? null;
}

/** The year that passed, for as long as no later edition plans a later one. */
function openOverdue(events: readonly Event[], ordered: readonly Mention[]): Question | null {
  const overdue = events.findLast(({ kind }) => kind === 'overdue');
  if (!overdue) return null;
  return replanned(overdue, ordered) ? null : 'overdue';
}

function replanned(overdue: Event, ordered: readonly Mention[]): Mention | null {
  const planned = ordered.findLast(({ study }) => definiteYear(study.completion) !== null);
  const year = lastYear(overdue.after) ?? lastYear(overdue.before);
  const now = planned ? definiteYear(planned.study.completion) : null;
  return planned && year !== null && now !== null && now > year ? planned : null;
}

function reasonToClose(
  events: readonly Event[],
  ordered: readonly Mention[],
  words: Words,
): string {
  const { closed } = words;
  if (isFinished(events, ordered)) {
    const concluded = ordered.findLast(({ study }) => Boolean(study.conclusions));
    if (concluded) return closed.withConclusions(concluded.edition);
    const reported = ordered.findLast(hasReport);
    if (reported) return closed.withReport(reported.edition);
    const finished = lastStatus(ordered);
    if (finished) return closed.finished(finished.edition);
  }
  const asked = events.findLast(({ kind }) =>
    ['overdue', 'vanished', 'not-accounted-for'].includes(kind),
  );
  if (asked?.kind === 'overdue') {
    const planned = replanned(asked, ordered);
    const year = planned ? definiteYear(planned.study.completion) : null;
    if (planned && year !== null) return closed.replanned(year, planned.edition);
  } else if (asked) {
    const again = mentionedSince(asked, ordered);
    if (again) return closed.mentionedAgain(again.edition);
  }
  return closed.nothingOpen(ordered.at(-1)?.edition ?? null);
}

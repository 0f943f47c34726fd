import type { ChangeKind } from '../change/comparison.ts';
import type { Event } from '../ledger/event.ts';
import { factsOf } from './fact.ts';
import { mentionIn } from './mention.ts';
import type { Mention } from './mention.ts';

/** Groups of a digest, weightiest first. Before all stands what we told wrongly: somebody may have quoted it. */
export const DIGEST_GROUPS = [
  'corrected',
  'reverted',
  'conclusions',
  'not-accounted-for',
  'vanished',
  'overdue',
  'postponed',
  'finished',
  'added',
  'other',
] as const;

export type DigestGroup = (typeof DIGEST_GROUPS)[number];

const GROUP: Readonly<Partial<Record<ChangeKind, DigestGroup>>> = {
  'status-reverted': 'reverted',
  'conclusions-changed': 'conclusions',
  'conclusions-removed': 'conclusions',
  'not-accounted-for': 'not-accounted-for',
  vanished: 'vanished',
  overdue: 'overdue',
  postponed: 'postponed',
  'reported-finished': 'finished',
  added: 'added',
};

/** Kinds that tell of a finished study, when that is what its status became. */
const FIRST_FINISHED: ReadonlySet<ChangeKind> = new Set([
  'status-changed',
  'status-first-stated',
] as const);

/** Within a group: news of the first rank stands before light news. */
const OTHERS: readonly ChangeKind[] = [
  'completion-withdrawn',
  'reported-unfinished',
  'status-changed',
  'conclusions-added',
  'new-cycle',
  'advanced',
  'report-linked',
  'theme-absent',
];

/** Where an event stands in a digest. */
export function groupOf(
  event: Pick<Event, 'kind' | 'after'> & Partial<Pick<Event, 'cause'>>,
): DigestGroup {
  if (event.cause === 'correction') return 'corrected';
  const isFinished = event.after?.toLowerCase().startsWith('afgerond') ?? false;
  if (FIRST_FINISHED.has(event.kind) && isFinished) return 'finished';
  return GROUP[event.kind] ?? 'other';
}

/** Whether a digest tells it: all news, and what is new in the annex. */
export function isReported(event: Event): boolean {
  return event.news !== 'no' || event.kind === 'added';
}

/**
 * Weight of an event; the lowest is told first. Postponed more often comes before postponed once,
 * finished without conclusions or report before finished with them.
 */
export function weightOf(
  event: Event,
  mentions: readonly Mention[] = [],
  events: readonly Event[] = [],
): number {
  const group = groupOf(event);
  return DIGEST_GROUPS.indexOf(group) * 100 + withinGroup(event, group, mentions, events);
}

function withinGroup(
  event: Event,
  group: DigestGroup,
  mentions: readonly Mention[],
  events: readonly Event[],
): number {
  if (group === 'postponed') return 50 - Math.min(factsOf(event, mentions, events).slip, 50);
  if (group === 'finished') {
    const study = mentionIn(mentions, event.edition, event.rows)?.study;
    return study && !study.conclusions && study.links.length === 0 ? 0 : 1;
  }
  const place = OTHERS.indexOf(event.kind);
  return place < 0 ? OTHERS.length : place;
}

import { publicationOrder } from '../edition/calendar.ts';
import type { Quarantine } from '../gate/quarantine.ts';
import { hasBaseline } from '../ledger/baselines.ts';
import type { Baseline } from '../ledger/baselines.ts';
import type { Event } from '../ledger/event.ts';
import { periodicIn, toldIn } from '../ledger/deliveries.ts';
import type { Deliveries } from '../ledger/deliveries.ts';
import type { Commit } from '../port/archive.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Intake } from './intake.ts';
import type { State } from './state.ts';
import type { Reread } from './summary.ts';

/**
 * The commit of one edition: its first record, or a change in what the ministry says. Its author date is
 * the day of publication, so that the log of a chapter reads as the history of the budget; where the source
 * gives none it is the time of the run.
 * @param before what was known when the print came in
 */
export function editionCommit(intake: Intake, before: State, now: Date): Commit {
  const { snapshot, changes } = intake;
  const { edition, print, studies } = snapshot;
  const cause = causeOf(intake, before);
  const fresh = freshEvents(intake.state, before);
  const news = fresh.filter((event) => event.told === 'tell' && event.news !== 'no').length;
  const counts = [
    count(studies.length, 'study', 'studies'),
    ...(isFirstRecord(cause) && changes.length === 0
      ? []
      : [count(changes.length, 'change', 'changes')]),
    ...(isFirstRecord(cause) ? [] : [`${news} of them news`]),
  ].join(', ');
  return {
    subject: `${SUBJECTS[cause]} ${edition.id}: ${counts}`,
    body: `${print.title}\n${print.url}`,
    trailers: editionTrailers(snapshot, cause),
    date: print.published ?? now.toISOString(),
  };
}

/**
 * The commit of the same print, read by other rules. It bears the time of the run: nothing of it was
 * published.
 */
export function upgradeCommit(
  snapshot: Snapshot,
  { id, studies, otherwise, corrections }: Reread,
  now: Date,
): Commit {
  const counts = [
    count(studies, 'study', 'studies'),
    `${otherwise} read otherwise`,
    ...(corrections.length > 0 ? [count(corrections.length, 'correction', 'corrections')] : []),
  ].join(', ');
  return {
    subject: `Technical upgrade of ${id} to extractor ${snapshot.extractor}: ${counts}`,
    body: 'The same print, read again. Nothing of it is told but what was told otherwise.',
    trailers: editionTrailers(snapshot, 'reread'),
    date: now.toISOString(),
  };
}

function freshEvents({ ledger }: State, before: State): readonly Event[] {
  const known = new Set(before.ledger.events.map(({ id }) => id));
  return ledger.events.filter(({ id }) => !known.has(id));
}

/** Why an edition's snapshot was written; stands in the trailer `Cause`. */
type RecordCause = 'baseline' | 'late' | 'successor' | 'republished';

const SUBJECTS: Readonly<Record<RecordCause, string>> = {
  baseline: 'First record of',
  late: 'First record, found late, of',
  successor: 'Changes in',
  republished: 'Changes in the later print of',
};

/** Nothing of a first record is told. */
function isFirstRecord(cause: RecordCause): boolean {
  return cause === 'baseline' || cause === 'late';
}

function causeOf({ snapshot: { edition }, state }: Intake, before: State): RecordCause {
  if (before.snapshots.has(edition.id)) return 'republished';
  if (!hasBaseline(before.baselines, edition.chapter, edition.phase)) return 'baseline';
  const fresh = freshEvents(state, before);
  const isLate = [...before.snapshots.values()].some(
    (held) =>
      held.edition.chapter === edition.chapter && publicationOrder(held.edition, edition) > 0,
  );
  return isLate && !fresh.some(({ told }) => told === 'tell') ? 'late' : 'successor';
}

function editionTrailers(
  { edition, print, extractor }: Snapshot,
  cause: string,
): Commit['trailers'] {
  return [
    ['Edition', edition.id],
    ['Source-Sha256', print.sha256],
    ['Extractor', String(extractor)],
    ['Cause', cause],
  ];
}

/** What changed since the last run, which records all of its own: a person did it. */
export function handCommit(now: Date): Commit {
  return {
    subject: 'Commit what was changed by hand',
    body: 'It stood in the folder, changed and not committed, when this run began.',
    trailers: [],
    date: now.toISOString(),
  };
}

/** The same content in the form in which files are written now. */
export function filesCommit(paths: readonly string[], now: Date): Commit {
  return {
    subject: `Technical upgrade of ${count(paths.length, 'file', 'files')} to the present form`,
    body: `What they say stays the same.\n\n${paths.join('\n')}`,
    trailers: [['Cause', 'schema']],
    date: now.toISOString(),
  };
}

/** The judgement of a person, before anything is taken in because of it. */
export function acceptanceCommit(
  { edition, print, extractor, gates }: Quarantine,
  now: Date,
): Commit {
  return {
    subject: `Accept the print of ${edition.id} after a look`,
    body: gates.map(({ gate, message }) => `${gate}: ${message}`).join('\n'),
    trailers: [
      ['Edition', edition.id],
      ['Source-Sha256', print.sha256],
      ['Extractor', String(extractor)],
    ],
    date: now.toISOString(),
  };
}

/** What people have judged, and what that changes. */
export function judgementCommit(before: State, after: State, now: Date): Commit {
  const fresh = after.judgements.judgements.slice(before.judgements.judgements.length);
  const known = new Set(before.ledger.events.map(({ id }) => id));
  const corrections = after.ledger.events.filter(
    ({ id, cause }) => cause === 'correction' && !known.has(id),
  ).length;
  return {
    subject: `Apply judgements: ${count(corrections, 'correction', 'corrections')} of what was told`,
    body: fresh.map(({ verdict, studies }) => `${verdict}: ${studies.join(', ')}`).join('\n'),
    trailers: [],
    date: now.toISOString(),
  };
}

export function baselineCommit({ chapter, phase, editions, completed }: Baseline): Commit {
  return {
    subject: `Complete the first pass of ${chapter} ${phase}: ${count(editions.length, 'edition', 'editions')}`,
    body: 'What these editions show is recorded and not announced.',
    trailers: [],
    date: completed,
  };
}

/** Says what was recorded and not how it went: done again after a kill, it is the same commit. */
export function deliveryCommit(before: Deliveries, after: Deliveries, now: Date): Commit {
  const lines = Object.keys(after.channels).flatMap((channel) => {
    const formerly = toldIn(before, channel);
    const events = [...toldIn(after, channel)].filter((id) => !formerly.has(id)).length;
    const read = periodicIn(before, channel);
    const documents = [...periodicIn(after, channel)].filter((name) => !read.has(name));
    if (events + documents.length === 0) return [];
    return [`${channel}: ${[count(events, 'event', 'events'), ...documents].join(', ')}`];
  });
  return {
    subject: 'Record what was delivered',
    body: lines.join('\n'),
    trailers: [],
    date: now.toISOString(),
  };
}

function count(amount: number, one: string, more: string): string {
  return `${amount} ${amount === 1 ? one : more}`;
}

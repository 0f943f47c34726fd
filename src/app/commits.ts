import type { Quarantine } from '../gate/quarantine.ts';
import type { Baseline } from '../ledger/baselines.ts';
import type { Commit } from '../port/archive.ts';
import type { Receipt } from '../port/channel.ts';
import type { Intake } from './intake.ts';

/**
 * The commit of one edition. Its author date is the day of publication, so that the log of a chapter
 * reads as the history of the budget.
 */
export function editionCommit({ snapshot, changes, cause }: Intake): Commit {
  const { edition, print, studies, extractor } = snapshot;
  const counts = `${count(studies.length, 'study', 'studies')}, ${count(changes.length, 'change', 'changes')}`;
  const subject =
    cause === 'republished'
      ? `Record the later print of ${edition.id}: ${counts}`
      : `Record ${edition.id}: ${counts}`;
  return {
    subject,
    body: `${print.title}\n${print.url}`,
    trailers: [
      ['Edition', edition.id],
      ['Source-Sha256', print.sha256],
      ['Extractor', String(extractor)],
      ['Cause', cause],
    ],
    date: print.published,
  };
}

/** What a run wrote and could not commit before it was stopped. */
export const LEFTOVER_COMMIT: Commit = {
  subject: 'Commit what an earlier run had written',
  body: 'It was stopped between writing and committing.',
  trailers: [],
  date: null,
};

/** The judgement of a person, before anything is taken in because of it. */
export function acceptanceCommit({ edition, print, extractor, gates }: Quarantine): Commit {
  return {
    subject: `Accept the print of ${edition.id} after a look`,
    body: gates.map(({ gate, message }) => `${gate}: ${message}`).join('\n'),
    trailers: [
      ['Edition', edition.id],
      ['Source-Sha256', print.sha256],
      ['Extractor', String(extractor)],
    ],
    date: null,
  };
}

export function baselineCommit({ chapter, phase, editions }: Baseline): Commit {
  return {
    subject: `Complete the first pass of ${chapter} ${phase}: ${count(editions.length, 'edition', 'editions')}`,
    body: 'What these editions show is recorded and not announced.',
    trailers: [],
    date: null,
  };
}

export function deliveryCommit(receipts: readonly Receipt[]): Commit {
  const lines = receipts.map(
    ({ channel, created, commented, queued }) =>
      `${channel}: ${created} created, ${commented} commented, ${queued} queued`,
  );
  return { subject: 'Record what was delivered', body: lines.join('\n'), trailers: [], date: null };
}

function count(amount: number, one: string, more: string): string {
  return `${amount} ${amount === 1 ? one : more}`;
}

import type { Failure } from '../failure/failure.ts';
import type { Receipt } from '../port/channel.ts';
import type { StudyDocument } from '../report/document.ts';

/** What a channel has done so far; becomes the Receipt. */
export interface Tally {
  created: number;
  updated: number;
  commented: number;
  skipped: number;
  /** Grows only when readers truly have the event. */
  readonly told: Set<string>;
  readonly failures: Failure[];
}

export function startTally(): Tally {
  return { created: 0, updated: 0, commented: 0, skipped: 0, told: new Set(), failures: [] };
}

/** Every event of the documents that was not told is queued: by the cap, or by a failure. */
export function receiptOf(
  channel: string,
  tally: Tally,
  documents: readonly StudyDocument[] = [],
): Receipt {
  const events = documents.flatMap((document) => document.news.map((item) => item.event));
  return {
    channel,
    created: tally.created,
    updated: tally.updated,
    commented: tally.commented,
    skipped: tally.skipped,
    queued: events.filter((event) => !tally.told.has(event)).length,
    told: [...tally.told],
    failures: tally.failures,
  };
}

/** Number of writes so far; a document that adds none was there already. */
export function writesOf({ created, updated, commented }: Tally): number {
  return created + updated + commented;
}

import type { Failure } from '../failure/failure.ts';
import type { PeriodicDocument, StudyDocument } from '../report/document.ts';

/** Where the issues of studies go. Delivering the same documents twice writes nothing the second time. */
export interface StudyChannel {
  /** Name in the summary: github, outbox. */
  readonly name: string;
  /** At most `cap` new issues; the rest is queued for the next run. Never throws for a fault of the service: see failures. */
  deliverStudies(documents: readonly StudyDocument[], cap: number): Promise<Receipt>;
}

/** Where digests and start reports go. */
export interface PeriodicChannel {
  /** Name in the summary: github, outbox, digest-file. */
  readonly name: string;
  deliverPeriodic(document: PeriodicDocument): Promise<Receipt>;
}

export type Channel = StudyChannel & PeriodicChannel;

export interface Receipt {
  readonly channel: string;
  readonly created: number;
  readonly updated: number;
  readonly commented: number;
  /** Already there. */
  readonly skipped: number;
  /** Left for the next run by the cap or a failure. */
  readonly queued: number;
  /** Ids of events that readers of this channel have now; periodic: the document's name. */
  readonly told: readonly string[];
  readonly failures: readonly Failure[];
}

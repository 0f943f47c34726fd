import type { Change } from '../change/comparison.ts';
import type { Failure, FailureKind } from '../failure/failure.ts';
import type { FailedGate } from '../gate/gate.ts';
import type { Receipt } from '../port/channel.ts';

export type Outcome = 'new' | 'unchanged' | 'republished' | 'quarantined' | 'failed';

export interface EditionOutcome {
  readonly id: string;
  /** sha256 of the print; null when none could be had. */
  readonly print: string | null;
  readonly outcome: Outcome;
  /** Number of studies in the edition. */
  readonly studies: number;
  /** Number of changes it brought. */
  readonly changes: number;
  /** Why it is in quarantine; left out of every other outcome. */
  readonly gates?: readonly FailedGate[];
}

/** A change as in the comparison, with the study's id and the edition that shows it. */
export interface SummaryChange extends Change {
  readonly study: string | null;
  readonly edition: string;
  /** Edition that stated what was known before, to which `beforeRow` belongs. */
  readonly against: string | null;
}

export type DeliveryCounts = Omit<Receipt, 'told' | 'failures'>;

/** A held edition whose print reads otherwise by the present rules. */
export interface Reread {
  readonly id: string;
  /** Number of studies in the edition. */
  readonly studies: number;
  /** Studies that read otherwise now, are new, or are gone. */
  readonly otherwise: number;
  /** Ids of the events that correct what readers were told. */
  readonly corrections: readonly string[];
}

/** What `check --format json` prints. */
export interface Summary {
  /** Before anything new was compared with them. */
  readonly rereads: readonly Reread[];
  readonly editions: readonly EditionOutcome[];
  readonly changes: readonly SummaryChange[];
  readonly deliveries: readonly DeliveryCounts[];
  readonly errors: readonly SummaryError[];
}

export interface SummaryError {
  readonly kind: FailureKind;
  readonly message: string;
  readonly edition: string | null;
}

export function summaryError(failure: Failure, edition: string | null): SummaryError {
  return { kind: failure.kind, message: failure.message, edition };
}

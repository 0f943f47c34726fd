import type { Cause, Change } from '../change/comparison.ts';

/**
 * A change that was recorded once and for good. Its id is a hash of study, kind, edition and cause, so
 * that another run, or another reading of the same fact, gives the same event.
 */
export interface Event extends Omit<Change, 'eventId' | 'beforeRow' | 'afterRow'> {
  readonly id: string;
  /** Id in the register; null for an event about several studies: a whole theme, or the same change of many. */
  readonly study: string | null;
  /** The studies of an event about several; left out of an event about one. */
  readonly studies?: readonly string[];
  /** Edition that shows it, and the one that stated what was known before; null when there was none. */
  readonly edition: string;
  readonly against: string | null;
  /** Rows (0-based) in the two editions' snapshots. An event about several studies lists all their rows. */
  readonly rows: readonly number[];
  readonly againstRows: readonly number[];
  readonly cause: Cause;
  /** Id of the event that a correction takes back; left out of every other event. */
  readonly corrects?: string;
  /**
   * tell: for the channels. baseline: found in the first completed pass of this chapter and phase,
   * never delivered. history: an older edition found late, or a later print of one that later editions
   * have gone beyond.
   */
  readonly told: 'tell' | 'baseline' | 'history';
  /** ISO instant of the run that recorded it. */
  readonly recorded: string;
}

/** All events in the order they were recorded. */
export interface Ledger {
  readonly schemaVersion: 1;
  readonly events: readonly Event[];
}

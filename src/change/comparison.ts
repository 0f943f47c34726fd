import type { StatedEdition } from '../edition/edition.ts';

/** Kinds of change; which of them are news is the table in rules.ts (docs/changes.md). */
export type ChangeKind =
  | 'status-changed'
  | 'status-first-stated'
  | 'status-reverted'
  | 'reported-finished'
  | 'reported-unfinished'
  | 'new-cycle'
  | 'postponed'
  | 'advanced'
  | 'conflict'
  | 'completion-withdrawn'
  | 'completion-stated'
  | 'conclusions-added'
  | 'conclusions-changed'
  | 'conclusions-removed'
  | 'report-linked'
  | 'link-changed'
  | 'retitled'
  | 'type-changed'
  | 'articles-changed'
  | 'theme-changed'
  | 'description-changed'
  | 'overdue'
  | 'added'
  | 'aged-out'
  | 'awaiting-report'
  | 'vanished'
  | 'theme-absent'
  | 'not-accounted-for'
  | 'moved';

export type News = 'yes' | 'light' | 'no';

/** Why two readings were compared: a new edition, a later print of the same one, or our own mistake. */
export type Cause = 'successor' | 'republished' | 'correction';

export interface Change {
  readonly kind: ChangeKind;
  /** Title as printed in the later edition, else in the earlier one. */
  readonly title: string;
  /** Key of the study that changed; null for a change of presence. */
  readonly field: string | null;
  /** Text as stated before and after; null when nothing was stated. */
  readonly before: string | null;
  readonly after: string | null;
  /** 0-based index in `studies` of that side; null where there is none. */
  readonly beforeRow: number | null;
  readonly afterRow: number | null;
  readonly news: News;
  readonly eventId: string;
}

export type PairedBy = 'title' | 'folded-title' | 'judgement' | 'similar';

export interface RowReference {
  readonly title: string;
  /** 0-based index in `studies`. */
  readonly row: number;
}

export interface Pair {
  readonly before: RowReference;
  readonly after: RowReference;
  readonly by: PairedBy;
  /** 0 to 1. */
  readonly score: number;
}

export interface ReviewItem {
  readonly before: readonly RowReference[];
  readonly after: readonly RowReference[];
  readonly reason: string;
}

/** What `diff --format json` prints. Every row of each side is in exactly one pair, change of presence or review item. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly from: StatedEdition;
  readonly to: StatedEdition;
  readonly pairs: readonly Pair[];
  readonly changes: readonly Change[];
  readonly review: readonly ReviewItem[];
}

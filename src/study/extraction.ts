import type { StatedEdition } from '../edition/edition.ts';
import type { Place, Study } from './study.ts';

/** Kinds of surprises in a document that is read all the same. */
export type NoticeKind =
  | 'no-annex'
  | 'unknown-header'
  | 'unknown-status'
  | 'footnote-without-text'
  | 'text-outside-table'
  | 'text-overflow'
  | 'placeholder'
  | 'edition-unclear';

export interface Notice {
  readonly kind: NoticeKind;
  /** One English sentence for the operator. */
  readonly message: string;
  readonly place: Place | null;
}

/** Prose under or beside the tables, where ministries give reasons. */
export interface AnnexNote {
  readonly text: string;
  readonly place: Place;
}

export interface Annex {
  readonly heading: string;
  /** First and last PDF page, 1-based. */
  readonly pages: readonly [number, number];
  readonly notes: readonly AnnexNote[];
}

/** What `extract --format json` prints: the annex of one print. `annex` is null when there is none. */
export interface Extraction {
  readonly schemaVersion: 1;
  readonly edition: StatedEdition;
  readonly annex: Annex | null;
  readonly studies: readonly Study[];
  readonly notices: readonly Notice[];
}

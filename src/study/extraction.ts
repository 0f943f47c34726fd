import type { StatedEdition } from '../edition/edition.ts';
import type { Place, Study } from './study.ts';

/** Kinds of surprises in a document that is read all the same. */
export type NoticeKind =
  | 'no-annex'
  | 'unknown-header'
  /** The annex is prose: its studies were read from the leads of paragraphs, or there are none. */
  | 'no-table'
  /** The XML edition says something else. */
  | 'readings-differ'
  /** The XML edition that the source lists could not be had or read, or is of another paper. */
  | 'xml-not-read'
  | 'empty-title'
  | 'unknown-status'
  | 'unknown-type'
  | 'unparsed-completion'
  | 'unparsed-articles'
  | 'suspicious-value'
  | 'doubtful-row'
  | 'footnote-without-text'
  | 'text-outside-table'
  | 'text-overflow'
  | 'placeholder'
  | 'page-without-text'
  | 'page-cut-off'
  /** The content of a page is not in order: parts of it may be missing or stand elsewhere. */
  | 'page-damaged'
  /** Some text of a page is mirrored or upside down. */
  | 'text-flipped'
  /** Much of a page's text stands outside of what is seen. */
  | 'text-off-page'
  | 'text-too-small'
  /** Letters of a word stand nearer together or further apart than elsewhere on the page. */
  | 'letters-shifted'
  /** Text is printed over other text. */
  | 'text-over-text'
  /** A header with nothing under it, and no note that says why. */
  | 'table-without-studies'
  /** The name of a group that may be a study of which only the title is left. */
  | 'lone-title'
  /** A text kept as a note that stands in cells. */
  | 'row-among-notes'
  | 'repaired-pdf'
  | 'unreadable-letters'
  | 'page-numbers-jump'
  | 'edition-unclear'
  | 'structure-differs';

export interface Notice {
  readonly kind: NoticeKind;
  /** One English sentence for the operator. */
  readonly message: string;
  readonly place: Place | null;
  /** Number of text items that are in no other place than this notice; left out when there are none. */
  readonly items?: number;
}

/** Prose under or beside the tables, where ministries give reasons. */
export interface AnnexNote {
  readonly text: string;
  readonly place: Place;
}

export interface Annex {
  readonly heading: string;
  /** First and last PDF page, 1-based; null in an XML edition, which has no pages. */
  readonly pages: readonly [number, number] | null;
  readonly notes: readonly AnnexNote[];
}

/**
 * What became of the text items on the pages of the annex: each is in exactly one of the roles, so that
 * they sum up to the total. An item is a run of glyphs that no gap parts, mostly one word; in an XML edition
 * it is the text between two tags.
 */
export interface TextAccount {
  readonly total: number;
  readonly cell: number;
  readonly heading: number;
  readonly header: number;
  readonly footnote: number;
  /** Prose under or beside the tables, given as `annex.notes`. */
  readonly note: number;
  /** Running titles, page numbers and what else stands on every page. */
  readonly furniture: number;
  /** On the annex's first or last page, before its heading or behind its end. */
  readonly outside: number;
  /** In no place of the annex that we know; a notice says so. */
  readonly notice: number;
}

/** What `extract --format json` prints: the annex of one print. `annex` is null when there is none. */
export interface Extraction {
  readonly schemaVersion: 1;
  readonly edition: StatedEdition;
  readonly annex: Annex | null;
  /** null without an annex. */
  readonly account: TextAccount | null;
  readonly studies: readonly Study[];
  readonly notices: readonly Notice[];
}

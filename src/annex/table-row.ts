import type { Doubt } from '../study/confidence.ts';
import type { Link, Place } from '../study/study.ts';
import type { Field } from './vocabulary.ts';

/** Pages on which something stands. */
export type Extent = Pick<Place, 'page' | 'pageLabel' | 'toPage'>;

/**
 * A row of a table as every reader hands it on, whether it was found by its place on the page, by the
 * structure tree or in an XML edition: from here on the rules are the same.
 */
export interface TableRow {
  readonly columns: readonly TableColumn[];
  /** One for each column; of a wide row the first holds its text. */
  readonly cells: readonly TableCell[];
  /** True when it is one text over the whole width. */
  readonly wide: boolean;
  /** True when all of its text is bold. */
  readonly bold: boolean;
  readonly extent: Extent;
  /** How surely it begins where it does and its columns are named; none from a reader that is told so. */
  readonly doubts?: readonly Doubt[];
}

export interface TableColumn {
  /** null for a label that is not in the vocabulary, and for a column without label. */
  readonly field: Field | null;
  readonly label: string;
}

export interface TableCell {
  /** As a reader sees it: see the contract's rules for `printed`. */
  readonly text: string;
  readonly marks: readonly CellMark[];
  readonly links: readonly Link[];
  /** What speaks against its text. */
  readonly doubts?: readonly Doubt[];
  /** True when it began in a row above and spans this one: its text counts here as well. */
  readonly spanned?: boolean;
}

/** A note mark, of a cell, heading or header. */
export interface NoteMark {
  readonly mark: string;
  /** Text of the note; null when there is none. Asked only for marks that end at a study. */
  readonly note: () => string | null;
}

export interface CellMark extends NoteMark {
  /** What stands before it in its cell. */
  readonly before: string;
}

/** Pages from where the first begins to where the last ends. */
export function extentOf(first: Extent, last: Extent): Extent {
  return { page: first.page, pageLabel: first.pageLabel, toPage: last.toPage };
}

export function placeOf(extent: Extent, table: string | null, row: number | null): Place {
  return { page: extent.page, pageLabel: extent.pageLabel, toPage: extent.toPage, table, row };
}

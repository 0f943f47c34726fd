import type { Run } from './page.ts';

/** Where a piece of text of the annex's pages ended. */
export type RunRole =
  | 'cell'
  | 'heading'
  | 'header'
  | 'footnote'
  | 'note'
  | 'furniture'
  | 'notice'
  /** On the annex's first or last page, before its heading or behind its end. */
  | 'outside';

/** How the pages of an annex were read: what was taken for what, and where it stands. */
export interface Layout {
  /** What became of each run of the pages; a run without a role was not placed. */
  readonly roles: ReadonlyMap<Run, RunRole>;
  readonly tables: readonly TableLayout[];
}

export interface TableLayout {
  /** Whole caption, else the heading above it: `place.table` of its studies. */
  readonly name: string;
  /** Headings and captions, each with its lines. */
  readonly headings: readonly (readonly Piece[])[];
  /** The lines of each header, the repeated ones as well. */
  readonly headers: readonly (readonly Piece[])[];
  /** The field of the column that holds the titles of its studies; null when none does. */
  readonly titles: string | null;
  readonly stretches: readonly StretchLayout[];
  readonly rows: readonly RowLayout[];
  readonly footnotes: readonly FootnoteLayout[];
}

/** Runs of one line, or the part of it that is in one cell. */
export interface Piece {
  /** `Page.number` of the page they stand on. */
  readonly page: number;
  readonly runs: readonly Run[];
}

/** The columns as they stand on one page, under one header. */
export interface StretchLayout {
  readonly page: number;
  readonly columns: readonly ColumnLayout[];
  /** Baselines of the first and last line of rows in it. */
  readonly first: number;
  readonly last: number;
  /** Size of the rows' letters, in points. */
  readonly size: number;
}

export interface ColumnLayout {
  /** The header as printed; "" for a column without one. */
  readonly label: string;
  /** What the vocabulary takes it for; null when it does not know it. */
  readonly field: string | null;
  /** Runs that begin right of this belong to it; the first column has its own left edge. */
  readonly from: number;
}

export interface RowLayout {
  /**
   * A study or a text below it; a row that names a theme, subtheme or group; a remark on no study; or
   * the model's own instruction.
   */
  readonly kind: 'study' | 'name' | 'remark' | 'placeholder';
  /** Position of its study in the list of all studies; null when it is no part of one. */
  readonly study: number | null;
  /** True for one text over the whole width; it is then the only cell. */
  readonly wide: boolean;
  readonly cells: readonly CellLayout[];
}

export interface CellLayout {
  readonly label: string;
  readonly field: string | null;
  /** Its lines joined, as a reader sees it. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Note marks that hang on it. */
  readonly marks: readonly Piece[];
}

export interface FootnoteLayout {
  readonly mark: string;
  readonly pieces: readonly Piece[];
}

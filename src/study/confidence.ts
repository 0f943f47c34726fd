import type { PrintedKey, Study } from './study.ts';

/**
 * How far what was read can be quoted unseen. `high`: nothing speaks against it. `medium`: one sign
 * only, or an unusual wording; a person would most likely read the same. `low`: a person should look.
 */
export type Level = 'high' | 'medium' | 'low';

export type ReasonKind =
  /** How the first line of a row was told from the last of the one above it. */
  | 'row-start'
  /** More dates than one in what was taken for one row. */
  | 'row-with-two-dates'
  /** Another way of parting the lines into rows fits the table nearly as well. */
  | 'rows-otherwise'
  /** It lacks what the other rows of its table have, or begins within a sentence. */
  | 'row-may-be-part'
  /** The row below it may be a part of it. */
  | 'row-may-go-on'
  | 'empty-cell'
  /** A gap in the text of a cell, in which a word or a line may be missing. */
  | 'text-gap'
  /** A text that begins or ends within a sentence. */
  | 'cut-text'
  /** A cell that spans rows in a table that sets such cells in their middle. */
  | 'span-unclear'
  | 'empty-title'
  /** The columns are named by a header of a former page, or by a fuller one at the same place. */
  | 'header-reused'
  /** The header is known but for a letter or two. */
  | 'header-fuzzy'
  /** The header is not known, or there is none, and the column was taken for the titles. */
  | 'header-missing'
  | 'hyphen-without-evidence'
  | 'text-overflow'
  | 'footnote-without-text'
  | 'placeholder'
  | 'unknown-status'
  | 'unknown-type'
  | 'unparsed-completion'
  | 'unparsed-articles'
  /** A digit that looks like a note mark that was not raised: “20231”, “1.312”; or two values in one. */
  | 'suspicious-value'
  /** Another way of reading the same print gives another text or another row. */
  | 'structure-differs'
  /** Another form of the same edition, such as its XML, says something else. */
  | 'readings-differ';

/** What raises or lowers the confidence in a row or cell, before it is known which cell it fills. */
export interface Doubt {
  readonly kind: ReasonKind;
  readonly level: Level;
  /** English, as said of a study: “has a status that is none of the three official words: …”. */
  readonly message: string;
}

export interface Reason extends Doubt {
  readonly on: 'row' | PrintedKey;
}

/** The lowest reason decides, for the row and for each cell. */
export interface Confidence {
  /** That the row begins and ends where it does, and that its cells stand in their columns. */
  readonly row: Level;
  /** Cells that are less than high. */
  readonly cells: { readonly [Key in PrintedKey]?: Level };
  readonly reasons: readonly Reason[];
}

const RANK: { readonly [Name in Level]: number } = { high: 0, medium: 1, low: 2 };

function lower(one: Level, other: Level): Level {
  return RANK[other] > RANK[one] ? other : one;
}

export function confidenceOf(reasons: readonly Reason[]): Confidence {
  let row: Level = 'high';
  const cells: { [Key in PrintedKey]?: Level } = {};
  for (const { on, level } of reasons) {
    if (on === 'row') row = lower(row, level);
    else if (level !== 'high') cells[on] = lower(cells[on] ?? 'high', level);
  }
  return { row, cells, reasons };
}

/** The study with more reasons, such as a second reading gives. */
export function withReasons(study: Study, reasons: readonly Reason[]): Study {
  if (reasons.length === 0) return study;
  return { ...study, confidence: confidenceOf([...(study.confidence?.reasons ?? []), ...reasons]) };
}

/** The lowest level of the row and all its cells. */
export function lowestLevel({ row, cells }: Confidence): Level {
  return Object.values(cells).reduce(lower, row);
}

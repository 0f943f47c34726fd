/**
 * What speaks against a way of parting lines into rows, in one unit: a sign that occurs by chance in one
 * row of ten weighs about 2. Chosen on drawn pages, not on any ministry's edition.
 */
export const COST = {
  /** A second year or status in one row, in a column that holds one. */
  secondDate: 7,
  /** A second type, article or mark of a grid in one row. */
  secondValue: 2.5,
  /** A cell of a short column begins with no value of it. */
  noValue: 1.5,
  /** A second line of one number in one cell. */
  secondAmount: 2.5,
  /** A row with neither year nor status, where the table has such columns. */
  undated: 2.2,
  /** A row with one filled column, which then names a group; less when it looks like a name. */
  alone: 4.2,
  /** A title ends like a sentence, in tables that have texts of their own below the studies. */
  sentenceAsName: 3,
  /** Text in neither title, theme nor explanation. */
  untitled: 6,
  /** A cell that does not stand at the height that cells of this table have. */
  misaligned: 2,
  /** The same for a cell of which nothing stands on the row's first page. */
  late: 1.4,
  /** A line within a cell begins with the number of a group. */
  numbered: 2,
  /** Bold and plain lines in one cell. */
  boldWithin: 1.5,
  /** White within a cell. */
  hole: 2.5,
  /** White within a long cell, which may have paragraphs. */
  paragraph: 1,
  /** The next word would have found room on the line before: no text is broken there. */
  roomLeft: 2,
  /** The same in a long cell: a paragraph or list may end early. */
  roomLeftInProse: 0.7,
  /** A rule within a row. */
  ruleWithin: 6,
  /** No rule between rows, where they stand between all others. */
  ruleMissing: 5,
  /** A distance between rows that others do not have. */
  oddGap: 2.5,
  /** Within a row the distance that parts rows. */
  gapWithin: 1.5,
  /** A row whose name begins with a small letter. */
  smallStart: 2,
  /** A row ends in the middle of a word or phrase that the next line goes on with. */
  cutPhrase: 3,
  /** A text over the whole width ends with a full line and no sentence. */
  cutText: 2,
  /** A row that runs on over the end of a page. */
  overPage: 0.7,
  /** Each text over the whole width. */
  wide: 0.6,
  /** A line that names a theme or subtheme goes on with the text above it. */
  secondName: 4,
  /** A text taken for one over the whole width though no line of it fills the width. */
  narrow: 3,
} as const;

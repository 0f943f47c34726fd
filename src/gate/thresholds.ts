/**
 * What an edition must be better than to be accepted unseen. Each figure parts what annexes show from
 * what a wrong reading gives; none is exact, so that whoever changes one says why. They belong to the
 * reading rules: a change counts as one of EXTRACTOR_VERSION, so that what is in quarantine is read anew.
 */
export interface Threshold {
  /** Largest share of bad cases. */
  readonly most: number;
  /** Fewer bad cases than this prove nothing: one odd word is a word and no shifted column. */
  readonly least: number;
  readonly reason: string;
}

export const EMPTY_TITLES: Threshold = {
  most: 0.05,
  least: 1,
  reason:
    'Every study that was seen has a title; a row without one is half of another, unless a ministry left one cell of many blank.',
};

export const UNKNOWN_STATUS: Threshold = {
  most: 0.2,
  least: 2,
  reason:
    'Of all annexes seen only “N.t.b.” and the text of the model stand beside the three official words, and neither counts here; a column that is shifted gives years or types throughout.',
};

export const UNKNOWN_COMPLETION: Threshold = {
  most: 0.2,
  least: 2,
  reason:
    'Every printed year of completion that was seen holds a year or says that it is not known yet; a column that is shifted holds neither.',
};

export const TEXT_LOST: Threshold = {
  most: 0.02,
  least: 5,
  reason:
    'A stray line of a large annex is less than 2 % of its text; a column or a row that has no place in a study is more. Instructions that a model left standing do not count.',
};

export const LOW_CONFIDENCE: Threshold = {
  most: 0.2,
  least: 2,
  reason:
    'A note mark that was not raised or a value in two words occurs once in a while; in one row of five it is the reading that is wrong.',
};

/** Of the number of studies in the former edition of the phase. */
export const STUDY_COUNT = {
  fewest: 0.5,
  most: 3,
  /** Below this many the number of a whole chapter may change so in a year. */
  from: 4,
  reason:
    'The window of a jaarverslag went from five years to four in 2022 and annexes grow and shrink by a third; half of the studies gone, or three times as many, is a table that was missed or rows that were cut.',
} as const;

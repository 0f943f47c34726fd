/**
 * Chosen on one half of the labelled pairs of fixtures/drift and measured on the other
 * (docs/matching.md; `npm run bench -- matching`).
 */
export interface Thresholds {
  /** From here on, without doubt and with the margin, two rows are one study. */
  readonly pair: number;
  /** From here on a person is asked; below it they are two studies. */
  readonly review: number;
  /** A row of the other side that comes this near to the best one makes the choice unsure. */
  readonly margin: number;
  /** Titles that have less in common are never asked about, whatever the evidence. */
  readonly title: number;
  /** Where one title has every word of the other, so much evidence beside it is enough to ask. */
  readonly contained: number;
}

export const THRESHOLDS: Thresholds = {
  pair: 0.78,
  review: 0.7,
  margin: 0.08,
  title: 0.55,
  contained: 0.4,
};

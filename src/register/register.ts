import type { Verdict } from './judgements.ts';

/**
 * Who is who: each study's id, minted once, and every place where it was found. An id is never
 * reused and never derived from a title; titles and editions are evidence under it.
 */
export interface Register {
  readonly schemaVersion: 1;
  readonly studies: readonly RegisteredStudy[];
}

export interface RegisteredStudy {
  /** `s` and a running number within the register, such as `s00042`. */
  readonly id: string;
  /** Chapter of the newest edition that shows it. */
  readonly chapter: string;
  /** Each wording once, with the edition that first showed it. */
  readonly titles: readonly { readonly title: string; readonly since: string }[];
  readonly editions: readonly Sighting[];
  /** Older studies that this one may be; a person has to say so. Left out when there are none. */
  readonly doubts?: readonly RegisteredDoubt[];
  /** The study that a person said this one is; all its editions stand there. */
  readonly mergedInto?: string;
}

/** The rows (0-based index in the snapshot's `studies`) that are this study in one edition. */
export interface Sighting {
  readonly edition: string;
  /** Title as printed there: read again, the same wording stays the same study. */
  readonly title: string;
  readonly rows: readonly number[];
  /** How it was known, where not by its title: `similar` with a score, or a person's judgement. */
  readonly by?: 'similar' | 'judgement';
  /** 0 to 1. */
  readonly score?: number;
  /** Id under which it stood before a person joined the two studies. */
  readonly formerly?: string;
}

/** That a study may be an older one, as the edition showed it that brought its id. */
export interface RegisteredDoubt {
  readonly study: string;
  readonly edition: string;
  /** 0 to 1; 1 for titles that differ in no more than capitals or punctuation. */
  readonly score: number;
  /** What keeps the two from being joined, in the words of src/match. */
  readonly reasons: readonly string[];
  /** What a person said of the two. `not-same` answers it; after the other verdicts still nothing is told. */
  readonly settled?: Verdict;
}

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
  readonly chapter: string;
  /** Each wording once, with the edition that first showed it. */
  readonly titles: readonly { readonly title: string; readonly since: string }[];
  readonly editions: readonly Sighting[];
}

/** The rows (0-based index in the snapshot's `studies`) that are this study in one edition. */
export interface Sighting {
  readonly edition: string;
  /** Title as printed there: read again, the same wording stays the same study. */
  readonly title: string;
  readonly rows: readonly number[];
}

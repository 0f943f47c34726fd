/** What was read of what should be there. Names are people's: “Defensie (X)”. */
export interface Coverage {
  /** Chapters whose newest edition was read, of those expected. */
  readonly read: number;
  readonly expected: number;
  /** Editions that could not be read reliably, with their pages as quoted, such as “blz. 180–195”. */
  readonly unreliable: readonly { readonly name: string; readonly pages: string | null }[];
  /** Chapters whose edition has not been published yet. */
  readonly missing: readonly string[];
  /** Sources that did not answer in the last check. */
  readonly unreachable?: readonly string[];
  /** Studies of which it is not certain that they are known; they count in no number. */
  readonly unsure?: readonly { readonly title: string; readonly where: string }[];
}

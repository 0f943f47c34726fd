/** How the newest check went: kept beside the prints, outside git, so that a quiet day makes no commit. */
export interface LastCheck {
  /** ISO instant at which it ended. */
  readonly finished: string;
  /** Editions that exist and could not be read or fetched. */
  readonly unread: readonly { readonly edition: string; readonly quarantined: boolean }[];
  /** True when the source did not answer for some chapter. */
  readonly sourceFailed: boolean;
}

export interface LastCheckStore {
  /** null when there was none, or when what stands there cannot be read. */
  read(): Promise<LastCheck | null>;
  write(check: LastCheck): Promise<void>;
}

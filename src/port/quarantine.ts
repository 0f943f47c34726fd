/** What was read and not accepted, by edition id: kept beside the prints, outside git, since nobody is told of it. */
export interface QuarantineStore {
  /** Ids of the editions of which something is kept, sorted. */
  list(): Promise<readonly string[]>;
  read(edition: string): Promise<string | null>;
  /** Replaces what is kept of the edition in one step. */
  write(edition: string, text: string): Promise<void>;
  remove(edition: string): Promise<void>;
  /** Where it stands, as a person would look for it. */
  place(edition: string): string;
}

import type { Listing } from '../edition/listing.ts';

/** The folder of snapshots. Paths are relative to it, with forward slashes. */
export interface Archive {
  read(path: string): Promise<string | null>;
  /** Paths of all files below a folder, sorted; [] when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Replaces the file in one step: after a crash there is the old text or the new one. */
  write(path: string, text: string): Promise<void>;
  /** Throws a Failure `not-writable` when the folder cannot be written; changes nothing. */
  requireWritable(): Promise<void>;
  /** Commits everything changed below the folder, and nothing else. False without a git work tree or without changes. */
  commit(commit: Commit): Promise<boolean>;
}

export interface Commit {
  readonly subject: string;
  readonly body: string;
  readonly trailers: readonly (readonly [name: string, value: string])[];
  /** ISO date or instant for the author date; null for now. */
  readonly date: string | null;
}

/** In which form a paper was fetched: the PDF, unless said otherwise, or the XML beside it. */
export type PrintForm = 'pdf' | 'xml';

/** Prints kept by their sha256, outside git. */
export interface PrintStore {
  /** null when it is not kept. Throws a Failure `print-altered` when the bytes do not have that hash. */
  read(sha256: string): Promise<Uint8Array | null>;
  /** Keeps the bytes and returns their sha256 (lower-case hexadecimal). */
  keep(bytes: Uint8Array): Promise<string>;
  /** The sha256 that was fetched when the source gave this version of this publication; null when never. */
  fetched(publication: string, version: string, form?: PrintForm): Promise<string | null>;
  remember(listing: Listing, sha256: string, form?: PrintForm): Promise<void>;
  /** The file of a print, as a person would name it; it need not be there. */
  place(sha256: string): string;
  /** Of each publication the listing that was remembered last, sorted by publication: all that can be done offline. */
  remembered(): Promise<readonly { readonly listing: Listing; readonly sha256: string }[]>;
}

import type { Listing } from '../edition/listing.ts';

/** The folder of snapshots. Paths are relative to it, with forward slashes. */
export interface Archive {
  read(path: string): Promise<string | null>;
  /** Paths of all files below a folder, sorted; [] when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Paths of files that are not as the last commit has them, sorted; null without a git work tree. Changes nothing. */
  uncommitted(): Promise<readonly string[] | null>;
  /** Throws a Failure `not-writable` when the folder cannot be written; changes nothing. */
  requireWritable(): Promise<void>;
  /**
   * Keeps every other process from writing until the claim is released, and finishes what one that was
   * killed had begun. Throws a Failure `locked` that names the process which writes here now.
   * @param verb what it is for, as that other process will read it
   */
  claim(verb: string): Promise<Claim>;
  /**
   * Replaces the files and commits, as one step: a run that is killed on the way has done all of it or
   * none, once the next one has claimed the folder. Needs a claim.
   */
  record(files: ReadonlyMap<string, string>, commit: Commit): Promise<void>;
  /** Commits what else has changed in the folder, such as by hand. False without a git work tree or without changes. */
  commit(commit: Commit): Promise<boolean>;
  /**
   * Brings the commits to where the branch is shared. When somebody else has pushed meanwhile, ours are put
   * on top of theirs; nothing is ever forced. Throws a Failure `push-failed`; then nothing has been lost,
   * and the next call tries again.
   * @param isSound asked before what was put together is pushed; what it throws takes that back
   */
  push(isSound: () => Promise<void>): Promise<Push>;
  /** What a push would do, told without network. Throws a Failure `push-failed` where it would fail as things stand. */
  pushStanding(): Promise<PushStanding>;
}

export interface Claim {
  release(): Promise<void>;
}

export interface Push {
  /** True when files may have changed because commits of others were taken in. */
  readonly rebased: boolean;
}

export type PushStanding =
  | { readonly pushes: false; readonly because: 'switched-off' | 'not-committed' | 'no-upstream' }
  | {
      readonly pushes: true;
      /** Remote and branch: origin refs/heads/main. */
      readonly to: string;
      /** Commits that are not there yet, as far as it is known here. */
      readonly waiting: number;
    };

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

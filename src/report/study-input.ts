import type { Edition } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import type { RegisteredStudy } from '../register/register.ts';
import type { PrintReference } from '../snapshot/snapshot.ts';
import type { Annex } from '../study/extraction.ts';
import type { Mention } from './mention.ts';
import type { StudyNotes } from './reason.ts';
import type { Language } from './vocabulary.ts';

/** An edition that was read, also one that does not list the study. */
export interface EditionSource {
  readonly edition: Edition;
  readonly print: PrintReference;
  readonly annex: Annex | null;
  /** The print that this one took the place of, when that is known. */
  readonly former?: PrintReference | null;
}

export interface StudyInput {
  readonly study: RegisteredStudy;
  /** “SZW (XV)”. */
  readonly chapterLabel: string;
  /** Every mention of the study in the snapshots, oldest first. */
  readonly records: readonly Mention[];
  /** Every event of the study, oldest first. */
  readonly events: readonly Event[];
  /** Those of them that are to be told now. */
  readonly untold: readonly Event[];
  /** Prose of each edition that names the study. */
  readonly notes?: StudyNotes;
  /** Editions that were read; lets a study that is no longer listed point to where it is missing. */
  readonly editions?: readonly EditionSource[];
  readonly links?: ReportLinks;
  /** First line of body and comments, for editions that are not real. */
  readonly warning?: string | null;
  readonly language: Language;
}

export interface ReportLinks {
  /** Address of the edition's snapshot at the commit that holds it; null or undefined for none. */
  snapshotUrl?(edition: string): string | null | undefined;
}

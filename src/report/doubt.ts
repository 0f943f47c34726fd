import type { Mention } from './mention.ts';
import type { Dossier } from './plan.ts';

/** A row that a person must judge first: it is in no number. */
export interface DoubtfulRow {
  readonly mention: Mention;
  /** Studies that it may be; empty for one that may be a next round of its own study. */
  readonly mayBe: readonly Dossier[];
}

import type { Phase } from '../edition/edition.ts';
import type { ChangeKind, News } from './comparison.ts';

/** What the rules look at for a row that has left. */
export interface AbsenceFacts {
  /** Phase and year t of the edition it is not in. */
  readonly phase: Phase | null;
  readonly year: number | null;
  /**
   * unfinished: stated, or planned in begrotingen alone without a status. unclear: in a jaarverslag
   * without a status, where most rows are finished.
   */
  readonly progress: 'finished' | 'unfinished' | 'unclear';
  /** Last year of completion; null when not known. */
  readonly planned: number | null;
  readonly themeMissing: boolean;
  /** The edition is a later print of the one that listed it. */
  readonly laterPrint: boolean;
  /** The newest begroting plans it later than t. */
  readonly plannedLater: boolean;
}

/** One line of the second table: rows that are no longer there. The first one that holds is told. */
export interface AbsenceRule {
  /** Has its place in a comparison of two editions and is no event: the table tells nothing of it. */
  readonly silent?: true;
  readonly edition: string;
  readonly known: string;
  readonly kind: ChangeKind;
  readonly news: News;
  holds(facts: AbsenceFacts): boolean;
}

export const ABSENCE_RULES: readonly AbsenceRule[] = [
  {
    edition: 'later print',
    known: 'any',
    kind: 'vanished',
    news: 'yes',
    holds: ({ laterPrint }) => laterPrint,
  },
  {
    edition: 'any',
    known: 'afgerond',
    kind: 'aged-out',
    news: 'no',
    holds: ({ progress }) => progress === 'finished',
  },
  {
    edition: 'begroting t+1',
    known: 'not finished, last year ≤ t',
    kind: 'awaiting-report',
    news: 'no',
    holds: ({ phase, year, planned }) =>
      phase === 'begroting' && year !== null && planned !== null && planned < year,
  },
  {
    edition: 'begroting',
    known: 'unfinished, and its whole theme or table is missing',
    kind: 'theme-absent',
    news: 'light',
    holds: ({ phase, progress, themeMissing }) =>
      phase === 'begroting' && progress === 'unfinished' && themeMissing,
  },
  {
    edition: 'begroting t+1',
    known: 'unfinished, last year > t or not known',
    kind: 'vanished',
    news: 'yes',
    holds: ({ phase, year, progress }) =>
      phase === 'begroting' && year !== null && progress === 'unfinished',
  },
  {
    edition: 'jaarverslag t',
    known: 'unfinished, planned for ≤ t, nowhere later',
    kind: 'not-accounted-for',
    news: 'yes',
    holds: ({ phase, year, progress, planned, plannedLater }) =>
      phase === 'jaarverslag' &&
      year !== null &&
      progress === 'unfinished' &&
      planned !== null &&
      planned <= year &&
      !plannedLater,
  },
  {
    silent: true,
    edition: 'any',
    known:
      'anything else: planned for > t, or later by the newest begroting; year, status or edition not known',
    kind: 'vanished',
    news: 'no',
    holds: () => true,
  },
];

import { publicationOrder } from '../edition/calendar.ts';
import type { Edition } from '../edition/edition.ts';
import { definiteYear } from './fact.ts';
import { lastBefore } from './mention.ts';
import type { Mention } from './mention.ts';
import { lastStatus } from './question.ts';
import type { StudyNotes } from './reason.ts';

/** A study with all its mentions. */
export interface Dossier {
  /** Id in the register. */
  readonly id: string;
  readonly title: string;
  readonly mentions: readonly Mention[];
  /** Prose of each edition that names it. */
  readonly notes?: StudyNotes;
}

/** Outcome in a jaarverslag of what was planned for its year or earlier: each study in one list. */
export interface PlanOutcome {
  readonly finished: readonly Dossier[];
  /** Planned for a later year now. */
  readonly later: readonly Dossier[];
  /** “Lopend” or “Te starten”. */
  readonly unfinished: readonly Dossier[];
  /** Listed without a known status. */
  readonly unstated: readonly Dossier[];
  /** Not listed. */
  readonly absent: readonly Dossier[];
}

/** Numbers of studies; the parts add up to the total. */
export type PlanCounts = { readonly [Part in keyof PlanOutcome | 'total']: number };

/**
 * Plan against result for a jaarverslag t: of all studies that the newest edition before it that
 * named a definite year planned for t or earlier, and that were not known to be finished.
 */
export function planOutcome(dossiers: readonly Dossier[], report: Edition): PlanOutcome {
  const planned = dossiers.filter(({ mentions }) => isPlanned(mentions, report));
  const outcomes = planned.map((dossier) => ({ dossier, outcome: outcomeOf(dossier, report) }));
  const listOf = (wanted: keyof PlanOutcome): readonly Dossier[] =>
    outcomes.filter(({ outcome }) => outcome === wanted).map(({ dossier }) => dossier);
  return {
    finished: listOf('finished'),
    later: listOf('later'),
    unfinished: listOf('unfinished'),
    unstated: listOf('unstated'),
    absent: listOf('absent'),
  };
}

export function planCounts(outcome: PlanOutcome): PlanCounts {
  const counts = {
    finished: outcome.finished.length,
    later: outcome.later.length,
    unfinished: outcome.unfinished.length,
    unstated: outcome.unstated.length,
    absent: outcome.absent.length,
  };
  return { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

function isPlanned(mentions: readonly Mention[], report: Edition): boolean {
  const planned = lastBefore(mentions, report, ({ study }) => study.completion !== null);
  const year = planned ? definiteYear(planned.study.completion) : null;
  if (year === null || year > report.year) return false;
  const earlier = mentions.filter(({ edition }) => publicationOrder(edition, report) < 0);
  return lastStatus(earlier)?.study.status !== 'afgerond';
}

function outcomeOf({ mentions }: Dossier, report: Edition): keyof PlanOutcome {
  const rows = mentions.filter(({ edition }) => edition.id === report.id);
  if (rows.length === 0) return 'absent';
  if (rows.some(({ study }) => study.status === 'afgerond')) return 'finished';
  const isLater = ({ study }: Mention): boolean =>
    (definiteYear(study.completion) ?? 0) > report.year;
  if (rows.some(isLater)) return 'later';
  return rows.some(isUnfinished) ? 'unfinished' : 'unstated';
}

function isUnfinished({ study }: Mention): boolean {
  return study.status === 'lopend' || study.status === 'te starten';
}

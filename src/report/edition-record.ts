import type { Edition } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import type { DoubtfulRow } from './doubt.ts';
import type { Mention } from './mention.ts';
import { planCounts } from './plan.ts';
import type { Dossier, FinishedFlags, PlanOutcome, PlanPart, PlanRow } from './plan.ts';

/** A row of an edition by which a program can find it in the snapshot. */
export interface RowRecord {
  readonly edition: string;
  /** 0-based index in the snapshot's `studies`; null when not known. */
  readonly row: number | null;
  /** Page as printed, else that of the PDF; null when not known. */
  readonly page: string | null;
}

export interface PlanRowRecord {
  /** Id in the register. */
  readonly study: string;
  readonly title: string;
  /** Year for which it was planned; null when none was stated. */
  readonly year: number | null;
  readonly planned: RowRecord | null;
  /** The row that shows the outcome; null when there is none. */
  readonly now: RowRecord | null;
}

/** What an edition report holds, for programs. */
export interface EditionRecord {
  /** Of editions that are not real; left out of others. */
  readonly warning?: string;
  readonly schemaVersion: 1;
  readonly edition: string;
  /** Plan against result; null for a begroting. The lists of `counts` add up to its total; the others count in none. */
  readonly plan: {
    readonly counts: Readonly<Record<PlanPart | 'total', number>>;
    readonly finished: readonly PlanRowRecord[];
    readonly later: readonly PlanRowRecord[];
    readonly running: readonly PlanRowRecord[];
    readonly unaccounted: readonly PlanRowRecord[];
    readonly unstated: readonly PlanRowRecord[];
    readonly unsure: readonly PlanRowRecord[];
    readonly undated: readonly PlanRowRecord[];
  } | null;
  readonly flags: {
    readonly withoutConclusions: readonly RowRecord[];
    readonly withoutReport: readonly RowRecord[];
  };
  /** Ids of the events that this edition showed and that were told. */
  readonly events: readonly string[];
  /** Rows that are in no number, with the ids of the studies that they may be. */
  readonly doubts: readonly (RowRecord & {
    readonly title: string;
    readonly mayBe: readonly string[];
  })[];
}

export interface Recordable {
  readonly edition: Edition;
  readonly outcome: PlanOutcome | null;
  readonly flags: FinishedFlags;
  readonly events: readonly Event[];
  readonly doubts: readonly DoubtfulRow[];
  readonly warning?: string | null | undefined;
}

export function editionRecord({
  edition,
  outcome,
  flags,
  events,
  doubts,
  warning,
}: Recordable): EditionRecord {
  return {
    ...(warning ? { warning } : {}),
    schemaVersion: 1,
    edition: edition.id,
    plan: outcome && planRecord(outcome),
    flags: {
      withoutConclusions: flags.withoutConclusions.map(rowRecord),
      withoutReport: flags.withoutReport.map(rowRecord),
    },
    events: events.map(({ id }) => id),
    doubts: doubts.map(({ mention, mayBe }) => ({
      ...rowRecord(mention),
      title: mention.study.title,
      mayBe: mayBe.map(({ id }) => id),
    })),
  };
}

function planRecord(outcome: PlanOutcome): EditionRecord['plan'] {
  return {
    counts: planCounts(outcome),
    finished: outcome.finished.map(planRowRecord),
    later: outcome.later.map(planRowRecord),
    running: outcome.running.map(planRowRecord),
    unaccounted: outcome.unaccounted.map(planRowRecord),
    unstated: outcome.unstated.map(planRowRecord),
    unsure: outcome.unsure.map(planRowRecord),
    undated: outcome.undated.map(undatedRecord),
  };
}

function planRowRecord({ study, year, planned, now }: PlanRow): PlanRowRecord {
  return {
    study: study.id,
    title: study.title,
    year,
    planned: rowRecord(planned),
    now: now && rowRecord(now),
  };
}

function undatedRecord({ id, title, mentions }: Dossier): PlanRowRecord {
  const last = mentions.at(-1);
  return { study: id, title, year: null, planned: last ? rowRecord(last) : null, now: null };
}

function rowRecord({ edition, row, study }: Mention): RowRecord {
  const { page, pageLabel } = study.place;
  return {
    edition: edition.id,
    row: row ?? null,
    page: pageLabel ?? (page === null ? null : String(page)),
  };
}

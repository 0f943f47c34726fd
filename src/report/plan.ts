import { statedCompletion } from '../change/completion.ts';
import type { StatedCompletion } from '../change/completion.ts';
import { publicationOrder } from '../edition/calendar.ts';
import type { Edition } from '../edition/edition.ts';
import { yearMeaning } from '../edition/models.ts';
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

/** One study of a plan: where it was planned, and where the outcome stands. */
export interface PlanRow {
  readonly study: Dossier;
  readonly planned: Mention;
  /** Year for which it was planned. */
  readonly year: number;
  /** The row that shows the outcome: in the jaarverslag, or in the begroting that plans it later; null when nowhere. */
  readonly now: Mention | null;
}

/** What can have become of a plan; each counts. */
export const PLAN_PARTS = ['finished', 'later', 'running', 'unaccounted'] as const;

export type PlanPart = (typeof PLAN_PARTS)[number];

/** Why a planned study is in no number. */
export type Uncounted = 'unstated' | 'unsure' | 'undated';

/** Plan against result in a jaarverslag: every planned study is in exactly one list. */
export interface PlanOutcome extends Readonly<Record<PlanPart, readonly PlanRow[]>> {
  readonly report: Edition;
  /** Listed without one of the three statuses: in no number. */
  readonly unstated: readonly PlanRow[];
  /** Not listed, but a row of this edition may be it, which a person must say: in no number. */
  readonly unsure: readonly PlanRow[];
  /** Without a definite year, or no longer with one, and neither listed nor known to be finished: in no number. */
  readonly undated: readonly Dossier[];
}

/** Numbers of studies; the parts add up to the total. */
export type PlanCounts = { readonly [Part in PlanPart | 'total']: number };

/**
 * Plan against result for a jaarverslag t: of all studies planned for t or earlier and not known to be
 * finished by then. The plan is what the editions before begroting t+1 said, which appears in September
 * t: it may add to the plan, and that it plans a study later or calls it finished is an outcome.
 *
 * @param unsure ids of studies of which a row of the jaarverslag may be one
 */
export function planOutcome(
  dossiers: readonly Dossier[],
  report: Edition,
  unsure: ReadonlySet<string> = new Set(),
): PlanOutcome {
  const rows = dossiers.flatMap((dossier) => planRow(dossier, report) ?? []).toSorted(inPrint);
  const groups = Map.groupBy(rows, (row) => partOf(row, report, unsure));
  const of = (part: Place): readonly PlanRow[] => groups.get(part) ?? [];
  const planned = new Set(rows.map(({ study }) => study.id));
  return {
    report,
    finished: of('finished'),
    later: of('later'),
    running: of('running'),
    unaccounted: of('unaccounted'),
    unstated: of('unstated'),
    unsure: of('unsure'),
    undated: [
      ...of('undated').map(({ study }) => study),
      ...dossiers.filter((dossier) => !planned.has(dossier.id) && isUndated(dossier, report)),
    ],
  };
}

export function planCounts(outcome: PlanOutcome): PlanCounts {
  const { finished, later, running, unaccounted } = outcome;
  const counts = {
    finished: finished.length,
    later: later.length,
    running: running.length,
    unaccounted: unaccounted.length,
  };
  return { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

/** Rows of an edition that are finished and lack something: flags of state, no events. */
export interface FinishedFlags {
  /** The cell for conclusions is there and empty. */
  readonly withoutConclusions: readonly Mention[];
  /** No link to the report, in this or an earlier edition. */
  readonly withoutReport: readonly Mention[];
}

export function finishedFlags(dossiers: readonly Dossier[], edition: Edition): FinishedFlags {
  const finished = dossiers
    .flatMap(({ mentions }) => {
      const rows = mentions.filter((it) => it.edition.id === edition.id && isFinished(it));
      const isLinked = mentions.some(
        (it) => publicationOrder(it.edition, edition) <= 0 && it.study.links.length > 0,
      );
      return rows.map((mention) => ({ mention, isLinked }));
    })
    .toSorted((one, other) => (one.mention.row ?? 0) - (other.mention.row ?? 0));
  return {
    withoutConclusions: finished
      .filter(({ mention }) => mention.study.conclusions === '')
      .map(({ mention }) => mention),
    withoutReport: finished.filter(({ isLinked }) => !isLinked).map(({ mention }) => mention),
  };
}

/** As the rows that show the outcome stand in print, then as they were planned. */
function inPrint(one: PlanRow, other: PlanRow): number {
  const [first, second] = [one.now ?? one.planned, other.now ?? other.planned];
  const byEdition = publicationOrder(first.edition, second.edition);
  return byEdition === 0 ? (first.row ?? 0) - (second.row ?? 0) : byEdition;
}

/** The study's place in the plan for the jaarverslag's year; null when it has none. */
function planRow(study: Dossier, report: Edition): PlanRow | null {
  const before = study.mentions.filter((it) => publicationOrder(it.edition, report) < 0);
  if (wasFinished(before.filter((it) => !isNextPlan(it, report)))) return null;
  const atStart = lastBefore(before, report, (it) => isPlan(it) && !isNextPlan(it, report));
  const atEnd = lastBefore(before, report, isPlan);
  for (const planned of [atStart, atEnd]) {
    const year = planned && plannedYear(planned);
    // After a chapter was split, the chapter that planned it is asked.
    const isOwn = planned?.edition.chapter === report.chapter;
    if (planned && isOwn && year !== null && year <= report.year) {
      return { study, planned, year, now: outcomeRow(study, report) };
    }
  }
  return null;
}

/** The row of the jaarverslag that says most of it, else of a begroting that plans it later. */
function outcomeRow({ mentions }: Dossier, report: Edition): Mention | null {
  const rows = mentions.filter(({ edition }) => isSameReport(edition, report));
  const row = rows.find(isFinished) ?? rows.find((it) => isLater(it, report)) ?? rows[0];
  if (row) return row;
  const newest = newestWord(mentions, report);
  return newest && (isFinished(newest) || isLater(newest, report)) ? newest : null;
}

/** The jaarverslag of this year, also of another chapter that the study has moved to. */
function isSameReport({ phase, year }: Edition, report: Edition): boolean {
  return phase === report.phase && year === report.year;
}

/** The last that was said of the study's end before the jaarverslag. */
function newestWord(mentions: readonly Mention[], report: Edition): Mention | null {
  return lastBefore(mentions, report, (it) => isPlan(it) || isFinished(it));
}

type Place = PlanPart | Uncounted;

function partOf({ study, now }: PlanRow, report: Edition, unsure: ReadonlySet<string>): Place {
  if (!now) {
    if (unsure.has(study.id)) return 'unsure';
    const newest = newestWord(study.mentions, report);
    return newest && plannedYear(newest) === null ? 'undated' : 'unaccounted';
  }
  if (isFinished(now)) return 'finished';
  if (isLater(now, report)) return 'later';
  return isUnfinished(now) ? 'running' : 'unstated';
}

/** A year that somebody planned: in a begroting, beside a status that is not finished, or after the year reported on. */
function isPlan(mention: Mention): boolean {
  if (planOf(mention) === null || isFinished(mention)) return false;
  const { edition } = mention;
  if (edition.phase === 'begroting' || isUnfinished(mention)) return true;
  return isLater(mention, edition);
}

/** Begroting t+1 appears within the year t that the jaarverslag accounts for. */
function isNextPlan({ edition }: Mention, report: Edition): boolean {
  return edition.phase === 'begroting' && edition.year > report.year;
}

/** Known to be finished, and not planned anew since. */
function wasFinished(before: readonly Mention[]): boolean {
  const stated = lastStatus(before);
  if (!stated || !isFinished(stated)) return false;
  const finishedIn = plannedYear(stated) ?? stated.edition.year;
  return !before.some(
    (it) => publicationOrder(it.edition, stated.edition) > 0 && (plannedYear(it) ?? 0) > finishedIn,
  );
}

function isUndated({ mentions }: Dossier, report: Edition): boolean {
  const before = mentions.filter((it) => publicationOrder(it.edition, report) < 0);
  const newest = lastBefore(before, report);
  const isListed = mentions.some(({ edition }) => isSameReport(edition, report));
  if (!newest || isListed || wasFinished(before)) return false;
  return newest.edition.phase === 'begroting' && !before.some((it) => plannedYear(it));
}

/** The definite last year, one beside the status (“Lopend: afronding 2022”) before the one in its column. */
function plannedYear(mention: Mention): number | null {
  return definiteYear(planOf(mention));
}

/** What the row says of the end of the work; null where its year is that of the offer to the Kamer. */
function planOf({ study, edition }: Mention): StatedCompletion | null {
  const years = yearMeaning(edition);
  return years === 'completed' ? statedCompletion(study, years) : null;
}

function isLater(mention: Mention, report: Edition): boolean {
  return (plannedYear(mention) ?? 0) > report.year;
}

function isFinished({ study }: Mention): boolean {
  return study.status === 'afgerond';
}

function isUnfinished({ study }: Mention): boolean {
  return study.status === 'lopend' || study.status === 'te starten';
}

import { EXTRACTOR_VERSION } from '../annex/extract.ts';
import { compare } from '../change/compare.ts';
import type { Cause, Comparison } from '../change/comparison.ts';
import { publicationOrder } from '../edition/calendar.ts';
import type { Edition } from '../edition/edition.ts';
import type { Listing } from '../edition/listing.ts';
import { hasBaseline } from '../ledger/baselines.ts';
import type { Event } from '../ledger/event.ts';
import { record } from '../ledger/ledger.ts';
import { enroll, idsOf } from '../register/enroll.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Extraction } from '../study/extraction.ts';
import type { State } from './state.ts';
import type { SummaryChange } from './summary.ts';

/** What one newly read print does to everything known. */
export interface Intake {
  readonly state: State;
  readonly snapshot: Snapshot;
  /** Whether it is a new edition or a later print of one that is held. */
  readonly cause: Extract<Cause, 'successor' | 'republished'>;
  /** What this print brought, against the former print or else the preceding edition. */
  readonly changes: readonly SummaryChange[];
  /** Events that were not in the ledger yet. */
  readonly events: readonly Event[];
}

/** One comparison that the intake makes. */
interface Step {
  readonly against: Snapshot;
  /** Register id of each row of `against`. */
  readonly againstIds: readonly string[];
  readonly cause: Intake['cause'];
  readonly told: Event['told'];
}

/**
 * Pure heart of a check: takes the reading of one print into register, ledger and snapshots.
 * A later print of an edition is compared with its former print; an edition is compared with the
 * preceding one of its own phase (docs/changes.md).
 * @param recorded ISO instant of the run
 */
export function takeIn(
  state: State,
  listing: Listing,
  sha256: string,
  extraction: Extraction,
  recorded: string,
): Intake {
  const { edition } = listing;
  const snapshot = snapshotOf(listing, sha256, extraction);
  const { register, ids } = enroll(state.register, snapshot);
  const steps = comparisonSteps(state, edition, (against) => idsOf(register, against));

  let { ledger } = state;
  const events: Event[] = [];
  const comparisons: Comparison[] = [];
  for (const { against, againstIds, cause, told } of steps) {
    const comparison = compare(
      { ...against, ids: againstIds },
      { ...snapshot, ids },
      { cause, newestPlan: (row) => newestPlan(againstIds[row], state, edition) },
    );
    const result = record(ledger, {
      comparison,
      ids,
      againstIds,
      edition: edition.id,
      against: against.edition.id,
      cause,
      told,
      recorded,
    });
    ledger = result.ledger;
    events.push(...result.events);
    comparisons.push(comparison);
  }
  const [brought] = comparisons;
  const beforeIds = steps[0]?.againstIds ?? [];
  const snapshots = new Map(state.snapshots).set(edition.id, snapshot);
  return {
    state: { ...state, register, ledger, snapshots },
    snapshot,
    cause: steps[0]?.cause ?? 'successor',
    changes: (brought?.changes ?? []).map((change) => ({
      ...change,
      study: ids[change.afterRow ?? -1] ?? beforeIds[change.beforeRow ?? -1] ?? null,
      edition: edition.id,
    })),
    events,
  };
}

function comparisonSteps(
  state: State,
  edition: Edition,
  idsIn: (snapshot: Snapshot) => readonly string[],
): readonly Step[] {
  const told = howTold(state, edition);
  const former = state.snapshots.get(edition.id);
  const preceding = samePhase(state, edition).findLast((it) => it.edition.year < edition.year);
  const steps: Step[] = [];
  if (former) {
    const againstIds = idsOf(state.register, former);
    steps.push({ against: former, againstIds, cause: 'republished', told });
  }
  if (preceding) {
    steps.push({
      against: preceding,
      againstIds: idsIn(preceding),
      cause: 'successor',
      // What a later print changes is told once, as the change of print that it is.
      told: former ? 'history' : told,
    });
  }
  return steps;
}

/**
 * Last year that the newest begroting before a jaarverslag plans for a study: a study that was planned
 * for later is not missing from the report (docs/changes.md). null when no begroting says.
 */
function newestPlan(id: string | undefined, state: State, edition: Edition): number | null {
  const begroting = samePhase(state, { chapter: edition.chapter, phase: 'begroting' }).findLast(
    (it) => publicationOrder(it.edition, edition) < 0,
  );
  if (!begroting || id === undefined) return null;
  const row = idsOf(state.register, begroting).indexOf(id);
  return begroting.studies[row]?.completion?.to ?? null;
}

function snapshotOf(listing: Listing, sha256: string, extraction: Extraction): Snapshot {
  const { edition, publication, title, url, unformatted, published } = listing;
  return {
    schemaVersion: 1,
    edition,
    print: { sha256, url, publication, title, unformatted, published },
    extractor: EXTRACTOR_VERSION,
    annex: extraction.annex,
    studies: extraction.studies,
    notices: extraction.notices,
  };
}

/** An edition older than one already held was found late: it fills history and tells nothing. */
function howTold(state: State, edition: Edition): Event['told'] {
  if (!hasBaseline(state.baselines, edition.chapter, edition.phase)) return 'baseline';
  const later = samePhase(state, edition).some((it) => it.edition.year > edition.year);
  return later ? 'history' : 'tell';
}

/** Snapshots of the same chapter and phase, oldest first. */
export function samePhase(
  state: State,
  { chapter, phase }: Pick<Edition, 'chapter' | 'phase'>,
): readonly Snapshot[] {
  return [...state.snapshots.values()]
    .filter((it) => it.edition.chapter === chapter && it.edition.phase === phase)
    .sort((one, other) => publicationOrder(one.edition, other.edition));
}

import { EXTRACTOR_VERSION } from '../annex/extract.ts';
import { compare } from '../change/compare.ts';
import type { Cause, Comparison } from '../change/comparison.ts';
import { publicationOrder } from '../edition/calendar.ts';
import type { Edition } from '../edition/edition.ts';
import type { Listing } from '../edition/listing.ts';
import { hasBaseline } from '../ledger/baselines.ts';
import type { Event } from '../ledger/event.ts';
import { record } from '../ledger/ledger.ts';
import { enroll } from '../register/enroll.ts';
import type { Register } from '../register/register.ts';
import type { PrintReference, Snapshot } from '../snapshot/snapshot.ts';
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
}

/** Which print was read, and the XML edition that it was held together with. */
export interface ReadPrint {
  readonly sha256: string;
  readonly xml: PrintReference['xml'] | null;
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
  read: ReadPrint,
  extraction: Extraction,
  recorded: string,
): Intake {
  const { edition } = listing;
  const snapshot = snapshotOf(listing, read, extraction);
  const { register, ids } = enroll(state.register, snapshot);
  const steps = comparisonSteps(state, edition, register);
  const plan = newestPlan(state, edition, register);

  let { ledger } = state;
  const comparisons: Comparison[] = [];
  for (const { against, againstIds, cause, told } of steps) {
    const comparison = compare(
      { ...against, ids: againstIds },
      { ...snapshot, ids },
      { cause, newestPlan: (row) => plan.get(againstIds[row] ?? '') ?? null },
    );
    ({ ledger } = record(ledger, {
      comparison,
      ids,
      againstIds,
      edition: edition.id,
      against: against.edition.id,
      cause,
      told,
      recorded,
    }));
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
  };
}

function comparisonSteps(state: State, edition: Edition, register: Register): readonly Step[] {
  const told = howTold(state, edition);
  const former = state.snapshots.get(edition.id);
  const preceding = samePhase(state, edition).findLast((it) => it.edition.year < edition.year);
  const steps: Step[] = [];
  if (former) {
    const againstIds = idsIn(state.register, former);
    steps.push({ against: former, againstIds, cause: 'republished', told });
  }
  if (preceding) {
    steps.push({
      against: preceding,
      againstIds: idsIn(register, preceding),
      cause: 'successor',
      // What a later print changes is told once, as the change of print that it is.
      told: former ? 'history' : told,
    });
  }
  return steps;
}

/**
 * Register id of each row, found by its wording. The register may be ahead of the snapshot: a run that
 * was killed has written it for a print whose snapshot is not there yet.
 */
function idsIn(register: Register, snapshot: Snapshot): readonly string[] {
  return enroll(register, snapshot).ids;
}

/**
 * Last year that the newest begroting before an edition plans, by study: one that was planned for later
 * is not missing from a jaarverslag (docs/changes.md).
 */
function newestPlan(
  state: State,
  edition: Edition,
  register: Register,
): ReadonlyMap<string, number | null> {
  const begroting = samePhase(state, { chapter: edition.chapter, phase: 'begroting' }).findLast(
    (it) => publicationOrder(it.edition, edition) < 0,
  );
  if (!begroting) return new Map();
  const ids = idsIn(register, begroting);
  const plans = begroting.studies.map(
    ({ completion }, row) => [ids[row] ?? '', completion?.to ?? null] as const,
  );
  // Of a study that stands there twice the first row counts.
  return new Map(plans.toReversed());
}

function snapshotOf(
  listing: Listing,
  { sha256, xml }: ReadPrint,
  extraction: Extraction,
): Snapshot {
  return {
    schemaVersion: 1,
    edition: listing.edition,
    print: printReference(listing, sha256, xml),
    extractor: EXTRACTOR_VERSION,
    annex: extraction.annex,
    studies: extraction.studies.map(({ confidence: _confidence, ...study }) => study),
    notices: extraction.notices,
  };
}

export function printReference(
  { publication, title, url, unformatted, published }: Listing,
  sha256: string,
  xml: PrintReference['xml'] | null = null,
): PrintReference {
  return { sha256, url, publication, title, unformatted, published, ...(xml ? { xml } : {}) };
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

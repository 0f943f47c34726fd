import { EXTRACTOR_VERSION } from '../annex/extract.ts';
import type { Cause } from '../change/comparison.ts';
import { NOTHING_KNOWN } from '../change/known.ts';
import type { KnownState } from '../change/known.ts';
import { lineOf, replay } from '../change/line.ts';
import type { LineStep } from '../change/line.ts';
import type { StudyState } from '../change/state.ts';
import type { StepChange } from '../change/step-change.ts';
import { publicationOrder } from '../edition/calendar.ts';
import { requireEditionId } from '../edition/edition.ts';
import type { Edition } from '../edition/edition.ts';
import type { Listing } from '../edition/listing.ts';
import { hasBaseline } from '../ledger/baselines.ts';
import type { Event, Ledger } from '../ledger/event.ts';
import { record, withoutUntold } from '../ledger/ledger.ts';
import { enrollJudged } from '../register/judged.ts';
import { statedIn } from '../register/stated.ts';
import { SNAPSHOT_VERSION } from '../snapshot/migrations.ts';
import type { PrintReference, Snapshot } from '../snapshot/snapshot.ts';
import type { Extraction } from '../study/extraction.ts';
import { heldLine, lineEdition } from './line.ts';
import type { State } from './state.ts';
import type { SummaryChange } from './summary.ts';

/** What one newly read print does to everything known. */
export interface Intake {
  readonly state: State;
  readonly snapshot: Snapshot;
  /** Whether it is a new edition or a later print of one that is held. */
  readonly cause: Extract<Cause, 'successor' | 'republished'>;
  /** What this print brought, against the former print or else all that was known. */
  readonly changes: readonly SummaryChange[];
}

/** Which print was read, and the XML edition that it was held together with. */
export interface ReadPrint {
  readonly sha256: string;
  readonly xml: PrintReference['xml'] | null;
}

/**
 * Pure heart of a check: takes the reading of one print into register, ledger and snapshots. Its edition
 * is put into its line, where the step of the line tells what it brought (docs/changes.md): against all
 * that was known before it, or for a later print against the former one.
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
  const former = state.snapshots.get(edition.id);
  const { register } = enrollJudged(
    state.register,
    snapshot,
    state.judgements,
    statedIn(state.register, state.snapshots),
  );
  const print = lineEdition(register, snapshot);
  const others = new Map(state.snapshots);
  others.delete(edition.id);
  const steps = replay(
    lineOf([
      ...heldLine({ snapshots: others, register }, edition.chapter),
      ...(former ? [lineEdition(state.register, former)] : []),
      print,
    ]),
  );
  const brought = steps.find((it) => it.edition === print);
  if (!brought) throw new Error('The print is not in its own line');
  const { ledger } = record(withoutFound(state, steps, brought), {
    changes: brought.changes,
    edition: edition.id,
    against: brought.against?.id ?? null,
    cause: brought.cause,
    told: howTold(state, brought, steps.at(-1)?.known ?? NOTHING_KNOWN),
    recorded,
  });
  return {
    state: { ...state, register, ledger, snapshots: others.set(edition.id, snapshot) },
    snapshot,
    cause: brought.cause,
    changes: brought.changes.map((change) => summaryChange(change, brought)),
  };
}

/**
 * The ledger without what was recorded of studies that another chapter's edition of the same day does not
 * list and this one does, unless readers have it: which of the two was read first is chance.
 */
function withoutFound(
  { ledger, deliveries }: State,
  steps: readonly LineStep[],
  { edition: { edition } }: LineStep,
): Ledger {
  const { chapter, phase, year } = edition;
  const standing = new Set(steps.flatMap(({ changes }) => changes.map(({ eventId }) => eventId)));
  const sameDay = new Set(
    steps
      .map((it) => it.edition.edition)
      .filter((it) => it.phase === phase && it.year === year && it.chapter !== chapter)
      .map(({ id }) => id),
  );
  return withoutUntold(
    ledger,
    deliveries,
    ({ id, edition: shown, rows }) => sameDay.has(shown) && rows.length === 0 && !standing.has(id),
  );
}

function summaryChange(
  { silent: _silent, row, against, ...change }: StepChange,
  { edition, against: preceding }: LineStep,
): SummaryChange {
  return {
    ...change,
    edition: edition.edition.id,
    against: against?.edition.id ?? preceding?.id ?? null,
    beforeRow: against?.row ?? null,
    afterRow: row,
  };
}

function snapshotOf(
  listing: Listing,
  { sha256, xml }: ReadPrint,
  extraction: Extraction,
): Snapshot {
  return {
    schemaVersion: SNAPSHOT_VERSION,
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

/**
 * An edition older than one already held was found late: it fills history and tells nothing. Of a later
 * print of such an edition only what no later edition has stated since is told.
 */
function howTold(
  state: State,
  { edition: { edition }, cause }: LineStep,
  known: KnownState,
): Event['told'] | ((change: StepChange) => Event['told']) {
  if (!hasBaseline(state.baselines, edition.chapter, edition.phase)) return 'baseline';
  const later = [...state.snapshots.values()]
    .filter((it) => it.edition.chapter === edition.chapter)
    .filter((it) => publicationOrder(it.edition, edition) > 0);
  if (later.length === 0) return 'tell';
  const isSamePhase = later.some((it) => it.edition.phase === edition.phase);
  if (cause === 'successor' || isSamePhase) return 'history';
  return (change) => (isStatedSince(change, edition, known) ? 'history' : 'tell');
}

function isStatedSince({ study, field }: StepChange, edition: Edition, known: KnownState): boolean {
  const now = known.get(study ?? '');
  const stated = field === null ? now?.listed.last : now?.round[field as keyof StudyState];
  return stated ? publicationOrder(requireEditionId(stated.edition.id ?? ''), edition) > 0 : false;
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

import { expectedEditions, publicationOrder } from '../edition/calendar.ts';
import type { Edition, Phase } from '../edition/edition.ts';
import type { Listing } from '../edition/listing.ts';
import { isFailure } from '../failure/failure.ts';
import { accept, isAccepted } from '../gate/acceptance.ts';
import type { Quarantine } from '../gate/quarantine.ts';
import { addBaseline, hasBaseline } from '../ledger/baselines.ts';
import type { Archive, PrintStore } from '../port/archive.ts';
import type { PeriodicChannel, Receipt, StudyChannel } from '../port/channel.ts';
import type { LastCheckStore } from '../port/last-check.ts';
import type { QuarantineStore } from '../port/quarantine.ts';
import type { MarkupReader, Reader } from '../port/reader.ts';
import type { Source } from '../port/source.ts';
import { acceptanceCommit, baselineCommit, editionCommit, handCommit } from './commits.ts';
import { deliver } from './deliver.ts';
import type { DeliveryOptions } from './deliver.ts';
import { printReference, samePhase, takeIn } from './intake.ts';
import { takeJudgements } from './judge.ts';
import { startPass } from './pass.ts';
import type { CheckObserver, Pass } from './pass.ts';
import { recordDeliveries, share } from './publish.ts';
import {
  isRefused,
  putInQuarantine,
  quarantineFailure,
  readQuarantine,
  requireAcceptable,
} from './quarantine.ts';
import { readPrint } from './read-edition.ts';
import { fetchMissing } from './fetch-missing.ts';
import { isReadByOthers, rereadHeld } from './reread.ts';
import { heldAgainstXml } from './second-reading.ts';
import { upgradeFiles } from './upgrade-files.ts';
import { acceptanceFiles, baselineFiles, editionFiles, loadState } from './state.ts';
import type { State } from './state.ts';
import type { Summary } from './summary.ts';

export interface CheckPorts {
  readonly source: Source;
  readonly reader: Reader & MarkupReader;
  readonly archive: Archive;
  readonly prints: PrintStore;
  readonly quarantine: QuarantineStore;
  readonly studyChannels: readonly StudyChannel[];
  readonly periodicChannels: readonly PeriodicChannel[];
  readonly lastCheck: LastCheckStore;
  readonly clock: () => Date;
}

export interface CheckOptions extends DeliveryOptions {
  readonly chapters: readonly string[];
  /** First edition year to look for. */
  readonly since: number;
  /** Id of an edition in quarantine whose print a person has looked at and takes in. */
  readonly accept?: string | null;
}

/**
 * One whole pass: discover, fetch, extract, snapshot, match, compare, record, deliver. One edition
 * failing never stops the next, and what was done is kept. Throws a Failure only when nothing can be
 * done at all: the snapshots folder cannot be written, another process writes there, what stands in it is
 * damaged, or there is nothing to accept.
 */
export async function check(
  options: CheckOptions,
  ports: CheckPorts,
  observer: CheckObserver = {},
): Promise<Summary> {
  const { archive } = ports;
  await archive.requireWritable();
  const claim = await archive.claim('check');
  try {
    return await checkAll(options, ports, startPass(observer));
  } finally {
    await claim.release();
  }
}

async function checkAll(options: CheckOptions, ports: CheckPorts, pass: Pass): Promise<Summary> {
  const { archive, source, lastCheck, clock } = ports;
  let state = await loadState(archive);
  const lifted = options.accept ? await requireAcceptable(options.accept, ports.quarantine) : null;
  await archive.commit(handCommit(clock()));
  await upgradeFiles(state, archive, clock());
  state = await takeJudgements(state, archive, clock());
  if (lifted) state = await acceptPrint(lifted, state, ports);
  await fetchMissing([...state.snapshots.values()].filter(isReadByOthers), ports);
  const rereading = await rereadHeld(state, ports, isReadByOthers);
  pass.reread(rereading);
  ({ state } = rereading);

  for (const chapter of options.chapters) {
    const answer = await source.list(wantedEditions(chapter, options.since, clock(), state));
    for (const { edition, failure } of answer.failures) pass.failed(failure, edition, null);
    const listings = answer.listings.toSorted((one, other) =>
      publicationOrder(one.edition, other.edition),
    );
    for (const listing of listings) state = await checkEdition(listing, state, ports, pass);
    state = await completeBaselines(chapter, state, ports, pass);
  }
  await lastCheck.write(pass.lastCheck(clock()));
  return pass.summary(await tell(state, options, ports, pass));
}

/** Shares what is recorded, and only then tells it. */
async function tell(
  recorded: State,
  options: CheckOptions,
  ports: CheckPorts,
  pass: Pass,
): Promise<readonly Receipt[]> {
  const { state, failure } = await share(recorded, ports.archive);
  if (failure) {
    pass.failed(failure, null, null);
    return [];
  }
  const { receipts, deliveries } = await deliver(state, ports, options);
  const unshared = await recordDeliveries(state, deliveries, ports.archive, ports.clock());
  for (const each of [
    ...receipts.flatMap(({ failures }) => failures),
    ...(unshared ? [unshared] : []),
  ])
    pass.failed(each, null, null);
  return receipts;
}

/** All that should exist by now and all that is held already, with the dossier where it is known. */
function wantedEditions(
  chapter: string,
  since: number,
  now: Date,
  state: State,
): readonly Edition[] {
  const wanted = new Map(expectedEditions(chapter, since, now).map((it) => [it.id, it]));
  for (const { edition } of state.snapshots.values()) {
    if (edition.chapter === chapter) wanted.set(edition.id, edition);
  }
  return [...wanted.values()].sort(publicationOrder);
}

async function checkEdition(
  listing: Listing,
  state: State,
  ports: CheckPorts,
  pass: Pass,
): Promise<State> {
  const { edition } = listing;
  const held = state.snapshots.get(edition.id);
  let sha256: string | null = null;
  try {
    const refused = await readQuarantine(ports.quarantine, edition.id);
    const isDone = async (print: string | null): Promise<boolean> => {
      if (held && held.print.sha256 === print) {
        // A run that was killed behind the snapshot has left the evidence of what is settled. Evidence of
        // other rules than the snapshot's is of a later reading, which was refused.
        if (refused?.print.sha256 === print && refused.extractor === held.extractor)
          await ports.quarantine.remove(edition.id);
        pass.unchanged(held);
        return true;
      }
      if (!refused || !isRefused(refused, edition, print, state.accepted)) return false;
      pass.quarantined(quarantineFailure(refused, ports), refused);
      return true;
    };
    sha256 = await ports.prints.fetched(listing.publication, listing.version);
    if (await isDone(sha256)) return state;
    const bytes = await fetchPrint(listing, sha256, ports);
    sha256 = await ports.prints.keep(bytes);
    await ports.prints.remember(listing, sha256);
    if (await isDone(sha256)) return state;
    const { extraction, gates, xml } = await readPrint(
      listing,
      bytes,
      state,
      ports.reader,
      async (read) => heldAgainstXml(read, listing, ports),
    );
    const passes = gates.length === 0 || isAccepted(state.accepted, edition.id, sha256);
    if (!extraction || !passes) {
      const print = printReference(listing, sha256);
      const quarantine = await putInQuarantine({ edition, print }, gates, extraction, ports);
      pass.quarantined(quarantineFailure(quarantine, ports), quarantine);
      return state;
    }
    const intake = takeIn(state, listing, { sha256, xml }, extraction, ports.clock().toISOString());
    const files = editionFiles(intake.state, intake.snapshot);
    await ports.archive.record(files, editionCommit(intake, state, ports.clock()));
    await ports.quarantine.remove(edition.id);
    pass.taken(held ? 'republished' : 'new', intake);
    return intake.state;
  } catch (error) {
    if (!isFailure(error) || error.kind === 'not-writable') throw error;
    pass.failed(error, edition, sha256);
    return state;
  }
}

/** From the store when these very bytes were fetched before (a run that ended early), else from the source. */
async function fetchPrint(
  listing: Listing,
  sha256: string | null,
  { prints, source }: CheckPorts,
): Promise<Uint8Array> {
  const kept = sha256 === null ? null : await prints.read(sha256);
  return kept ?? source.fetch(listing);
}

/** Records the judgement of a person before anything is done with it: a killed run goes on from there. */
async function acceptPrint(
  quarantine: Quarantine,
  state: State,
  { archive, clock }: CheckPorts,
): Promise<State> {
  const { edition, print } = quarantine;
  if (isAccepted(state.accepted, edition.id, print.sha256)) return state;
  const now = clock();
  const accepted = accept(state.accepted, quarantine, now.toISOString());
  const decided = { ...state, accepted };
  await archive.record(acceptanceFiles(decided), acceptanceCommit(quarantine, now));
  return decided;
}

/** Marks the first pass of each phase as completed, unless the source failed us for it. */
async function completeBaselines(
  chapter: string,
  state: State,
  { archive, clock }: CheckPorts,
  pass: Pass,
): Promise<State> {
  let completed = state;
  for (const phase of ['begroting', 'jaarverslag'] satisfies Phase[]) {
    if (hasBaseline(state.baselines, chapter, phase) || pass.missed(chapter, phase)) continue;
    const editions = samePhase(state, { chapter, phase }).map((it) => it.edition.id);
    if (editions.length === 0) continue;
    const baseline = { chapter, phase, completed: clock().toISOString(), editions };
    completed = { ...completed, baselines: addBaseline(completed.baselines, baseline) };
    await archive.record(baselineFiles(completed), baselineCommit(baseline));
  }
  return completed;
}

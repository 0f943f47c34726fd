import { expectedEditions, publicationOrder } from '../edition/calendar.ts';
import type { Edition, Phase } from '../edition/edition.ts';
import type { Listing } from '../edition/listing.ts';
import { Failure, isFailure } from '../failure/failure.ts';
import { addBaseline, hasBaseline } from '../ledger/baselines.ts';
import type { Archive, PrintStore } from '../port/archive.ts';
import type { PeriodicChannel, StudyChannel } from '../port/channel.ts';
import type { LastCheckStore } from '../port/last-check.ts';
import type { Reader } from '../port/reader.ts';
import type { Source } from '../port/source.ts';
import type { Extraction } from '../study/extraction.ts';
import { baselineCommit, deliveryCommit, editionCommit, LEFTOVER_COMMIT } from './commits.ts';
import { deliver } from './deliver.ts';
import type { DeliveryOptions } from './deliver.ts';
import { extractPrint, hasUnknownHeader } from './extract.ts';
import { samePhase, takeIn } from './intake.ts';
import { startPass } from './pass.ts';
import type { CheckObserver, Pass } from './pass.ts';
import { loadState, saveBaselines, saveDeliveries, saveEdition } from './state.ts';
import type { State } from './state.ts';
import type { Summary } from './summary.ts';

export interface CheckPorts {
  readonly source: Source;
  readonly reader: Reader;
  readonly archive: Archive;
  readonly prints: PrintStore;
  readonly studyChannels: readonly StudyChannel[];
  readonly periodicChannels: readonly PeriodicChannel[];
  readonly lastCheck: LastCheckStore;
  readonly clock: () => Date;
}

export interface CheckOptions extends DeliveryOptions {
  readonly chapters: readonly string[];
  /** First edition year to look for. */
  readonly since: number;
}

/**
 * One whole pass: discover, fetch, extract, snapshot, match, compare, record, deliver. One edition
 * failing never stops the next, and what was done is kept. Throws a Failure only when nothing can be
 * done at all: the snapshots folder cannot be written, or what stands in it is damaged.
 */
export async function check(
  options: CheckOptions,
  ports: CheckPorts,
  observer: CheckObserver = {},
): Promise<Summary> {
  const { archive, source, lastCheck, clock } = ports;
  await archive.requireWritable();
  let state = await loadState(archive);
  await archive.commit(LEFTOVER_COMMIT);
  const pass = startPass(observer);

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

  const { receipts, state: delivered } = await deliver(state, ports, options);
  if (delivered !== state) {
    await saveDeliveries(archive, delivered);
    await archive.commit(deliveryCommit(receipts));
  }
  for (const { failures } of receipts) {
    for (const failure of failures) pass.failed(failure, null, null);
  }
  return pass.summary(receipts);
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
    sha256 = await ports.prints.fetched(listing.publication, listing.version);
    if (held && held.print.sha256 === sha256) {
      pass.unchanged(held);
      return state;
    }
    const bytes = await fetchPrint(listing, sha256, ports);
    sha256 = await ports.prints.keep(bytes);
    await ports.prints.remember(listing, sha256);
    if (held && held.print.sha256 === sha256) {
      pass.unchanged(held);
      return state;
    }
    const extraction = await extractPrint(ports.reader, bytes, listing.url);
    requireUsable(listing, extraction, state);
    const intake = takeIn(state, listing, sha256, extraction, ports.clock().toISOString());
    await saveEdition(ports.archive, intake.state, intake.snapshot);
    await ports.archive.commit(editionCommit(intake));
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

/** Throws the Failure that keeps this reading out of the snapshots. */
function requireUsable(listing: Listing, extraction: Extraction, state: State): void {
  const { edition, url } = listing;
  for (const part of ['chapter', 'dossier', 'number', 'phase', 'year'] as const) {
    const [expected, stated] = [edition[part], extraction.edition[part]];
    if (expected === null || stated === null || expected === stated) continue;
    throw new Failure('wrong-edition', {
      subject: url,
      problem: `the source lists it as ${edition.id} with ${part} ${expected}, but the print says ${part} ${stated}`,
      remedy: 'Nothing was stored; look at the paper and report a wrong listing to its publisher',
    });
  }
  if (hasUnknownHeader(extraction)) {
    throw new Failure('unknown-header', {
      subject: url,
      problem: `the annex of ${edition.id} has a table whose header is not known`,
      remedy:
        'The edition is in quarantine and nothing of it is told; run "begrotingswacht extract" on the print to see the header and report it',
    });
  }
  const before = samePhase(state, edition).find((it) => it.annex !== null);
  if (extraction.annex === null && before) {
    throw new Failure('no-annex', {
      subject: url,
      problem: `no evaluation annex was found, but ${before.edition.id} had one`,
      remedy: 'Nothing was stored; look in the print where the annex went',
    });
  }
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
    await saveBaselines(archive, completed);
    await archive.commit(baselineCommit(baseline));
  }
  return completed;
}

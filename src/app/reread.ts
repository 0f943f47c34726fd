import { EXTRACTOR_VERSION } from '../annex/extract.ts';
import { lineOf } from '../change/line.ts';
import { publicationOrder } from '../edition/calendar.ts';
import { Failure, isFailure } from '../failure/failure.ts';
import { isAccepted } from '../gate/acceptance.ts';
import type { Event } from '../ledger/event.ts';
import { renew } from '../ledger/renew.ts';
import type { Archive, PrintStore } from '../port/archive.ts';
import type { QuarantineStore } from '../port/quarantine.ts';
import type { MarkupReader, Reader } from '../port/reader.ts';
import { enrollJudged } from '../register/judged.ts';
import { statedIn } from '../register/stated.ts';
import { decodeSnapshot, encodeSnapshot } from '../snapshot/codec.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Extraction } from '../study/extraction.ts';
import type { Study } from '../study/study.ts';
import { upgradeCommit } from './commits.ts';
import { heldLine } from './line.ts';
import { isRefused, putInQuarantine, quarantineFailure, readQuarantine } from './quarantine.ts';
import { readPrint } from './read-edition.ts';
import type { PrintReading } from './read-edition.ts';
import { heldAgainstKeptXml } from './second-reading.ts';
import { editionFiles } from './state.ts';
import type { State } from './state.ts';
import type { Reread } from './summary.ts';
import { toldEvents } from './told.ts';

export interface RereadPorts {
  readonly archive: Archive;
  readonly prints: PrintStore;
  readonly reader: Reader & MarkupReader;
  readonly quarantine: QuarantineStore;
  readonly clock: () => Date;
}

export interface Rereading {
  readonly state: State;
  readonly rereads: readonly Reread[];
  /** Editions of which the former reading stays, and why. */
  readonly failures: readonly { readonly edition: string; readonly failure: Failure }[];
}

/**
 * Reads stored prints again with the present rules, the oldest edition first, and commits each apart as a
 * technical upgrade. Nothing is news of it but what readers were told otherwise. A reading that fails a gate
 * takes the place of no other one: it is put in quarantine.
 * @param which of the held snapshots
 */
export async function rereadHeld(
  state: State,
  ports: RereadPorts,
  which: (held: Snapshot) => boolean,
): Promise<Rereading> {
  let reached = state;
  const rereads: Reread[] = [];
  const failures: Rereading['failures'][number][] = [];
  const held = [...state.snapshots.values()]
    .filter(which)
    .sort((one, other) => publicationOrder(one.edition, other.edition));
  for (const snapshot of held) {
    try {
      const reread = await rereadEdition(snapshot, reached, ports);
      if (!reread) continue;
      reached = reread.state;
      rereads.push(reread.reread);
    } catch (failure) {
      if (!isFailure(failure) || failure.kind === 'not-writable' || failure.kind === 'git-failed')
        throw failure;
      failures.push({ edition: snapshot.edition.id, failure });
    }
  }
  return { state: reached, rereads, failures };
}

/** Whether the present rules may read an edition otherwise than it is held. */
export function isReadByOthers({ extractor }: Snapshot): boolean {
  return extractor < EXTRACTOR_VERSION;
}

/**
 * Reads the kept print of a snapshot with the present rules, held together with what it was held together
 * with before. Throws a Failure, `print-missing` when the print is not kept.
 */
export async function readAgain(
  held: Snapshot,
  state: State,
  { prints, reader }: Pick<RereadPorts, 'prints' | 'reader'>,
): Promise<PrintReading> {
  const bytes = await prints.read(held.print.sha256);
  if (!bytes) {
    throw new Failure('print-missing', {
      subject: held.edition.id,
      problem: `its print is not kept here (${prints.place(held.print.sha256)})`,
      remedy: `Fetch it from ${held.print.url}`,
    });
  }
  const listing = { edition: held.edition, url: held.print.url };
  return readPrint(listing, bytes, state, reader, async (read) =>
    heldAgainstKeptXml(read, held, { prints, reader }),
  );
}

/** The snapshot that a reading makes of the print of another one, as it would be read from its file. */
export function snapshotOf(held: Snapshot, { annex, studies, notices }: Extraction): Snapshot {
  const read = { ...held, extractor: EXTRACTOR_VERSION, annex, studies, notices };
  return decodeSnapshot(encodeSnapshot(read), held.edition.id);
}

/** null when the print reads as it is held. */
async function rereadEdition(
  held: Snapshot,
  state: State,
  ports: RereadPorts,
): Promise<{ readonly state: State; readonly reread: Reread } | null> {
  const { edition, print } = held;
  const refused = await readQuarantine(ports.quarantine, edition.id);
  if (refused && isRefused(refused, edition, print.sha256, state.accepted))
    throw quarantineFailure(refused, ports);
  const { extraction, gates } = await readAgain(held, state, ports);
  const passes = gates.length === 0 || isAccepted(state.accepted, edition.id, print.sha256);
  if (!extraction || !passes) {
    const quarantine = await putInQuarantine(held, gates, extraction, ports);
    throw quarantineFailure(quarantine, ports);
  }
  const snapshot = snapshotOf(held, extraction);
  if (encodeSnapshot(snapshot) === encodeSnapshot(held)) return null;
  const now = ports.clock();
  const { state: renewed, corrections } = renewState(state, snapshot, now);
  const reread: Reread = {
    id: edition.id,
    studies: snapshot.studies.length,
    otherwise: otherwise(held.studies, snapshot.studies),
    corrections: corrections.map(({ id }) => id),
  };
  const files = editionFiles(renewed, snapshot);
  await ports.archive.record(files, upgradeCommit(snapshot, reread, now));
  await ports.quarantine.remove(edition.id);
  return { state: renewed, reread };
}

/** What another reading of a print does to everything known. */
function renewState(
  state: State,
  snapshot: Snapshot,
  now: Date,
): { readonly state: State; readonly corrections: readonly Event[] } {
  const { chapter, id } = snapshot.edition;
  const { register } = enrollJudged(
    state.register,
    snapshot,
    state.judgements,
    statedIn(state.register, state.snapshots),
  );
  const snapshots = new Map(state.snapshots).set(id, snapshot);
  const { ledger, corrections } = renew(
    state.ledger,
    lineOf(heldLine(state, chapter)),
    lineOf(heldLine({ snapshots, register }, chapter)),
    toldEvents(state),
    now.toISOString(),
  );
  return { state: { ...state, register, ledger, snapshots }, corrections };
}

/** Studies of either reading that have no equal in the other; one that changed counts once. */
function otherwise(before: readonly Study[], after: readonly Study[]): number {
  const left = before.map((study) => JSON.stringify(study));
  let common = 0;
  for (const study of after) {
    const place = left.indexOf(JSON.stringify(study));
    if (place < 0) continue;
    left.splice(place, 1);
    common += 1;
  }
  return Math.max(before.length, after.length) - common;
}

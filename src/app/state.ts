import { decodeAcceptances, encodeAcceptances, NO_ACCEPTANCES } from '../gate/acceptance.ts';
import type { Acceptances } from '../gate/acceptance.ts';
import { decodeBaselines, encodeBaselines, NO_BASELINES } from '../ledger/baselines.ts';
import type { Baselines } from '../ledger/baselines.ts';
import { decodeDeliveries, emptyDeliveries, encodeDeliveries } from '../ledger/deliveries.ts';
import type { Deliveries } from '../ledger/deliveries.ts';
import type { Ledger } from '../ledger/event.ts';
import { decodeLedger, emptyLedger, encodeLedger } from '../ledger/ledger.ts';
import type { Archive } from '../port/archive.ts';
import { decodeRegister, emptyRegister, encodeRegister } from '../register/codec.ts';
import { decodeJudgements, encodeJudgements, NO_JUDGEMENTS } from '../register/judgements.ts';
import type { Judgements } from '../register/judgements.ts';
import type { Register } from '../register/register.ts';
import { decodeSnapshot, encodeSnapshot, snapshotPath } from '../snapshot/codec.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { studiesCsv, studiesPath } from '../snapshot/studies-csv.ts';
import { parseEditionId } from '../edition/edition.ts';
import { REVIEW, reviewText } from './review.ts';
import { studyStates } from './study-states.ts';

/** All that is known, as it stands in the files of the snapshots folder. */
export interface State {
  readonly register: Register;
  readonly ledger: Ledger;
  readonly deliveries: Deliveries;
  readonly baselines: Baselines;
  readonly accepted: Acceptances;
  /** What people say of which studies are the same. */
  readonly judgements: Judgements;
  /** By edition id. */
  readonly snapshots: ReadonlyMap<string, Snapshot>;
}

export const REGISTER = 'register.json';
export const LEDGER = 'ledger.json';
export const DELIVERIES = 'deliveries.json';
const BASELINES = 'baselines.json';
const ACCEPTED = 'accepted.json';
const JUDGEMENTS = 'judgements.json';

/** Reads every file once. Throws a Failure `snapshot-damaged` that names the first one that cannot be used. */
export async function loadState(archive: Archive): Promise<State> {
  const snapshots = new Map<string, Snapshot>();
  for (const path of await archive.list('')) {
    const id = path.endsWith('.json') ? path.slice(0, -'.json'.length) : '';
    if (!parseEditionId(id)) continue;
    const text = await archive.read(path);
    if (text !== null) snapshots.set(id, decodeSnapshot(text, path));
  }
  return {
    register: await load(archive, REGISTER, decodeRegister, emptyRegister()),
    ledger: await load(archive, LEDGER, decodeLedger, emptyLedger()),
    deliveries: await load(archive, DELIVERIES, decodeDeliveries, emptyDeliveries()),
    baselines: await load(archive, BASELINES, decodeBaselines, NO_BASELINES),
    accepted: await load(archive, ACCEPTED, decodeAcceptances, NO_ACCEPTANCES),
    judgements: await load(archive, JUDGEMENTS, decodeJudgements, NO_JUDGEMENTS),
    snapshots,
  };
}

async function load<Value>(
  archive: Archive,
  path: string,
  decode: (text: string, name: string) => Value,
  empty: Value,
): Promise<Value> {
  const text = await archive.read(path);
  return text === null ? empty : decode(text, path);
}

/** What stands in all files that are written by this command alone, by path. */
export function allFiles(state: State): ReadonlyMap<string, string> {
  const files = new Map([
    ...judgementFiles(state),
    ...[...state.snapshots.values()].map((it): readonly [string, string] => [
      snapshotPath(it.edition),
      encodeSnapshot(it),
    ]),
    ...baselineFiles(state),
    ...acceptanceFiles(state),
    ...deliveryFiles(state),
  ]);
  // People write in these.
  for (const path of [JUDGEMENTS, REVIEW]) files.delete(path);
  return files;
}

/** In which form each file that has one is written now, by path. */
export function fileVersions(state: State): ReadonlyMap<string, number> {
  return new Map([
    [REGISTER, state.register.schemaVersion],
    [LEDGER, state.ledger.schemaVersion],
    [DELIVERIES, state.deliveries.schemaVersion],
    ...[...state.snapshots.values()].map(
      ({ edition, schemaVersion }): readonly [string, number] => [
        snapshotPath(edition),
        schemaVersion,
      ],
    ),
  ]);
}

/** What an edition's snapshot changes, by path. */
export function editionFiles(state: State, snapshot: Snapshot): ReadonlyMap<string, string> {
  const { chapter } = snapshot.edition;
  return new Map([
    [REGISTER, encodeRegister(state.register)],
    [LEDGER, encodeLedger(state.ledger)],
    [REVIEW, reviewText(state)],
    [studiesPath(chapter), studiesCsv(studyStates(state, chapter))],
    [snapshotPath(snapshot.edition), encodeSnapshot(snapshot)],
  ]);
}

/** What judgements of people change, by path. */
export function judgementFiles(state: State): ReadonlyMap<string, string> {
  const chapters = new Set([...state.snapshots.values()].map(({ edition }) => edition.chapter));
  return new Map([
    [JUDGEMENTS, encodeJudgements(state.judgements)],
    [REGISTER, encodeRegister(state.register)],
    [LEDGER, encodeLedger(state.ledger)],
    [REVIEW, reviewText(state)],
    ...[...chapters].map((chapter): readonly [string, string] => [
      studiesPath(chapter),
      studiesCsv(studyStates(state, chapter)),
    ]),
  ]);
}

export function baselineFiles({ baselines }: State): ReadonlyMap<string, string> {
  return new Map([[BASELINES, encodeBaselines(baselines)]]);
}

export function acceptanceFiles({ accepted }: State): ReadonlyMap<string, string> {
  return new Map([[ACCEPTED, encodeAcceptances(accepted)]]);
}

export function deliveryFiles({ deliveries }: State): ReadonlyMap<string, string> {
  return new Map([[DELIVERIES, encodeDeliveries(deliveries)]]);
}

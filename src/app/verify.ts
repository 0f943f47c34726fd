import { EXTRACTOR_VERSION } from '../annex/extract.ts';
import { parseEditionId } from '../edition/edition.ts';
import { isFailure } from '../failure/failure.ts';
import type { Archive, PrintStore } from '../port/archive.ts';
import type { MarkupReader, Reader } from '../port/reader.ts';
import { encodeSnapshot, snapshotPath } from '../snapshot/codec.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { ledgerFaults, registerFaults } from './coherence.ts';
import type { Finding } from './coherence.ts';
import { readAgain, snapshotOf } from './reread.ts';
import { allFiles, DELIVERIES, loadState, LEDGER, REGISTER } from './state.ts';
import type { State } from './state.ts';
import { isOlder } from './upgrade-files.ts';

export interface VerifyPorts {
  readonly archive: Archive;
  readonly prints: PrintStore;
  readonly reader: Reader & MarkupReader;
}

/** What `verify --format json` prints. */
export interface Verification {
  /** How many snapshots there are, and how many of them were read again from their print and are the same. */
  readonly snapshots: number;
  readonly proven: number;
  /** What is damaged. */
  readonly findings: readonly Finding[];
  /** What could not be looked at, and is no fault. */
  readonly notes: readonly Finding[];
}

const FROM_GIT =
  'Look at it with "git diff" and restore it with "git checkout", or commit it when it is meant';

/**
 * Looks at everything that is kept and changes nothing: whether the files are as they were committed and as
 * this command writes them, whether each snapshot is what its print reads as, and whether register, ledger
 * and deliveries go with the snapshots.
 */
export async function verify({ archive, prints, reader }: VerifyPorts): Promise<Verification> {
  const findings: Finding[] = [];
  const notes: Finding[] = [];
  const state = await loadState(archive).catch((error: unknown) => {
    if (!isFailure(error)) throw error;
    findings.push({ subject: error.subject, problem: error.problem, remedy: error.remedy });
    return null;
  });
  if (state === null) return { snapshots: 0, proven: 0, findings, notes };
  findings.push(...(await fileFaults(archive, state)));
  findings.push(...registerFaults(REGISTER, state));
  findings.push(...ledgerFaults({ ledger: LEDGER, deliveries: DELIVERIES }, state));
  let proven = 0;
  for (const snapshot of state.snapshots.values()) {
    const fault = await printFault(snapshot, state, { prints, reader });
    if (fault === null) proven += 1;
    else if (fault.isDamage) findings.push(fault.finding);
    else notes.push(fault.finding);
  }
  return { snapshots: state.snapshots.size, proven, findings, notes };
}

/** Files that are other than this command writes them, or than they were committed. */
async function fileFaults(archive: Archive, state: State): Promise<readonly Finding[]> {
  const findings = new Map<string, Finding>();
  const written = allFiles(state);
  for (const path of await archive.list('')) {
    const text = written.get(path);
    if (text === undefined) {
      if (isStrange(path)) findings.set(path, strange(path));
      continue;
    }
    const present = await archive.read(path);
    if (present === text || isOlder(present, text)) continue;
    const problem = 'it does not stand there as this command writes it';
    findings.set(path, { subject: path, problem, remedy: FROM_GIT });
  }
  for (const path of (await archive.uncommitted()) ?? []) {
    if (!written.has(path) || findings.has(path)) continue;
    const problem = 'it is not as it was committed';
    findings.set(path, { subject: path, problem, remedy: FROM_GIT });
  }
  return [...findings.values()];
}

/** A table of a chapter of which there is no edition; whatever else a person keeps there is theirs. */
function isStrange(path: string): boolean {
  return path.endsWith('/studies.csv');
}

function strange(path: string): Finding {
  return {
    subject: path,
    problem: 'there is no snapshot of this chapter',
    remedy: 'Restore the snapshots from git, or delete the file',
  };
}

interface PrintFault {
  /** False for what could not be looked at. */
  readonly isDamage: boolean;
  readonly finding: Finding;
}

/** Why a snapshot is not proven by its print; null when it is. */
async function printFault(
  snapshot: Snapshot,
  state: State,
  ports: Pick<VerifyPorts, 'prints' | 'reader'>,
): Promise<PrintFault | null> {
  const { edition, extractor } = snapshot;
  const subject = snapshotPath(edition);
  const damaged = (problem: string, remedy: string): PrintFault => ({
    isDamage: true,
    finding: { subject, problem, remedy },
  });
  if (parseEditionId(edition.id) === null || state.snapshots.get(edition.id) !== snapshot) {
    return damaged(`it is a snapshot of ${edition.id}`, FROM_GIT);
  }
  try {
    const { extraction } = await readAgain(snapshot, state, ports);
    if (extractor !== EXTRACTOR_VERSION) {
      const problem = `it was read by version ${extractor} of the reader, and this is ${EXTRACTOR_VERSION}`;
      const remedy = 'Run "begrotingswacht reread"';
      return { isDamage: false, finding: { subject, problem, remedy } };
    }
    const same =
      extraction !== null &&
      encodeSnapshot(snapshotOf(snapshot, extraction)) === encodeSnapshot(snapshot);
    if (same) return null;
    return damaged(
      'its print reads otherwise, by the same rules: it was changed since it was written',
      `${FROM_GIT}; where git has it like this, "begrotingswacht reread" reads the print anew`,
    );
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { kind, problem, remedy } = error;
    return {
      isDamage: kind !== 'print-missing',
      finding: { subject: kind === 'print-altered' ? error.subject : subject, problem, remedy },
    };
  }
}

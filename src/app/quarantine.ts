import { EXTRACTOR_VERSION } from '../annex/extract.ts';
import type { Edition } from '../edition/edition.ts';
import { Failure } from '../failure/failure.ts';
import { isAccepted } from '../gate/acceptance.ts';
import type { Acceptances } from '../gate/acceptance.ts';
import type { FailedGate } from '../gate/gate.ts';
import { decodeQuarantine, encodeQuarantine } from '../gate/quarantine.ts';
import type { Quarantine } from '../gate/quarantine.ts';
import type { PrintStore } from '../port/archive.ts';
import type { QuarantineStore } from '../port/quarantine.ts';
import type { Extraction } from '../study/extraction.ts';

export interface QuarantinePorts {
  readonly quarantine: QuarantineStore;
  readonly prints: PrintStore;
  readonly clock: () => Date;
}

/** What is kept of an edition that was refused; null when nothing is, or nothing that can be read. */
export async function readQuarantine(
  store: QuarantineStore,
  edition: string,
): Promise<Quarantine | null> {
  const text = await store.read(edition);
  return text === null ? null : decodeQuarantine(text);
}

/** All editions in quarantine, in order of their ids. */
export async function listQuarantine(store: QuarantineStore): Promise<readonly Quarantine[]> {
  const found: Quarantine[] = [];
  for (const edition of await store.list()) {
    const quarantine = await readQuarantine(store, edition);
    if (quarantine) found.push(quarantine);
  }
  return found;
}

/** Keeps what was read of a print and why it is not accepted. */
export async function putInQuarantine(
  { edition, print }: Pick<Quarantine, 'edition' | 'print'>,
  gates: readonly FailedGate[],
  extraction: Extraction | null,
  { quarantine, clock }: QuarantinePorts,
): Promise<Quarantine> {
  const refused: Quarantine = {
    schemaVersion: 1,
    edition,
    print,
    extractor: EXTRACTOR_VERSION,
    recorded: clock().toISOString(),
    gates,
    extraction,
  };
  await quarantine.write(edition.id, encodeQuarantine(refused));
  return refused;
}

/** True when reading this print again would give the same, and nobody has accepted it meanwhile. */
export function isRefused(
  quarantine: Quarantine | null,
  { id }: Edition,
  sha256: string | null,
  accepted: Acceptances,
): boolean {
  return (
    quarantine !== null &&
    sha256 !== null &&
    quarantine.print.sha256 === sha256 &&
    quarantine.extractor === EXTRACTOR_VERSION &&
    !isAccepted(accepted, id, sha256)
  );
}

/** What the operator is told: the gates with their figures, and what to do. */
export function quarantineFailure(
  { edition, print, gates, extraction }: Quarantine,
  { quarantine, prints }: Pick<QuarantinePorts, 'quarantine' | 'prints'>,
): Failure {
  const reasons = gates.map(({ gate, message }) => `${gate}: ${message}`).join('; ');
  const file = prints.place(print.sha256);
  const remedy = extraction
    ? `Look at it with "begrotingswacht extract ${file} --explain DIR" (what was read is in ${quarantine.place(edition.id)}), then take it in with "begrotingswacht check --accept ${edition.id}", or report what was misread`
    : `It cannot be accepted; report the print ${file} so that the reader can be mended`;
  const problem = `in quarantine, nothing of it is told; ${reasons}`;
  return new Failure('quarantined', { subject: edition.id, problem, remedy });
}

/**
 * The quarantine that a person wants to lift. Throws a Failure `usage` when there is none, when nothing
 * was read, or when what they looked at was read by other rules.
 */
export async function requireAcceptable(
  edition: string,
  store: QuarantineStore,
): Promise<Quarantine> {
  const quarantine = await readQuarantine(store, edition);
  const refuse = (problem: string, remedy: string): Failure =>
    new Failure('usage', { subject: edition, problem, remedy });
  if (!quarantine) {
    const remedy = 'Run "begrotingswacht doctor" to see which editions are';
    throw refuse('this edition is not in quarantine, so there is nothing to accept', remedy);
  }
  if (!quarantine.extraction) {
    const remedy = 'Report the print so that the reader can be mended';
    throw refuse('nothing could be read of this edition, so there is nothing to accept', remedy);
  }
  if (quarantine.extractor !== EXTRACTOR_VERSION) {
    const remedy = 'Run "begrotingswacht check" first and look again';
    throw refuse('it was put in quarantine by another version, which read it otherwise', remedy);
  }
  return quarantine;
}

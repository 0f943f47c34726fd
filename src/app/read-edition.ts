import type { Edition } from '../edition/edition.ts';
import type { Listing } from '../edition/listing.ts';
import { Failure, isFailure } from '../failure/failure.ts';
import { failedGates } from '../gate/gate.ts';
import type { FailedGate, FormerEdition } from '../gate/gate.ts';
import type { Reader } from '../port/reader.ts';
import type { Extraction } from '../study/extraction.ts';
import { extractPrint } from './extract.ts';
import { samePhase } from './intake.ts';
import type { HoldTogether, SecondReading } from './second-reading.ts';
import type { State } from './state.ts';

/** What was read of a print, and the gates that keep it out of the snapshots. */
export interface PrintReading {
  /** null when the reader contradicted itself. */
  readonly extraction: Extraction | null;
  readonly gates: readonly FailedGate[];
  /** The XML edition that it was held together with; null when there was none. */
  readonly xml: SecondReading['xml'];
}

/**
 * Throws a Failure for a print that cannot be read or is another than was listed.
 * @param holdTogether with what the reading of the PDF is held together
 */
export async function readPrint(
  listing: Pick<Listing, 'edition' | 'url'>,
  bytes: Uint8Array,
  state: State,
  reader: Reader,
  holdTogether: HoldTogether,
): Promise<PrintReading> {
  try {
    const read = await extractPrint(reader, bytes, listing.url);
    requireUsable(listing, read, state);
    const { extraction, xml } = await holdTogether(read);
    const gates = failedGates(extraction, formerEdition(state, listing.edition));
    return { extraction, gates, xml };
  } catch (error) {
    if (!isFailure(error) || error.kind !== 'text-lost') throw error;
    const gates = [{ gate: 'contradiction', message: error.problem }] as const;
    return { extraction: null, gates, xml: null };
  }
}

/** What a reading is measured by: the former print of the edition, else the preceding edition of its phase. */
function formerEdition(state: State, edition: Edition): FormerEdition | null {
  const held =
    state.snapshots.get(edition.id) ??
    samePhase(state, edition).findLast((it) => it.edition.year < edition.year);
  return held ? { id: held.edition.id, studies: held.studies.length } : null;
}

/** Throws the Failure of a print that is not the edition it is listed as, or lacks the annex it should have. */
function requireUsable(
  listing: Pick<Listing, 'edition' | 'url'>,
  extraction: Extraction,
  state: State,
): void {
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
  const before = samePhase(state, edition).find((it) => it.annex !== null);
  if (extraction.annex === null && before) {
    throw new Failure('no-annex', {
      subject: url,
      problem: `no evaluation annex was found, but ${before.edition.id} had one`,
      remedy: 'Nothing was stored; look in the print where the annex went',
    });
  }
}

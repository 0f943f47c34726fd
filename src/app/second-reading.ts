import { holdTogether } from '../annex/xml/hold-together.ts';
import type { Listing } from '../edition/listing.ts';
import { Failure, isFailure } from '../failure/failure.ts';
import type { PrintStore } from '../port/archive.ts';
import type { MarkupReader } from '../port/reader.ts';
import type { Source } from '../port/source.ts';
import type { PrintReference, Snapshot } from '../snapshot/snapshot.ts';
import type { Extraction } from '../study/extraction.ts';
import { extractMarkup } from './extract.ts';

export interface SecondReadingPorts {
  readonly source: Source;
  readonly prints: PrintStore;
  readonly reader: MarkupReader;
}

/** A reading that was held together with the XML of the same edition, and which XML that was. */
export interface SecondReading {
  readonly extraction: Extraction;
  /** null when there was none that both could be held together with. */
  readonly xml: PrintReference['xml'] | null;
}

/** Holds a reading of the PDF together with what was read elsewhere. */
export type HoldTogether = (extraction: Extraction) => Promise<SecondReading>;

/** Fetches the XML edition beside a PDF, where the source lists one, and holds both together. */
export async function heldAgainstXml(
  extraction: Extraction,
  listing: Listing,
  { source, prints, reader }: SecondReadingPorts,
): Promise<SecondReading> {
  const { xml: url } = listing;
  const { fetchXml } = source;
  if (url === undefined || !fetchXml) return { extraction, xml: null };
  return heldAgainst(extraction, reader, async () => {
    const bytes = await fetchXml(listing);
    const kept = { sha256: await prints.keep(bytes), url };
    await prints.remember(listing, kept.sha256, 'xml');
    return { bytes, kept };
  });
}

/**
 * Holds a reading together with the XML edition of the same paper. The XML is a second opinion: whatever is
 * wrong with it is a notice, never a failure of the edition.
 */
async function heldAgainst(
  extraction: Extraction,
  reader: MarkupReader,
  get: () => Promise<{ bytes: Uint8Array; kept: NonNullable<PrintReference['xml']> }>,
): Promise<SecondReading> {
  try {
    const { bytes, kept } = await get();
    const second = await extractMarkup(reader, bytes, kept.url);
    const other = otherPaper(extraction, second.extraction);
    if (other !== null) return { extraction: notRead(extraction, other), xml: null };
    return { extraction: holdTogether(extraction, second.extraction, second.spans), xml: kept };
  } catch (error) {
    if (isFailure(error) && error.kind === 'not-writable') throw error;
    const message = error instanceof Error ? error.message : String(error);
    return { extraction: notRead(extraction, message), xml: null };
  }
}

/**
 * Holds another reading of a kept print together with the XML that it was held together with before. Why
 * there was none then is said again. Throws a Failure `print-missing` when that XML is not kept.
 */
export async function heldAgainstKeptXml(
  extraction: Extraction,
  { print, notices }: Pick<Snapshot, 'print' | 'notices'>,
  { prints, reader }: Pick<SecondReadingPorts, 'prints' | 'reader'>,
): Promise<SecondReading> {
  const { xml } = print;
  if (!xml) {
    const why = notices.filter(({ kind }) => kind === 'xml-not-read');
    return { extraction: { ...extraction, notices: [...extraction.notices, ...why] }, xml: null };
  }
  const bytes = await prints.read(xml.sha256);
  if (bytes) return heldAgainst(extraction, reader, async () => ({ bytes, kept: xml }));
  throw new Failure('print-missing', {
    subject: prints.place(xml.sha256),
    problem: 'the XML edition that this reading was held together with is not kept here',
    remedy: `Fetch it from ${xml.url}`,
  });
}

function notRead(extraction: Extraction, why: string): Extraction {
  const message = `the XML edition was not held beside the PDF: ${why}`;
  const notices = [...extraction.notices, { kind: 'xml-not-read', message, place: null } as const];
  return { ...extraction, notices };
}

/** What says that the two are different papers; null when nothing does. */
function otherPaper(pdf: Extraction, xml: Extraction): string | null {
  for (const part of ['chapter', 'dossier', 'number', 'phase', 'year'] as const) {
    const [mine, its] = [pdf.edition[part], xml.edition[part]];
    if (mine === null || its === null || mine === its) continue;
    return `the PDF says ${part} ${mine}, but the XML says ${part} ${its}`;
  }
  return null;
}

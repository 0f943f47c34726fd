import { holdTogether } from '../annex/xml/hold-together.ts';
import type { Listing } from '../edition/listing.ts';
import { isFailure } from '../failure/failure.ts';
import type { PrintStore } from '../port/archive.ts';
import type { MarkupReader } from '../port/reader.ts';
import type { Source } from '../port/source.ts';
import type { PrintReference } from '../snapshot/snapshot.ts';
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

/**
 * Fetches and reads the XML edition beside a PDF, where the source lists one, and holds both together.
 * The XML is a second opinion: whatever is wrong with it is a notice, never a failure of the edition.
 */
export async function heldAgainstXml(
  extraction: Extraction,
  listing: Listing,
  { source, prints, reader }: SecondReadingPorts,
): Promise<SecondReading> {
  const { xml: url } = listing;
  if (url === undefined || !source.fetchXml) return { extraction, xml: null };
  try {
    const bytes = await source.fetchXml(listing);
    const kept = { sha256: await prints.keep(bytes), url };
    await prints.remember(listing, kept.sha256, 'xml');
    const second = await extractMarkup(reader, bytes, url);
    const other = otherPaper(extraction, second);
    if (other !== null) return { extraction: notRead(extraction, other), xml: null };
    return { extraction: holdTogether(extraction, second), xml: kept };
  } catch (error) {
    if (isFailure(error) && error.kind === 'not-writable') throw error;
    const message = error instanceof Error ? error.message : String(error);
    return { extraction: notRead(extraction, message), xml: null };
  }
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

import { findAnnex, readSurroundings, toExtraction, understand } from '../annex/extract.ts';
import type { FoundAnnex } from '../annex/extract.ts';
import type { AnnexReading } from '../annex/read.ts';
import { Failure, isFailure } from '../failure/failure.ts';
import { extractXml, type XmlEdition } from '../annex/xml/extract.ts';
import { isXml } from '../edition/print-bytes.ts';
import type { Page } from '../page/page.ts';
import type { MarkupReader, PdfDocument, Reader } from '../port/reader.ts';
import type { Extraction } from '../study/extraction.ts';

/** A print that was opened, with what came of reading its annex. */
export interface PrintReading {
  readonly name: string;
  /** The pages of the annex; none when there is no annex, and of an XML edition. */
  readonly pages: readonly Page[];
  readonly outcome:
    | { readonly extraction: Extraction; readonly reading: AnnexReading | null }
    /** The reading rules contradicted each other: nothing of it may be used. */
    | { readonly contradiction: Failure };
}

/**
 * Reads the annex of one print, a PDF or the XML of a paper as its bytes say. Throws a Failure for a
 * print that cannot be read at all; a print without annex, or with one whose header is unknown, is a
 * value: see `annex` and `notices`.
 * @param name the file or URL as the user knows it
 */
export async function extractPrint(
  reader: Reader & Partial<MarkupReader>,
  bytes: Uint8Array,
  name: string,
): Promise<Extraction> {
  const { outcome } = await readPrint(reader, bytes, name);
  if ('contradiction' in outcome) throw outcome.contradiction;
  return outcome.extraction;
}

/** The same with the pages, so that they can be shown, also where our rules contradict each other. */
export async function readPrint(
  reader: Reader & Partial<MarkupReader>,
  bytes: Uint8Array,
  name: string,
): Promise<PrintReading> {
  const { readMarkup } = reader;
  if (readMarkup && isXml(bytes)) {
    const { extraction } = await extractMarkup({ readMarkup }, bytes, name);
    return { name, pages: [], outcome: { extraction, reading: null } };
  }
  return reader.read(bytes, name, async (document) => {
    const found = await orRefuse(name, async () => findAnnex(document));
    if (found.heading !== null) await refusePictures(document, found);
    // What is asked for here is read while the pages are understood.
    const [surroundings, , reading] = await Promise.all([
      orRefuse(name, async () => readSurroundings(document, found)),
      document.check(),
      orContradiction(name, async () => understand(found)),
    ]);
    if (found.heading === null) await refuseScan(document, surroundings.listed);
    if (reading !== null && 'contradiction' in reading) {
      return { name, pages: found.pages, outcome: reading };
    }
    const outcome = await orContradiction(name, async () => ({
      extraction: toExtraction(found, reading, surroundings),
      reading,
    }));
    return { name, pages: found.pages, outcome };
  });
}

type Contradiction = Extract<PrintReading['outcome'], { contradiction: Failure }>;

async function orContradiction<Result>(
  name: string,
  read: () => Promise<Result>,
): Promise<Result | Contradiction> {
  try {
    return await orRefuse(name, read);
  } catch (error) {
    if (!isFailure(error) || error.kind !== 'text-lost') throw error;
    return { contradiction: error };
  }
}

/** Reads the XML edition of a paper. Throws a Failure, also for XML that is no paper or the shell of one. */
export async function extractMarkup(
  reader: MarkupReader,
  bytes: Uint8Array,
  name: string,
): Promise<XmlEdition> {
  const root = await reader.readMarkup(bytes, name);
  const edition = await orRefuse(name, () => extractXml(root));
  if (edition) return edition;
  throw new Failure('not-a-paper', {
    subject: name,
    problem: 'this XML is no official paper, or holds no more than what describes one',
    remedy: 'Give the XML or PDF of a budget paper, as officielebekendmakingen.nl offers it',
  });
}

/** A print that our rules read with a contradiction is refused by itself; the next one may be fine. */
async function orRefuse<Result>(
  name: string,
  read: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    if (isFailure(cause)) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('text-lost', {
      subject: name,
      problem: `its annex was read with a contradiction (${message})`,
      remedy: 'Nothing of it was used; report the print so that the reader can be mended',
      cause,
    });
  }
}

/** An annex that the outline names, and of which no page has any text. */
async function refusePictures(
  document: PdfDocument,
  { heading, pages }: FoundAnnex,
): Promise<void> {
  if (pages.some(({ runs }) => runs.length > 0)) return;
  await document.check();
  const numbers = pages.map(({ number }) => number);
  const where = `pages ${Math.min(...numbers)} to ${Math.max(...numbers)}`;
  refuse(document.name, `its annex “${heading}” on ${where} is pictures without any text`);
}

/**
 * A print without any text is a picture of a paper: that it shows no annex says nothing. So is one whose
 * contents list names the annex, when pages without text stand behind that list.
 */
async function refuseScan(document: PdfDocument, listed: string | null): Promise<void> {
  const pictures: number[] = [];
  for (let page = 1; page <= document.pageCount; page += 1) {
    if ((await document.text(page)).trim() === '') pictures.push(page);
    else if (listed === null) return;
  }
  const [first] = pictures;
  if (first === undefined) return;
  const all = pictures.length === document.pageCount;
  const some = `its contents list names “${listed}”, which was not found, and ${pictures.length} of its pages, the first page ${first}, are pictures without any text`;
  refuse(document.name, all ? 'its pages are pictures without any text' : some);
}

function refuse(subject: string, problem: string): never {
  throw new Failure('scanned-pdf', {
    subject,
    problem,
    remedy:
      'Get the edition with text from officielebekendmakingen.nl, or run text recognition first',
  });
}

/** True when the annex was found but no table in it has a header we know: nothing of it may be published. */
export function hasUnknownHeader(extraction: Extraction): boolean {
  return extraction.notices.some((notice) => notice.kind === 'unknown-header');
}

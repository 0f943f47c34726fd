import type { StatedEdition } from '../edition/edition.ts';
import type { Page } from '../page/page.ts';
import type { Extraction } from '../study/extraction.ts';
import { countRoles } from './account.ts';
import { mended, noAnnex, unclear } from './edition-notices.ts';
import { listedAnnex, locateAnnex } from './locate.ts';
import { unnumberedPages } from './page-numbers.ts';
import type { TextsAround } from './page-numbers.ts';
import type { SearchableDocument } from './locate.ts';
import { readAnnex } from './read.ts';
import type { AnnexReading } from './read.ts';
import { sheetOf } from './sheet.ts';
import { statedEdition } from './stated-edition.ts';

/**
 * Version of the reading rules. A higher one may read the same print otherwise: that is a re-read, and
 * never told as a change.
 */
export const EXTRACTOR_VERSION = 3;

export interface ReadableDocument extends SearchableDocument {
  readonly repaired: boolean;
  page(page: number): Promise<Page>;
}

/** Pages at the front that say which paper it is. */
const FRONT = 3;

/** The pages of an annex before they are understood; without heading and pages when there is none. */
export interface FoundAnnex {
  readonly heading: string | null;
  readonly pages: readonly Page[];
}

/** What else of a document tells of the annex. */
export interface Surroundings {
  readonly edition: StatedEdition;
  /** The annex as the contents list names it, where none was found. */
  readonly listed: string | null;
  /** Whether the file's own list of objects or pages was wrong, so that some may be missing. */
  readonly repaired: boolean;
  /** Text of the two pages before the annex and of the one behind it, as far as there are such. */
  readonly around: TextsAround;
}

/** Finds the evaluation annex of a document and reads it; only its own pages are read in full. */
export async function extractAnnex(document: ReadableDocument): Promise<Extraction> {
  const found = await findAnnex(document);
  const [surroundings, reading] = await Promise.all([
    readSurroundings(document, found),
    understand(found),
  ]);
  return toExtraction(found, reading, surroundings);
}

/** Gets the pages of the annex, so that they can be shown even where reading them fails. */
export async function findAnnex(document: ReadableDocument): Promise<FoundAnnex> {
  const located = await locateAnnex(document);
  if (!located) return { heading: null, pages: [] };
  const { heading, from, to } = located;
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  // All are asked for at once, so that whoever reads them need not wait for what is done with each.
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await document.page(number);
      sheetOf(page);
      return page;
    }),
  );
  return { heading, pages };
}

/** Asks for it at once and waits for it last: it is only needed when the pages are understood. */
export async function readSurroundings(
  document: ReadableDocument,
  { pages }: FoundAnnex,
): Promise<Surroundings> {
  const { repaired } = document;
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last) {
    const edition = statedEdition(await frontTexts(document, null));
    return { edition, listed: await listedAnnex(document), repaired, around: new Map() };
  }
  const [texts, around] = await Promise.all([
    frontTexts(document, first.number),
    textsAround(document, first.number, last.number),
  ]);
  return { edition: statedEdition(texts), listed: null, repaired, around };
}

/** Rejects with an Error where the reading rules contradict each other; null when there is no annex. */
export async function understand({ heading, pages }: FoundAnnex): Promise<AnnexReading | null> {
  return heading === null ? null : readAnnex(pages, heading);
}

export function toExtraction(
  { pages }: FoundAnnex,
  reading: AnnexReading | null,
  { edition, listed, repaired, around }: Surroundings,
): Extraction {
  const ofPaper = [...unclear(edition), ...mended(repaired)];
  if (reading === null) {
    const notices = [noAnnex(listed), ...ofPaper];
    return { schemaVersion: 1, edition, annex: null, account: null, studies: [], notices };
  }
  const { annex, studies } = reading;
  const account = countRoles(reading.roles);
  const told = new Set(reading.notices.map(({ kind, place }) => `${kind} ${place?.page ?? ''}`));
  const unnumbered = unnumberedPages(pages, around).filter(
    ({ kind, place }) => !told.has(`${kind} ${place?.page ?? ''}`),
  );
  const notices = [...reading.notices, ...unnumbered, ...ofPaper];
  return { schemaVersion: 1, edition, annex, account, studies, notices };
}

async function textsAround(
  document: SearchableDocument,
  from: number,
  to: number,
): Promise<TextsAround> {
  const pages = [from - 2, from - 1, to + 1].filter(
    (page) => page > 0 && page <= document.pageCount,
  );
  return new Map(
    await Promise.all(pages.map(async (page) => [page, await document.text(page)] as const)),
  );
}

async function frontTexts(
  document: SearchableDocument,
  annexPage: number | null,
): Promise<readonly string[]> {
  const numbers = Array.from(
    { length: Math.min(FRONT, document.pageCount) },
    (_, index) => index + 1,
  );
  if (annexPage !== null && !numbers.includes(annexPage)) numbers.push(annexPage);
  return Promise.all(numbers.map(async (page) => document.text(page)));
}

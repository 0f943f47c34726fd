import type { OutlineItem } from '../page/page.ts';
import { annexInContents, isContentsLine, isContentsList, linesIn } from './contents.ts';
import type { PlainText } from './contents.ts';
import { isHeaderText } from './header-text.ts';
import {
  annexScore,
  isCaption,
  isChapterHeading,
  isTheme,
  namesEvaluation,
  opensHeading,
  repeatsHeading,
} from './heading.ts';

/** What is needed of a document to find its annex. */
export interface SearchableDocument extends PlainText {
  /** Flattened, in document order. */
  outline(): Promise<readonly OutlineItem[]>;
}

/** Where the annex stands: its heading, and its first and last page (1-based). */
export interface LocatedAnnex {
  readonly heading: string;
  readonly from: number;
  readonly to: number;
}

/** A heading that scores less names a SEA, but not surely the annex with its tables. */
const SURE = 5;

/**
 * Finds the evaluation annex: by the document's outline, else by its text from the end backwards.
 * The beleidsagenda of a begroting has a SEA section of its own (model 1.32d), which is taken only when
 * there is no annex (models 1.44 and 3.45). Page numbers in the contents list are never relied on.
 */
export async function locateAnnex(document: SearchableDocument): Promise<LocatedAnnex | null> {
  const outline = (await document.outline()).filter(({ page }) => page !== null);
  const inOutline = bestInOutline(outline);
  if (inOutline && inOutline.score >= SURE) return fromOutline(document, outline, inOutline.index);
  const inText = await searchBackwards(document);
  if (inText && (!inOutline || annexScore(inText.heading) >= SURE)) return inText;
  if (!inOutline) return null;
  const weak = await fromOutline(document, outline, inOutline.index);
  // A beleidsagenda without a table of studies is no annex, whatever its prose says of one.
  if (namesEvaluation(weak.heading)) return weak;
  return (await hasHeader(document, weak.from, weak.to)) ? weak : null;
}

/** The annex as the contents list names it, for a document in which it was not found; null when it names none. */
export async function listedAnnex(document: PlainText): Promise<string | null> {
  return annexInContents(document, SURE);
}

function bestInOutline(outline: readonly OutlineItem[]): { index: number; score: number } | null {
  let best: { index: number; score: number } | null = null;
  for (const [index, { title }] of outline.entries()) {
    const score = annexScore(title);
    if (score > 0 && score >= (best?.score ?? 0)) best = { index, score };
  }
  return best;
}

async function fromOutline(
  document: SearchableDocument,
  outline: readonly OutlineItem[],
  index: number,
): Promise<LocatedAnnex> {
  const heading = outline[index]?.title.trim() ?? '';
  const from = Math.min(Math.max(outline[index]?.page ?? 1, 1), document.pageCount);
  const later = outline.slice(index + 1).filter(({ page }) => (page ?? 0) >= from);
  const next = await nextSibling(document, heading, later);
  if (next) return { heading, from, to: await lastBefore(document, from, next) };
  for (let page = from + 1; page <= document.pageCount; page += 1) {
    const title = headingsOn(await document.text(page)).find((line) => isOther(line, heading));
    if (title !== undefined)
      return { heading, from, to: await lastBefore(document, from, { title, page }) };
  }
  return { heading, from, to: document.pageCount };
}

/** The first later item of the annex's own level; the outline is flat, so the level shows in the words. */
async function nextSibling(
  document: SearchableDocument,
  heading: string,
  later: readonly OutlineItem[],
): Promise<OutlineItem | null> {
  const depth = depthOf(heading);
  for (const [index, item] of later.entries()) {
    if (isTheme(item.title) || opensHeading(item.title, heading)) continue;
    if (isChapterHeading(item.title)) return item;
    const own = depthOf(item.title);
    if (depth !== null && own !== null && own <= depth) return item;
    const end = later[index + 1]?.page ?? document.pageCount;
    if (
      depth === null &&
      !isChapterHeading(heading) &&
      !(await hasHeader(document, item.page ?? 1, end))
    ) {
      return item;
    }
  }
  return null;
}

async function hasHeader(document: PlainText, from: number, to: number): Promise<boolean> {
  for (let page = from; page <= to; page += 1) {
    if (linesIn(await document.text(page)).some(isHeaderText)) return true;
  }
  return false;
}

/** Number of parts of a section number: “6.3 Bijlage” has two, “Bijlage 3” none. */
function depthOf(heading: string): number | null {
  const { length } = numberOf(heading);
  return length === 0 ? null : length;
}

/** The last page before the next heading: its own page when something of the annex stands above it. */
async function lastBefore(
  document: SearchableDocument,
  from: number,
  next: OutlineItem,
): Promise<number> {
  const page = next.page ?? from;
  if (page <= from) return from;
  const first = linesIn(await document.text(page)).find((line) => !isFurniture(line));
  return opensHeading(first ?? '', next.title) ? page - 1 : page;
}

interface Sighting {
  readonly page: number;
  readonly title: string;
}

/** A heading that may open the annex, with the end of what stands under it. */
interface Candidate extends Sighting {
  readonly end: Sighting | null;
}

/**
 * Reads the text from the last page backwards, until a sure heading of the annex with headers below it.
 * A less sure one, and a sure one without any header that is known, are taken when there is nothing
 * better: that the annex cannot be read must be said, not that there is none.
 */
async function searchBackwards(document: SearchableDocument): Promise<LocatedAnnex | null> {
  let sure: Candidate | null = null;
  let unsure: Candidate | null = null;
  let bare: Candidate | null = null;
  let header = false;
  let end: Sighting | null = null;
  for (let page = document.pageCount; page >= 1; page -= 1) {
    const text = await document.text(page);
    if (isContentsList(text)) continue;
    const lines = linesIn(text);
    for (const [index, first] of [...lines.entries()].reverse()) {
      if (isHeaderText(first)) header = true;
      const title = wholeHeading(first, lines[index + 1]);
      if (!isHeadingText(title)) continue;
      const score = annexScore(title);
      if (header && score >= SURE) {
        // Headings inside the annex use its words as well: one that says that it is a chapter is above them.
        if (isChapterHeading(title)) return located(document, { page, title, end });
        sure ??= { page, title, end };
      }
      if (header && score > 1) unsure ??= { page, title, end };
      if (!header && score >= SURE && isChapterHeading(title)) bare ??= { page, title, end };
      if (!isChapterHeading(title) || score > 0) continue;
      if (sure) return located(document, sure);
      header = false;
      end = { page, title };
    }
  }
  const best = sure ?? unsure ?? bare;
  return best ? located(document, best) : null;
}

async function located(
  document: SearchableDocument,
  { page, title, end }: Candidate,
): Promise<LocatedAnnex> {
  const from = await firstOf(document, title, page);
  const next = (await nextNumbered(document, title, page)) ?? end;
  const to = next ? await lastBefore(document, page, next) : document.pageCount;
  return { heading: title, from, to };
}

/** The section whose number comes next: “2.5 …” or “3 …” behind “2.4 Strategische Evaluatie Agenda”. */
async function nextNumbered(
  document: SearchableDocument,
  heading: string,
  from: number,
): Promise<Sighting | null> {
  const parts = numberOf(heading);
  if (parts.length === 0 || isChapterHeading(heading)) return null;
  const next = new Set(parts.map((part, at) => [...parts.slice(0, at), part + 1].join('.')));
  for (let page = from; page <= document.pageCount; page += 1) {
    const title = headingsOn(await document.text(page)).find((line) =>
      next.has(numberOf(line).join('.')),
    );
    if (title !== undefined) return { page, title };
  }
  return null;
}

function numberOf(heading: string): number[] {
  const number = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}/u.exec(heading.trim())?.[1];
  return number === undefined ? [] : number.split('.').map(Number);
}

/** “Bijlage 3” may stand on a line of its own, and long headings run on; “4. Bijlagen” over “4.5 …” is two. */
function wholeHeading(line: string, next: string | undefined): string {
  if (!isChapterHeading(line) || annexScore(line) > 0 || next === undefined) return line;
  if (numberOf(next).length > 0) return line;
  const whole = `${line} ${next}`;
  return annexScore(whole) > 0 && isHeadingText(whole) ? whole : line;
}

/** Some prints repeat the heading on every page: the annex begins at the first of them. */
async function firstOf(
  document: SearchableDocument,
  heading: string,
  page: number,
): Promise<number> {
  let first = page;
  while (first > 1) {
    const text = await document.text(first - 1);
    if (isContentsList(text) || !linesIn(text).some((line) => repeatsHeading(line, heading))) break;
    first -= 1;
  }
  return first;
}

function headingsOn(text: string): string[] {
  return isContentsList(text) ? [] : linesIn(text).filter(isHeadingText);
}

function isOther(line: string, heading: string): boolean {
  return isChapterHeading(line) && !opensHeading(line, heading) && !isTheme(line);
}

function isFurniture(line: string): boolean {
  return /^\d{1,4}$/.test(line) || line.startsWith('Tweede Kamer,');
}

/** A heading stands alone: no sentence, and no line of the contents list with its page number. */
function isHeadingText(line: string): boolean {
  if (line.length > 180 || !/^[\p{Lu}\d]/u.test(line) || isCaption(line)) return false;
  const sentences = /\.\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(line.replace(/^[\d.]+/u, ''));
  return !/[.;,?!]$/.test(line) && !isContentsLine(line) && !sentences;
}

import { annexScore } from './heading.ts';

/** Page by page, the plain text of a document. */
export interface PlainText {
  readonly pageCount: number;
  /** Plain text of a page (1-based), line by line from top to bottom. */
  text(page: number): Promise<string>;
}

/** The contents list stands within so many pages. */
const FRONT = 15;

/**
 * The evaluation annex as the contents list names it, without its page number; null when it names none.
 * @param least score from which on a heading is surely that of the annex
 */
export async function annexInContents(document: PlainText, least: number): Promise<string | null> {
  for (let page = 1; page <= Math.min(FRONT, document.pageCount); page += 1) {
    const text = await document.text(page);
    if (!isContentsList(text)) continue;
    const titles = linesIn(text).map((line) => line.replace(/[\s.]*\d{1,4}$/u, ''));
    const named = titles.find((title) => annexScore(title) >= least);
    if (named !== undefined) return named;
  }
  return null;
}

export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function isContentsLine(line: string): boolean {
  if (/^Bijlage \d{1,2}$/i.test(line)) return false;
  return /(?:\.\s?){4,}\d*$/.test(line) || /\p{L}.*\s\d{1,3}$/u.test(line);
}

export function isContentsList(text: string): boolean {
  const lines = linesIn(text);
  const title = lines.findIndex((line) => /^inhoud(?:sopgave)?$/i.test(line));
  // In a short paper the list stands on the title page.
  if (title !== -1 && (title < 4 || isContentsLine(lines[title + 1] ?? ''))) return true;
  const listed = lines.filter((line) => isContentsLine(line) && /\d$/.test(line));
  return listed.length >= 4 && listed.filter((line) => /bijlage/i.test(line)).length >= 2;
}

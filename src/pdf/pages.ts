import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Page } from '../page/page.ts';
import type { Complaints } from './complaints.ts';
import { checkLetters, readPage } from './read-page.ts';
import type { PageReading } from './read-page.ts';
import { createTexts } from './text.ts';

/** What is read of a document page by page (1-based). Each throws a FaultError. */
export interface Pages {
  /** The text of a page, for searching. */
  text(number: number): Promise<string>;
  /** Everything on a page, of which the letters are yet to be checked. */
  page(number: number, label: string | null): Promise<Page>;
  /**
   * Reads the letters of the pages read so far a second time. Until this is done none of them may be used.
   * It comes last so that somebody can understand the pages meanwhile.
   */
  check(): Promise<void>;
}

export function createPages(document: PDFDocumentProxy, complaints: Complaints): Pages {
  const texts = createTexts(complaints);
  const unchecked = new Map<number, PageReading['letters']>();

  async function withPage<Result>(
    number: number,
    use: (page: PDFPageProxy) => Promise<Result>,
  ): Promise<Result> {
    const page = await document.getPage(number);
    try {
      return await use(page);
    } catch (error) {
      await forget(page);
      throw error;
    } finally {
      page.cleanup();
    }
  }
  /** A damaged font tells only when it is loaded: the next page that uses it must load it again. */
  async function forget(page: PDFPageProxy): Promise<void> {
    page.cleanup();
    await document.cleanup();
  }
  /** Null when there is anything amiss, be it that pdf.js complains. */
  async function readSound(page: PDFPageProxy, label: string | null): Promise<PageReading | null> {
    complaints.damage();
    try {
      const read = await readPage(document, page, label, texts.known(page.pageNumber));
      return complaints.damage() === null ? read : null;
    } catch {
      return null;
    }
  }
  async function check(): Promise<void> {
    for (const [number, letters] of unchecked) {
      checkLetters(number, letters, await withPage(number, (page) => texts.letters(page)));
      unchecked.delete(number);
    }
  }

  return {
    text: async (number) => withPage(number, (page) => texts.lines(page)),
    page: async (number, label) =>
      withPage(number, async (page) => {
        const sound = await readSound(page, label);
        if (sound !== null) {
          if (texts.known(number) === null) unchecked.set(number, sound.letters);
          return sound.page;
        }
        // The first page at fault is the one that is named; and what its fault is, its text tells best.
        await check();
        await forget(page);
        return (await readPage(document, page, label, await texts.letters(page))).page;
      }),
    check,
  };
}

import type { MarkupElement } from '../page/markup.ts';
import type { OutlineItem, Page } from '../page/page.ts';

/** Opens prints. Everything happens in another process with limits of time and memory. */
export interface Reader {
  /**
   * Opens the PDF, hands it to `use` and closes it again, whatever happens.
   * Throws a Failure whose subject is `name`: not-a-pdf, html-instead-of-pdf, truncated-pdf,
   * encrypted-pdf, damaged-pdf, limit-exceeded, and those of `check`, which it always awaits.
   */
  read<Result>(
    bytes: Uint8Array,
    name: string,
    use: (document: PdfDocument) => Promise<Result>,
  ): Promise<Result>;
}

/** Opens XML editions, in another process with limits of time and memory. */
export interface MarkupReader {
  /**
   * Throws a Failure whose subject is `name`: damaged-xml, html-instead-of-pdf, limit-exceeded.
   */
  readonly readMarkup: (bytes: Uint8Array, name: string) => Promise<MarkupElement>;
}

/** What is asked at once is answered one after the other. */
export interface PdfDocument {
  readonly name: string;
  readonly pageCount: number;
  readonly tagged: boolean;
  /** Whether the file's own list of objects or pages was wrong and had to be made anew. */
  readonly repaired: boolean;
  /** Flattened, in document order. */
  outline(): Promise<readonly OutlineItem[]>;
  /**
   * The page's text for searching only: lines from top to bottom, runs of a line joined by a space.
   * Cheap, but cells may run together: never build a table from it.
   */
  text(page: number): Promise<string>;
  /** Everything on the page, read from its glyphs. Of no use before `check` has passed. */
  page(page: number): Promise<Page>;
  /**
   * Reads the pages a second time and compares the letters. It can be asked for ahead, and goes on beside
   * what is done with the pages. Throws a Failure: `text-lost` when the glyphs' letters are not those that
   * the second reading finds, `damaged-pdf`.
   */
  check(): Promise<void>;
}

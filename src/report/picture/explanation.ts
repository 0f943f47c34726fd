import type { Layout } from '../../page/layout.ts';
import type { Page } from '../../page/page.ts';
import type { Extraction } from '../../study/extraction.ts';

/** One print as it was read, for people to look at. */
export interface Explanation {
  /** The file or URL as the user knows it. */
  readonly name: string;
  /** null when reading ended in a contradiction. */
  readonly extraction: Extraction | null;
  /** One sentence that says why; null when it was read. */
  readonly problem: string | null;
  /** Why the reading would not be taken in unseen; what the preceding edition tells is not asked here. */
  readonly failedGates: readonly { readonly gate: string; readonly message: string }[];
  /** The pages of the annex; none when there is no annex. */
  readonly pages: readonly Page[];
  /** Empty when reading ended in a contradiction. */
  readonly layout: Layout;
}

/** The first line of each file says who made it, so that a later run may overwrite it and nothing else. */
export const MADE_BY = '<!-- made by begrotingswacht: extract, explain -->';

export const INDEX_FILE = 'index.html';

/** @param page 1-based page of the PDF */
export function pictureFile(page: number): string {
  return `page-${page}.svg`;
}

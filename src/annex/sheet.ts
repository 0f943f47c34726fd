import type { Page } from '../page/page.ts';
import { headersAmong, type HeaderBand } from './header.ts';
import { linesOf, type Line } from './line.ts';

/** What shows on a page by itself, whatever stands on the others. */
export interface Sheet {
  readonly lines: readonly Line[];
  readonly bands: readonly HeaderBand[];
}

const sheets = new WeakMap<Page, Sheet>();

/**
 * Lines and headers of a page, found once. That is half the work of reading an annex, and can be done
 * for one page while the next is still on its way.
 */
export function sheetOf(page: Page): Sheet {
  let sheet = sheets.get(page);
  if (!sheet) {
    const lines = linesOf(page);
    sheet = { lines, bands: headersAmong(lines) };
    sheets.set(page, sheet);
  }
  return sheet;
}

import type { Page } from '../page/page.ts';
import type { Notice } from '../study/extraction.ts';
import { linesIn } from './contents.ts';
import { pagesOf } from './page-row.ts';
import { placeOf } from './table-row.ts';

/** Text of pages near the annex, by their position in the file. */
export type TextsAround = ReadonlyMap<number, string>;

/**
 * Pages of the annex that lack the number which counting on from two pages around it gives them: what is
 * drawn last, mostly the foot, goes missing first when content is cut off.
 */
export function unnumberedPages(pages: readonly Page[], around: TextsAround): readonly Notice[] {
  const ahead = numbersAhead(around);
  if (ahead === null) return [];
  return pages.flatMap((page) => {
    const number = String(page.number + ahead);
    if (page.runs.length === 0 || page.runs.some(({ text }) => text === number)) return [];
    const message = `page ${page.number} does not bear its number ${number}, as the pages around the annex do: look whether its end is missing`;
    const place = placeOf(pagesOf(page, page, new Map()), null, null);
    return [{ kind: 'page-cut-off', message, place }];
  });
}

/** By how much printed numbers are ahead of positions, where two pages agree on it; else null. */
function numbersAhead(around: TextsAround): number | null {
  const offsets = [...around].map(([position, text]) => {
    return new Set(numbersAtEdges(text).map((number) => number - position));
  });
  for (const [index, own] of offsets.entries()) {
    for (const other of offsets.slice(index + 1)) {
      for (const offset of own) if (other.has(offset)) return offset;
    }
  }
  return null;
}

/** Numbers at either end of the first and the last line, where they are printed. */
function numbersAtEdges(text: string): readonly number[] {
  const lines = linesIn(text);
  return [lines[0], lines.at(-1)].flatMap((line) => {
    const words = line?.trim().split(/\s+/) ?? [];
    return [words[0], words.at(-1)].flatMap((word) =>
      word !== undefined && /^\d{1,4}$/.test(word) ? [Number(word)] : [],
    );
  });
}

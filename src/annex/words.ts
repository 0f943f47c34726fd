import { textOf, type Line } from './line.ts';

/** How often each word stands whole in the document, in lower case; words at a line end are left out. */
export type WordCounts = ReadonlyMap<string, number>;

const WORD = /[\p{L}\p{M}\d]+(?:[-\u2010\u2011][\p{L}\p{M}\d]+)*/gu;

/**
 * Counts the words that no line end can have cut: evidence for how to make others whole. The first
 * word of a phrase may be the tail of a cut one, and the last one its head, where they end in a hyphen.
 */
export function countWords(lines: readonly Line[]): WordCounts {
  return countWordsIn(lines.map(({ runs }) => textOf(runs)));
}

/** The same for texts that have no line ends. */
export function countWordsIn(texts: readonly string[]): WordCounts {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(WORD)) {
      const key = word.toLowerCase().replaceAll(/[\u2010\u2011]/g, '-');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

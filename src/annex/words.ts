import { phrases, textOf, type Line } from './line.ts';

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

/** Words by where they stand within a line: such a one is no part of a word that a line end cut. */
export interface StandingWords {
  /** Words behind which another stands on the same line. */
  readonly followed: ReadonlySet<string>;
  /** Words before which another stands on the same line. */
  readonly preceded: ReadonlySet<string>;
}

/** Ems between the texts of two cells, at least. */
const GUTTER = 0.6;

export function standingWords(lines: readonly Line[]): StandingWords {
  const followed = new Set<string>();
  const preceded = new Set<string>();
  for (const { runs } of lines) {
    for (const phrase of phrases(runs, GUTTER)) {
      const words = [...textOf(phrase).matchAll(WORD)].map(([word]) => word.toLowerCase());
      for (const word of words.slice(0, -1)) followed.add(word);
      for (const word of words.slice(1)) preceded.add(word);
    }
  }
  return { followed, preceded };
}

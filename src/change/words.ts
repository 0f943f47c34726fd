import { diffArrays } from 'diff';
import type { ChangeObject } from 'diff';

/** A run of words that both texts have, or only one of them. */
export interface Part {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Above this share of changed words both texts are to be shown whole. */
const MOST_CHANGED = 0.6;
/**
 * Words that may differ before the search gives up: the same on every machine, and no clock. Its work grows
 * with the square of them; so many let any two texts of 1,250 words through, and two texts of 50 KB that
 * are made to be slow end within a second on one core of a small server.
 */
const MOST_STEPS = 1500;

const DUTCH_WORDS = new Intl.Segmenter('nl', { granularity: 'word' });
/** “€ 1,2 miljoen”, “3,4%”, “2020-2021”, “1.000”, “36 560”: one word, since half a number is another number. */
const NUMBER =
  /(?:(?:€|EUR)\s?)?\d+(?:[.,:/–-]\d+|\s\d{3}(?!\d))*(?:\s?(?:%|procent(?!\p{L})|(?:duizend|mln|miljoen|mld|miljard)(?!\p{L})\.?))?/gu;

/**
 * Differences in words, numbers and amounts whole. The same and added parts joined are the later text,
 * the same and removed ones the earlier, but for spaces. `rewritten` when more than 60 % of the words
 * changed, or when the texts are too long and different to tell.
 */
export function wordDiff(before: string, after: string): readonly Part[] | 'rewritten' {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const changes: ChangeObject<string[]>[] | undefined = diffArrays(old, now, {
    comparator: (one: string, other: string) => one.trim() === other.trim(),
    maxEditLength: Math.min(MOST_STEPS, Math.ceil((old.length + now.length) * MOST_CHANGED) + 1),
  });
  if (!changes) return 'rewritten';
  const changed = changes
    .filter(({ added, removed }) => added || removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  if (changed > (old.length + now.length) * MOST_CHANGED) return 'rewritten';
  return changes.map(({ value, added, removed }) => ({
    kind: partKind(added, removed),
    text: value.join(''),
  }));
}

function partKind(added: boolean, removed: boolean): Part['kind'] {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}

/** Words, numbers and signs, each with the spaces that follow it. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (isInsideWord(text, match.index)) continue;
    words.push(...segments(text.slice(start, match.index)), match[0]);
    start = match.index + match[0].length;
  }
  words.push(...segments(text.slice(start)));
  return joinSpaces(words);
}

/** “C2000” and “COVID19” are words, not numbers. */
function isInsideWord(text: string, index: number): boolean {
  return index > 0 && /[\p{L}\p{N}]/u.test(text.charAt(index - 1));
}

function segments(text: string): readonly string[] {
  return Array.from(DUTCH_WORDS.segment(text), ({ segment }) => segment);
}

function joinSpaces(pieces: readonly string[]): string[] {
  const words: string[] = [];
  for (const piece of pieces) {
    const last = words.length - 1;
    if (piece.trim() === '' && last >= 0) words[last] += piece;
    else words.push(piece);
  }
  return words;
}

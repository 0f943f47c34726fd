import type { Word } from './runs.ts';

/** Twice the same word this near, in ems, is one word printed over itself. */
const OVERPRINT = 0.1;

/**
 * Leaves out what a reader does not see twice:
 * - invisible text (rendering mode 3, the text layer of a scan) where visible text stands. Elsewhere it
 *   stays: on a scanned page it is the only text there is.
 * - a word printed over itself with a slight shift, as some producers do for want of a bold font; the
 *   word that stays is then bold.
 */
export function keepSeen(words: readonly Word[]): Word[] {
  const visible = words.filter((word) => !isInvisible(word));
  const kept: Word[] = [];
  const byText = new Map<string, number[]>();
  for (const word of words) {
    if (isInvisible(word) && visible.some((other) => covers(other, word))) continue;
    const sameText = byText.get(word.run.text) ?? [];
    const double = sameText.find((index) => isOverprint(kept[index], word));
    const original = double === undefined ? undefined : kept[double];
    if (double !== undefined && original !== undefined) {
      const shifted = original.run.x !== word.run.x || original.run.baseline !== word.run.baseline;
      if (shifted) kept[double] = { ...original, run: { ...original.run, bold: true } };
      continue;
    }
    byText.set(word.run.text, [...sameText, kept.length]);
    kept.push(word);
  }
  return kept;
}

function isInvisible(word: Word): boolean {
  return word.glyphs[0]?.invisible === true;
}

function covers(other: Word, word: Word): boolean {
  const x = (word.run.x + word.run.right) / 2;
  const y = (word.top + word.bottom) / 2;
  return other.run.x <= x && x <= other.run.right && other.top <= y && y <= other.bottom;
}

function isOverprint(kept: Word | undefined, word: Word): boolean {
  if (kept === undefined) return false;
  const near = OVERPRINT * word.run.size;
  return (
    Math.abs(kept.run.x - word.run.x) <= near &&
    Math.abs(kept.run.right - word.run.right) <= near &&
    Math.abs(kept.run.baseline - word.run.baseline) <= near &&
    Math.abs(kept.run.size - word.run.size) <= near
  );
}

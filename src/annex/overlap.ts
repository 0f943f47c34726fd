import type { Run } from '../page/page.ts';

/** Part of the narrower text that another must cover to count as printed over it. */
const COVERED = 0.5;
/** Ems between their baselines up to which two texts hide each other; lines of the tightest print stand further apart. */
const SAME_LINE = 0.5;
/** A sign or a note mark may touch what it belongs to. */
const FEWEST_LETTERS = 3;

/** The first two texts, from the top of the page, of which one is printed over the other; null when there are none. */
export function firstOverlap(runs: readonly Run[]): readonly [Run, Run] | null {
  const words = runs
    .filter(({ text, turned }) => text.length >= FEWEST_LETTERS && !turned)
    .toSorted((one, other) => one.baseline - other.baseline);
  for (const [index, upper] of words.entries()) {
    for (let next = index + 1; next < words.length; next += 1) {
      const lower = words[next];
      if (!lower || lower.baseline - upper.baseline >= SAME_LINE * upper.size) break;
      if (covers(upper, lower)) return [upper, lower];
    }
  }
  return null;
}

function covers(one: Run, other: Run): boolean {
  const smaller = Math.min(one.size, other.size);
  if (Math.abs(one.baseline - other.baseline) >= SAME_LINE * smaller) return false;
  const common = Math.min(one.right, other.right) - Math.max(one.x, other.x);
  return common > COVERED * Math.min(one.right - one.x, other.right - other.x);
}

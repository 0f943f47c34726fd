import type { Run } from '../page/page.ts';
import { phrases, type Line } from './line.ts';
import { isGridNumber } from './vocabulary.ts';

/** Wider gaps than this many ems part the labels of one line. */
const APART = 0.6;

/**
 * Runs of labels that stand over several columns and name none of them: “Begrotingsartikelen” over 31,
 * 32 and 33 (JenV 2026), wherever it stands above them; or any text that covers two names below it.
 */
export function groupLabels(lines: readonly Line[]): ReadonlySet<Run> {
  const found = new Set<Run>();
  const labels = lines.map((line) => phrases(line.runs, APART));
  for (const [index, own] of labels.entries()) {
    const below = labels.slice(index + 1);
    for (const label of own) {
      const covered = below.some((line) => line.filter((name) => isUnder(name, label)).length > 1);
      const overNumbers = below.some((line) => isAmong(label, line.filter(isNumber)));
      if (overNumbers || (covered && !isNumber(label))) for (const run of label) found.add(run);
    }
  }
  return found;
}

function isNumber(label: readonly Run[]): boolean {
  return label.length === 1 && isGridNumber(label[0]?.text ?? '');
}

function isUnder(name: readonly Run[], label: readonly Run[]): boolean {
  const [one, other] = [extentOf(name), extentOf(label)];
  return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1;
}

/** Within the width of two numbers and more. */
function isAmong(label: readonly Run[], numbers: readonly (readonly Run[])[]): boolean {
  if (numbers.length < 2) return false;
  const [own, all] = [extentOf(label), extentOf(numbers.flat())];
  return own.left > all.left - 12 && own.right < all.right + 12;
}

function extentOf(runs: readonly Run[]): { readonly left: number; readonly right: number } {
  return {
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ right }) => right)),
  };
}

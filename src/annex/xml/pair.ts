import { foldTitle } from '../../study/title.ts';

export interface TitlePairs {
  /** Positions in the second list by those in the first. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Positions in the second list that belong to none. */
  readonly surplus: readonly number[];
}

/**
 * Pairs two lists of titles that stand in the same order: the longest run of equal titles first, then
 * what lies between two pairs one by one where there are as many on both sides.
 */
export function pairByTitle(first: readonly string[], second: readonly string[]): TitlePairs {
  const [left, right] = [first.map(foldTitle), second.map(foldTitle)];
  const pairs = new Map<number, number>();
  let [from, to] = [0, 0];
  for (const [at, other] of [...longestRun(left, right), [left.length, right.length] as const]) {
    if (at - from === other - to) {
      for (let step = 0; from + step < at; step += 1) pairs.set(from + step, to + step);
    }
    if (at < left.length) pairs.set(at, other);
    [from, to] = [at + 1, other + 1];
  }
  const taken = new Set(pairs.values());
  return { pairs, surplus: second.flatMap((_, index) => (taken.has(index) ? [] : [index])) };
}

/** Longest common subsequence, as pairs of positions. */
function longestRun(
  left: readonly string[],
  right: readonly string[],
): readonly (readonly [number, number])[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const run: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < left.length && column < right.length;) {
    if (left[row] === right[column]) run.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return run;
}

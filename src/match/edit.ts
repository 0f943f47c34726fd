/** How one word became another by a slip of the pen. */
export type Slip = 'letter-missing' | 'letters-swapped' | 'letter-other' | 'two-letters';

/**
 * The slip between two folded words; null when they differ by more. Short words never are slips of each
 * other (“mbo”, “hbo”), nor are words with other first letters (“emigratie”, “immigratie”), and two
 * slips only in long words (“werkgever” and “werknemer” have nine letters).
 */
export function slipBetween(one: string, other: string): Slip | null {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length < 5 || longer.length - shorter.length > 2 || one[0] !== other[0]) return null;
  if (/\d/.test(one) || /\d/.test(other)) return null;
  const from = commonStart(shorter, longer);
  const back = commonEnd(shorter.slice(from), longer.slice(from));
  const [left, right] = [middle(shorter, from, back), middle(longer, from, back)];
  if (left === '' && right.length === 1) return 'letter-missing';
  if (left.length === 2 && left[0] === right[1] && left[1] === right[0] && right.length === 2) {
    return 'letters-swapped';
  }
  if (left.length === 1 && right.length === 1) return shorter.length >= 6 ? 'letter-other' : null;
  if (shorter.length < 12) return null;
  return distance(left, right) <= 2 ? 'two-letters' : null;
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function commonEnd(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.at(-1 - at) === other.at(-1 - at)) at += 1;
  return at;
}

function middle(word: string, from: number, back: number): string {
  return word.slice(from, word.length - back);
}

/** Levenshtein distance of two short texts. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Lower case without accents: the form in which words of a document are recognised. */
export function foldCase(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Letters and digits only: “Begrotings-” over “artikel(en)” and “Begrotingsartikelen” are the same. */
export function compact(text: string): string {
  return foldCase(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** True when at most `limit` letters must be added, dropped, replaced or swapped with a neighbour. */
export function isNear(one: string, other: string, limit: number): boolean {
  if (Math.abs(one.length - other.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      let cost = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? Infinity) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return (last.at(-1) ?? 0) <= limit;
}

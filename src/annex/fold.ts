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
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > limit) return false;
  // Costs of turning the first i letters of one into the first j of the other; where i and j are more
  // than `limit` apart they are higher than that and not looked at.
  const far = limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row: number[] = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      if (Math.abs(i - j) > limit) {
        row.push(far);
        continue;
      }
      const replaced = (last[j - 1] ?? far) + (one[i - 1] === other[j - 1] ? 0 : 1);
      let cost = Math.min(replaced, (last[j] ?? far) + 1, (row[j - 1] ?? far) + 1);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? far) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    // What follows costs no less than the cheapest so far, but that a swap looks back one letter more.
    if (least > far) return false;
    beforeLast = last;
    last = row;
  }
  return (last.at(-1) ?? far) <= limit;
}

const SOFT_HYPHEN = '\u00ad';

export function isBlank(text: string): boolean {
  return /^\s*$/u.test(text);
}

export function endsWithSoftHyphen(text: string): boolean {
  return text.endsWith(SOFT_HYPHEN);
}

/** How often each visible character occurs. */
export function countLetters(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const letter of text) {
      if (!/[\s\p{Cf}]/u.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
  }
  return counts;
}

/** The characters that occur more often in the first than in the second, each as often as it is in excess. */
export function excess(
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
): string {
  let surplus = '';
  for (const [letter, count] of first) {
    surplus += letter.repeat(Math.max(0, count - (second.get(letter) ?? 0)));
  }
  return surplus;
}

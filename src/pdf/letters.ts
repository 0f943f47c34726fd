const SOFT_HYPHEN = '\u00ad';

export function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code > 0x20 && code < 0x7f) return false;
  return /^\s*$/u.test(text);
}

/** An accent that is drawn over the letter before it. */
export function isCombining(text: string): boolean {
  // There are none before U+0300.
  return text.charCodeAt(0) >= 0x300 && /^\p{Mn}+$/u.test(text);
}

export function endsWithSoftHyphen(text: string): boolean {
  return text.endsWith(SOFT_HYPHEN);
}

/** How often each visible character occurs. */
export function countLetters(texts: Iterable<string>): ReadonlyMap<string, number> {
  // Glyphs are the same few hundred texts over and over.
  const different = new Map<string, number>();
  for (const text of texts) different.set(text, (different.get(text) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [text, times] of different) {
    for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + times);
  }
  for (const letter of counts.keys()) if (/[\s\p{Cf}]/u.test(letter)) counts.delete(letter);
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

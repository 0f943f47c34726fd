const SOFT_HYPHEN = '\u00ad';

const SPELLED_OUT: ReadonlyMap<string, string> = new Map([
  ['\ufb00', 'ff'],
  ['\ufb01', 'fi'],
  ['\ufb02', 'fl'],
  ['\ufb03', 'ffi'],
  ['\ufb04', 'ffl'],
  ['\ufb05', 'st'],
  ['\ufb06', 'st'],
  ['ĳ', 'ij'],
  ['Ĳ', 'IJ'],
]);

/**
 * Text as it is compared and stored: ligatures U+FB00–FB06 and ĳ/Ĳ spelled out, NFC; format marks that
 * nobody sees (soft hyphen, zero-width space, byte order mark) left out. A control character, which a
 * broken font table gives for a letter, becomes U+FFFD: it stays visible that a letter is not known.
 * Blanks stay.
 */
export function normalizeLetters(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06ĳĲ]/gu, (ligature) => SPELLED_OUT.get(ligature) ?? ligature)
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\P{Cc}\s]/gu, '\ufffd')
    .normalize('NFC');
}

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

/** Printable ASCII, which most text is: nothing to look up, nothing to normalise. */
const PLAIN = /^[ -~]*$/;

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
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[\ufb00-\ufb06ĳĲ]/gu, (ligature) => SPELLED_OUT.get(ligature) ?? ligature)
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\P{Cc}\s]/gu, '\ufffd')
    .normalize('NFC');
}

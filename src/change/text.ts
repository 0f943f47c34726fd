const QUOTES = /[“”„‟«»″"]/g;
const APOSTROPHES = /[‘’‚‛′´`']/g;
const DASHES = /[\u2010-\u2015\u2212-]/g;

/**
 * Text as it is compared: another setting of the same words (spaces, kinds of quotation marks and
 * dashes, soft hyphens, composed letters) is no change.
 */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u00AD', '')
    .replaceAll(QUOTES, '"')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(DASHES, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** As plain, for cells of words from a fixed list, where capitals say nothing either. */
export function plainWord(text: string): string {
  return plain(text).toLowerCase();
}

/**
 * What a cell states; null when it states nothing: no such column, an empty cell, a dash, or the
 * model's own text in square brackets left standing.
 */
export function stated(text: string | null): string | null {
  if (text === null) return null;
  const words = plain(text);
  return words === '' || isPlaceholder(words) ? null : words;
}

/** True for a cell that holds something and yet says nothing. */
export function isPlaceholder(text: string): boolean {
  return /^(?:-+|\.+|…|\[[^\]]*\])$/.test(plain(text));
}

/** Quotation marks and apostrophes of every kind; left out, so that “regio’s” and “regios” are the same. */
const QUOTES = /['"`´‘’‚‛“”„‟«»‹›ʼ′″]/g;
const HYPHENS = /[-\u2010\u2011\u00AD]/;
const HYPHEN_IN_WORD = new RegExp(`(?<=\\p{L})${HYPHENS.source}+(?=\\p{L})`, 'gu');

/**
 * The title as it is compared: case, accents, punctuation, quotes and hyphens inside words left out,
 * “&” read as “en”. Years and numbers stay, since a yearly series differs in nothing else. Idempotent.
 */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(QUOTES, '')
    .replaceAll(HYPHEN_IN_WORD, '')
    .replaceAll('&', ' en ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

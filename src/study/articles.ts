/**
 * What may begin a new token after a comma, “en” or “/”: a number, or a chapter or the word article
 * before one (“BHOS art. 4.3”, “deel 1.1”), or capitals alone (“L”, “FBZ”).
 */
const TOKEN_START = String.raw`(?:(?:[A-Z]{1,5}\s+)?(?:art(?:ikel(?:en)?)?\.?|deel|hoofdstuk)\s*)?\d|[A-Z]{1,4}(?![\p{L}\d])|[A-Z]{2,5}\s+\d`;
/** A separator counts outside brackets only: “5 (KMar, CLAS)” is one token. */
const SEPARATOR = new RegExp(
  String.raw`(?:\s*[,;]\s*(?:en\s+)?|\s+en\s+|\s*&\s*|(?<=\d\.?)\s*/\s*(?=\d)|(?<=\d)\.\s+|(?<=\d)\s+(?=\d))(?=${TOKEN_START})`,
  'gu',
);
const NONE = /^(?:n\.?\s?v\.?\s?t\.?|n\.?\s?t\.?\s?b\.?|-|–)$/i;

/** Article tokens as printed: “1.2 en 13” gives 1.2 and 13, “5 (KMar)” stays one; [] when there is none. */
export function parseArticles(printed: string | null): string[] {
  if (printed === null) return [];
  return splitOutsideBrackets(printed)
    .map((token) => token.replaceAll(/^[\s,;]+|[\s,;]+$/g, '').replace(/(?<=\d)\.$/, ''))
    .filter((token) => token !== '' && !NONE.test(token));
}

function splitOutsideBrackets(text: string): string[] {
  const tokens: string[] = [];
  let start = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    if (depthBefore(text, match.index) > 0) continue;
    tokens.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  return [...tokens, text.slice(start)];
}

function depthBefore(text: string, end: number): number {
  let depth = 0;
  for (const sign of text.slice(0, end)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth = Math.max(0, depth - 1);
  }
  return depth;
}

/** A number with parts, after a chapter or the word article, with a name behind it; capitals alone; X of a matrix. */
const ARTICLE =
  /^(?:(?:[A-Z]{1,5}\s+)?(?:[Aa]rt(?:ikel(?:en)?)?\.?|[Dd]eel|[Hh]oofdstuk)?\s*\d{1,2}(?:\.\d{1,3})*(?:\s*(?:t\/m|[-–])\s*\d{1,2}(?:\.\d{1,2})*)?(?:\s*\(.*\)|\s+[\p{L}(].*)?|[A-Z]{1,5}|[xXvV✓√])$/u;

/** True when a token names an article, part of one or a chapter; others are kept as printed all the same. */
export function isArticle(token: string): boolean {
  return ARTICLE.test(token);
}

/** “1.312” (BZ, begroting 2022): article 1.3 with a note mark, as no article has so many parts. */
export function isSuspiciousArticle(token: string): boolean {
  return /\d\.\d{3,}|(?<![\d.])\d{3,}/.test(token.replace(/\(.*\)/, ''));
}

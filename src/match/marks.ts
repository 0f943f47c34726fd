import { ORDINALS, romanValue, SERIES_WORDS } from './vocabulary.ts';

/**
 * What tells the members of a series apart. `years` also holds the ends of periods; `numbers` every
 * other number, ordinal, roman numeral and letter of a phase or part, as digits or capital letters.
 */
export interface Marks {
  readonly years: readonly number[];
  readonly numbers: readonly string[];
  /** Numbers of articles that the title names (“artikel 5”): they may be renumbered. */
  readonly articles: readonly string[];
}

const YEAR = /(?<![\d.])(?<year>(?:19|20)\d\d)\d?(?![\d.]*\d)/g;
const SHORT_YEAR =
  /(?<![\d.])(?<century>19|20)\d\d\s?(?:[-–/]|t\/m|tot)\s?['’‘]?(?<short>\d\d)(?!\d)/g;
const ARTICLE =
  /\bart(?:ikel(?:en)?)?\.?\s*(?<first>\d{1,2}(?:\.\d{1,2})*)(?:\s*(?:,|en|&)\s*(?<second>\d{1,2}(?:\.\d{1,2})*))?/gi;

/** Reads the marks of a printed title. */
export function marksOf(title: string): Marks {
  const years = new Set([...title.matchAll(YEAR)].map((match) => Number(match.groups?.['year'])));
  for (const { groups } of title.matchAll(SHORT_YEAR)) {
    years.add(Number(`${groups?.['century'] ?? ''}${groups?.['short'] ?? ''}`));
  }
  const articles = [...title.matchAll(ARTICLE)].flatMap(({ groups }) =>
    [groups?.['first'], groups?.['second']].filter((it) => it !== undefined),
  );
  // “SDE+” and “SDE++” are two schemes.
  const signs = [...title.matchAll(/(?<=\p{L})\++(?!\p{L})/gu)].map(([sign]) => sign);
  const rest = title.replaceAll(ARTICLE, ' ').replaceAll(SHORT_YEAR, ' ').replaceAll(YEAR, ' ');
  return {
    years: [...years].sort((one, other) => one - other),
    numbers: [...numbersIn(rest), ...signs].sort(),
    articles: articles.sort(),
  };
}

const WORD = /\d+(?:[.,]\d+)*(?:e|de|ste)?(?![\p{L}\d])|[\p{L}\p{N}]+/gu;

function numbersIn(title: string): string[] {
  const words = [...title.matchAll(WORD)].map(([word]) => word);
  const found: string[] = [];
  for (const [index, word] of words.entries()) {
    const lower = word.toLowerCase();
    const label = SERIES_WORDS.has((words[index - 1] ?? '').toLowerCase());
    const roman = romanValue(lower);
    if (/^\d/.test(word)) found.push(word.replace(/(?:e|de|ste)$/, ''));
    else if (ORDINALS.has(lower)) found.push(String(ORDINALS.get(lower)));
    else if (roman !== null && word === word.toUpperCase() && (word.length > 1 || label)) {
      found.push(String(roman));
    } else if (label && /^\p{Lu}$/u.test(word)) found.push(word);
    else if (isLabelled(lower) && found.length === 0) found.push(lower.replaceAll(/\D/g, ''));
    else if (lower === 'nulmeting') found.push('0');
  }
  return found;
}

/** “fase2”; behind an ordinal (“tweede tranche3”) the digit is a note mark. */
function isLabelled(word: string): boolean {
  return /^(?:fase|deel|tranche|ronde|cohort|spoor|pijler|perceel)\d{1,2}$/.test(word);
}

/** True for a folded word that counts: “tweede”, “2e”. */
export function isOrdinal(word: string): boolean {
  return ORDINALS.has(word) || /^\d{1,2}(?:e|de|ste)$/.test(word);
}

/** True for a word that is a number or an ordinal of the title, no word of its subject. */
export function isMarkWord(word: string, printed: string): boolean {
  if (/^\d+$/.test(word) || isOrdinal(word)) return true;
  return romanValue(word) !== null && printed === printed.toUpperCase() && word.length > 1;
}

import { foldTitle } from '../study/title.ts';
import { spells } from './acronym.ts';
import { slipBetween } from './edit.ts';
import { isMarkWord, isOrdinal } from './marks.ts';
import { stem } from './stem.ts';
import {
  CONJUNCTIONS,
  FUNCTION_WORDS,
  GENERIC_WORDS,
  NARROWING_WORDS,
  PREPOSITIONS,
  SERIES_WORDS,
} from './vocabulary.ts';

/** How much a word says: of the subject, of the instrument that half of all titles name, or nothing. */
export type Role = 'subject' | 'generic' | 'function';

/** How a word is read as an abbreviation of others (acronym.ts). */
export type Abbreviation = 'initials' | 'beginnings';

export interface Token {
  /** Folded. */
  readonly text: string;
  readonly stem: string;
  readonly role: Role;
  /**
   * True when leaving this word out makes another subject: a sector, region or group, a name, what
   * follows a preposition (“voor jongeren”) or a conjunction (“en mensenrechtenfonds”).
   */
  readonly narrows: boolean;
  /** Indexes of the other words of the same title that spell it: “(WAB)” behind its own expansion. */
  readonly spelled: readonly number[] | null;
  /** How it may abbreviate other words: not, by their initials, or by their beginnings too (“KMar”). */
  readonly acronym: Abbreviation | null;
  /** The last word that says something: a note mark may be glued to it, and what is added there narrows. */
  readonly last: boolean;
}

const AMPERSAND = /(?<=\p{Lu})&(?=\p{Lu})/gu;
const QUOTES = /['"`´‘’‚‛“”„‟«»‹›ʼ′″]/g;

/** Words of a title as printed; hyphens part them, “RI&E” is one word. */
export function wordsOf(title: string): readonly string[] {
  const text = title.normalize('NFKC').replaceAll(AMPERSAND, '').replaceAll(QUOTES, '');
  return text
    .replaceAll(/\bart(?:ikel(?:en)?)?\.?\s*(?=\d)/gi, 'artikel ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Words that stand alone in brackets. */
export function bracketedIn(title: string): ReadonlySet<string> {
  const text = title.normalize('NFKC').replaceAll(AMPERSAND, '');
  return new Set(
    [...text.matchAll(/[([](?<word>\p{L}{2,10})\+*[)\]]/gu)].map(
      ({ groups }) => groups?.['word'] ?? '',
    ),
  );
}

/**
 * Tokens of the subject: the words of a title without those that only say what kind of study it is.
 * @param bracketed words that stand alone in brackets
 */
export function tokensOf(
  words: readonly string[],
  bracketed: ReadonlySet<string> = new Set(),
): readonly Token[] {
  const folded = words.map(foldTitle);
  const roles = folded.map((text, index) => roleOf(text, index, words));
  const last = roles.findLastIndex((role) => role !== 'function');
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const inCapitals =
    capitalised >= 3 && capitalised > words.filter((word) => word.length > 3).length * 0.7;
  let bound = false;
  return folded.map((text, index): Token => {
    const printed = words[index] ?? '';
    const role = roles[index] ?? 'function';
    if (role === 'function') bound ||= PREPOSITIONS.has(text) || CONJUNCTIONS.has(text);
    const capitals = /\p{Lu}.*\p{Lu}/u.test(printed) && printed.length <= 8;
    const named = index > 0 && !inCapitals && /^\p{Lu}/u.test(printed);
    const narrows =
      role === 'subject' &&
      (bound || named || capitals || index === last || NARROWING_WORDS.has(text));
    if (role === 'subject') bound = false;
    const acronym = role === 'subject' ? abbreviationOf(text, printed) : null;
    const spelled =
      acronym === null
        ? null
        : (spelledBy(folded, index, acronym) ??
          (bracketed.has(printed) ? nameBefore(folded, roles, index) : null));
    return { text, stem: stem(text), role, narrows, spelled, acronym, last: index === last };
  });
}

function roleOf(text: string, index: number, words: readonly string[]): Role {
  const [former = '', printed = '', next = ''] = [words[index - 1], words[index], words[index + 1]];
  if (FUNCTION_WORDS.has(text) || isMarkWord(text, printed)) return 'function';
  if (/^(?:19|20)\d\d\d?$/.test(text) || text.length === 1) return 'function';
  // “fase 2”, “tweede tranche”: the number is a mark of the title, the word beside it says nothing then.
  const numbered = /^(?:\d+|\p{Lu}|[IVX]+)$/u.test(next) || isOrdinal(foldTitle(former));
  if (numbered && (text === 'artikel' || isSeriesWord(text))) return 'function';
  return GENERIC_WORDS.has(text) ? 'generic' : 'subject';
}

const LONGEST_EXPANSION = 9;

/** Also with a note mark glued to it, or misspelt. */
function isSeriesWord(text: string): boolean {
  const word = text.replace(/\d{1,2}$/, '');
  return SERIES_WORDS.has(word) || [...SERIES_WORDS].some((it) => slipBetween(it, word) !== null);
}

/** In two letters only as printed in capitals, or without a vowel (“Wm”); by beginnings only where the capitals say so. */
function abbreviationOf(text: string, printed: string): Abbreviation | null {
  if (!/^\p{L}{2,8}$/u.test(text) || NARROWING_WORDS.has(text)) return null;
  if (text.length === 2 && !/^\p{Lu}(?:\p{Lu}|[^aeiouy])$/u.test(printed)) return null;
  const capitals = printed.replaceAll(/[^\p{Lu}]/gu, '').length;
  return capitals >= 2 || (capitals === 1 && text.length >= 5) ? 'beginnings' : 'initials';
}

/**
 * “Woningbouwimpuls (Wbi)”: what stands in brackets behind a name and is made of letters of it, the first
 * one the initial of a word, is the same name once more. Indexes of the words before it; null otherwise.
 */
function nameBefore(
  folded: readonly string[],
  roles: readonly Role[],
  index: number,
): readonly number[] | null {
  const name = folded[index] ?? '';
  const words = [...folded.keys()].filter((at) => at < index && roles[at] !== 'function');
  const starts = words.filter((at) => folded[at]?.[0] === name[0]);
  const fits = starts.some((from) => isMadeOf(name, folded.slice(from, index).join('')));
  return fits ? words : null;
}

/** True when the letters stand in the text in that order. */
function isMadeOf(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

/** Indexes of the other words of the title that an acronym among them stands for; null when there are none. */
function spelledBy(
  folded: readonly string[],
  index: number,
  by: Abbreviation,
): readonly number[] | null {
  const acronym = folded[index] ?? '';
  return (
    wordsSpelling(acronym, by, folded, Math.max(0, index - LONGEST_EXPANSION), index) ??
    wordsSpelling(acronym, by, folded, index + 1, index + 1 + LONGEST_EXPANSION)
  );
}

/** The words between two indexes that an acronym abbreviates, by plain initials rather than otherwise. */
export function wordsSpelling(
  acronym: string,
  by: Abbreviation,
  folded: readonly string[],
  start = 0,
  end = folded.length,
): readonly number[] | null {
  const ways = by === 'initials' ? [by] : (['initials', by] as const);
  for (const way of ways) {
    for (let from = start; from < Math.min(end, folded.length); from += 1) {
      const run = runFrom(from, acronym, way, folded.slice(0, end));
      if (run) return run;
    }
  }
  return null;
}

function runFrom(
  from: number,
  acronym: string,
  by: Abbreviation,
  folded: readonly string[],
): readonly number[] | null {
  const word = folded[from] ?? '';
  if (FUNCTION_WORDS.has(word) || word[0] !== acronym[0]) return null;
  const run: number[] = [];
  for (let at = from; at < Math.min(folded.length, from + LONGEST_EXPANSION); at += 1) {
    if (FUNCTION_WORDS.has(folded[at] ?? '')) continue;
    run.push(at);
    const isWhole = spells(
      acronym,
      run.map((it) => folded[it] ?? ''),
      by,
    );
    if (isWhole) return run;
  }
  return null;
}

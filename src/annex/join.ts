import type { WordCounts } from './words.ts';

/** A word cut without a hyphen: the annex shows it whole elsewhere, or it most likely was. */
export type CutWord = 'shown' | 'likely';

/** One printed line of a cell. */
export interface CellLine {
  readonly text: string;
  /** True when the file says that the word goes on at the next line. */
  readonly softHyphen: boolean;
  readonly cut?: CutWord;
}

/**
 * Takes a word that was joined without evidence.
 * @param isBreak true where nothing but hyphenation leaves such a hyphen, in an annex that hyphenates
 */
export type Guessed = (word: string, isBreak: boolean) => void;

/** Words that leave a hyphen standing before them: “wet- en regelgeving”. */
const AFTER_SUSPENDED =
  /^(?:en|of|als|dan|tot|noch|resp\.|respectievelijk|en\/of|c\.q\.)(?![\p{L}\d])/u;
/** First parts that always keep their hyphen, or nearly so. */
const KEEPS_HYPHEN =
  /^(?:ex|niet|non|oud|semi|quasi|mid|end|follow|zzp|v?mbo|hbo|cao|aow|wia|[^aeiouy\d]{2,4})$/i;
/** Vowels that would be read as one sound without the hyphen: “re-integratie”, “mede-eigenaar”. */
const CLASH = /^(?:a[aeiu]|e[eiu]|i[ej]|o[eiou]|u[iu])$/i;
/** First parts that end in a vowel and are no words of their own. */
const PREFIX =
  /^(?:re|de|pre|pro|co|mede|anti|semi|mini|multi|bio|geo|neo|auto|euro|micro|macro|socio|extra|ultra|contra|infra)$/i;
const URL = /(?:https?:\/\/|www\.)\S*$/i;

/**
 * Joins the lines of a cell to what a reader sees. `words` is what the rest of the document shows.
 * @param onGuess called with each word that was made whole, or kept its hyphen, without evidence
 */
export function joinLines(
  lines: readonly CellLine[],
  words: WordCounts,
  onGuess?: Guessed,
): string {
  let text = '';
  let former: CellLine | null = null;
  for (const line of lines) {
    if (line.text === '') continue;
    text = former === null ? line.text : join(text, line.text, former, words, onGuess);
    former = line;
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

function join(
  before: string,
  after: string,
  { softHyphen, cut }: CellLine,
  words: WordCounts,
  onGuess?: Guessed,
): string {
  if (softHyphen) return before.replace(/-$/, '') + after;
  if (cut) {
    const whole = before + after;
    if (cut === 'likely') onGuess?.(wordAt(whole, before.length), false);
    return whole;
  }
  const url = URL.exec(before)?.[0];
  if (url !== undefined && continuesUrl(url, after)) return before + after;
  if (before.endsWith('/') && !before.endsWith(' /')) return before + after;
  if (/\d[\u2012–—−]$/.test(before) && /^\d/.test(after)) return before + after;
  if (isTornYear(before, after)) {
    onGuess?.(wordAt(before + after, before.length), false);
    return before + after;
  }
  if (!/[\p{L}\d)][-\u2010\u2011]$/u.test(before)) {
    if (isTornWord(before, after, words))
      onGuess?.(`${lastWord(before)} ${firstWord(after)}`, false);
    return `${before} ${after}`;
  }
  return joinHyphenated(before, after, words, onGuess);
}

const SHORT_WORDS = new Set(
  'af al bv de ed en er ev ex he ik in is ja je km na nr nu of om op te uw we ze zo à a b c e i u x'.split(
    ' ',
  ),
);

/** “2024/20” over “25”: a year of a range that was broken like a word. */
function isTornYear(before: string, after: string): boolean {
  return /(?:19|20)\d\d[-/–](?:19|20)$/u.test(before) && /^\d\d(?!\d)/u.test(after);
}

/** Two parts of a word that was broken without a hyphen: “Tussenevaluati” over “e”. */
function isTornWord(before: string, after: string, words: WordCounts): boolean {
  const [head, tail] = [lastWord(before), firstWord(after)];
  if (head.length < 4 || !/^\p{Ll}+$/u.test(tail)) return false;
  if (tail.length <= 2 && !SHORT_WORDS.has(tail)) return true;
  return tail === 'e' || (tail.length <= 4 && seen(words, head + tail) > 0);
}

function lastWord(text: string): string {
  return /[\p{L}\p{M}]+$/u.exec(text)?.[0] ?? '';
}

function firstWord(text: string): string {
  return /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? '';
}

/** The word that covers a place of a text. */
function wordAt(text: string, place: number): string {
  const head = /\p{L}*$/u.exec(text.slice(0, place))?.[0] ?? '';
  return head + (/^\p{L}*/u.exec(text.slice(place))?.[0] ?? '');
}

/** A URL is cut behind a slash, hyphen, dot or the like, or goes on with more than a plain word. */
function continuesUrl(url: string, after: string): boolean {
  const next = /^\S+/.exec(after)?.[0] ?? '';
  if (/[-/._=?&%#]$/.test(url)) return true;
  return /^[-/.?&=#%]/.test(next) || /[/=_]|\.(?:nl|eu|com|org|html?|pdf)\b/.test(next);
}

function joinHyphenated(
  before: string,
  after: string,
  words: WordCounts,
  onGuess?: Guessed,
): string {
  const stem = before.slice(0, -1);
  const plain = before.endsWith('-');
  if (AFTER_SUSPENDED.test(after)) return `${stem}- ${after}`;
  if (!/^[\p{L}\d]/u.test(after)) return `${stem}-${after}`;
  const head = /[\p{L}\p{M}\d-]+$/u.exec(stem)?.[0] ?? '';
  const tail = /^[\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*/u.exec(after)?.[0] ?? '';
  const joined = seen(words, head + tail);
  const hyphened = seen(words, `${head}-${tail}`);
  if (joined !== hyphened) return joined > hyphened ? stem + after : `${stem}-${after}`;
  // U+2010 is what browsers print where they themselves have broken a word.
  if (!plain) return stem + after;
  if (isClash(head, tail)) {
    if (isPrefixed(head)) return `${stem}-${after}`;
    // Either may be right: hyphenation by patterns also parts “Cultu-urbasis” and “energi-etransitie”, but
    // few words end in such a vowel. Both parts are counted once where they stand at the line end.
    const kept = !/[^aeiou][iu]$/iu.test(head) || seen(words, head) > 1 || seen(words, tail) > 1;
    onGuess?.(kept ? `${head}-${tail}` : head + tail, false);
    return kept ? `${stem}-${after}` : stem + after;
  }
  if (isCompound(head, tail)) {
    // Two stretches of capitals may be one abbreviation or two: nothing tells.
    if (/^\p{Lu}{2,}$/u.test(head) && /^\p{Lu}{2,}$/u.test(tail))
      onGuess?.(`${head}-${tail}`, false);
    return `${stem}-${after}`;
  }
  onGuess?.(head + tail, isBreak(head, tail));
  return stem + after;
}

/** Two parts in small letters; a short first one in capitals may be a name: “Buig-verdeelmodel”. */
function isBreak(head: string, tail: string): boolean {
  return /^(?:\p{Ll}+|\p{L}\p{Ll}{4,})$/u.test(head) && /^\p{Ll}+$/u.test(tail);
}

/**
 * Whether line ends of these cells break words with a hyphen: several words broken so stand whole
 * elsewhere, and hardly any with a hyphen.
 */
export function hyphenates(cells: readonly (readonly string[])[], words: WordCounts): boolean {
  let [whole, compound] = [0, 0];
  for (const lines of cells) {
    for (const [index, line] of lines.entries()) {
      const head = /(\p{L}+)[-\u2010]$/u.exec(line)?.[1];
      const tail = /^\p{Ll}+/u.exec(lines[index + 1] ?? '')?.[0];
      if (head === undefined || tail === undefined) continue;
      if (seen(words, head + tail) > 0) whole += 1;
      else if (seen(words, `${head}-${tail}`) > 0) compound += 1;
    }
  }
  return whole >= SEVERAL && whole >= 4 * compound;
}

const SEVERAL = 3;

function seen(words: WordCounts, word: string): number {
  return words.get(word.toLowerCase()) ?? 0;
}

/** Whether the hyphen belongs to the word, judged by its two parts alone. */
function isCompound(head: string, tail: string): boolean {
  const part = head.split('-').at(-1) ?? '';
  if (/\d$/.test(head) || /^[\d\p{Lu}]/u.test(tail)) return true;
  if (/\p{Lu}$/u.test(part) || part.length === 1) return true;
  // “kosten-batenanalyse”: two equal parts, which Dutch always joins with a hyphen.
  if (/kosten$/i.test(part) && /^baten/i.test(tail)) return true;
  return KEEPS_HYPHEN.test(part);
}

/** Whether a hyphen may stand between two vowels lest they be read as one. */
function isClash(head: string, tail: string): boolean {
  return !isCompound(head, tail) && CLASH.test((head.at(-1) ?? '') + (tail.at(0) ?? ''));
}

function isPrefixed(head: string): boolean {
  return PREFIX.test(head.split('-').at(-1) ?? '');
}

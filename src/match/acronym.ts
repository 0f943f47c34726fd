/** The words of an expansion that an acronym may pass over: “Wet werk en inkomen …” is WIA. */
const MOST_SKIPPED = 1;
const LONGEST_BEGINNING = 5;
/** From this length on a word is likely to be a compound, whose second part may have given a letter. */
export const LONG_COMPOUND = 12;

/**
 * True when the letters are the initials of these words in order, or their beginnings: WAB of “wet
 * arbeidsmarkt balans”, KMar of “koninklijke marechaussee”, AOW of “algemene ouderdomswet” (a compound
 * on -wet or -fonds gives that letter too), IGO of “informatiegestuurd optreden”. Function words are left out by the caller. Both folded.
 */
export function spells(
  acronym: string,
  words: readonly string[],
  by: 'initials' | 'beginnings',
): boolean {
  if (!/^\p{L}{2,8}$/u.test(acronym)) return false;
  const [only = ''] = words;
  if (words.length < 2 && (lastPart(only) === null || acronym === only)) return false;
  const long = acronym.length >= 3;
  return fits(acronym, words, {
    skips: long && words.length > 2 ? MOST_SKIPPED : 0,
    compounds: long && by === 'beginnings' ? 1 : 0,
    longest: by === 'beginnings' ? LONGEST_BEGINNING : 1,
  });
}

const LAST_PARTS = ['wet', 'fonds', 'plan', 'programma', 'verordening', 'verzekering'];

/** The part of a compound that gives its letter to an acronym too: “ouderdoms|wet”, “groei|fonds”. */
export function lastPart(word: string): string | null {
  return LAST_PARTS.find((part) => word.endsWith(part) && word.length > part.length + 2) ?? null;
}

/** What may still be passed over: whole words of the expansion, parts of compounds given a letter. */
interface Leave {
  readonly skips: number;
  readonly compounds: number;
  /** Letters of a word that may be used. */
  readonly longest: number;
}

function fits(letters: string, words: readonly string[], leave: Leave): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  if (letters === '') return false;
  for (
    let length = 1;
    length <= Math.min(letters.length, word.length, leave.longest);
    length += 1
  ) {
    if (letters[length - 1] !== word[length - 1]) break;
    // A longer beginning than the initial is rare: only one that is pronounced, with a vowel.
    if (length > 1 && !/[aeiouy]/.test(letters.slice(0, length))) continue;
    const left = letters.slice(length);
    if (fits(left, rest, leave)) return true;
    const part = lastPart(word);
    if (part !== null && left[0] === part[0] && fits(left.slice(1), rest, leave)) return true;
    const isCompound = left !== '' && word.length >= LONG_COMPOUND && leave.compounds > 0;
    if (isCompound && word.slice(4, -3).includes(left[0] ?? ' ')) {
      if (fits(left.slice(1), rest, { ...leave, compounds: leave.compounds - 1 })) return true;
    }
  }
  return leave.skips > 0 && fits(letters, rest, { ...leave, skips: leave.skips - 1 });
}

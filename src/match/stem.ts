/**
 * Light stem of a folded Dutch word: singular and plural, inflected and plain adjectives fall together
 * (maatregel/maatregelen, huis/huizen, brief/brieven, sociaal/sociale, mogelijkheid/mogelijkheden).
 * Only for comparison; words of fewer than five letters and words with digits stay as they are.
 */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return undouble(word);
  const singular = word
    .replace(/heden$/, 'heid')
    .replace(/(?<=.{3})(?:en|e)$/, '')
    .replace(/z$/, 's')
    .replace(/v$/, 'f')
    .replace(/(?<=.{3})s$/, '')
    .replace(/(?<=.{3})e$/, '');
  return undouble(singular);
}

/** “school” and “schol(en)”, “wet” and “wett(en)”: spelling of the syllable, not of the word. */
function undouble(word: string): string {
  return word.replaceAll(/(\p{L})\1/gu, '$1');
}

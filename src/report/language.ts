import { DUTCH } from './dutch.ts';
import { ENGLISH } from './english.ts';
import type { Language, Words } from './vocabulary.ts';

const WORDS: Readonly<Record<Language, Words>> = { nl: DUTCH, en: ENGLISH };

export function wordsOf(language: Language): Words {
  return WORDS[language];
}

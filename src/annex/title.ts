import { isPlainType } from '../study/type.ts';
import type { Record } from './record.ts';
import type { Field } from './vocabulary.ts';

/**
 * Where a table prints the titles of its studies: in a column of that field; as a short phrase or the
 * first clause of the explanation; or nowhere, when the theme itself is the study (model 1.32d, grids).
 */
export type TitlePlace = 'title' | 'subtheme' | 'theme' | 'type' | 'explanation' | 'theme itself';

/** Words a study's title begins with. */
const STUDY =
  /^(?:[\p{L}-]*evaluatie|[\p{L}-]*onderzoek|[\p{L}-]*monitor|[\p{L}-]*doorlichting|periodieke rapportage|[\p{L}-]*verkenning|synthese|[\p{L}-]*meting|[\p{L}-]*rapport(?:age)?|[\p{L}-]*studie|pilot|experiment|mkba|review|mid[- ]?term|end[- ]?term|tussentijdse|ex[- ](?:ante|durante|post)|ibo)(?!\p{L})/iu;

/** Types that stand for a theme as a whole. */
const SYNTHESIS =
  /^(?:periodieke rapportage|beleidsdoorlichting|synthese|nog te bepalen|n\.?\s?t\.?\s?b)/i;

/** Decides for all rows of a table at once, so that one odd row does not move the titles. */
export function titlePlace(records: readonly Record[], hasThemeAbove: boolean): TitlePlace {
  const has = (field: Field): boolean => records.some(({ texts }) => texts.has(field));
  const texts = (field: Field): string[] => records.map((record) => record.texts.get(field) ?? '');
  const filled = (field: Field): number => texts(field).filter((text) => text !== '').length;
  if (has('title')) return 'title';
  if (filled('description') > 0) {
    if (holdsTitles(texts('subtheme'), texts('description'))) return 'subtheme';
    const prose = share(texts('description'), (text) => text === '' || !isPhrase(text)) > 0.5;
    const lists = !has('subtheme') && filled('theme') === records.length && prose;
    return lists && share(texts('type'), (text) => SYNTHESIS.test(text)) > 0.8
      ? 'theme itself'
      : 'explanation';
  }
  if (namesStudies(texts('type'))) return 'type';
  if (filled('subtheme') * 2 > records.length) return 'subtheme';
  if (!has('theme')) return has('subtheme') ? 'subtheme' : 'type';
  if (has('year') || has('article')) return 'theme itself';
  if (hasThemeAbove || share(texts('theme'), (text) => STUDY.test(text)) >= 0.5) return 'theme';
  const synthesis = share(texts('type'), (text) => text === '' || SYNTHESIS.test(text)) > 0.5;
  return !has('type') || synthesis ? 'theme itself' : 'theme';
}

function share(texts: readonly string[], matches: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(matches).length / texts.length;
}

/** A subtheme in every row, each another, that reads like a study or whose explanation does not. */
function holdsTitles(subthemes: readonly string[], explanations: readonly string[]): boolean {
  if (subthemes.includes('') || new Set(subthemes).size < subthemes.length) return false;
  if (share(explanations, (text) => text !== '' && !isPhrase(text)) <= 0.5) return false;
  if (share(subthemes, (text) => STUDY.test(text)) >= 0.5) return true;
  return subthemes.length > 1 && share(explanations, (text) => STUDY.test(text)) < 0.5;
}

/** Types that name studies, hardly one twice: BHO 2025 prints the titles there. */
function namesStudies(types: readonly string[]): boolean {
  const different = new Set(types).size;
  return types.length > 2 && different * 4 >= types.length * 3 && share(types, isStudyInType) > 0.5;
}

export interface Explained {
  readonly title: string;
  readonly description: string;
  readonly from: 'phrase' | 'clause' | 'type';
}

/** Title and description of a row whose title is part of its explanation, or stands under its type. */
export function explained(description: string, type: string): Explained {
  if (description !== '' && isPhrase(description)) {
    return { title: description, description: '', from: 'phrase' };
  }
  if (description === '' || isStudyInType(type)) return { title: type, description, from: 'type' };
  return { title: firstClause(description), description, from: 'clause' };
}

/** Whether a text begins as the names of studies do: “Tussenevaluatie …”, “Onderzoek naar …”. */
export function isStudyName(text: string): boolean {
  return STUDY.test(text.trim());
}

/** “Effectenonderzoek DRIVE” names a study, “Ex-post (missie) evaluatie” a kind of study. */
export function isStudyInType(type: string): boolean {
  return STUDY.test(type) && !isPlainType(type);
}

/** True for a text without sentence end: a title rather than an explanation. */
export function isPhrase(text: string): boolean {
  return text !== '' && text.length <= 250 && sentenceEnd(text) === -1 && !/[!?;]$/.test(text);
}

const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}|(?:\p{L}\.)+\p{L}|art|nr|incl|excl|resp|bijv|blz|ca|dr|drs|mr|prof)$/iu;

/** Up to the first full stop or colon; a stop inside a number or an abbreviation is none. */
export function firstClause(text: string): string {
  const end = firstEnd(text, /[.:]/g);
  return end === -1 ? text : text.slice(0, end).trim();
}

/** Where the first sentence ends; -1 for a phrase, which may have a colon: “Preventieakkoord: roken en alcohol”. */
function sentenceEnd(text: string): number {
  return firstEnd(text, /\./g);
}

function firstEnd(text: string, signs: RegExp): number {
  for (const { index } of text.matchAll(signs)) {
    const [before, after] = [text.slice(0, index), text.slice(index + 1)];
    if (after !== '' && !/^[\s"”’)]/.test(after)) continue;
    if (text[index] === '.' && after.trim() !== '' && ABBREVIATION.test(before)) continue;
    if (text[index] === '.' && /(?:^|[\s(])(?:\p{L}\.)+\p{L}$/u.test(before)) continue;
    return index;
  }
  return -1;
}

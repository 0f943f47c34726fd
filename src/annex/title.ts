import type { Record } from './record.ts';
import type { Field } from './vocabulary.ts';

/** Where a table prints the titles of its studies (contract of `printed`: Title). */
export type TitlePlace = 'title' | 'subtheme' | 'theme' | 'type' | 'phrase' | 'clause';

/** All words that a plain type consists of: annexes of 2014–2026. More than these is a title. */
const TYPE_WORDS =
  /\b(?:periodieke|rapportages?|beleids|doorlichting|beleidsdoorlichting(?:en)?|synthese|syntheseonderzoek|ex|ante|durante|post|evaluaties?|tussen|tussenevaluatie|tussentijdse|mid|term|review|beleidsevaluatie|effectenonderzoek|missie|van|een|onderzoek|overig|monitor|monitoring|mkba|probleemanalyse|verkenning|nog|te|bepalen|n|t|b|ntb|en|of|wets|wetsevaluatie|effect|effectevaluatie|evaluatieonderzoek)\b/giu;

/** Decides for all rows of a table at once, so that one odd row does not move the titles. */
export function titlePlace(records: readonly Record[]): TitlePlace | null {
  const has = (field: Field): boolean => records.some(({ texts }) => texts.has(field));
  if (has('title')) return 'title';
  if (has('description') && mostly(records, 'description', isPhrase)) return 'phrase';
  if (has('subtheme') && namesEachRow(records, 'subtheme')) return 'subtheme';
  if (has('type') && mostly(records, 'type', isMoreThanType)) return 'type';
  if (has('description') && mostly(records, 'description', (text) => text !== '')) return 'clause';
  if (has('subtheme') && mostly(records, 'subtheme', (text) => text !== '')) return 'subtheme';
  if (has('theme')) return 'theme';
  return has('type') ? 'type' : null;
}

/** The title of one row; "" when it prints none. */
export function titleOf({ texts }: Record, place: TitlePlace): string {
  const text = (field: Field): string => texts.get(field) ?? '';
  const type = text('type');
  if (place === 'phrase' || place === 'clause') {
    const description = text('description');
    // BZ 2022 and 2024: a periodieke rapportage has its name under Type, and no short phrase beside it.
    if (isMoreThanType(type) && !isPhrase(description)) return type;
    if (description === '') return text('subtheme') || text('theme') || type;
    return isPhrase(description) ? description : firstClause(description);
  }
  return text(place) || (place === 'theme' || place === 'subtheme' ? type : '');
}

/** True for a text without sentence end: a title rather than an explanation. */
export function isPhrase(text: string): boolean {
  return (
    text !== '' &&
    text.length <= 250 &&
    !/[.!?:;](?:\s|$)/u.test(text.replace(/\bn\.t\.b\.?/giu, ''))
  );
}

/** Up to the first full stop or colon; a stop inside a number or an abbreviation is none. */
export function firstClause(text: string): string {
  const end = /(?<!\b(?:art|nr|o\.a|m\.b\.t|bijv|incl|excl|resp|ca|\p{L}))[.:](?=\s|$)/iu.exec(
    text,
  );
  return end ? text.slice(0, end.index).trim() : text;
}

function isMoreThanType(text: string): boolean {
  const rest = text.replaceAll(TYPE_WORDS, '').replaceAll(/[^\p{L}]/gu, '');
  return rest.length >= 3;
}

function mostly(
  records: readonly Record[],
  field: Field,
  holds: (text: string) => boolean,
): boolean {
  const count = records.filter(({ texts }) => holds(texts.get(field) ?? '')).length;
  return count * 2 > records.length;
}

/** Every row has a text of its own: names of studies, not of groups of them. */
function namesEachRow(records: readonly Record[], field: Field): boolean {
  const texts = records.map((record) => record.texts.get(field) ?? '');
  return (
    texts.every((text) => text !== '') && new Set(texts).size === texts.length && texts.length > 1
  );
}

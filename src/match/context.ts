import type { Profile } from './profile.ts';

/** What beside the title speaks for two rows being one study. Nothing speaks against it: all of it may change. */
export interface Evidence {
  readonly kind: 'link' | 'conclusions' | 'description' | 'years' | 'type' | 'articles' | 'theme';
  /** How much it adds, 0 to 1. */
  readonly weight: number;
}

const WEIGHTS = {
  link: 0.5,
  conclusions: 0.5,
  description: 0.25,
  years: 0.25,
  slip: 0.1,
  type: 0.15,
  articles: 0.15,
  theme: 0.15,
} as const;

/** Enough long words to tell one text from another. */
const WORDS_OF_A_TEXT = 8;
const LONGEST_SLIP = 3;

export function evidenceOf(before: Profile, after: Profile): readonly Evidence[] {
  const evidence: Evidence[] = [];
  const add = (kind: Evidence['kind'], weight: number): void => {
    if (weight > 0) evidence.push({ kind, weight });
  };
  add('link', before.links.some((url) => after.links.includes(url)) ? WEIGHTS.link : 0);
  add('conclusions', alikeTexts(before.texts[0], after.texts[0]) ? WEIGHTS.conclusions : 0);
  add('description', alikeTexts(before.texts[1], after.texts[1]) ? WEIGHTS.description : 0);
  add('years', yearsWeight(before.years, after.years));
  add('type', isSameType(before, after) ? WEIGHTS.type : 0);
  add('articles', sharesArticle(before.articles, after.articles) ? WEIGHTS.articles : 0);
  add('theme', sharesTheme(before.themes, after.themes) ? WEIGHTS.theme : 0);
  return evidence;
}

/** Evidence weighed together, 0 to 1. */
export function supportOf(evidence: readonly Evidence[]): number {
  return Math.min(
    1,
    evidence.reduce((sum, { weight }) => sum + weight, 0),
  );
}

type Years = Profile['years'];

function yearsWeight(one: Years, other: Years): number {
  if (!one || !other) return 0;
  const gap = yearsBetween(one, other);
  if (gap === 0) return WEIGHTS.years;
  return gap <= LONGEST_SLIP ? WEIGHTS.slip : 0;
}

/** 0 where the spans meet. */
export function yearsBetween(one: NonNullable<Years>, other: NonNullable<Years>): number {
  return Math.max(0, one.from - other.to, other.from - one.to);
}

/** Beleidsdoorlichting became periodieke rapportage with the regulation of 2022 (Staatscourant 2022, 19587). */
const SYNTHESIS = /periodieke|doorlichting|synthese/;

/** A study of which a theme has one at a time. */
export function isSynthesis({ fold, type }: Profile): boolean {
  return SYNTHESIS.test(fold) || SYNTHESIS.test(type ?? '');
}

function isSameType({ type, typeMoments }: Profile, other: Profile): boolean {
  if (type === null || other.type === null) return false;
  if (type === other.type) return true;
  if (SYNTHESIS.test(type) && SYNTHESIS.test(other.type)) return true;
  return [...typeMoments].some((moment) => other.typeMoments.has(moment));
}

/** The same article, or one refined: “36” and “36.2”. */
function sharesArticle(ones: readonly string[], others: readonly string[]): boolean {
  const numbers = others.map(articleNumber);
  return ones
    .map(articleNumber)
    .some((one) =>
      numbers.some(
        (other) => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`),
      ),
    );
}

function articleNumber(token: string): string {
  return /\d+(?:\.\d+)*/.exec(token)?.[0] ?? token;
}

function sharesTheme(ones: readonly string[], others: readonly string[]): boolean {
  return ones.some((one) =>
    others.some((other) => one === other || isMostly(wordSet(one), wordSet(other))),
  );
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

function alikeTexts(one?: ReadonlySet<string>, other?: ReadonlySet<string>): boolean {
  if (!one || !other) return false;
  return Math.min(one.size, other.size) >= WORDS_OF_A_TEXT && isMostly(one, other);
}

const MOST = 0.6;

function isMostly(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  return (2 * shared) / (one.size + other.size) >= MOST;
}

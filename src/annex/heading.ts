import { compact, foldCase, isNear } from './fold.ts';

/**
 * How surely a heading opens the evaluation annex; 0 when it does not. Annexes are found by their
 * words, never by their number: Bijlage 2 to 6, “6.3 Bijlage …” and “7.6 Bijlage 6” all occur, as do
 * “Evaluatie Agenda”, “Evaluatieagenda” and “Evaluatiegaenda” (BZK 2026).
 */
export function annexScore(heading: string): number {
  // LNV's jaarverslag 2021 heads tables “Thema: … (recent afgerond evaluatieonderzoek)” and groups of
  // rows “Recent afgerond evaluatieonderzoek:”.
  if (isTheme(heading) || isSubtheme(heading) || isCaption(heading)) return 0;
  if (heading.endsWith(':') && !isChapterHeading(heading)) return 0;
  const words = foldCase(heading).split(/[^\p{L}\p{N}]+/u);
  if (words.some((word) => SENTENCE_WORDS.has(word))) return 0;
  if (words.length > 22 || words.some((word) => word.startsWith('subsid'))) return 0;
  const evaluation = words.some(isEvaluationWord);
  const agenda = words.some((word) => word === 'sea') || words.some(isAgendaWord);
  const research = words.some((word) => /onderzoek/.test(word));
  if (!evaluation && !agenda && !(research && words.includes('afgerond'))) return 0;
  const hasForm = [
    'strategische',
    'overig',
    'afgerond',
    'uitwerking',
    'overzicht',
    'sea',
    'bijlage',
  ];
  const forms = hasForm.filter((form) =>
    words.some((word) => isNear(word, form, form.length > 6 ? 2 : 0)),
  );
  if (forms.length === 0 && !research && !agenda) return 0;
  let score = 1 + forms.length + (research ? 1 : 0) + (agenda ? 1 : 0);
  if (words.includes('bijlage')) score += 3;
  if (words.includes('uitwerking') || words.includes('afgerond')) score += 2;
  // The name of models 3.45 and, before 2022, of the annex of a begroting.
  if (evaluation && research && words.includes('overig')) score += 3;
  // Model 3.21a stands in the beleidsverslag and counts periodieke rapportages only.
  if (words.includes('realisatie') || words.includes('planning')) score -= 3;
  return Math.max(score, 0);
}

/** A line of prose that speaks of the annex is no heading of it. */
const SENTENCE_WORDS = new Set(
  'deze dit die dat bevat geeft geven staat staan wordt worden werd is zijn heeft hebben vindt volgt zie opgenomen'.split(
    ' ',
  ),
);

/** Whether a text has a verb that titles do not have; what it quotes, and names (“Staat”), do not count. */
export function hasVerb(text: string): boolean {
  return text
    .replaceAll(/[‘“"'][^’”"']*[’”"']/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => VERBS.has(word));
}

const VERBS = new Set(
  'bevat bleek blijkt geeft geven staat staan wordt worden werd is zijn heeft hebben kan kunnen vindt volgt zal zullen'.split(
    ' ',
  ),
);

function isEvaluationWord(word: string): boolean {
  return (
    word.startsWith('evalua') || (word.length >= 8 && isNear(word.slice(0, 9), 'evaluatie', 2))
  );
}

/** True when a heading speaks of evaluations or their agenda, the SEA. */
export function namesEvaluation(heading: string): boolean {
  const words = foldCase(heading).split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => word === 'sea' || isEvaluationWord(word) || /onderzoek/.test(word));
}

function isAgendaWord(word: string): boolean {
  return word.endsWith('agenda') || isNear(word, 'evaluatieagenda', 2);
}

/** “Bijlage 4”, “6.4 Bijlage 5: …”, “Bijlagen”: opens another annex or chapter, whatever its style. */
const OTHER_ANNEX =
  /^(?:[A-Z\d]{1,2}(?:\.\d{1,2})*\.?\s+)?Bijlagen?(?:\s+(?:\d{1,2}|[IVX]{1,5}|[A-Z]))?(?:\s*[:.–-]|\s+\p{Lu}|\s*$)/u;
const OTHER_CHAPTER =
  /^(?:(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-F]\.)\s+)?(?:(?:lijst (?:van|met) )?(?:gebruikte )?afkortingen(?:lijst)?|begrippenlijst|trefwoordenregister|colofon|subsidieoverzicht|moties en toezeggingen)\b/i;

/** True for a heading of the level of annexes and chapters. */
export function isChapterHeading(text: string): boolean {
  return text.length <= 200 && (OTHER_ANNEX.test(text) || OTHER_CHAPTER.test(text));
}

/** “Thema 15: …”, “SEA-thema: …”, “Hoofdthema …”. */
const THEME = /^(?:SEA-|Hoofd|Beleids)?thema(?:[’']?s)?(?![\p{L}])/iu;
const SUBTHEME = /^(?:Subthema(?:[’']?s)?|Alle subthema[’']?s)(?![\p{L}])/iu;
const ANY_THEME = /(?<![\p{L}-])(?:(?:SEA-|Hoofd|Beleids)?thema)(?:[’']?s)?(?![\p{L}/]).*$/isu;
const GOAL =
  /^(?:\d{1,2}[.:]?\s+)?(?:hoofd|beleids)?doelstelling(?:\s+\d{1,2})?(?:\s*[:.–-]|\s+\p{Lu})/iu;
const CAPTION = /^Tabel\s+\d+(?![\p{L}\d])/iu;
const ARTICLE_CAPTION =
  /^(?:Tabel\s+\d+\w?[.:]?\s+)?Artikel(?:en)?\s+(?<articles>\d[\d.,\s]*(?:\s?en\s\d[\d.]*)?)/iu;

export function isTheme(text: string): boolean {
  return THEME.test(text);
}

export function isSubtheme(text: string): boolean {
  return SUBTHEME.test(text);
}

/**
 * “1. DOELSTELLING: EEN STERKE POSITIE …”: the goals by which LNV's jaarverslag 2021 orders its studies, and
 * which are its themes (full-width rows).
 */
export function isGoal(text: string): boolean {
  return GOAL.test(text);
}

export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}

/** The theme a heading or caption names, from the word thema on; null when it names none. */
export function themeIn(heading: string): string | null {
  if (SUBTHEME.test(heading)) return null;
  return ANY_THEME.exec(heading)?.[0].trim() ?? null;
}

/** The articles a caption such as “Tabel 127 Artikel 31 en 36 - Politie” names; null when none. */
export function articlesIn(caption: string): string | null {
  return ARTICLE_CAPTION.exec(caption)?.groups?.['articles']?.trim() ?? null;
}

/** True when a printed line is a heading or the beginning of it. */
export function opensHeading(line: string, heading: string): boolean {
  const [printed, wanted] = [compact(line), compact(heading)];
  if (printed.length < 6) return false;
  return wanted.startsWith(printed) || printed === wanted || isNear(printed, wanted, 2);
}

/** The same of a page before that of the heading, where “bijlage.” may be the end of a sentence. */
export function repeatsHeading(line: string, heading: string): boolean {
  return !/^\p{Ll}|[.,;]$/u.test(line) && opensHeading(line, heading);
}

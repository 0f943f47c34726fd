import type { Completion } from './study.ts';

/** A year, also with one footnote digit glued to it by a text rendering (“20231”). */
const YEAR = /(?<!\d)(?<year>(?:19|20)\d\d)\d?(?!\d)/g;
/** “2022-23”: the second year in two digits; up to 12 it would as well be a month. */
const SHORT_RANGE = /(?<!\d)(?<century>19|20)(?<first>\d\d)\s?[-–/]\s?['’]?(?<second>\d\d)(?!\d)/g;
const OPEN = /\be\.?\s?v\.?(?![a-z])|\ben\s+verder\b|\bvanaf\b/i;
const LATEST = /\buiterlijk\b|\bniet later dan\b/i;
const TO_BE_DETERMINED = /\bn\.?\s?t\.?\s?b\b|\bnog\s+te\s+bepalen\b|\bonbekend\b/i;

/**
 * Parses a printed year of completion, whatever the column is called (Afronding, Looptijd, Jaartal, …).
 * Null without a column and for an empty cell. Lists and ranges keep their outer years.
 */
export function parseCompletion(printed: string | null): Completion | null {
  if (printed === null || printed.trim() === '') return null;
  const years = yearsIn(printed);
  if (years.length === 0) {
    return { from: null, to: null, open: false, latest: false, unknown: true };
  }
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const latest = LATEST.test(printed);
  const open = OPEN.test(printed);
  const unknown = TO_BE_DETERMINED.test(printed);
  return { from: latest ? null : first, to: open || unknown ? null : last, open, latest, unknown };
}

function yearsIn(text: string): number[] {
  const years = [...text.matchAll(YEAR)].map((match) => Number(match.groups?.['year']));
  for (const { groups } of text.matchAll(SHORT_RANGE)) {
    const first = Number(groups?.['first']);
    const second = Number(groups?.['second']);
    if (second > 12 && second > first) years.push(Number(groups?.['century']) * 100 + second);
  }
  return years;
}

/** Words around a year that say when in it, or how sure it is; together they make a cell that is understood. */
const AROUND_YEAR = new RegExp(
  String.raw`(?:${[
    String.raw`e\.?\s?v\.?`,
    String.raw`n\.?\s?t\.?\s?b\.?`,
    String.raw`[tq][1-4]`,
    String.raw`(?:1|2|3|4)e`,
    'nog te bepalen|niet later dan|en verder|onbekend|uiterlijk|vanaf|verwachte?|geplande?|afronding|afgerond',
    'eerste|tweede|derde|vierde|helft|half(?:jaar)?|kwartaal|tertaal|jaar|begin|medio|eind|voorjaar|najaar|zomer|herfst|winter|lente',
    'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
    String.raw`t\/m|tot en met|tot|en|of|in|van|na|rond|het|de`,
  ].join('|')})(?![\p{L}\d])`,
  'giu',
);

/**
 * True when every word of a filled cell is a year or of a kind that stands beside one. “jaarlijks” and
 * “na invoering” are kept as printed, but what they say of the year is not known.
 */
export function isCompletionUnderstood(printed: string): boolean {
  const years = [...printed.matchAll(YEAR)].length;
  if (years === 0 && !TO_BE_DETERMINED.test(printed)) return false;
  const rest = printed
    .replaceAll(SHORT_RANGE, ' ')
    .replaceAll(YEAR, ' ')
    .replaceAll(AROUND_YEAR, ' ');
  return !/[\p{L}\d]/u.test(rest);
}

/** A year with one more digit: mostly a note mark that was not raised (“20231”). Never read as that number. */
export function hasGluedDigit(printed: string): boolean {
  return /(?<!\d)(?:19|20)\d{3}(?!\d)/.test(printed);
}

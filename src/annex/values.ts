import type { Field } from './vocabulary.ts';

/**
 * Whether a printed line begins the value of a cell, told by the grammar of its column. A row of the
 * annex is known by its short columns; its title may run on over any number of lines.
 */
export function beginsValue(field: Field, before: string, text: string): boolean {
  if (text === '') return false;
  if (before === '') return opensValue(field, text);
  return !continuesValue(field, before, text) && opensValue(field, text);
}

const OPENS: { readonly [Name in Field]?: RegExp } = {
  completion:
    /^(?:(?:19|20)\d\d|n\.?\s?t\.?\s?b|uiterlijk|afronding|nog te|T[1-3]\b|Q[1-4]\b|[1-4]e |eind|medio|begin|voorjaar|najaar|eerste|tweede|derde|vierde|zomer|winter|herfst|lente|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jaarlijks|doorlopend|onbekend|-$|–$|\?$)/i,
  status:
    /^(?:\[?te\b|lopend|afgerond|n\.?\s?t\.?\s?b|nog\b|niet\b|gestart|gepland|vertraagd|uitgesteld|vervallen|doorlopend|in uitvoering|onbekend)/i,
  articles: /^(?:\d|[A-Z]{1,5}(?!\p{L})|[Aa]rt|[Nn]\.?[Vv]\.?[Tt]|Diverse|Alle|[xv-]$)/u,
  type: /^(?:[\p{Lu}[]|\d{1,2}[a-z]?\.?\s\p{Lu}|ex[- ]?(?:ante|durante|post)|mid[- ]?term|n\.?t\.?b|synthese|periodieke|beleids|evaluatie|onderzoek|monitor)/u,
  year: /^[xv✓√●•]$/i,
  article: /^(?:[xv✓√●•]|\d)/i,
};

function opensValue(field: Field, text: string): boolean {
  const opens = OPENS[field === 'start' ? 'completion' : field];
  return opens ? opens.test(text) : /^[\p{Lu}\d‘“'"([]/u.test(text);
}

/** Text before that wants more: a separator, or a word that only opens a phrase. */
const WANTS_MORE =
  /[-–/,;:(&\u2010-\u2012\u2212]$|(?:^|[\s(/])(?:en|of|t\/m|tot|in|uiterlijk|afronding|eind|medio|begin|art|art\.|artikel|deel|te|nog|niet|nog niet|van|een|de|het|BHO|BHOS|BZ)$/i;
const FOLLOWS: { readonly [Name in Field]?: RegExp } = {
  completion: /^(?:e\.?\s?v|en\b|verder|of\b|t\/m|tot\b|[-–/(,\u2010-\u2012\u2212]|\d{2}$)/i,
  status: /^(?:starten|afronding|\(|[-–/:,]|en\b|in\b)/i,
  articles: /^(?:en\b|[(,;/&-]|deel\b|t\/m|\p{Ll}{3,})/u,
  type: /^(?:[\p{Ll}(]|[-–/])/u,
};

function continuesValue(field: Field, before: string, text: string): boolean {
  if (WANTS_MORE.test(before)) return true;
  if (field === 'articles' && isListContinued(before, text)) return true;
  if (field === 'status' && before.startsWith('[') && !before.includes(']')) return true;
  const follows = FOLLOWS[field === 'start' ? 'completion' : field];
  return follows?.test(text) ?? /^\p{Ll}/u.test(text);
}

/** “BZ art 1.1, 1.2.” goes on with “1.3”. */
function isListContinued(before: string, text: string): boolean {
  return /\d\.$/.test(before) && /^\d/.test(text);
}

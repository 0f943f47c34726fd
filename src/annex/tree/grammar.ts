import { parseStatus } from '../../study/status.ts';
import { textOfCell, type CellRow } from '../cells.ts';
import { isSubtheme, isTheme } from '../heading.ts';
import { textOf } from '../line.ts';
import { beginsValue } from '../values.ts';
import type { Field } from '../vocabulary.ts';
import type { WordCounts } from '../words.ts';

/** How well rows read by what their columns may hold. */
export interface Fitness {
  /** Cells that hold what their column should. */
  readonly fits: number;
  /** Cells that do not, and rows that are parts of rows. */
  readonly faults: number;
}

const YEAR = String.raw`(?:(?:T[1-3]|Q[1-4]|[1-4]e (?:half\w*|kwartaal)(?: van)?)\s)?(?:19|20)\d\d(?:[-–/]\d\d)?`;
const UNKNOWN = String.raw`n\.?\s?t\.?\s?b\.?|nog te bepalen|jaarlijks|doorlopend`;
/** The forms of annexes.md 3.3: one year, a range or a list, with what may stand around it. */
const COMPLETION = new RegExp(
  String.raw`^(?:(?:uiterlijk|afronding(?: in)?|vanaf|eind|medio|begin|voorjaar|najaar)\s)?(?:${YEAR}|${UNKNOWN})(?:(?:\s?[-–/]\s?|,\s?|\s(?:en|of)\s)(?:${YEAR}|${UNKNOWN}))*(?:\s(?:e\.?\s?v\.?|en verder))?$`,
  'i',
);
const ARTICLE = String.raw`(?:[A-Z]{1,5}\s)?(?:art(?:ikel(?:en)?)?\.?\s?|deel\s)?\d{1,2}(?:\.\d{1,2})?\.?(?:\s?\([^)]*\))?|[A-Z]{1,5}|x|n\.?v\.?t\.?`;
const ARTICLES = new RegExp(
  String.raw`^(?:${ARTICLE})(?:(?:,\s?(?:en\s)?|\sen\s|\.\s|\s&\s|;\s?)(?:${ARTICLE}))*,?$`,
  'i',
);
const TYPES = /(?:ex[- ]?(?:ante|durante|post)|beleidsdoorlichting|periodieke rapportage)/giu;

/**
 * Reads rows by the grammars of their columns. Rows that are read rightly have a year, a status, an
 * article where these columns are; rows run together have two of them in one cell, and half a row none:
 * at the top of a page even one cell alone is more likely the end of a row than a group.
 */
export function fitnessOf(rows: readonly CellRow[], words: WordCounts): Fitness {
  let [fits, faults] = [0, 0];
  for (const row of rows) {
    if (row.wide) {
      faults += namesWithin(row);
      continue;
    }
    const cells = row.columns.map(({ field }, index) => ({
      field,
      text: textOfCell(row.cells[index] ?? row.spans?.get(index), words),
    }));
    const filled = cells.filter(({ text }) => text !== '');
    for (const { field, text } of filled) {
      const verdict = judge(field, text);
      if (verdict === true) fits += 1;
      if (verdict === false) faults += 1;
    }
    if (isUndated(cells) && (filled.length > 1 || row.lines[0]?.top === true)) faults += 1;
  }
  return { fits, faults };
}

/** Themes and subthemes that begin in the middle of one text. */
function namesWithin({ lines }: CellRow): number {
  const texts = lines.slice(1).map(({ line }) => textOf(line.runs));
  return texts.filter((text) => isTheme(text) || isSubtheme(text)).length;
}

/** True when one reading is at least as good in everything, and better in something. */
export function isBetter(one: Fitness, other: Fitness): boolean {
  if (one.fits < other.fits || one.faults > other.faults) return false;
  return one.fits > other.fits || one.faults < other.faults;
}

interface FieldText {
  readonly field: Field | null;
  readonly text: string;
}

function isUndated(cells: readonly FieldText[]): boolean {
  const dated = cells.filter(({ field }) => field === 'completion' || field === 'status');
  return dated.length > 0 && dated.every(({ text }) => text === '');
}

/** Null where a column may hold anything, and a text says nothing of whether it is whole. */
function judge(field: Field | null, text: string): boolean | null {
  switch (field) {
    case 'completion':
    case 'start':
      return COMPLETION.test(text);
    case 'status':
      return parseStatus(text).status !== 'onbekend';
    case 'articles':
      return ARTICLES.test(text);
    case 'type': {
      const named = [...text.toLowerCase().matchAll(TYPES)].map(([name]) => name);
      return beginsValue('type', '', text) && new Set(named).size === named.length;
    }
    case 'year':
      return beginsValue('year', '', text);
    case 'title':
      return /^\p{Ll}/u.test(text) ? false : null;
    default:
      return null;
  }
}

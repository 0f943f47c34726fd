import { PRINTED_KEYS } from '../../study/study.ts';
import type { PrintedKey } from '../../study/study.ts';

/** Colours go by the printed key that a column fills, so that picture and list have the same. */
export type Tint = PrintedKey | 'other' | 'unknown';

const FILLS: Readonly<Record<string, Tint>> = {
  start: 'completion',
  year: 'completion',
  article: 'articles',
  source: 'other',
};

/**
 * @param field of the column: null when its header is not known
 * @param titles field of the column that holds titles: a theme may be the title of a study
 */
export function tintOf(field: string | null, titles: string | null): Tint {
  if (field === null) return 'unknown';
  if (field === titles && field !== 'description') return 'title';
  return FILLS[field] ?? PRINTED_KEYS.find((key) => key === field) ?? 'other';
}

/** What a column was taken for, in a word or two. */
export function fieldName(field: string | null, titles: string | null): string {
  if (field === null) return 'not known';
  return field === titles && field !== 'title' ? `${field}: title` : field;
}

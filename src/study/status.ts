import type { Status } from './study.ts';

export interface ParsedStatus {
  readonly status: Status | null;
  /** Year stated beside the status (“Lopend: afronding 2022”). */
  readonly statusCompletion?: number;
}

/**
 * One of the three official words, alone (a footnote digit may be glued to it by a text rendering) or
 * with no more than a year of completion. Any other addition could change what is said.
 */
const STATED =
  /^(?<status>te starten|lopend|afgerond)\d{0,2}(?:\s?[:;,(–-]?\s?(?:(?:verwachte |geplande )?afronding )?(?:in )?(?<year>(?:19|20)\d\d)\d?\)?)?\.?$/;

/**
 * Parses a printed status. Null without a column and for an empty cell; “onbekend” when something is
 * printed that is none of the three, such as “N.t.b.” or the model's own “[te starten/lopend/afgerond]”.
 */
export function parseStatus(printed: string | null): ParsedStatus {
  const text = printed?.trim().replaceAll(/\s+/g, ' ').toLowerCase() ?? '';
  if (text === '') return { status: null };
  const stated = STATED.exec(text)?.groups;
  if (!stated) return { status: 'onbekend' };
  const status = stated['status'] as Status;
  const year = stated['year'];
  return year === undefined ? { status } : { status, statusCompletion: Number(year) };
}

/** True for the text of the model itself, left standing in a published table. */
export function isStatusPlaceholder(printed: string): boolean {
  return /^\[?\s*te starten\s*\/\s*lopend\s*\/\s*afgerond\s*\]?$/i.test(printed.trim());
}

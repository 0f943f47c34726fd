import type { Draws } from './draws.ts';

/** Numbers at which readers overflow, loop or ask for memory. */
export const EXTREMES = [
  '0',
  '-1',
  '1',
  '2147483647',
  '-2147483648',
  '4294967296',
  '1e9',
  '99999999999999999999',
  '0.0000001',
];

/** Replaces one of the places that match; gives null when none does. */
export function replaceOne(
  text: string,
  pattern: RegExp,
  by: (old: string) => string,
  draws: Draws,
): string | null {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return null;
  const { index, 0: old } = draws.one(found);
  return text.slice(0, index) + by(old) + text.slice(index + old.length);
}

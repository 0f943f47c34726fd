import { matchStudies } from '../../src/change/match.ts';
import type { TwoYears } from './year.ts';

/** Rows of the first year with the row of the second that a way of matching gives them. */
type Found = ReadonlyMap<number, number>;

/** Equal titles: what a comparison of two CSV files by key does. */
function exact({ before, after }: TwoYears): Found {
  const rows = new Map(after.map(({ title }, row) => [title, row]));
  return new Map(
    before.flatMap(({ title }, row) => {
      const other = rows.get(title);
      return other === undefined ? [] : [[row, other] as const];
    }),
  );
}

const ALIKE = 0.8;

/** Every title against every other: the nearest one, if four fifths of the letters are the same. */
function levenshtein({ before, after }: TwoYears): Found {
  const found = new Map<number, number>();
  for (const [row, { title }] of before.entries()) {
    let best = -1;
    let most = ALIKE;
    for (const [other, { title: later }] of after.entries()) {
      const likeness = 1 - distance(title, later) / Math.max(title.length, later.length);
      if (likeness > most) [best, most] = [other, likeness];
    }
    if (best >= 0) found.set(row, best);
  }
  return found;
}

function distance(one: string, other: string): number {
  const row = new Uint16Array(other.length + 1).map((_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    let diagonal = row[0] ?? 0;
    row[0] = at;
    const letter = one.charCodeAt(at - 1);
    for (let to = 1; to <= other.length; to += 1) {
      const above = row[to] ?? 0;
      const step = diagonal + (letter === other.charCodeAt(to - 1) ? 0 : 1);
      row[to] = Math.min(step, above + 1, (row[to - 1] ?? 0) + 1);
      diagonal = above;
    }
  }
  return row[other.length] ?? 0;
}

function ours({ before, after }: TwoYears): Found {
  const { pairs } = matchStudies({ studies: before }, { studies: after });
  return new Map(pairs.map((pair) => [pair.before.row, pair.after.row]));
}

export const WAYS: Readonly<Record<string, (years: TwoYears) => Found>> = {
  exact,
  levenshtein,
  ours,
};

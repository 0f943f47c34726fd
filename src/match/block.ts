import { lastPart, LONG_COMPOUND } from './acronym.ts';
import type { Profile } from './profile.ts';
import type { Weigh } from './score.ts';
import type { Token } from './token.ts';

/** Two rows that share a telling word, by their indexes. */
export type Candidate = readonly [before: number, after: number];

/** A key that very many rows have finds nothing that a rarer one would not. */
const MOST_ROWS = 64;
const MOST_ROWS_OF_RAREST = 512;
/** Two rows whose titles are alike share a word among those that make up this much of the smaller one. */
const PREFIX = 0.65;

/**
 * Pairs worth scoring: for each row those of the other side that share one of its rarest words, looked
 * up in an inverted index, from both sides. The work grows with the number of rows, not with its square.
 */
export function candidatesBetween(
  before: readonly Profile[],
  after: readonly Profile[],
  weigh: Weigh,
): readonly Candidate[] {
  const found = new Set<number>();
  const note = (row: number, other: number): void => {
    found.add(row * after.length + other);
  };
  const [index, otherIndex] = [indexOf(after), indexOf(before)];
  for (const [row, profile] of before.entries()) {
    for (const other of lookUp(profile, index, weigh)) note(row, other);
  }
  for (const [other, profile] of after.entries()) {
    for (const row of lookUp(profile, otherIndex, weigh)) note(row, other);
  }
  return [...found]
    .sort((one, next) => one - next)
    .map((key) => [Math.floor(key / after.length), key % after.length]);
}

type Index = ReadonlyMap<string, readonly number[]>;

function indexOf(profiles: readonly Profile[]): Index {
  const index = new Map<string, number[]>();
  for (const [row, profile] of profiles.entries()) {
    for (const key of new Set(
      profile.tokens.flatMap((token) => keysOf(token)).concat(wholeKeys(profile)),
    )) {
      const rows = index.get(key);
      if (rows) rows.push(row);
      else index.set(key, [row]);
    }
  }
  return index;
}

function* lookUp(profile: Profile, index: Index, weigh: Weigh): Generator<number> {
  for (const key of wholeKeys(profile)) yield* index.get(key) ?? [];
  const telling = profile.tokens.filter(({ role }) => role !== 'function');
  const byRarity = telling.toSorted((one, other) => countOf(one, index) - countOf(other, index));
  const total = telling.reduce((sum, token) => sum + weigh(token), 0);
  let covered = 0;
  for (const token of byRarity) {
    if (covered > total * PREFIX) break;
    for (const key of keysOf(token)) {
      const rows = index.get(key) ?? [];
      if (rows.length <= (covered === 0 ? MOST_ROWS_OF_RAREST : MOST_ROWS)) yield* rows;
    }
    covered += weigh(token);
  }
}

function countOf({ stem }: Token, index: Index): number {
  return index.get(stem)?.length ?? 0;
}

const BEGINNING = 5;

/** The stem, and for a long word its beginning and its end, which a slip of the pen leaves one of. */
function keysOf({ role, stem, text }: Token): readonly string[] {
  if (role === 'function') return [];
  if (role === 'generic' || text.length < BEGINNING + 2) return [stem];
  return [stem, `${text.slice(0, BEGINNING)}…`, `…${stem.slice(-BEGINNING)}`];
}

/**
 * The whole subject; and of a subject that may be the expansion of an acronym the letters that the
 * acronym begins and ends with (“AOW” of “algemene ouderdomswet”).
 */
function wholeKeys({ core, tokens }: Profile): readonly string[] {
  if (core === '') return [];
  const words = tokens.filter(({ role }) => role !== 'function').map(({ text }) => text);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const ends = words.length > 1 || lastPart(first) !== null ? lastLetters(last) : [];
  const short = tokens.filter(({ acronym }) => acronym !== null);
  return [
    `=${core}`,
    ...ends.map((end) => `^${first[0]}${end}`),
    ...short.map(({ text }) => `^${text[0]}${text.at(-1)}`),
  ];
}

/** Letters that the last word of an expansion may give: its initial, or one from within a compound. */
function lastLetters(word: string): readonly string[] {
  const within = word.length >= LONG_COMPOUND ? word.slice(BEGINNING - 1, -3).split('') : [];
  return [...new Set([word[0] ?? '', lastPart(word)?.[0] ?? word[0] ?? '', ...within])];
}

import { wordDiff } from '../change/words.ts';

/** Of a text and its later wording: words that stayed, or words that others took the place of. */
export type Piece =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly removed: string; readonly added: string };

export type Rewording = readonly Piece[] | 'rewritten';

/** An event about a text, or anything else that has the two. */
export interface Reworded {
  readonly before: string | null;
  readonly after: string | null;
}

/** Longest run of unchanged words, in characters, that is shown whole. */
const LONG = 400;

const KNOWN = new WeakMap<Reworded, Rewording>();

/**
 * What changed between two wordings, in whole words between spaces, so that a mark never stands inside
 * a word; pieces are to be joined with one space. `rewritten` when most of it is new. Remembered for
 * each event, since a document says it in several places and long texts take their time.
 */
export function rewordingOf(event: Reworded): Rewording {
  const known = KNOWN.get(event);
  if (known) return known;
  const rewording = compareWords(event.before ?? '', event.after ?? '');
  KNOWN.set(event, rewording);
  return rewording;
}

/** The same pieces without the sentences that nothing changed in: “[…]” stands for them. */
export function aroundChanges(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) =>
    piece.kind === 'changed'
      ? piece
      : { kind: 'same', text: elided(piece.text, index > 0, index < pieces.length - 1) },
  );
}

function compareWords(before: string, after: string): Rewording {
  const parts = wordDiff(before, after);
  if (parts === 'rewritten') return 'rewritten';
  const [old, now] = [spelledOut(before), spelledOut(after)];
  const pieces: Piece[] = [];
  let [from, to] = [0, 0];
  for (const [left, right] of sameWords(parts, old, now)) {
    addChange(pieces, old.words.slice(from, left), now.words.slice(to, right));
    addSame(pieces, now.words[right] ?? '');
    [from, to] = [left + 1, right + 1];
  }
  addChange(pieces, old.words.slice(from), now.words.slice(to));
  return pieces;
}

interface Spelled {
  readonly words: readonly string[];
  /** For each character that is no space: the index of its word. */
  readonly wordOf: readonly number[];
}

function spelledOut(text: string): Spelled {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return { words, wordOf: words.flatMap((word, index) => Array<number>(word.length).fill(index)) };
}

/** Pairs of words, by index, of which every character is the same in the diff; in order. */
function sameWords(
  parts: Exclude<ReturnType<typeof wordDiff>, 'rewritten'>,
  old: Spelled,
  now: Spelled,
): readonly (readonly [number, number])[] {
  const same = new Map<string, number>();
  let [left, right] = [0, 0];
  for (const { kind, text } of parts) {
    const length = text.replaceAll(/\s/gu, '').length;
    const pairs = kind === 'same' ? length : 0;
    for (let index = 0; index < pairs; index += 1) {
      const key = `${old.wordOf[left + index]} ${now.wordOf[right + index]}`;
      same.set(key, (same.get(key) ?? 0) + 1);
    }
    if (kind !== 'added') left += length;
    if (kind !== 'removed') right += length;
  }
  return [...same].flatMap(([key, count]) => {
    const [one = 0, other = 0] = key.split(' ').map(Number);
    const isWhole = old.words[one] === now.words[other] && old.words[one]?.length === count;
    return isWhole ? [[one, other] as const] : [];
  });
}

function addSame(pieces: Piece[], word: string): void {
  const last = pieces.at(-1);
  if (last?.kind === 'same') {
    pieces[pieces.length - 1] = { kind: 'same', text: `${last.text} ${word}` };
  } else pieces.push({ kind: 'same', text: word });
}

function addChange(pieces: Piece[], removed: readonly string[], added: readonly string[]): void {
  if (removed.length === 0 && added.length === 0) return;
  pieces.push({ kind: 'changed', removed: removed.join(' '), added: added.join(' ') });
}

function elided(text: string, afterChange: boolean, beforeChange: boolean): string {
  if (text.length <= LONG) return text;
  const ends = [...text.matchAll(/[.!?][”"')]*\s+(?=\p{Lu}|\d)/gu)].map(
    (match) => match.index + match[0].length,
  );
  const end = ends.find((place) => place <= LONG);
  const start = ends.findLast((place) => text.length - place <= LONG);
  const head = end === undefined ? text.slice(0, LONG).replace(/\S*$/u, '') : text.slice(0, end);
  const tail = start === undefined ? text.slice(-LONG).replace(/^\S*/u, '') : text.slice(start);
  return [afterChange ? head.trim() : '', '[…]', beforeChange ? tail.trim() : '']
    .filter((piece) => piece !== '')
    .join(' ');
}

import { spells } from './acronym.ts';
import { slipBetween } from './edit.ts';
import type { Slip } from './edit.ts';
import type { Profile } from './profile.ts';
import { stem } from './stem.ts';
import { wordsSpelling } from './token.ts';
import type { Token } from './token.ts';

/** How two words, or a word and several, were held for the same. */
export type Likeness =
  'equal' | 'inflected' | 'acronym' | 'compound' | 'note-digit' | 'kindred' | Slip;

export interface Likened {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly by: Likeness;
}

/** Which words of two subjects are the same, and which stand on one side only. */
export interface Alignment {
  readonly same: readonly Likened[];
  readonly onlyBefore: readonly Token[];
  readonly onlyAfter: readonly Token[];
}

/** Aligns two subjects as bags of words, the surest likeness first. Symmetric. */
export function align(before: Profile, after: Profile): Alignment {
  const same: Likened[] = [];
  const rest = { before: meaningful(before), after: meaningful(after) };
  const take = (left: readonly Token[], right: readonly Token[], by: Likeness): void => {
    same.push({ before: left, after: right, by });
    rest.before = rest.before.filter((it) => !left.includes(it));
    rest.after = rest.after.filter((it) => !right.includes(it));
  };
  const pairUp = (by: Likeness, alike: (one: Token, other: Token) => boolean): void => {
    for (const one of rest.before) {
      const other = rest.after.find((it) => alike(one, it));
      if (other) take([one], [other], by);
    }
  };
  pairUp('equal', (one, other) => one.text === other.text);
  pairUp('inflected', (one, other) => one.stem === other.stem);
  dropSpelled(before, after, same, rest);
  pairUp('note-digit', (one, other) => isNoted(one, other) || isNoted(other, one));
  for (const [one, run] of joined(rest.before, rest.after)) take([one], run, 'compound');
  for (const [one, run] of joined(rest.after, rest.before)) take(run, [one], 'compound');
  for (const [one, run] of abbreviated(rest.before, after, rest.after)) take([one], run, 'acronym');
  for (const [one, run] of abbreviated(rest.after, before, rest.before))
    take(run, [one], 'acronym');
  for (const one of rest.before) {
    for (const other of rest.after) {
      const slip = slipBetween(one.text, other.text);
      if (slip && rest.before.includes(one)) take([one], [other], slip);
    }
  }
  pairUp('kindred', (one, other) => isKindred(one, other) || isKindred(other, one));
  return { same, onlyBefore: rest.before, onlyAfter: rest.after };
}

function meaningful({ tokens }: Profile): readonly Token[] {
  return tokens.filter(({ role }) => role !== 'function');
}

/** An acronym beside its own expansion says nothing more; where one of the two was found, so was the other. */
function dropSpelled(
  before: Profile,
  after: Profile,
  same: Likened[],
  rest: { before: readonly Token[]; after: readonly Token[] },
): void {
  // Two names of two things: “(AFM)” and “(DNB)”.
  if (hasOpenName(before, rest.before) && hasOpenName(after, rest.after)) return;
  for (const [side, { tokens }] of [
    ['before', before],
    ['after', after],
  ] as const) {
    for (const token of tokens) {
      if (token.spelled === null || token.role === 'function') continue;
      const run = token.spelled.flatMap((index) => tokens[index] ?? []);
      const left = rest[side];
      const isOpen = (it: Token): boolean => left.includes(it);
      // The acronym is left over beside its words, or its words beside the acronym that was found.
      const superfluous = isOpen(token) ? [token] : run.filter(isOpen);
      if (isOpen(token) && run.every(isOpen)) continue;
      if (superfluous.length === 0) continue;
      rest[side] = left.filter((it) => !superfluous.includes(it));
      same.push(
        side === 'before'
          ? { before: superfluous, after: [], by: 'acronym' }
          : { before: [], after: superfluous, by: 'acronym' },
      );
    }
  }
}

function hasOpenName({ tokens }: Profile, left: readonly Token[]): boolean {
  return tokens.some((it) => it.spelled !== null && left.includes(it));
}

/** “ontwikkelen1”: a note mark that the typesetting glued to a word; the other title has the word without. */
function isNoted(noted: Token, plain: Token): boolean {
  const [, word = '', digits] = /^(\p{L}{3,})(\d{1,2})$/u.exec(noted.text) ?? [];
  if (digits === undefined || (word.length < 5 && !noted.last)) return false;
  return (
    plain.text === word ||
    (plain.last === noted.last && plain.text.replace(/\d{1,2}$/, '') === word)
  );
}

/** One word that the other title writes as two, side by side or as “stelsel van fosfaatrechten”. */
function* joined(
  ones: readonly Token[],
  others: readonly Token[],
): Generator<readonly [Token, readonly Token[]]> {
  const free = new Set(others);
  for (const one of ones) {
    const pair = pairIn([...free], one.text);
    if (!pair) continue;
    for (const token of pair) free.delete(token);
    yield [one, pair];
  }
}

function pairIn(tokens: readonly Token[], compound: string): readonly [Token, Token] | null {
  for (const first of tokens) {
    if (!compound.startsWith(first.text.slice(0, 3))) continue;
    for (const second of tokens) {
      if (first !== second && isCompoundOf(compound, first.text, second.text))
        return [first, second];
    }
  }
  return null;
}

/** The first part may have taken a linking letter, or lost its plural. */
function isCompoundOf(compound: string, first: string, second: string): boolean {
  const part = compound.slice(0, -second.length);
  if (part === '' || !compound.endsWith(second)) return false;
  return (
    part === first || part === `${first}s` || part === `${first}n` || stem(part) === stem(first)
  );
}

/** A word that abbreviates words of the other title that are left over. */
function* abbreviated(
  ones: readonly Token[],
  { tokens }: Profile,
  left: readonly Token[],
): Generator<readonly [Token, readonly Token[]]> {
  for (const one of ones) {
    const by = one.acronym;
    if (by === null) continue;
    const single = left.find((it) => spells(one.text, [it.text], by));
    if (single) {
      yield [one, [single]];
      continue;
    }
    const texts = tokens.map((it) => it.text);
    const run = wordsSpelling(one.text, by, texts)?.flatMap((at) => tokens[at] ?? []) ?? [];
    const open = run.filter((it) => left.includes(it));
    // Words that have found their own match are not spelled by it, but the instrument may be (“Wet …”).
    const isWhole = run.every((it) => it.role === 'generic' || left.includes(it));
    if (isWhole && open.some(({ role }) => role === 'subject')) yield [one, open];
  }
}

/** “actieprogramma” is a kind of “programma”: the same instrument, named less fully. */
function isKindred(one: Token, other: Token): boolean {
  return (
    one.role === 'generic' &&
    other.role === 'generic' &&
    one.text !== other.text &&
    other.text.length >= 4 &&
    one.stem.endsWith(other.stem)
  );
}

import { align } from './align.ts';
import type { Alignment } from './align.ts';
import { evidenceOf, isSynthesis, supportOf } from './context.ts';
import type { Evidence } from './context.ts';
import { doubtsBetween, doubtsOfKind, guardBetween } from './guards.ts';
import type { Doubt, Guard } from './guards.ts';
import type { Profile } from './profile.ts';
import type { Token } from './token.ts';

/** How alike two rows are, with all that went into it. */
export interface Likelihood {
  /** 0 to 1: the title, raised by the evidence. */
  readonly score: number;
  /** 0 to 1: how much of the two subjects is the same. */
  readonly title: number;
  readonly evidence: readonly Evidence[];
  /** What parts them for certain; the score is 0 then. */
  readonly guard: Guard | null;
  /** Why the score may not join them without a person. */
  readonly doubts: readonly Doubt[];
  /** True when one of the subjects has every word of the other. */
  readonly contained: boolean;
  /** True when a theme was parted or joined: one is a member of what the other lists, and both are of whole themes. */
  readonly parted: boolean;
}

/** Weight of a word among those of the rows at hand: rare words say more. */
export type Weigh = (token: Token) => number;

/** Without other rows to compare with, every word of a subject weighs the same. */
export function plainWeight({ role }: Token): number {
  if (role === 'function') return 0;
  return role === 'generic' ? GENERIC : 1;
}

const GENERIC = 0.3;
/** The most that evidence beside the title can fill of what the titles leave open. */
const REACH = 0.5;
/** Words that are likely, not certainly, the same. */
const LIKELY = 0.9;
const SLIPS: ReadonlySet<string> = new Set([
  'letter-missing',
  'letters-swapped',
  'letter-other',
  'two-letters',
]);

/** Under each of the names that a title gives; the likeliest counts. */
export function likelihood(
  before: Profile,
  after: Profile,
  weigh: Weigh = plainWeight,
): Likelihood {
  const whole = likelihoodOf(before, after, weigh);
  if (before.names.length + after.names.length === 0) return whole;
  const others = [before, ...before.names].flatMap((one) =>
    [after, ...after.names].map((other) => likelihoodOf(one, other, weigh)),
  );
  return others.reduce((best, it) => (isLikelier(it, best) ? it : best), whole);
}

function isLikelier(one: Likelihood, other: Likelihood): boolean {
  const doubts = Math.sign(other.doubts.length - one.doubts.length);
  if (one.guard !== null || other.guard !== null) return one.guard === null && other.guard !== null;
  return one.score > other.score || (one.score === other.score && doubts > 0);
}

function likelihoodOf(before: Profile, after: Profile, weigh: Weigh): Likelihood {
  const guard = guardBetween(before, after);
  if (guard !== null) {
    return { score: 0, title: 0, evidence: [], guard, doubts: [], contained: false, parted: false };
  }
  const evidence = evidenceOf(before, after);
  const support = supportOf(evidence);
  if (before.fold !== '' && before.fold === after.fold && !before.untitled) {
    const doubts = doubtsOfKind(before, after);
    return { score: 1, title: 1, evidence, guard: null, doubts, contained: true, parted: false };
  }
  const alignment = align(before, after);
  const title = round(alikeness(alignment, weigh));
  return {
    title,
    score: round(title + (1 - title) * support * REACH),
    evidence,
    guard: null,
    doubts: [...doubtsBetween(before, after, alignment), ...needsSupport(alignment, support)],
    contained: isContained(alignment),
    parted: isParted(before, after) || isParted(after, before),
  };
}

function isParted(whole: Profile, part: Profile): boolean {
  return (
    whole.members.length > 1 &&
    whole.members.includes(part.core) &&
    isSynthesis(whole) &&
    isSynthesis(part)
  );
}

function isContained({ same, onlyBefore, onlyAfter }: Alignment): boolean {
  const shares = same.some(
    ({ before, after }) => after.length > 0 && before.some(({ role }) => role === 'subject'),
  );
  return (
    shares && [onlyBefore, onlyAfter].some((left) => !left.some(({ role }) => role === 'subject'))
  );
}

/** Share of the weight of both subjects that is the same on both sides (Dice). */
function alikeness({ same, onlyBefore, onlyAfter }: Alignment, weigh: Weigh): number {
  let shared = 0;
  let total = sum([...onlyBefore, ...onlyAfter], weigh);
  for (const { before, after, by } of same) {
    // Several words against one: the fuller side counts on both.
    const both = before.length > 0 && after.length > 0;
    const weight = both ? 2 * Math.max(sum(before, weigh), sum(after, weigh)) : 0;
    total += weight;
    shared += weight * (SLIPS.has(by) || by === 'kindred' ? LIKELY : 1);
  }
  return total === 0 ? 0 : shared / total;
}

function sum(tokens: readonly Token[], weigh: Weigh): number {
  return tokens.reduce((weight, token) => weight + weigh(token), 0);
}

const SOME_SUPPORT = 0.2;

/** An abbreviation and a letter that differs may mean something else: then the rest has to speak for it. */
function needsSupport({ same }: Alignment, support: number): readonly Doubt[] {
  const others = same.filter(
    ({ by }) => by === 'equal' || by === 'inflected' || by === 'note-digit',
  );
  const subject = others.some(({ before }) => before.some(({ role }) => role === 'subject'));
  const risky = same.some(
    ({ by, before, after }) =>
      by === 'letter-other' ||
      by === 'two-letters' ||
      (by === 'acronym' && before.length > 0 && after.length > 0) ||
      (SLIPS.has(by) && !subject),
  );
  return risky && support < SOME_SUPPORT ? ['little-in-common'] : [];
}

/** Scores are compared and printed: without the noise of summing in another order. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

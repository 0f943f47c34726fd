import type { Doubt } from '../match/guards.ts';
import type { Comparison } from '../match/match.ts';

/** What a doubt of src/match means, for the person who is asked. */
export const DOUBT_REASONS: Readonly<Record<Doubt, string>> = {
  'year-on-one-side': 'one of the titles names a year',
  'number-on-one-side': 'one of the titles names a number, phase or part',
  'moment-on-one-side':
    'one of the titles says when the study looks (ex ante, halfway, at the end)',
  'other-moment-by-type': 'the types name other stages, and the years differ',
  'work-on-one-side': 'one of the titles names other work than an evaluation',
  'other-article-in-title': 'the titles name other articles',
  'narrower-on-one-side': 'one of the titles is narrower than the other',
  'other-words': 'the titles differ in their words',
  'several-words': 'the titles differ in several words',
  'little-in-common': 'too little beside the title agrees',
  'long-after': 'many years lie between the two',
  'synthesis-on-one-side': 'one is a periodieke rapportage or beleidsdoorlichting of a whole theme',
  'no-title': 'a row has no title but its type',
};

const OTHER_REASONS: Readonly<Record<string, string>> = {
  'equal-titles': 'the titles are equal, but several studies could be meant',
  'not-alike-enough': 'the titles are alike, but not enough',
  'another-is-as-near': 'another study is as near',
};

/** A reason as the register keeps it, in words. */
export function wordsOfReason(reason: string): string {
  const reasons: Readonly<Record<string, string>> = { ...DOUBT_REASONS, ...OTHER_REASONS };
  return reasons[reason] ?? reason;
}

/** Why rows that are alike were not paired. */
export function reasonOf(pairs: readonly Comparison[]): string {
  const doubts = new Set(pairs.flatMap((pair) => pair.doubts));
  if (doubts.size > 0) return [...doubts].map((it) => DOUBT_REASONS[it]).join('; ');
  if (pairs.length > 1) return 'several rows are alike enough';
  return 'the titles are alike, but not enough';
}

import type { Alignment } from './align.ts';
import { isSynthesis, yearsBetween } from './context.ts';
import type { Moment } from './lead.ts';
import type { Profile } from './profile.ts';

/** Two rows that differ so are two studies, whatever else they share. */
export type Guard =
  | 'other-year'
  | 'other-number'
  | 'other-moment'
  | 'other-work'
  | 'other-article'
  | 'next-stage'
  | 'follow-up';

/** Reasons why no score is enough to join two rows without a person. */
export type Doubt =
  | 'year-on-one-side'
  | 'number-on-one-side'
  | 'moment-on-one-side'
  | 'other-moment-by-type'
  | 'work-on-one-side'
  | 'other-article-in-title'
  | 'narrower-on-one-side'
  | 'other-words'
  | 'several-words'
  | 'little-in-common'
  | 'long-after'
  | 'synthesis-on-one-side'
  | 'no-title';

/**
 * How much a doubt takes from the chance that a person would join the two: several doubts, or one with
 * little evidence beside the title, are not worth asking about.
 */
export const DOUBT_WEIGHTS: Readonly<Record<Doubt, number>> = {
  'year-on-one-side': 0.1,
  'number-on-one-side': 0.1,
  'moment-on-one-side': 0.1,
  'other-moment-by-type': 0.1,
  'work-on-one-side': 0.1,
  'other-article-in-title': 0.05,
  'narrower-on-one-side': 0.15,
  'other-words': 0.1,
  'several-words': 0.05,
  'little-in-common': 0.05,
  'long-after': 0.1,
  'synthesis-on-one-side': 0.1,
  'no-title': 0.05,
};

/** The guard that parts two rows; null when none does. */
export function guardBetween(before: Profile, after: Profile): Guard | null {
  const { marks } = before;
  if (differ(marks.years, after.marks.years)) return 'other-year';
  if (differ(marks.numbers, after.marks.numbers)) return 'other-number';
  if (areDisjoint(before.moments, after.moments)) return 'other-moment';
  if (areDisjoint(before.work, after.work)) return 'other-work';
  if (isNextStage(before, after)) return 'next-stage';
  if (isFollowUp(before, after)) return 'follow-up';
  const nothingElse = before.tokens.length === 0 && after.tokens.length === 0;
  if (nothingElse && differ(marks.articles, after.marks.articles)) return 'other-article';
  return null;
}

/** True when both sides state some and not the same. */
function differ<Value>(ones: readonly Value[], others: readonly Value[]): boolean {
  return ones.length > 0 && others.length > 0 && !isSame(ones, others);
}

function isSame<Value>(ones: readonly Value[], others: readonly Value[]): boolean {
  return ones.length === others.length && ones.every((one, index) => one === others[index]);
}

function areDisjoint<Value>(ones: ReadonlySet<Value>, others: ReadonlySet<Value>): boolean {
  return ones.size > 0 && others.size > 0 && ![...ones].some((one) => others.has(one));
}

const OTHER_ROUND = 2;
const LONG_AFTER = 5;
const STAGES: readonly Moment[] = ['ante', 'durante', 'post'];

/**
 * Ex ante, ex durante and ex post of one law: by their types two rows look at different stages, and the
 * later stage comes a round later. A type that is renamed keeps its year (SZW, begroting 2023 and 2024:
 * ex-post and ex-durante evaluatie, both 2024).
 */
function isNextStage(before: Profile, after: Profile): boolean {
  const [one, other] = [before.typeMoments, after.typeMoments];
  if (!areDisjoint(one, other) || !before.years || !after.years) return false;
  const gap = yearsBetween(before.years, after.years);
  const isLaterStage = Math.sign(stageOf(after) - stageOf(before));
  const isLaterYear = Math.sign(after.years.to - before.years.to);
  return gap >= OTHER_ROUND && isLaterStage === isLaterYear;
}

function stageOf({ typeMoments }: Profile): number {
  return Math.max(...[...typeMoments].map((moment) => STAGES.indexOf(moment)));
}

/** One is finished, and the other, of another kind or title, is planned for years later. */
function isFollowUp(before: Profile, after: Profile): boolean {
  if (!before.years || !after.years || before.fold === after.fold) return false;
  if (before.finished === null || after.finished === null || before.finished === after.finished)
    return false;
  const [done, open] = before.finished ? [before, after] : [after, before];
  if ((open.years?.from ?? 0) - (done.years?.to ?? 0) < OTHER_ROUND) return false;
  const [one, other] = [momentsOf(done), momentsOf(open)];
  return done.core !== open.core || (other.size > 0 && ![...one].some((it) => other.has(it)));
}

function momentsOf({ moments, typeMoments }: Profile): ReadonlySet<Moment> {
  return moments.size > 0 ? moments : typeMoments;
}

/** Doubts that hold whatever the words of the titles: also two rows with one title may be two studies. */
export function doubtsOfKind(before: Profile, after: Profile): readonly Doubt[] {
  const stated = before.moments.size > 0 || after.moments.size > 0;
  if (stated || !before.years || !after.years) return [];
  const gap = yearsBetween(before.years, after.years);
  return gap > 0 && areDisjoint(before.typeMoments, after.typeMoments)
    ? ['other-moment-by-type']
    : [];
}

/** Doubts about two rows whose titles are not the same. */
export function doubtsBetween(
  before: Profile,
  after: Profile,
  { same, onlyBefore, onlyAfter }: Alignment,
): readonly Doubt[] {
  const doubts: Doubt[] = [...doubtsOfKind(before, after)];
  if (isOneSided(before.marks.years, after.marks.years)) doubts.push('year-on-one-side');
  if (isOneSided(before.marks.numbers, after.marks.numbers)) doubts.push('number-on-one-side');
  if (!isSame(before.marks.articles, after.marks.articles)) doubts.push('other-article-in-title');
  if (isMomentOpen(before, after) || isMomentOpen(after, before)) doubts.push('moment-on-one-side');
  if (isOtherWork(before, after) || isOtherWork(after, before)) doubts.push('work-on-one-side');
  const left = [...onlyBefore, ...onlyAfter];
  if (left.some(({ narrows }) => narrows)) doubts.push('narrower-on-one-side');
  if (onlyBefore.length > 0 && onlyAfter.length > 0) doubts.push('other-words');
  if (left.filter(({ role }) => role === 'subject').length > 1) doubts.push('several-words');
  const subjects = same.filter(({ before: words }) => words.some(({ role }) => role === 'subject'));
  if (subjects.length === 0) doubts.push('little-in-common');
  if (isPartOfTheme(before, after) || isPartOfTheme(after, before)) {
    doubts.push('synthesis-on-one-side');
  }
  if ((before.untitled || after.untitled) && !isThemesOwn(before, after)) doubts.push('no-title');
  if (before.years && after.years && yearsBetween(before.years, after.years) >= LONG_AFTER) {
    doubts.push('long-after');
  }
  return doubts;
}

/** One is the study of a whole theme, and the other is stated to be a study of another kind. */
function isPartOfTheme(theme: Profile, part: Profile): boolean {
  if (theme.core === part.core || !isSynthesis(theme) || isSynthesis(part)) return false;
  return part.type !== null || part.work.size > 0;
}

/** “Beleidsdoorlichting” of a theme, and “Periodieke rapportage” with its name. */
function isThemesOwn(before: Profile, after: Profile): boolean {
  return (
    before.core !== '' && before.core === after.core && isSynthesis(before) && isSynthesis(after)
  );
}

function isOneSided(ones: readonly unknown[], others: readonly unknown[]): boolean {
  return (ones.length === 0) !== (others.length === 0);
}

/** One title says when the study looks (“Mid term review”), and nothing says the same of the other. */
function isMomentOpen(one: Profile, other: Profile): boolean {
  if (one.moments.size === 0 || other.moments.size > 0) return false;
  const types: ReadonlySet<Moment> = other.typeMoments;
  if (types.size > 0) return areDisjoint(one.moments, types);
  const gap = one.years && other.years ? yearsBetween(one.years, other.years) : null;
  return one.moments.has('post') ? gap !== null && gap > 1 : gap !== 0;
}

/** One title names other work than evaluating, and the other row nothing of the kind. */
function isOtherWork(one: Profile, other: Profile): boolean {
  if (one.work.size === 0 || one.work.has('evaluation') || other.work.size > 0) return false;
  const words: Readonly<Record<string, RegExp>> = {
    monitor: /monitor/,
    exploration: /verkenning|analyse|ex ?ante/,
    baseline: /meting|ex ?ante/,
    'cost-benefit': /mkba|baten|ex ?ante/,
  };
  return ![...one.work].some((work) => words[work]?.test(other.type ?? '') ?? false);
}

import type { ChangeKind } from './comparison.ts';
import type { StatedCompletion } from './completion.ts';
import { linksStated, pairFacts } from './facts.ts';
import type { KnownRound, KnownStudy, Plan, Source, Stated } from './known.ts';
import { meantFormer } from './rounds.ts';
import { pairDoubt } from './rules.ts';
import { isUnfinished, overdueYear } from './state.ts';
import type { StudyState } from './state.ts';

/** A study of which nothing was known before. */
export function firstKnown(study: string | null, now: StudyState, source: Source): KnownStudy {
  return {
    study,
    round: firstRound(now, source),
    former: null,
    listed: listedIn({ begroting: null, jaarverslag: null }, source),
    begrotingen: source.edition.phase === 'begroting' ? [source] : [],
    inDoubt: false,
    mayBe: [],
  };
}

/** Known that a row of an edition may be this study and was given another id. */
export function doubted(known: KnownStudy, other: string): KnownStudy {
  return { ...known, inDoubt: true, mayBe: [...known.mayBe, other] };
}

/**
 * What is known after an edition has stated something: its values over those known before.
 * @param kinds what the edition was found to change
 */
export function nowKnown(
  known: KnownStudy,
  now: StudyState,
  source: Source,
  kinds: ReadonlySet<ChangeKind>,
): KnownStudy {
  const seen = seenIn(known, source);
  if (!kinds.has('new-cycle'))
    return { ...seen, round: statedOver(known.round, now, source, kinds) };
  return { ...seen, round: nextRound(known.round, now, source), former: known.round };
}

/** As nowKnown, for a row that is about the round before the present one. */
export function formerNowKnown(
  known: KnownStudy,
  former: KnownRound,
  now: StudyState,
  source: Source,
  kinds: ReadonlySet<ChangeKind>,
): KnownStudy {
  return { ...seenIn(known, source), former: statedOver(former, now, source, kinds) };
}

/** Known to be listed there, and nothing more: what the row states is for a person to judge. */
export function seenIn(known: KnownStudy, source: Source): KnownStudy {
  const { begrotingen } = known;
  return {
    ...known,
    listed: listedIn(known.listed, source),
    begrotingen: source.edition.phase === 'begroting' ? [...begrotingen, source] : begrotingen,
    inDoubt: false,
  };
}

/**
 * For a later print: the year that the former print of the edition stated is the one it is compared with,
 * also where that did not become the known one (a `conflict`). What was for a person to judge stays so.
 */
export function withPrintedYear(known: KnownStudy, now: StudyState, source: Source): KnownStudy {
  if (!now.completion || meantFormer(known, now, source.edition)) return known;
  if (pairDoubt(pairFacts(known.round, now, source.edition)) !== null) return known;
  const completion = { ...source, value: now.completion };
  return { ...known, round: { ...known.round, completion } };
}

function listedIn(
  listed: Omit<KnownStudy['listed'], 'last'>,
  source: Source,
): KnownStudy['listed'] {
  const { phase } = source.edition;
  return { ...listed, last: source, ...(phase === null ? {} : { [phase]: source }) };
}

function firstRound(now: StudyState, source: Source): KnownRound {
  const stated = <Value>(value: Value | null): Stated<Value> | null =>
    value === null ? null : { ...source, value };
  const completion = stated(now.completion);
  const due = overdueYear(now, source.edition);
  return {
    title: { ...source, value: now.title },
    status: stated(now.status),
    completion,
    conclusions: stated(now.conclusions),
    type: stated(now.type),
    description: stated(now.description),
    theme: stated(now.theme),
    articles: stated(now.articles.length === 0 ? null : now.articles),
    links: stated(now.links.length === 0 ? null : now.links),
    reported: source.edition.phase === 'jaarverslag' ? source : null,
    plan: planOf(null, completion),
    firstPlan: isDefinite(completion) ? completion : null,
    slips: 0,
    overdue: due === null ? [] : [due],
    unaccounted: [],
  };
}

/** Status, conclusions, report and plan begin anew; what the study is called and belongs to goes on. */
function nextRound(known: KnownRound, now: StudyState, source: Source): KnownRound {
  const first = firstRound(now, source);
  return {
    ...first,
    type: first.type ?? known.type,
    description: first.description ?? known.description,
    theme: first.theme ?? known.theme,
    articles: first.articles ?? known.articles,
  };
}

function statedOver(
  known: KnownRound,
  now: StudyState,
  source: Source,
  kinds: ReadonlySet<ChangeKind>,
): KnownRound {
  const first = firstRound(now, source);
  const completion = replaces(known, first, kinds) ? first.completion : known.completion;
  return {
    title: first.title,
    status: first.status ?? known.status,
    completion,
    conclusions: first.conclusions ?? known.conclusions,
    type: first.type ?? known.type,
    description: first.description ?? known.description,
    theme: first.theme ?? known.theme,
    articles: first.articles ?? known.articles,
    links: linksStated(known.links, now.links, source.edition)
      ? { ...source, value: now.links }
      : known.links,
    reported: first.reported ?? known.reported,
    plan: planOf(known.plan, first.completion) ?? known.plan,
    firstPlan: known.firstPlan ?? first.firstPlan,
    slips: known.slips + (kinds.has('postponed') ? 1 : 0),
    overdue: [...new Set([...known.overdue, ...first.overdue])],
    unaccounted: known.unaccounted,
  };
}

/**
 * Whether the year now stated becomes the known one. It does not where a jaarverslag contradicts the
 * newer begroting, where a begroting repeats its old plan of what was finished since, and where the
 * year of model 3.45 of 2021 means something else than the one that is known.
 */
function replaces(known: KnownRound, first: KnownRound, kinds: ReadonlySet<ChangeKind>): boolean {
  if (!first.completion || kinds.has('conflict')) return false;
  if (!known.completion) return true;
  const { years } = first.completion.value;
  if (years === 'offered' && known.completion.value.years !== years) return false;
  return !(isFinished(known) && isPlanAgain(known, first) && !isRunning(first));
}

function isFinished({ status }: KnownRound): boolean {
  return status?.value === 'afgerond';
}

function isRunning({ status }: KnownRound): boolean {
  return isUnfinished(status?.value ?? null);
}

function isPlanAgain({ completion, plan }: KnownRound, first: KnownRound): boolean {
  const [was, is] = [completion?.value.to ?? null, first.completion?.value.to ?? null];
  return was !== null && is !== null && is > was && plan?.value.to === is;
}

/** The plan that a begroting states; null when it is none, or states no year. */
function planOf(former: Plan | null, completion: Stated<StatedCompletion> | null): Plan | null {
  if (completion?.edition.phase !== 'begroting') return null;
  const { to } = completion.value;
  const { year } = completion.edition;
  // A begroting t appears in September t-1.
  const ahead = to === null || year === null || to >= year - 1;
  return { ...completion, ahead: ahead || (former?.value.to === to && former.ahead) };
}

function isDefinite(completion: Stated<StatedCompletion> | null): boolean {
  return completion !== null && completion.value.to !== null;
}

/** Told that the jaarverslag of the planned year gives no account of it: told once for each plan. */
export function unaccountedFor(known: KnownStudy): KnownStudy {
  const { round } = known;
  const year = round.completion?.value.to ?? null;
  if (year === null) return known;
  return { ...known, round: { ...round, unaccounted: [...round.unaccounted, year] } };
}

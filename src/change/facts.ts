import type { Phase, StatedEdition } from '../edition/edition.ts';
import { completionStep, lastYearOf } from './completion.ts';
import type { CompletionStep } from './completion.ts';
import type { KnownRound } from './known.ts';
import { overdueYear } from './state.ts';
import type { StatedStatus, StudyState } from './state.ts';
import { plain, plainWord } from './text.ts';

/** How a text relates to the text known before. */
export type TextStep = 'none' | 'added' | 'changed' | 'removed';

/** What the rules look at for a study that was known before and is stated now. */
export interface PairFacts {
  readonly phase: Phase | null;
  readonly statusBefore: StatedStatus | null;
  readonly statusNow: StatedStatus | null;
  readonly completion: CompletionStep;
  /** Known as finished, and now with a later year: another round of a recurring study. */
  readonly laterRound: boolean;
  /** The known year was planned by the begroting that is newer than this jaarverslag. */
  readonly newerPlan: boolean;
  /** Whole years from the last year known before to the one stated now; 0 when either is not known. */
  readonly slip: number;
  /** A periodieke rapportage or beleidsdoorlichting comes back every four to seven years (RPE 2022). */
  readonly periodic: boolean;
  readonly conclusions: TextStep;
  readonly links: TextStep;
  readonly title: TextStep;
  readonly type: TextStep;
  readonly articles: TextStep;
  readonly theme: TextStep;
  readonly description: TextStep;
  /** The planned year has passed by this edition, and was not seen to have passed before. */
  readonly becameOverdue: boolean;
}

type Dated = Pick<StatedEdition, 'phase' | 'year'>;

/** @param after the edition that states what is now */
export function pairFacts(known: KnownRound, now: StudyState, after: Dated): PairFacts {
  const slip = yearsLater(known, now);
  const due = overdueYear(now, after);
  const statusBefore = known.status?.value ?? null;
  return {
    phase: after.phase,
    statusBefore,
    statusNow: now.status,
    completion: completionStep(known.completion?.value ?? null, now.completion),
    laterRound: statusBefore === 'afgerond' && slip > 0 && !repeatsPlan(known, now),
    newerPlan: isNewerPlan(known, after),
    slip,
    periodic: [known.type?.value, known.title.value, now.type, now.title].some(isPeriodic),
    conclusions: conclusionsStep(known.conclusions?.value ?? null, now.conclusions),
    links: linkStep(known.links, now.links, after),
    title: wordStep(known.title.value, now.title, plain),
    type: wordStep(known.type?.value ?? null, now.type, plainWord),
    articles: wordStep(
      articleKey(known.articles?.value ?? []),
      articleKey(now.articles),
      plainWord,
    ),
    theme: wordStep(known.theme?.value ?? null, now.theme, plain),
    description: wordStep(known.description?.value ?? null, now.description, plain),
    becameOverdue: due !== null && !known.overdue.includes(due),
  };
}

function yearsLater({ status, completion }: KnownRound, now: StudyState): number {
  if (completion && now.completion && completion.value.years !== now.completion.years) return 0;
  // Finished without a year: no later than the edition that says so.
  const finishedBy = status?.value === 'afgerond' ? status.edition.year : null;
  const from = lastYearOf(completion?.value ?? null) ?? finishedBy;
  const to = lastYearOf(now.completion);
  return from === null || to === null ? 0 : to - from;
}

/** A year that a begroting planned before the study was reported finished is no new round when it is named again. */
function repeatsPlan({ plan, status }: KnownRound, { completion }: StudyState): boolean {
  if (!plan || !status || !completion || plan.edition.id === status.edition.id) return false;
  return lastYearOf(plan.value) === lastYearOf(completion);
}

/** Begroting t+1 appears before jaarverslag t, and plans from a later year. */
function isNewerPlan({ completion }: KnownRound, { phase, year }: Dated): boolean {
  if (phase !== 'jaarverslag' || year === null || completion === null) return false;
  const { edition } = completion;
  return edition.phase === 'begroting' && edition.year !== null && edition.year > year;
}

function isPeriodic(text: string | null | undefined): boolean {
  return /\bperiodieke\s+rapportage|\bbeleidsdoorlichting/i.test(text ?? '');
}

function conclusionsStep(known: string | null, now: string | null): TextStep {
  if (known === null || now === null) return 'none';
  const [before, after] = [plain(known), plain(now)];
  if (before === after) return 'none';
  if (before === '') return 'added';
  return after === '' ? 'removed' : 'changed';
}

/** A row without a link says that it is gone only where the same phase had it: the other one may print none. */
export function linksStated(
  known: KnownRound['links'],
  now: readonly string[],
  { phase }: Pick<Dated, 'phase'>,
): boolean {
  return now.length > 0 || (known !== null && known.edition.phase === phase);
}

function linkStep(known: KnownRound['links'], now: readonly string[], after: Dated): TextStep {
  const [before, stated] = [new Set(known?.value), new Set(now)];
  if (!linksStated(known, now, after)) return 'none';
  if (before.size === stated.size && now.every((url) => before.has(url))) return 'none';
  if (before.size === 0) return 'added';
  return stated.size > 0 ? 'changed' : 'removed';
}

function wordStep(
  known: string | null,
  now: string | null,
  key: (text: string) => string,
): TextStep {
  if (known === null || now === null) return 'none';
  return key(known) === key(now) ? 'none' : 'changed';
}

/** The order of articles says nothing; no articles state nothing. */
function articleKey(articles: readonly string[]): string | null {
  return articles.length === 0 ? null : [...new Set(articles)].sort().join(' | ');
}

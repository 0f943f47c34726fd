import type { Phase, StatedEdition } from '../edition/edition.ts';
import { completionStep } from './completion.ts';
import type { CompletionStep, StatedCompletion } from './completion.ts';
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
  /** The planned year has passed by this edition, and had not by the one before. */
  readonly becameOverdue: boolean;
}

export interface FactOptions {
  /**
   * The years of the two editions do not mean the same: under model 3.45 of 2021 it is the year in
   * which the report is offered to the Kamer, later the year in which the work ends.
   */
  readonly otherYears?: boolean;
}

type Dated = Pick<StatedEdition, 'phase' | 'year'>;

export function pairFacts(
  known: StudyState,
  now: StudyState,
  before: Dated,
  after: Dated,
  { otherYears = false }: FactOptions = {},
): PairFacts {
  const slip = otherYears ? 0 : yearsLater(known, now, before);
  const due = overdueYear(now, after);
  return {
    phase: after.phase,
    statusBefore: known.status,
    statusNow: now.status,
    completion: otherYears ? 'none' : completionStep(known.completion, now.completion),
    laterRound: known.status === 'afgerond' && slip > 0,
    slip,
    periodic: [known.type, known.title, now.type, now.title].some(isPeriodic),
    conclusions: conclusionsStep(known.conclusions, now.conclusions),
    links: linkStep(known.links, now.links),
    title: wordStep(known.title, now.title, plain),
    type: wordStep(known.type, now.type, plainWord),
    articles: wordStep(articleKey(known), articleKey(now), plainWord),
    theme: wordStep(known.theme, now.theme, plain),
    description: wordStep(known.description, now.description, plain),
    becameOverdue: due !== null && due !== overdueYear(known, before),
  };
}

function yearsLater(known: StudyState, now: StudyState, before: Dated): number {
  // Finished without a year: no later than the edition that says so.
  const finishedBy = known.status === 'afgerond' ? before.year : null;
  const from = lastYearOf(known.completion) ?? finishedBy;
  const to = lastYearOf(now.completion);
  return from === null || to === null ? 0 : to - from;
}

/** Of “2023 e.v.” the first year: it is no earlier than that. */
function lastYearOf(completion: StatedCompletion | null): number | null {
  if (!completion) return null;
  return completion.open ? completion.from : completion.to;
}

function isPeriodic(text: string | null): boolean {
  return /\bperiodieke\s+rapportage|\bbeleidsdoorlichting/i.test(text ?? '');
}

function conclusionsStep(known: string | null, now: string | null): TextStep {
  if (known === null || now === null) return 'none';
  const [before, after] = [plain(known), plain(now)];
  if (before === after) return 'none';
  if (before === '') return 'added';
  return after === '' ? 'removed' : 'changed';
}

function linkStep(known: readonly string[], now: readonly string[]): TextStep {
  const [before, after] = [new Set(known), new Set(now)];
  if (before.size === after.size && now.every((url) => before.has(url))) return 'none';
  if (before.size === 0) return 'added';
  return after.size === 0 ? 'removed' : 'changed';
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
function articleKey({ articles }: StudyState): string | null {
  return articles.length === 0 ? null : [...new Set(articles)].sort().join(' | ');
}

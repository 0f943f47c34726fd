import type { Phase, StatedEdition } from '../edition/edition.ts';
import type { YearMeaning } from '../edition/models.ts';
import type { Status, Study } from '../study/study.ts';
import { statedCompletion } from './completion.ts';
import type { StatedCompletion } from './completion.ts';
import { isPlaceholder, stated } from './text.ts';

/** The two official words for work that is not done. */
export type StatedStatus = Exclude<Status, 'onbekend'>;

/** What is stated about a study; null in each field where nothing is stated. */
export interface StudyState {
  readonly title: string;
  readonly status: StatedStatus | null;
  readonly completion: StatedCompletion | null;
  /** "" states that there are none (yet); null states nothing. */
  readonly conclusions: string | null;
  readonly type: string | null;
  readonly description: string | null;
  readonly theme: string | null;
  readonly articles: readonly string[];
  readonly links: readonly string[];
}

/** What one row states. A placeholder, a printed word that is no status and a column that is not there state nothing. */
export function stateOf(study: Study, years: YearMeaning): StudyState {
  const { status, conclusions } = study;
  return {
    title: study.title,
    status: status === 'onbekend' ? null : status,
    completion: statedCompletion(study, years),
    conclusions: conclusions !== null && isPlaceholder(conclusions) ? null : conclusions,
    type: stated(study.type) === null ? null : study.type,
    description: stated(study.description) === null ? null : study.description,
    theme: stated(study.theme) === null ? null : study.theme,
    articles: study.articles,
    links: study.links.map(({ url }) => url),
  };
}

export function isUnfinished(status: StatedStatus | null): boolean {
  return status === 'te starten' || status === 'lopend';
}

/**
 * The planned year that has passed by the edition's own reckoning: a jaarverslag t with an unfinished
 * study of t or earlier, a begroting t (of September t-1) with one of before t-1. Null when the study is
 * not stated to be unfinished, or when its last year or the edition's year is not known: a row of a
 * table without statuses may well be finished.
 */
export function overdueYear(
  { status, completion }: StudyState,
  edition: Pick<StatedEdition, 'phase' | 'year'>,
): number | null {
  const last = completion?.to ?? null;
  if (!isUnfinished(status) || last === null || edition.year === null) return null;
  const due = lastDueYear(edition.phase, edition.year);
  return due !== null && last <= due ? last : null;
}

function lastDueYear(phase: Phase | null, year: number): number | null {
  if (phase === null) return null;
  return phase === 'jaarverslag' ? year : year - 2;
}

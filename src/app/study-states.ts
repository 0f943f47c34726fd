import type { KnownStudy } from '../change/known.ts';
import { lineOf, replay } from '../change/line.ts';
import type { StudyState } from '../snapshot/studies-csv.ts';
import type { Place } from '../study/study.ts';
import { heldLine } from './line.ts';
import type { State } from './state.ts';

type Known = Pick<State, 'register' | 'snapshots'>;

/**
 * Each study of a chapter as it was last stated, with the place that showed it so first: what stays the same
 * in a newer edition stays the same line. In the order in which they were found.
 */
export function studyStates(state: Known, chapter: string): readonly StudyState[] {
  const chapters = new Map(state.register.studies.map((study) => [study.id, study.chapter]));
  const states = new Map<string, StudyState>();
  for (const { known } of replay(lineOf(heldLine(state, chapter)))) {
    for (const [key, study] of known) {
      // A study in two places of one edition is one line.
      if (study.study !== key || chapters.get(key) !== chapter) continue;
      const now = stateOf(key, study, state);
      const before = states.get(key);
      if (!before || !isSame(before, now)) states.set(key, now);
    }
  }
  return [...states.values()];
}

function stateOf(id: string, { round, listed }: KnownStudy, { snapshots }: Known): StudyState {
  const { edition, row } = listed.last;
  const place = snapshots.get(edition.id ?? '')?.studies[row]?.place;
  return {
    id,
    title: round.title.value,
    type: round.type?.value ?? null,
    completion: round.completion?.value.text ?? null,
    status: round.status?.value ?? null,
    conclusions: round.conclusions?.value ?? null,
    articles: round.articles?.value ?? [],
    theme: round.theme?.value ?? null,
    edition: edition.id ?? '',
    page: place ? pageOf(place) : null,
  };
}

function pageOf({ page, pageLabel }: Place): string | null {
  return pageLabel ?? (page === null ? null : `pdf ${page}`);
}

function isSame(one: StudyState, other: StudyState): boolean {
  const { edition, page } = one;
  return JSON.stringify(one) === JSON.stringify({ ...other, edition, page });
}

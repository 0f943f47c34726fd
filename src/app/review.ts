import { CHAPTERS } from '../edition/chapters.ts';
import { wordsOfReason } from '../change/match-reasons.ts';
import type { RegisteredStudy } from '../register/register.ts';
import { reviewList } from '../report/review-list.ts';
import type { ReviewedStudy, ReviewQuestion } from '../report/review-list.ts';
import { chapterLabel, mentionsOf } from './history.ts';
import type { State } from './state.ts';

/** The file with the open questions, below the snapshots folder. */
export const REVIEW = 'review.md';

/** What a person has to judge, as Markdown with boxes to tick. */
export function reviewText(state: Pick<State, 'register' | 'snapshots'>): string {
  return reviewList(questionsOf(state));
}

/** Doubts that nobody has answered, chapter by chapter, the study that was found first in front. */
export function questionsOf(
  state: Pick<State, 'register' | 'snapshots'>,
): readonly ReviewQuestion[] {
  const byId = new Map(state.register.studies.map((study) => [study.id, study]));
  const order = new Map(CHAPTERS.map(({ id }, place) => [id, place]));
  return state.register.studies
    .filter(({ mergedInto }) => mergedInto === undefined)
    .toSorted(
      (one, other) =>
        (order.get(one.chapter) ?? order.size) - (order.get(other.chapter) ?? order.size),
    )
    .flatMap((study) => {
      const mayBe = (study.doubts ?? []).flatMap(({ study: id, score, reasons, settled }) => {
        const other = byId.get(id);
        if (!other || settled !== undefined) return [];
        const words = reasons.map(wordsOfReason);
        return [{ ...reviewed(other, state), score, reasons: words }];
      });
      if (mayBe.length === 0) return [];
      return [{ chapterLabel: chapterLabel(study.chapter), study: reviewed(study, state), mayBe }];
    });
}

function reviewed(
  study: RegisteredStudy,
  state: Pick<State, 'register' | 'snapshots'>,
): ReviewedStudy {
  const last = mentionsOf(study, state).at(-1);
  const page = last?.study.place.pageLabel ?? null;
  const edition = last?.edition.id ?? study.editions.at(-1)?.edition ?? 'no edition';
  return {
    id: study.id,
    title: last?.study.title ?? study.titles.at(-1)?.title ?? '',
    place: page === null ? edition : `${edition}, blz. ${page}`,
  };
}

import { publicationOrder } from '../edition/calendar.ts';
import { chapterOf } from '../edition/chapters.ts';
import type { Event } from '../ledger/event.ts';
import type { RegisteredStudy } from '../register/register.ts';
import type { Mention } from '../report/mention.ts';
import type { Dossier } from '../report/plan.ts';
import type { EditionSource } from '../report/study-input.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { notesOf } from './notes.ts';
import type { State } from './state.ts';

/**
 * Every row that names the study, oldest edition first. A row that does not bear the sighting's title is
 * passed over: the register is ahead of that snapshot (a run was killed between the two).
 */
export function mentionsOf(
  study: RegisteredStudy,
  state: Pick<State, 'snapshots'>,
): readonly Mention[] {
  return study.editions
    .flatMap(({ edition, title, rows }) => {
      const snapshot = state.snapshots.get(edition);
      return snapshot ? rows.flatMap((row) => mentionAt(snapshot, row, title)) : [];
    })
    .sort((one, other) => publicationOrder(one.edition, other.edition));
}

/** The row as a mention; none when it does not bear the title. */
export function mentionAt(
  { edition, print, studies }: Snapshot,
  row: number,
  title: string,
): readonly Mention[] {
  const study = studies[row];
  return study?.title === title ? [{ edition, print, study, row }] : [];
}

/** All events of one study, told or not, oldest first. */
export function eventsOf(study: string, state: State): readonly Event[] {
  return state.ledger.events.filter((event) => event.study === study);
}

/** The same with those that it shares with other studies: groups, and themes that are not there. */
export function sharedEventsOf(study: string, state: State): readonly Event[] {
  return state.ledger.events.filter(
    (event) => event.study === study || event.studies?.includes(study),
  );
}

/** All studies that a chapter lists or listed, with their mentions in any chapter. */
export function dossiersOf(chapter: string, state: State): readonly Dossier[] {
  const editions = new Set(editionsOf(chapter, state).map(({ edition }) => edition.id));
  return state.register.studies
    .filter((study) => study.editions.some(({ edition }) => editions.has(edition)))
    .map((study) => {
      const mentions = mentionsOf(study, state);
      return {
        id: study.id,
        title: titleOf(study, mentions),
        mentions,
        notes: notesOf(study, state),
      };
    });
}

/** The newest wording of its title. */
export function titleOf(study: RegisteredStudy, mentions: readonly Mention[]): string {
  return mentions.at(-1)?.study.title ?? study.titles.at(-1)?.title ?? study.id;
}

/** All editions of a chapter that were read, oldest first. */
export function editionsOf(chapter: string, state: State): readonly EditionSource[] {
  return [...state.snapshots.values()]
    .filter(({ edition }) => edition.chapter === chapter)
    .sort((one, other) => publicationOrder(one.edition, other.edition))
    .map(({ edition, print, annex }) => ({ edition, print, annex }));
}

/** “SZW (XV)”: how a reader names a chapter. */
export function chapterLabel(chapter: string): string {
  const abbreviation = chapterOf(chapter)?.abbreviation;
  return abbreviation === undefined ? chapter : `${abbreviation} (${chapter})`;
}

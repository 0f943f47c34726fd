import { lineOf, replay } from '../change/line.ts';
import type { KnownRound, KnownState } from '../change/known.ts';
import { chapterFamily, chapterOf } from '../edition/chapters.ts';
import type { Event } from '../ledger/event.ts';
import type { RegisteredStudy } from '../register/register.ts';
import type { ExportedChange, ExportedStudy } from '../report/export-schema.ts';
import type { Exported } from '../report/export-files.ts';
import { pageUrl } from '../report/mention.ts';
import { sentence } from '../report/statement.ts';
import type { Language } from '../report/vocabulary.ts';
import { mentionsOf, sharedEventsOf, titleOf } from './history.ts';
import { heldLine } from './line.ts';
import type { State } from './state.ts';

/** All studies as they were last stated, by id, and all changes in the order they were recorded. */
export function exportOf(state: State, language: Language): Exported {
  const studies = new Map(state.register.studies.map((study) => [study.id, study]));
  const known = knownIn(state);
  return {
    studies: state.register.studies
      .flatMap((study) => studyOf(study, known.get(study.id)?.round ?? null, state))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    changes: state.ledger.events.map((event) => changeOf(event, studies, state, language)),
  };
}

/** What is known of each study after all editions, by id. */
function knownIn(state: State): KnownState {
  const chapters = new Set([...state.snapshots.values()].map(({ edition }) => edition.chapter));
  const families = new Set([...chapters].map((chapter) => chapterFamily(chapter)[0] ?? chapter));
  return new Map(
    [...families].flatMap((chapter) => [
      ...(replay(lineOf(heldLine(state, chapter))).at(-1)?.known ?? []),
    ]),
  );
}

/** None for a study that no held edition lists: its row was misread, or a person joined it to another one. */
function studyOf(
  study: RegisteredStudy,
  round: KnownRound | null,
  state: State,
): readonly ExportedStudy[] {
  const mentions = mentionsOf(study, state);
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (!first || !last) return [];
  const { place } = last.study;
  const completion = round ? (round.completion?.value ?? null) : last.study.completion;
  return [
    {
      schemaVersion: 1,
      id: study.id,
      chapter: study.chapter,
      ministry: chapterOf(study.chapter)?.abbreviation ?? study.chapter,
      title: titleOf(study, mentions),
      type: round?.type?.value ?? last.study.type,
      completion: round?.completion?.value.text ?? last.study.printed.completion,
      completionFrom: completion?.from ?? null,
      completionTo: completion?.to ?? null,
      status: round?.status?.value ?? last.study.status,
      conclusions: round?.conclusions?.value ?? last.study.conclusions,
      articles: [...(round?.articles?.value ?? last.study.articles)],
      theme: round?.theme?.value ?? last.study.theme,
      links: [...(round?.links?.value ?? last.study.links.map(({ url }) => url))],
      slips: round?.slips ?? 0,
      firstEdition: first.edition.id,
      lastEdition: last.edition.id,
      editions: new Set(mentions.map(({ edition }) => edition.id)).size,
      page: place.pageLabel ?? (place.page === null ? null : String(place.page)),
      url: pageUrl(last),
    },
  ];
}

function changeOf(
  event: Event,
  registered: ReadonlyMap<string, RegisteredStudy>,
  state: State,
  language: Language,
): ExportedChange {
  const { id, edition, against, study, studies = [], title, kind, news, cause, field } = event;
  const known = registered.get(study ?? '');
  const mentions = known ? mentionsOf(known, state) : [];
  const events = study === null ? [event] : sharedEventsOf(study, state);
  const context = {
    language,
    mentions,
    events,
    titleOf: (other: string) => {
      const it = registered.get(other);
      return it && titleOf(it, mentionsOf(it, state));
    },
  };
  return {
    schemaVersion: 1,
    id,
    edition,
    published: state.snapshots.get(edition)?.print.published ?? null,
    against,
    study,
    studies: [...studies],
    title,
    kind,
    news,
    cause,
    field,
    before: event.before,
    after: event.after,
    told: event.told,
    corrects: event.corrects ?? null,
    recorded: event.recorded,
    sentence: sentence(event, context),
  };
}

import { chapterOf } from '../edition/chapters.ts';
import type { Edition } from '../edition/edition.ts';
import { parseEditionId } from '../edition/edition.ts';
import type { LastCheck } from '../port/last-check.ts';
import type { Coverage } from '../report/coverage.ts';
import type { PeriodicDocument } from '../report/document.ts';
import { editionDay, editionDayName } from '../report/edition-day.ts';
import type { Language } from '../report/vocabulary.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { reportInput, reportKey } from './edition-reports.ts';
import { chapterLabel } from './history.ts';
import type { State } from './state.ts';

/** Prinsjesdag or Verantwoordingsdag, by the phase and year of its papers. */
export type Day = Pick<Edition, 'phase' | 'year'>;

/**
 * The days of which an overview is due: those of the given editions, where several chapters are followed.
 * With one chapter its report says it all.
 */
export function reportedDays(editions: readonly Snapshot[], state: State): readonly Day[] {
  const days = new Map(
    editions.map(({ edition: { phase, year } }) => [`${phase} ${year}`, { phase, year }]),
  );
  return [...days.values()].filter((day) => expectedChapters(day, state).length > 1);
}

/** By which a channel knows that it has the overview as it is now: it is filled as chapters are read. */
export function dayKey(day: Day, unread: LastCheck['unread'], state: State): string {
  const reports = editionsOn(day, state).map((edition) => reportKey(edition, state));
  const { unreliable } = coverageOf(day, unread, state);
  const told = reports.reduce((sum, key) => sum + Number(key.split('-').at(-1)), 0);
  return `${editionDayName(day)}@${reports.length}-${unreliable.length}-${told}`;
}

/** The overview of a day, with what has been read by now. */
export function editionDayOf(
  day: Day,
  unread: LastCheck['unread'],
  state: State,
  { warning, language }: { readonly warning: string | null; readonly language: Language },
): PeriodicDocument {
  const options = { warning, language };
  return editionDay({
    day,
    chapters: editionsOn(day, state).map((snapshot) => reportInput(snapshot, state, options)),
    coverage: coverageOf(day, unread, state),
    ...options,
  });
}

function editionsOn({ phase, year }: Day, state: State): readonly Snapshot[] {
  return [...state.snapshots.values()].filter(
    ({ edition }) => edition.phase === phase && edition.year === year,
  );
}

/** A followed chapter without an edition of the day was not read, or has not published it yet. */
function coverageOf(day: Day, unread: LastCheck['unread'], state: State): Omit<Coverage, 'unsure'> {
  const expected = expectedChapters(day, state);
  const read = new Set(editionsOn(day, state).map(({ edition }) => edition.chapter));
  const failed = new Set(
    unread.flatMap(({ edition }) => {
      const parsed = parseEditionId(edition);
      return parsed?.phase === day.phase && parsed.year === day.year ? [parsed.chapter] : [];
    }),
  );
  const absent = expected.filter((chapter) => !read.has(chapter));
  return {
    read: expected.length - absent.length,
    expected: expected.length,
    unreliable: absent
      .filter((chapter) => failed.has(chapter))
      .map((chapter) => ({ name: chapterLabel(chapter), pages: null })),
    missing: absent
      .filter((chapter) => !failed.has(chapter))
      .map((chapter) => chapterLabel(chapter)),
  };
}

/** Chapters that are followed and have papers of that year. */
function expectedChapters({ year }: Day, state: State): readonly string[] {
  const followed = new Set([...state.snapshots.values()].map(({ edition }) => edition.chapter));
  return [...followed].filter((id) => {
    const { since = null, until = null } = chapterOf(id) ?? {};
    return (since === null || year >= since) && (until === null || year <= until);
  });
}

import { expectedEditions, expectedOn, publicationOrder } from '../edition/calendar.ts';
import type { Phase } from '../edition/edition.ts';
import type { State } from './state.ts';

/** held: read and stored. missing: its day has come. quarantined: read and not accepted. expected: its day is still to come. */
export type EditionStanding = 'held' | 'missing' | 'quarantined' | 'expected';

/** One line of `editions`. */
export interface EditionEntry {
  readonly id: string;
  readonly chapter: string;
  readonly year: number;
  readonly phase: Phase;
  readonly standing: EditionStanding;
  /** ISO date of publication as the source gives it; null when it does not, and for what is not held. */
  readonly published: string | null;
  /** ISO date on which it is due by law. */
  readonly due: string;
  readonly studies: number | null;
  readonly dossier: string | null;
}

const YEAR = 365 * 86_400_000;

/**
 * What is known, missing and expected of some chapters since a year: every edition whose day has come, those
 * that are held beside them, and the next one.
 * @param quarantined ids of the editions in quarantine
 */
export function editionEntries(
  chapters: readonly string[],
  since: number,
  now: Date,
  { snapshots }: Pick<State, 'snapshots'>,
  quarantined: ReadonlySet<string>,
): readonly EditionEntry[] {
  return chapters.flatMap((chapter) => {
    const due = expectedEditions(chapter, since, now);
    // Between one edition and the next there are never more than eight months.
    const inAYear = expectedEditions(chapter, since, new Date(now.getTime() + YEAR));
    const next = inAYear.slice(due.length, due.length + 1);
    const editions = new Map([...due, ...next].map((it) => [it.id, it]));
    for (const { edition } of snapshots.values()) {
      if (edition.chapter === chapter) editions.set(edition.id, edition);
    }
    const isDue = new Set(due.map(({ id }) => id));
    return [...editions.values()].sort(publicationOrder).map((edition): EditionEntry => {
      const held = snapshots.get(edition.id);
      const { id, year, phase } = edition;
      const absent = isDue.has(id) ? 'missing' : 'expected';
      const refused = quarantined.has(id) ? 'quarantined' : absent;
      return {
        id,
        chapter,
        year,
        phase,
        standing: held ? 'held' : refused,
        published: held?.print.published ?? null,
        due: expectedOn(edition),
        studies: held?.studies.length ?? null,
        dossier: edition.dossier,
      };
    });
  });
}

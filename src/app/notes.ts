import { publicationOrder } from '../edition/calendar.ts';
import { requireEditionId } from '../edition/edition.ts';
import type { RegisteredStudy } from '../register/register.ts';
import type { StudyNotes } from '../report/reason.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { NameableStudy } from '../study/named.ts';
import { tieNotes } from '../study/note.ts';
import type { TiedNotes } from '../study/note.ts';
import type { State } from './state.ts';

/** Tying takes its time and documents ask for the same editions again: kept as long as the state is. */
const TIED = new WeakMap<State, Map<string, TiedNotes>>();

/** Prose of every edition of the study's chapters that names it, by edition. */
export function notesOf(study: RegisteredStudy, state: State): StudyNotes {
  const chapters = new Set(
    study.editions.map(({ edition }) => requireEditionId(edition).chapter).concat(study.chapter),
  );
  return new Map(
    [...state.snapshots.values()]
      .filter(({ edition }) => chapters.has(edition.chapter))
      .flatMap((snapshot) => {
        const own = notesIn(snapshot, state).byStudy.get(study.id);
        return own ? [[snapshot.edition.id, own] as const] : [];
      }),
  );
}

/** The prose of one edition, tied to the studies that this edition or an earlier one lists. */
export function notesIn(snapshot: Snapshot, state: State): TiedNotes {
  const known = TIED.get(state) ?? new Map<string, TiedNotes>();
  TIED.set(state, known);
  const { id } = snapshot.edition;
  const tied =
    known.get(id) ?? tieNotes(snapshot.annex?.notes ?? [], nameableStudies(snapshot, state));
  known.set(id, tied);
  return tied;
}

function nameableStudies(
  { edition, studies }: Snapshot,
  { register }: State,
): readonly NameableStudy[] {
  return register.studies.flatMap((study) => {
    const seen = study.editions.filter((it) => {
      const sighted = requireEditionId(it.edition);
      return sighted.chapter === edition.chapter && publicationOrder(sighted, edition) <= 0;
    });
    if (seen.length === 0) return [];
    const here = seen.find((it) => it.edition === edition.id);
    const rows = (here?.rows ?? []).flatMap((row) => studies[row]?.place ?? []);
    return [{ id: study.id, titles: [...new Set(seen.map(({ title }) => title))], rows }];
  });
}

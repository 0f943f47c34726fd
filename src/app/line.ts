import { chapterFamily } from '../edition/chapters.ts';
import type { LineEdition } from '../change/line.ts';
import { enroll, unsureTitles } from '../register/enroll.ts';
import type { Register } from '../register/register.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { State } from './state.ts';

/** The held editions of a chapter and those it shares studies with, each row with its study's id; in no order. */
export function heldLine(
  { snapshots, register }: Pick<State, 'snapshots' | 'register'>,
  chapter: string,
): readonly LineEdition[] {
  const family = chapterFamily(chapter);
  return [...snapshots.values()]
    .filter(({ edition }) => family.includes(edition.chapter))
    .map((snapshot) => lineEdition(register, snapshot));
}

/** A snapshot as a print of a line. */
export function lineEdition(register: Register, snapshot: Snapshot): LineEdition {
  const { edition, studies, annex } = snapshot;
  const titles = unsureTitles(register, edition.id);
  const unsure = studies.flatMap(({ title }, row) => {
    const mayBe = titles.get(title);
    return mayBe ? [[row, mayBe] as const] : [];
  });
  return {
    edition,
    studies,
    ids: idsIn(register, snapshot),
    unsure: new Map(unsure),
    ...(annex === null ? { withoutAnnex: true } : {}),
  };
}

/**
 * Register id of each row. The register may be ahead of the snapshot (a run that was killed has written it
 * for a print whose snapshot is not there yet): then the rows are found by their wording.
 */
function idsIn(register: Register, snapshot: Snapshot): readonly string[] {
  const ids: string[] = [];
  for (const study of register.studies) {
    for (const { edition, title, rows } of study.editions) {
      if (edition !== snapshot.edition.id) continue;
      for (const row of rows) if (snapshot.studies[row]?.title === title) ids[row] = study.id;
    }
  }
  const isWhole = snapshot.studies.every((_study, row) => ids[row] !== undefined);
  return isWhole ? ids : enroll(register, snapshot).ids;
}

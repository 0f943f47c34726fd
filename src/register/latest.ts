import type { Snapshot } from '../snapshot/snapshot.ts';
import type { StudyState } from '../snapshot/studies-csv.ts';
import { byPublication } from './order.ts';
import type { Register } from './register.ts';

/**
 * Each study of a chapter as the newest of the given snapshots that has it shows it, in the order of
 * the register. A study that stands in none of them is left out.
 */
export function latestStates(
  register: Register,
  chapter: string,
  snapshots: Iterable<Snapshot>,
): readonly StudyState[] {
  const byEdition = new Map([...snapshots].map((snapshot) => [snapshot.edition.id, snapshot]));
  return register.studies.flatMap((registered) => {
    if (registered.chapter !== chapter) return [];
    const newest = registered.editions
      .filter(({ edition }) => byEdition.has(edition))
      .toSorted((one, other) => byPublication(one.edition, other.edition))
      .at(-1);
    const study = newest && byEdition.get(newest.edition)?.studies[newest.rows[0] ?? -1];
    return study ? [{ id: registered.id, study, edition: newest.edition }] : [];
  });
}

import { doubtsOfKind, guardBetween } from './guards.ts';
import type { Profile } from './profile.ts';

/**
 * Rows of one edition that are one study: those with equal titles, whose rows may stand under several
 * themes. Parted stay rows whose types name other stages of one law, and rows that have no title but a
 * type (“Beleidsevaluatie”) and other themes; beside such rows those that name no stage or theme are by
 * themselves. By row index, in printed order; which rows are one does not depend on the order.
 */
export function studiesIn(profiles: readonly Profile[]): readonly (readonly number[])[] {
  const byTitle = Map.groupBy(profiles.keys(), (row) => profiles[row]?.title ?? '');
  return [...byTitle.values()]
    .flatMap((rows) => partedByKind(rows, profiles))
    .toSorted(([one = 0], [other = 0]) => one - other);
}

function partedByKind(
  rows: readonly number[],
  profiles: readonly Profile[],
): readonly (readonly number[])[] {
  const groups: { readonly rows: number[]; readonly kinds: Set<string> }[] = [];
  const unkind: number[] = [];
  for (const row of rows) {
    const kinds = kindsOf(profiles[row]);
    if (kinds.length === 0) {
      unkind.push(row);
      continue;
    }
    const met = groups.filter((group) => kinds.some((kind) => group.kinds.has(kind)));
    const joined = {
      rows: [...met.flatMap((group) => group.rows), row],
      kinds: new Set([...met.flatMap((group) => [...group.kinds]), ...kinds]),
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !met.includes(group)), joined);
  }
  const [only] = groups;
  const parted =
    only && groups.length === 1
      ? [[...only.rows, ...unkind]]
      : [...groups.map((group) => group.rows), ...(unkind.length > 0 ? [unkind] : [])];
  return parted.map((group) => group.toSorted((one, other) => one - other));
}

/** Stages that the type names, within the subject of a row that has no title of its own. */
function kindsOf(profile: Profile | undefined): readonly string[] {
  if (!profile) return [];
  const subject = profile.untitled ? profile.core : '';
  const stages = [...profile.typeMoments];
  if (stages.length === 0) return subject === '' ? [] : [subject];
  return stages.map((stage) => `${subject} ${stage}`);
}

function isOneStudy(one: Profile, other: Profile): boolean {
  if (isOtherSubject(one, other)) return false;
  const [stages, others] = [one.typeMoments, other.typeMoments];
  return stages.size === 0 || others.size === 0 || [...stages].some((it) => others.has(it));
}

/** True when two rows without a title of their own stand under other themes. */
export function isOtherSubject(one: Profile, other: Profile): boolean {
  return (
    one.untitled &&
    other.untitled &&
    one.core !== '' &&
    other.core !== '' &&
    one.core !== other.core
  );
}

/**
 * Whether two rows of two editions with one title are one study, by all that is beside the title.
 * @param several whether one of the editions has several studies with that title
 */
export function equalTitles(
  before: Profile,
  after: Profile,
  several = false,
): 'same' | 'doubt' | 'other' {
  if (guardBetween(before, after) !== null) return 'other';
  if (several && !isOneStudy(before, after)) return 'other';
  return isOtherSubject(before, after) || doubtsOfKind(before, after).length > 0 ? 'doubt' : 'same';
}

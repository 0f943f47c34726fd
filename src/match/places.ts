import { doubtsOfKind, guardBetween } from './guards.ts';
import type { Profile } from './profile.ts';

/**
 * Rows of one edition that are one study: those with equal titles, whose rows may stand under several
 * themes. Parted stay rows whose types name other stages of one law, and rows that have no title but a
 * type (“Beleidsevaluatie”) and other themes. By row index, in printed order.
 */
export function studiesIn(profiles: readonly Profile[]): readonly (readonly number[])[] {
  const studies: number[][] = [];
  const byTitle = new Map<string, number[][]>();
  for (const [row, profile] of profiles.entries()) {
    const alike = byTitle.get(profile.title) ?? [];
    const found = alike.find((rows) =>
      rows.every((other) => isOneStudy(profile, profiles[other] ?? profile)),
    );
    if (found) {
      found.push(row);
      continue;
    }
    const study = [row];
    studies.push(study);
    byTitle.set(profile.title, [...alike, study]);
  }
  return studies;
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

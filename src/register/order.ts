import { publicationOrder } from '../edition/calendar.ts';
import { requireEditionId } from '../edition/edition.ts';

/** Comparator of edition ids by publication. Throws a usage Failure for a text that is no edition id. */
export function byPublication(one: string, other: string): number {
  return publicationOrder(requireEditionId(one), requireEditionId(other));
}

/** The one that was published first. */
export function earliest(one: string, other: string): string {
  return byPublication(one, other) <= 0 ? one : other;
}

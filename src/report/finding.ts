import type { ChangeKind } from '../change/comparison.ts';
import { requireEditionId } from '../edition/edition.ts';
import type { Edition } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import type { Facts } from './fact.ts';
import type { Mention } from './mention.ts';

/** What stands in the paper instead of what we told. */
export type Finding =
  /** `elsewhere`: in another edition than the one that the message was about. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly edition: Edition;
      readonly elsewhere: boolean;
    }
  | { readonly kind: 'nothing-stated' | 'not-listed' | 'listed'; readonly edition: Edition }
  /** Known from an earlier edition; two studies taken for one; wrong, and no more to say. */
  | { readonly kind: 'known-before' | 'other-study' | 'untrue' };

const ABSENCES: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'vanished',
  'not-accounted-for',
  'awaiting-report',
  'aged-out',
  'theme-absent',
]);

/**
 * What a correction found (see correctionsOf): another text, nothing, another study, or a study that is
 * there or is not.
 *
 * @param corrected the event that it takes back; null when that is not at hand
 */
export function findingOf(
  event: Event,
  corrected: Event | null,
  facts: Facts,
  mentions: readonly Mention[],
): Finding {
  const edition = requireEditionId(event.edition);
  if (event.field === null) {
    if (ABSENCES.has(event.kind)) {
      return event.after === null ? { kind: 'untrue' } : { kind: 'listed', edition };
    }
    if (event.kind !== 'added') return { kind: 'untrue' };
    return event.after === null ? { kind: 'not-listed', edition } : { kind: 'known-before' };
  }
  if (facts.after !== '') {
    const elsewhere = corrected !== null && corrected.edition !== event.edition;
    return { kind: 'text', text: facts.after, edition, elsewhere };
  }
  if (event.rows.length === 0) return { kind: 'not-listed', edition };
  const row = mentions.find(
    (it) => it.edition.id === event.edition && it.row !== undefined && event.rows.includes(it.row),
  );
  // The row still says what we told: it was told of another study than the one it is about.
  const isAnother = !row || row.study.printed[event.field as keyof Mention['study']['printed']];
  return isAnother ? { kind: 'other-study' } : { kind: 'nothing-stated', edition };
}

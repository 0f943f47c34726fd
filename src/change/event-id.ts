import { createHash } from 'node:crypto';
import type { Cause, ChangeKind } from './comparison.ts';

export interface EventIdentity {
  /** Id in the register; without a register the folded title. */
  readonly study: string;
  readonly kind: ChangeKind;
  /** Edition that shows the change; '' when the print does not say which it is. */
  readonly edition: string;
  readonly cause: Cause;
  /** For `overdue`: the planned year that passed. */
  readonly year?: number | null;
}

/**
 * Sixteen hexadecimal digits that depend on nothing but who, what, where and why: the texts are
 * payload, so that another reading of the same fact is the same event.
 */
export function eventId({ study, kind, edition, cause, year }: EventIdentity): string {
  const identity = JSON.stringify([study, kind, edition, cause, ...(year ? [year] : [])]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}

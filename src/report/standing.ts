import type { Event } from '../ledger/event.ts';

/**
 * Events that still hold, in the order they were recorded: without those of which a later print of the same
 * edition, or a correction, says otherwise.
 */
export function stillStanding(events: readonly Event[]): readonly Event[] {
  return events.filter(
    (event, index) => !events.slice(index + 1).some((later) => takesItsPlace(later, event)),
  );
}

function takesItsPlace(later: Event, event: Event): boolean {
  if (later.cause === 'successor') return false;
  if (later.corrects === event.id) return true;
  if (later.study !== event.study || later.study === null) return false;
  if (later.edition !== event.edition) return false;
  // That a year passed rests on the status as well.
  if (event.kind === 'overdue' && later.field === 'status') return true;
  return later.kind === event.kind || (event.field !== null && later.field === event.field);
}

/** Events that were true: neither corrected nor corrections, which say what was not. */
export function trueEvents(events: readonly Event[]): readonly Event[] {
  const corrected = new Set(events.map(({ corrects }) => corrects));
  return events.filter(({ id, cause }) => cause !== 'correction' && !corrected.has(id));
}

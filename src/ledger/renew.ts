import { replay } from '../change/line.ts';
import type { Line, LineEdition } from '../change/line.ts';
import { correctionsOf } from './corrections.ts';
import type { Event, Ledger } from './event.ts';
import { eventsOf } from './ledger.ts';

export interface Renewed {
  readonly ledger: Ledger;
  /** What readers must be told, since they were told otherwise. */
  readonly corrections: readonly Event[];
}

/**
 * The ledger after prints were read again, or rows were joined or parted. What readers have stays as it was
 * told; what was wrong of it is corrected by an event of its own. Everything else changes silently: it gets
 * the present texts, is dropped when the line tells it no more, or is added as history.
 * @param former the line as it was read and joined before
 * @param now the same editions, read and joined as they are now
 * @param told ids of the events that readers have
 * @param recorded ISO instant of the run
 */
export function renew(
  ledger: Ledger,
  former: Line,
  now: Line,
  told: ReadonlySet<string>,
  recorded: string,
): Renewed {
  const [was, is] = [eventsIn(former, recorded), eventsIn(now, recorded)];
  const readers = ledger.events.filter(({ id }) => told.has(id));
  const known = new Set(ledger.events.map(({ id }) => id));
  const corrections = correctionsOf(former, now, readers, recorded).filter(
    ({ id }) => !known.has(id),
  );
  const kept = ledger.events.flatMap((event) => {
    const present = is.get(event.id);
    if (told.has(event.id) || !was.has(event.id)) return [atPresentRows(event, former, now)];
    return present ? [{ ...present, told: event.told, recorded: event.recorded }] : [];
  });
  const added = [...is.values()].filter(({ id }) => !known.has(id) && !was.has(id));
  return {
    ledger: { ...ledger, events: [...kept, ...added, ...corrections] },
    corrections,
  };
}

function eventsIn(line: Line, recorded: string): ReadonlyMap<string, Event> {
  const events = replay(line).flatMap(({ edition, against, cause, changes }) =>
    eventsOf({
      changes,
      edition: edition.edition.id,
      against: against?.id ?? null,
      cause,
      told: 'history',
      recorded,
    }),
  );
  return new Map(events.map((event) => [event.id, event]));
}

/** The same event, with the rows at which its studies stand in the present reading. */
function atPresentRows(event: Event, former: Line, now: Line): Event {
  const rows = presentRows(event.rows, event.edition, former, now);
  const againstRows = presentRows(event.againstRows, event.against, former, now);
  return { ...event, rows, againstRows };
}

function presentRows(
  rows: readonly number[],
  id: string | null,
  former: Line,
  now: Line,
): readonly number[] {
  const [was, is] = [printOf(former, id), printOf(now, id)];
  if (!was || !is) return rows;
  return rows.flatMap((row) => {
    const study = was.studies[row];
    const stays = study !== undefined && is.studies[row]?.title === study.title;
    const present = stays ? row : is.ids.indexOf(was.ids[row] ?? '');
    return present < 0 ? [] : [present];
  });
}

function printOf(line: Line, id: string | null): LineEdition | undefined {
  return line.findLast(({ edition }) => edition.id === id);
}

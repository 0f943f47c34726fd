import { eventId } from '../change/event-id.ts';
import { replay } from '../change/line.ts';
import type { Line, LineEdition } from '../change/line.ts';
import { stateOf } from '../change/state.ts';
import { textOf } from '../change/study-changes.ts';
import { plain } from '../change/text.ts';
import { yearMeaning } from '../edition/models.ts';
import type { Event } from './event.ts';
import { eventsOf } from './ledger.ts';

/** One line of editions as it was read and joined, with the events that it tells. */
interface Telling {
  readonly line: Line;
  readonly events: readonly Event[];
}

/** What was wrong of an event: the edition and the rows that say otherwise, what we told, what stands there. */
interface Mistake extends Pick<Event, 'edition' | 'rows' | 'field' | 'before' | 'after'> {}

/**
 * Corrections of what readers were told and what is now known to be wrong, after prints were read again or
 * a person judged which studies are the same: one event for each told event that the former line tells and
 * the present one does not, or tells otherwise. An event that is missing only because another edition said
 * so earlier is still true, and is not corrected. Whatever was not told changes silently.
 * @param former the line as it was read and joined when the events were told
 * @param now the same editions, read and joined as they are now
 * @param told what readers have, corrections among it
 * @param recorded ISO instant of the run
 */
export function correctionsOf(
  former: Line,
  now: Line,
  told: readonly Event[],
  recorded: string,
): readonly Event[] {
  const [was, is] = [tellingOf(former), tellingOf(now)];
  const editions = new Set(now.map(({ edition }) => edition.id));
  return told.flatMap((event) => {
    if (!editions.has(event.edition) || isCorrected(event, told)) return [];
    const mistake = mistakeIn(event, was, is);
    return mistake ? [correction(event, mistake, told, recorded)] : [];
  });
}

function tellingOf(line: Line): Telling {
  const events = replay(line).flatMap(({ edition, against, cause, changes }) =>
    eventsOf({
      changes,
      edition: edition.edition.id,
      against: against?.id ?? null,
      cause,
      told: 'tell',
      recorded: '',
    }),
  );
  return { line, events };
}

/** A correction that was told stands for the event that it corrected. */
function isCorrected(event: Event, told: readonly Event[]): boolean {
  return told.some((it) => it !== event && it.corrects === event.id);
}

function mistakeIn(event: Event, was: Telling, is: Telling): Mistake | null {
  if (event.cause === 'correction' || event.cause === 'republished') {
    return otherText(event, event.edition, event.rows, was, is);
  }
  if (!isToldBy(event, was) || isToldBy(event, is)) return null;
  if (event.field === null) return presence(event, is);
  return (
    otherText(event, event.edition, event.rows, was, is) ??
    otherText(event, event.against, event.againstRows, was, is) ??
    otherStudy(event, is)
  );
}

/** Whether a line tells this event: by its id, or of the same rows where ids were joined or parted. */
function isToldBy(event: Event, { events }: Telling): boolean {
  return events.some(
    (it) =>
      it.kind === event.kind &&
      it.edition === event.edition &&
      (it.id === event.id || sameRows(it, event)) &&
      sameText(it.before, event.before) &&
      sameText(it.after, event.after),
  );
}

function sameRows(one: Event, other: Event): boolean {
  return (
    one.rows.join() === other.rows.join() &&
    one.against === other.against &&
    one.againstRows.join() === other.againstRows.join()
  );
}

function sameText(one: string | null, other: string | null): boolean {
  return plain(one ?? '') === plain(other ?? '');
}

/** The row that the event quotes says something else now, in a field that the event rests on. */
function otherText(
  event: Event,
  edition: string | null,
  rows: readonly number[],
  was: Telling,
  is: Telling,
): Mistake | null {
  const [row] = rows;
  if (edition === null || row === undefined) return null;
  const present = rowNow(event, edition, row, was, is);
  for (const field of fieldsOf(event)) {
    const before = textAt(was.line, edition, row, field);
    const after = present === null ? null : textAt(is.line, edition, present, field);
    if (sameText(before, after) && present !== null) continue;
    return { edition, rows: present === null ? [] : [present], field, before, after };
  }
  return null;
}

/** Overdue and a new round rest on the status as well as on the year. */
function fieldsOf({ kind, field }: Event): readonly string[] {
  if (field === null) return [];
  return kind === 'overdue' || kind === 'new-cycle' ? [field, 'status'] : [field];
}

/** Not listed, we told, or listed for the first time: what stands there is its title, if it is listed. */
function presence(event: Event, { line }: Telling): Mistake {
  const edition = editionIn(line, event.edition);
  const ids = new Set(event.studies ?? [event.study]);
  const rows = [...(edition?.ids.entries() ?? [])].flatMap(([row, id]) =>
    ids.has(id) ? [row] : [],
  );
  const after = edition?.studies[rows[0] ?? -1]?.title ?? null;
  return { edition: event.edition, rows, field: null, before: null, after };
}

/** The two rows are not the same study. */
function otherStudy(event: Event, { line }: Telling): Mistake | null {
  const [row, againstRow] = [event.rows[0], event.againstRows[0]];
  const one = editionIn(line, event.edition)?.ids[row ?? -1];
  const other = editionIn(line, event.against)?.ids[againstRow ?? -1];
  if (one === undefined || other === undefined || one === other) return null;
  const { edition, rows, field, after } = event;
  return { edition, rows, field, before: after, after: null };
}

/** Where the row stands in the present reading: in its old place when it bears its title, else by its study. */
function rowNow(
  { study }: Event,
  edition: string,
  row: number,
  was: Telling,
  is: Telling,
): number | null {
  const [before, now] = [editionIn(was.line, edition), editionIn(is.line, edition)];
  if (!now) return null;
  if (now.studies[row] && now.studies[row].title === before?.studies[row]?.title) return row;
  const found = now.ids.indexOf(study ?? '');
  return found < 0 ? null : found;
}

function textAt(line: Line, id: string, row: number, field: string): string | null {
  const edition = editionIn(line, id);
  const study = edition?.studies[row];
  if (!edition || !study) return null;
  return textOf(field, stateOf(study, edition.years ?? yearMeaning(edition.edition)));
}

/** The newest print of an edition. */
function editionIn(line: Line, id: string | null): LineEdition | undefined {
  return line.findLast(({ edition }) => edition.id === id);
}

function correction(
  event: Event,
  mistake: Mistake,
  told: readonly Event[],
  recorded: string,
): Event {
  const { study, kind, edition } = event;
  const id = eventId({
    study: study ?? event.id,
    kind,
    edition,
    cause: 'correction',
    // A correction that is corrected in its turn is another event.
    year: event.cause === 'correction' ? correctionsUntil(event, told) + 1 : null,
  });
  return {
    ...event,
    ...mistake,
    id,
    news: 'yes',
    against: null,
    againstRows: [],
    cause: 'correction',
    corrects: event.id,
    told: 'tell',
    recorded,
  };
}

/** 1 for the first correction of an event, 2 for a correction of that one, … */
function correctionsUntil({ corrects }: Event, told: readonly Event[]): number {
  const corrected = told.find(({ id }) => id === corrects);
  return corrected?.cause === 'correction' ? correctionsUntil(corrected, told) + 1 : 1;
}

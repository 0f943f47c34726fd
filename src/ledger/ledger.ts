import { z } from 'zod';
import type { Cause, Change, Comparison } from '../change/comparison.ts';
import { causeSchema, changeKindSchema, newsSchema } from '../change/schema.ts';
import { decodeJson } from '../failure/decode.ts';
import type { Event, Ledger } from './event.ts';
import { isToldAlready } from './told-once.ts';

const textOrNull = z.string().nullable();
const rows = z.array(z.int().min(0));

const eventSchema: z.ZodType<Event> = z.object({
  id: z.string(),
  recorded: z.iso.datetime(),
  told: z.enum(['tell', 'baseline', 'history']),
  kind: changeKindSchema,
  news: newsSchema,
  study: textOrNull,
  title: z.string(),
  field: textOrNull,
  before: textOrNull,
  after: textOrNull,
  edition: z.string(),
  rows,
  against: textOrNull,
  againstRows: rows,
  cause: causeSchema,
});

const ledgerSchema: z.ZodType<Ledger> = z.object({
  schemaVersion: z.literal(1),
  events: z.array(eventSchema).superRefine((events, context) => {
    const seen = new Set<string>();
    for (const [index, { id }] of events.entries()) {
      if (seen.has(id)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `event ${id} stands here twice`,
        });
      }
      seen.add(id);
    }
  }),
});

export function emptyLedger(): Ledger {
  return { schemaVersion: 1, events: [] };
}

/**
 * Canonical text: one event a line, in the order they were recorded. The comma stands before an event,
 * so that a new one adds its line and touches no other.
 */
export function encodeLedger(ledger: Ledger): string {
  const { schemaVersion, events } = ledgerSchema.parse(ledger);
  const lines = events.map(
    (event, index) => `${index === 0 ? '  ' : ', '}${JSON.stringify(event)}\n`,
  );
  return `{ "schemaVersion": ${schemaVersion}, "events": [\n${lines.join('')}] }\n`;
}

/** Throws a Failure `snapshot-damaged` that names the file, the place in it and the remedy. */
export function decodeLedger(text: string, name: string): Ledger {
  return decodeJson(ledgerSchema, text, name, {
    kind: 'snapshot-damaged',
    what: 'a ledger of events',
    remedy: 'Restore the file from git; without it the bot does not know what it told',
  });
}

export interface Entry {
  readonly comparison: Comparison;
  /** Register ids of the rows of the later and of the earlier edition. */
  readonly ids: readonly string[];
  readonly againstIds: readonly string[];
  /** Edition that shows the changes, and the one it was compared with. */
  readonly edition: string;
  readonly against: string | null;
  readonly cause: Cause;
  readonly told: Event['told'];
  /** ISO instant of the run. */
  readonly recorded: string;
}

export interface Recorded {
  readonly ledger: Ledger;
  /** Events that were not in the ledger before. */
  readonly events: readonly Event[];
}

/**
 * Adds the events of a comparison that the ledger does not have. Changes with one event id (a theme's
 * rows, a study listed twice) are one event. What readers were told last of a study is not told
 * again: such an event is history.
 */
export function record(ledger: Ledger, entry: Entry): Recorded {
  const known = new Set(ledger.events.map(({ id }) => id));
  const groups = new Map<string, Change[]>();
  for (const change of entry.comparison.changes) {
    if (known.has(change.eventId)) continue;
    groups.set(change.eventId, [...(groups.get(change.eventId) ?? []), change]);
  }
  const events = [...groups.values()].map((changes) => eventOf(changes, entry, ledger.events));
  return { ledger: { ...ledger, events: [...ledger.events, ...events] }, events };
}

function eventOf(changes: readonly Change[], entry: Entry, earlier: readonly Event[]): Event {
  const [first] = changes;
  if (!first) throw new Error('An event has at least one change');
  const { eventId, beforeRow, afterRow, ...change } = first;
  const theme = change.kind === 'theme-absent';
  const study =
    (afterRow === null ? undefined : entry.ids[afterRow]) ??
    (beforeRow === null ? undefined : entry.againstIds[beforeRow]);
  const event: Event = {
    ...change,
    id: eventId,
    title: theme ? (change.before ?? change.title) : change.title,
    study: theme ? null : (study ?? null),
    edition: entry.edition,
    against: entry.against,
    rows: rowsOf(changes, 'afterRow'),
    againstRows: rowsOf(changes, 'beforeRow'),
    cause: entry.cause,
    told: entry.told,
    recorded: entry.recorded,
  };
  const repeated = event.told === 'tell' && isToldAlready(event, earlier);
  return repeated ? { ...event, told: 'history' } : event;
}

function rowsOf(changes: readonly Change[], side: 'beforeRow' | 'afterRow'): readonly number[] {
  return changes.map((change) => change[side]).filter((row) => row !== null);
}

/**
 * By study id, the news that a channel's readers do not have yet, in the order it was recorded. News
 * about a whole theme has no study's issue to stand in and is left to the digest.
 * @param delivered ids of the events that the channel has delivered
 */
export function awaiting(
  ledger: Ledger,
  delivered: ReadonlySet<string>,
): ReadonlyMap<string, readonly Event[]> {
  const studies = new Map<string, Event[]>();
  for (const event of ledger.events) {
    const { study, told, news, id } = event;
    if (study === null || told !== 'tell' || news === 'no' || delivered.has(id)) continue;
    studies.set(study, [...(studies.get(study) ?? []), event]);
  }
  return studies;
}

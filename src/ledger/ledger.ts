import { z } from 'zod';
import type { Cause } from '../change/comparison.ts';
import { substitutionOf } from '../change/groups.ts';
import { causeSchema, changeKindSchema, newsSchema } from '../change/schema.ts';
import type { StepChange } from '../change/step-change.ts';
import { decodeJson } from '../failure/decode.ts';
import type { Deliveries } from './deliveries.ts';
import type { Event, Ledger } from './event.ts';

const textOrNull = z.string().nullable();
const rows = z.array(z.int().min(0));

const eventSchema: z.ZodType<Event> = z.object({
  id: z.string(),
  recorded: z.iso.datetime(),
  told: z.enum(['tell', 'baseline', 'history']),
  kind: changeKindSchema,
  news: newsSchema,
  study: textOrNull,
  studies: z.exactOptional(z.array(z.string())),
  title: z.string(),
  field: textOrNull,
  before: textOrNull,
  after: textOrNull,
  edition: z.string(),
  rows,
  against: textOrNull,
  againstRows: rows,
  cause: causeSchema,
  corrects: z.exactOptional(z.string()),
});

export const ledgerSchema: z.ZodType<Ledger> = z.object({
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
    versions: { current: 1, migrations: {} },
    remedy: 'Restore the file from git; without it the bot does not know what it told',
  });
}

export interface Entry {
  readonly changes: readonly StepChange[];
  /** Edition that shows the changes, and the one whose place it takes. */
  readonly edition: string;
  readonly against: string | null;
  readonly cause: Cause;
  /** How it is told: all changes alike, or each by itself. */
  readonly told: Event['told'] | ((change: StepChange) => Event['told']);
  /** ISO instant of the run. */
  readonly recorded: string;
}

export interface Recorded {
  readonly ledger: Ledger;
  /** Events that were not in the ledger before. */
  readonly events: readonly Event[];
}

/** Adds the events of an edition that the ledger does not have. */
export function record(ledger: Ledger, entry: Entry): Recorded {
  const known = new Set(ledger.events.map(({ id }) => id));
  const events = eventsOf(entry).filter(({ id }) => !known.has(id));
  return { ledger: { ...ledger, events: [...ledger.events, ...events] }, events };
}

/** The ledger without events that turned out not to be, as long as no channel's readers have them. */
export function withoutUntold(
  ledger: Ledger,
  { channels }: Deliveries,
  isNone: (event: Event) => boolean,
): Ledger {
  const delivered = new Set(Object.values(channels).flatMap(({ told }) => told));
  const events = ledger.events.filter((event) => delivered.has(event.id) || !isNone(event));
  return events.length === ledger.events.length ? ledger : { ...ledger, events };
}

/** The events that changes are: those with one event id (a theme's rows, a group, a study listed twice) are one. */
export function eventsOf(entry: Entry): readonly Event[] {
  const events = new Map<string, StepChange[]>();
  for (const change of entry.changes) {
    events.set(change.eventId, [...(events.get(change.eventId) ?? []), change]);
  }
  return [...events.values()].map((changes) => eventOf(changes, entry));
}

function eventOf(changes: readonly StepChange[], entry: Entry): Event {
  const [first] = changes;
  if (!first) throw new Error('An event has at least one change');
  const { eventId, row: _row, against, study, silent: _silent, ...change } = first;
  const studies = [...new Set(changes.map((it) => it.study).filter((it) => it !== null))];
  const theme = change.kind === 'theme-absent';
  const isGroup = theme || studies.length > 1;
  const substitution = isGroup ? substitutionOf(change.kind, change.before, change.after) : null;
  const edition = against?.edition.id ?? entry.against;
  return {
    ...change,
    ...substitution,
    id: eventId,
    title: theme ? (change.before ?? change.title) : change.title,
    study: isGroup ? null : study,
    ...(isGroup ? { studies } : {}),
    edition: entry.edition,
    against: edition,
    rows: changes.map(({ row }) => row).filter((row) => row !== null),
    againstRows: changes
      .filter((it) => it.against?.edition.id === edition)
      .map((it) => it.against?.row)
      .filter((row) => row !== undefined),
    cause: entry.cause,
    told: typeof entry.told === 'function' ? entry.told(first) : entry.told,
    recorded: entry.recorded,
  };
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

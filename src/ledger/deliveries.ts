import { z } from 'zod';
import { decodeJson } from '../failure/decode.ts';

/** What the readers of each channel have. */
export interface Deliveries {
  readonly schemaVersion: 1;
  /** By the channel's name. */
  readonly channels: Readonly<Record<string, ChannelDeliveries>>;
}

export interface ChannelDeliveries {
  /** Event ids, in the order they were delivered. */
  readonly told: readonly string[];
  /** Names of periodic documents: `2026-W47`. */
  readonly periodic: readonly string[];
}

const channelSchema: z.ZodType<ChannelDeliveries> = z.object({
  told: z.array(z.string()),
  periodic: z.array(z.string()),
});

export const deliveriesSchema: z.ZodType<Deliveries> = z.object({
  schemaVersion: z.literal(1),
  channels: z.record(z.string(), channelSchema),
});

const NOTHING: ChannelDeliveries = { told: [], periodic: [] };

export function emptyDeliveries(): Deliveries {
  return { schemaVersion: 1, channels: {} };
}

/** Canonical text: channels by name, one event or document a line, new ones at the end. */
export function encodeDeliveries(deliveries: Deliveries): string {
  const { schemaVersion, channels } = deliveriesSchema.parse(deliveries);
  const sorted = Object.entries(channels).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ schemaVersion, channels: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** Throws a Failure `snapshot-damaged` that names the file, the place in it and the remedy. */
export function decodeDeliveries(text: string, name: string): Deliveries {
  return decodeJson(deliveriesSchema, text, name, {
    kind: 'snapshot-damaged',
    what: 'a list of deliveries',
    versions: { current: 1, migrations: {} },
    remedy: 'Restore the file from git; without it the bot does not know what it told where',
  });
}

/** Ids of the events that a channel's readers have. */
export function toldIn(deliveries: Deliveries, channel: string): ReadonlySet<string> {
  return new Set(channelOf(deliveries, channel).told);
}

/** Names of the periodic documents that a channel's readers have. */
export function periodicIn(deliveries: Deliveries, channel: string): ReadonlySet<string> {
  return new Set(channelOf(deliveries, channel).periodic);
}

/** Adds ids of events that a channel delivered. Returns the same object when all of them were there. */
export function addTold(
  deliveries: Deliveries,
  channel: string,
  events: readonly string[],
): Deliveries {
  return add(deliveries, channel, 'told', events);
}

/** Adds names of periodic documents that a channel delivered. Returns the same object when all of them were there. */
export function addPeriodic(
  deliveries: Deliveries,
  channel: string,
  names: readonly string[],
): Deliveries {
  return add(deliveries, channel, 'periodic', names);
}

function add(
  deliveries: Deliveries,
  channel: string,
  list: keyof ChannelDeliveries,
  more: readonly string[],
): Deliveries {
  const known = channelOf(deliveries, channel);
  const there = new Set(known[list]);
  const added = [...new Set(more)].filter((it) => !there.has(it)).sort();
  if (added.length === 0) return deliveries;
  const channels = {
    ...deliveries.channels,
    [channel]: { ...known, [list]: [...known[list], ...added] },
  };
  return { ...deliveries, channels };
}

function channelOf({ channels }: Deliveries, channel: string): ChannelDeliveries {
  return (Object.hasOwn(channels, channel) ? channels[channel] : undefined) ?? NOTHING;
}

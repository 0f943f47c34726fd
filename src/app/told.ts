import { parsePeriod, isWithin } from '../report/week.ts';
import type { State } from './state.ts';

/**
 * Ids of the events that readers of some channel have: told of a study, or in a digest of the days on which
 * they were recorded.
 */
export function toldEvents({ ledger, deliveries }: State): ReadonlySet<string> {
  const channels = Object.values(deliveries.channels);
  const inIssues = new Set(channels.flatMap(({ told }) => told));
  const periods = channels.flatMap(({ periodic }) =>
    periodic.flatMap((name) => parsePeriod(name) ?? []),
  );
  const told = ledger.events.filter(
    ({ id, told: how, recorded }) =>
      inIssues.has(id) || (how === 'tell' && periods.some((period) => isWithin(period, recorded))),
  );
  return new Set(told.map(({ id }) => id));
}

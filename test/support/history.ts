import { EDITIONS } from '../../fixtures/history/model.ts';
import type { Life, Shared } from '../../fixtures/history/model.ts';
import type { Event } from '../../src/ledger/event.ts';

const KEYS = new Map(
  Object.entries(EDITIONS)
    .toReversed()
    .map(([key, id]) => [id as string, key]),
);

/** What the script says is to be told: a line for each event, with the studies it is about. */
export function toldInScript(lives: readonly Life[], shared: readonly Shared[]): readonly string[] {
  return [
    ...lives.flatMap(({ title, tells }) => tells.map((line) => `${line} | ${title}`)),
    ...shared.map(({ tells, titles }) => `${tells} | ${[...titles].sort().join(' + ')}`),
  ].sort();
}

/**
 * The same lines, made of events.
 * @param titleOf the title in the script of a study's id
 */
export function toldBy(
  events: readonly Event[],
  titleOf: (study: string) => string,
): readonly string[] {
  return events
    .map(({ edition, cause, kind, news, against, study, studies = [study ?? ''] }) => {
      const shown = `${keyOf(edition)}${cause === 'republished' ? '+' : ''}`;
      const titles = studies.map(titleOf).sort().join(' + ');
      return `${shown} ${kind} ${news} < ${keyOf(against ?? '')} | ${titles}`;
    })
    .sort();
}

/** The script's short name of an edition, else its id. */
function keyOf(edition: string): string {
  return KEYS.get(edition) ?? edition;
}

import type { RegisteredStudy } from '../register/register.ts';
import type { Event } from '../ledger/event.ts';
import type { State } from './state.ts';

/** One thing that is not as it should be, as a person is told. */
export interface Finding {
  /** File, below the snapshots folder. */
  readonly subject: string;
  readonly problem: string;
  readonly remedy: string;
}

const RESTORE = 'Restore the file from git';

/** Rows of snapshots that have no study or several, and sightings that stand in no snapshot. */
export function registerFaults(subject: string, state: State): readonly Finding[] {
  const { register, snapshots } = state;
  const fault = (problem: string): Finding => ({ subject, problem, remedy: RESTORE });
  const ids = new Set(register.studies.map(({ id }) => id));
  const holders = new Map<string, string[]>();
  const faults: Finding[] = [];
  for (const study of register.studies) {
    faults.push(...studyFaults(study, ids).map(fault));
    for (const { edition, title, rows } of study.editions) {
      for (const row of rows) {
        const place = placeOf(edition, row);
        holders.set(place, [...(holders.get(place) ?? []), study.id]);
        const printed = snapshots.get(edition)?.studies[row]?.title;
        if (printed === title) continue;
        const there = printed === undefined ? 'there is no such row' : `that row is “${printed}”`;
        faults.push(fault(`${study.id} stands at ${place} as “${title}”, but ${there}`));
      }
    }
  }
  for (const { edition, studies } of snapshots.values()) {
    for (const row of studies.keys()) {
      const place = placeOf(edition.id, row);
      const found = holders.get(place) ?? [];
      if (found.length === 1) continue;
      const which = found.length === 0 ? 'no study' : `several studies (${found.join(', ')})`;
      faults.push(fault(`${place} is ${which}`));
    }
  }
  return faults;
}

function studyFaults(
  { id, titles, editions, mergedInto }: RegisteredStudy,
  ids: ReadonlySet<string>,
): readonly string[] {
  const borne = new Set(titles.map(({ title }) => title));
  return [
    ...editions
      .filter(({ title }) => !borne.has(title))
      .map(({ title }) => `${id} is seen as “${title}”, which is none of its titles`),
    ...(mergedInto !== undefined && !ids.has(mergedInto)
      ? [`${id} is part of ${mergedInto}, which is not there`]
      : []),
  ];
}

/** Events of studies or rows that are not there, and deliveries of events that are not there. */
export function ledgerFaults(
  subjects: { readonly ledger: string; readonly deliveries: string },
  { ledger, deliveries, register, snapshots }: State,
): readonly Finding[] {
  const ids = new Set(register.studies.map(({ id }) => id));
  const events = new Set(ledger.events.map(({ id }) => id));
  const rowsOf = (edition: string): number => snapshots.get(edition)?.studies.length ?? 0;
  const problems = ledger.events.flatMap((event) => eventFaults(event, ids, rowsOf));
  const untold = Object.entries(deliveries.channels).flatMap(([channel, { told }]) =>
    told
      .filter((id) => !events.has(id))
      .map((id) => `${channel} has told event ${id}, which is not in the ledger`),
  );
  return [
    ...problems.map((problem) => ({ subject: subjects.ledger, problem, remedy: RESTORE })),
    ...untold.map((problem) => ({ subject: subjects.deliveries, problem, remedy: RESTORE })),
  ];
}

function eventFaults(
  { id, study, studies = [], edition, rows, against, againstRows, corrects }: Event,
  ids: ReadonlySet<string>,
  rowsOf: (edition: string) => number,
): readonly string[] {
  const unknown = [...(study === null ? [] : [study]), ...studies].filter((it) => !ids.has(it));
  const missing = [
    ...rows.filter((row) => row >= rowsOf(edition)).map((row) => placeOf(edition, row)),
    ...againstRows
      .filter((row) => against === null || row >= rowsOf(against))
      .map((row) => placeOf(against ?? 'no edition', row)),
  ];
  return [
    ...unknown.map((it) => `event ${id} is of study ${it}, which the register does not know`),
    ...missing.map((place) => `event ${id} is of ${place}, which is not there`),
    ...(corrects === id ? [`event ${id} corrects itself`] : []),
  ];
}

/** As a reader counts: the first study of an edition is 1. */
function placeOf(edition: string, row: number): string {
  return `${edition} study ${row + 1}`;
}

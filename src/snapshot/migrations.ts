import type { Migrations } from '../failure/decode.ts';
import { parseCompletion } from '../study/completion.ts';

/** Version of the form in which snapshots are written now. */
export const SNAPSHOT_VERSION = 2;

/** From each older form of a snapshot to the next one. */
export const snapshotMigrations: Migrations = { 1: withPossibleYears };

/**
 * Up to version 1 any whole number passed for a year: “20231”, a year with a note digit that was not
 * lowered, was one. A completion that no calendar has is parsed again from what is printed.
 */
function withPossibleYears(snapshot: Record<string, unknown>): Record<string, unknown> {
  const { studies } = snapshot;
  if (!Array.isArray(studies)) return snapshot;
  return { ...snapshot, studies: studies.map(withPossibleYear) };
}

function withPossibleYear(study: unknown): unknown {
  if (!isRecord(study)) return study;
  const { statusCompletion, ...rest } = study;
  const { completion, printed } = study;
  const kept = isPossible(statusCompletion) ? study : rest;
  const years = isRecord(completion) ? [completion['from'], completion['to']] : [];
  if (!isRecord(printed) || years.every(isPossible)) return kept;
  const text = printed['completion'];
  return { ...kept, completion: parseCompletion(typeof text === 'string' ? text : null) };
}

function isPossible(year: unknown): boolean {
  return typeof year !== 'number' || (year >= 1900 && year <= 2099);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

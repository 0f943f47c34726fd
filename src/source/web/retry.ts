import type { Failure } from '../../failure/failure.ts';
import type { Clock } from './clock.ts';

/** What one attempt came to. */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** Asking again would give the same. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** May pass; `retryAfter` is the wait in milliseconds that the server asked for, null for none. */
  | { readonly kind: 'transient'; readonly failure: Failure; readonly retryAfter: number | null };

/** Milliseconds before each further attempt, as clients of the official service found to work. */
export const RETRY_DELAYS: readonly number[] = [5_000, 15_000, 45_000, 90_000, 180_000];

/** A server that asks for more than this is better left alone until the next run. */
const LONGEST_WAIT = 600_000;

export interface RetryOptions {
  readonly clock: Clock;
  /** Milliseconds; their number is the number of further attempts. */
  readonly delays: readonly number[];
}

/** Attempts until the outcome is not transient or the delays are used up; gives the last outcome. */
export async function withRetry<Value>(
  attempt: () => Promise<Outcome<Value>>,
  { clock, delays }: RetryOptions,
): Promise<Outcome<Value>> {
  let outcome = await attempt();
  for (const delay of delays) {
    if (outcome.kind !== 'transient') return outcome;
    const wait = Math.max(delay, outcome.retryAfter ?? 0);
    if (wait > LONGEST_WAIT) return outcome;
    await clock.wait(wait);
    outcome = await attempt();
  }
  return outcome;
}

/** Milliseconds of a Retry-After header, either in seconds or an HTTP date (RFC 9110, 10.2.3). */
export function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\s*\d+\s*$/u.test(value)) return Number(value) * 1000;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? null : Math.max(0, instant - now);
}

export function done<Value>(value: Value): Outcome<Value> {
  return { kind: 'done', value };
}

export function failed(failure: Failure): Outcome<never> {
  return { kind: 'failed', failure };
}

export function transient(failure: Failure, retryAfter: number | null = null): Outcome<never> {
  return { kind: 'transient', failure, retryAfter };
}

import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { createPaces } from './pace.ts';
import type { Clock, Pace } from './pace.ts';

export interface ConnectionOptions {
  /** `https://api.github.com`, or `https://host/api/v3` of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly token: string;
  /** Between two writes that notify people; other writes come at most one a second. 0 for no pause. */
  readonly secondsBetweenWrites: number;
  readonly clock: Clock;
  /** Length of a second of back-off, in milliseconds. */
  readonly backOffSecond: number;
  /** After this many milliseconds a request is given up. */
  readonly timeout: number;
}

export type Connection = InstanceType<typeof Octokit>;

type Throttle = NonNullable<NonNullable<ConstructorParameters<typeof Octokit>[0]>['throttle']>;

const ThrottledOctokit = Octokit.plugin(retry, throttling);

/** A longer limit is not waited for: the run ends and the next one goes on. */
const LONGEST_WAIT_SECONDS = 120;
const NO_LOG = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * GitHub as octokit speaks to it: 5xx and broken connections are tried again by plugin-retry, rate
 * limits (403, 429) are waited for by plugin-throttling, writes are spaced as GitHub asks.
 */
export function connect(options: ConnectionOptions): Connection {
  const { apiUrl, token, secondsBetweenWrites, clock, backOffSecond, timeout } = options;
  const paces = createPaces(
    {
      betweenWrites: Math.min(1, secondsBetweenWrites),
      betweenNotifications: secondsBetweenWrites,
    },
    clock,
  );
  return new ThrottledOctokit({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: 'begrotingswacht',
    log: NO_LOG,
    request: { fetch: fetchWhole(timeout) },
    retry: {
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
      retryAfterBaseValue: backOffSecond,
    },
    throttle: {
      // The plugin shares its own groups between all clients and has no option for their pauses.
      write: asGroup(paces.writes),
      notifications: asGroup(paces.notifications),
      retryAfterBaseValue: backOffSecond,
      onRateLimit: worthWaiting,
      onSecondaryRateLimit: worthWaiting,
    },
  });
}

function worthWaiting(
  seconds: number,
  _request: unknown,
  _octokit: unknown,
  retries: number,
): boolean {
  return seconds <= LONGEST_WAIT_SECONDS && retries < 2;
}

/**
 * Reads the answer to its end before it hands it on: octokit takes a body that breaks off for an
 * empty one, and an empty list of issues would have every issue made again.
 */
function fetchWhole(timeout: number): typeof fetch {
  return async (input, init) => {
    const answer = await fetch(input, { ...init, signal: AbortSignal.timeout(timeout) });
    const body = await answer.arrayBuffer();
    const { status, statusText, headers } = answer;
    return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
  };
}

function asGroup(pace: Pace): NonNullable<Throttle['write']> {
  return pace as unknown as NonNullable<Throttle['write']>;
}

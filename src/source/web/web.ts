import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { isAllowedUrl } from '../../edition/hosts.ts';
import { isFailure } from '../../failure/failure.ts';
import type { Clock } from './clock.ts';
import { createConnection } from './connection.ts';
import * as failures from './failures.ts';
import { createPacer } from './pace.ts';
import { done, failed, parseRetryAfter, transient } from './retry.ts';
import type { Outcome } from './retry.ts';

export interface WebOptions {
  /** Host names that may be asked, see `isAllowedUrl`. */
  readonly hosts: readonly string[];
  readonly requestsPerSecond: number;
  readonly userAgent: string;
  readonly clock: Clock;
  /** Milliseconds without any byte after which an answer is given up. */
  readonly timeout: number;
  readonly dispatcher?: Dispatcher;
}

/** An answer that came whole, with a status that settles the matter (200 or 4xx). */
export interface Reply {
  readonly status: number;
  /** Empty unless the status is 200. */
  readonly bytes: Uint8Array;
}

export interface Web {
  get(url: string, accept: string): Promise<Outcome<Reply>>;
}

const REDIRECTS = 5;
/** A budget paper has 1 to 10 MB. */
const MAXIMUM_BYTES = 100 * 1024 * 1024;
/** A whole answer may take this many times the timeout, so that a trickle does not go on for ever. */
const PATIENCE = 10;

/**
 * Asks allowed hosts only, and checks that again at each redirect; keeps the rate for every single
 * request, redirects and retries included. Never throws for a fault outside the program.
 */
export function createWeb(options: WebOptions): Web {
  const { hosts, clock, timeout, userAgent } = options;
  const dispatcher = options.dispatcher ?? createConnection(timeout);
  const paced = createPacer(options.requestsPerSecond, clock);

  async function get(url: string, accept: string): Promise<Outcome<Reply>> {
    let current = url;
    for (let hop = 0; hop <= REDIRECTS; hop += 1) {
      if (!isAllowedUrl(current, hosts)) {
        return failed(failures.hostNotAllowed(url, current, hosts));
      }
      const asked = current;
      const answer = await paced(async () => ask(asked, accept));
      if (answer.kind !== 'done' || answer.value.location === null) return answer;
      const next = URL.parse(answer.value.location, current);
      if (!next) return failed(failures.badRedirect(url, answer.value.location));
      current = next.href;
    }
    return failed(failures.tooManyRedirects(url, REDIRECTS));
  }

  async function ask(url: string, accept: string): Promise<Outcome<Reply & Redirect>> {
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher,
        headers: { accept, 'user-agent': userAgent },
        signal: AbortSignal.timeout(timeout * PATIENCE),
      });
      const header = (name: string): string | null => [headers[name]].flat()[0] ?? null;
      if (statusCode === 200) return await readBody(url, body, header('content-length'));
      await body.dump();
      if (statusCode === 429) {
        const wait = parseRetryAfter(header('retry-after'), clock.now());
        return transient(failures.tooFast(url), wait);
      }
      if (statusCode >= 500 || statusCode === 408) {
        const wait = parseRetryAfter(header('retry-after'), clock.now());
        return transient(failures.serverError(url, statusCode), wait);
      }
      const location = statusCode >= 300 && statusCode < 400 ? header('location') : null;
      return done({ status: statusCode, bytes: new Uint8Array(), location });
    } catch (error) {
      if (isFailure(error)) return failed(error);
      // A TypeError is a mistake in a program; faults of network and server are errors of undici or node:net.
      if (!(error instanceof Error) || error instanceof TypeError) throw error;
      return transient(failures.unreachable(url, error));
    }
  }

  return { get };
}

interface Redirect {
  readonly location: string | null;
}

/** A connection that ends before the announced length is an error of undici, and so transient. */
async function readBody(
  url: string,
  body: Dispatcher.ResponseData['body'],
  announced: string | null,
): Promise<Outcome<Reply & Redirect>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const tooLarge = announced !== null && Number(announced) > MAXIMUM_BYTES;
  if (!tooLarge) {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAXIMUM_BYTES) break;
    }
  }
  if (tooLarge || length > MAXIMUM_BYTES) {
    body.on('error', () => undefined).destroy();
    return failed(failures.tooLarge(url, MAXIMUM_BYTES));
  }
  if (announced !== null && Number(announced) !== length) {
    return transient(failures.brokenOff(url, length, Number(announced)));
  }
  return done({ status: 200, bytes: Buffer.concat(chunks), location: null });
}

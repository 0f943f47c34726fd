import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFaultScript } from './fault.ts';
import type { Fault } from './fault.ts';
import { faultReply } from './fault-reply.ts';
import { answerFile } from './files.ts';
import { noiseAround } from './noise.ts';
import type { Paper } from './paper.ts';
import { recordAt } from './record.ts';
import { gatewayError, html, withHeader, withValidators } from './reply.ts';
import type { Reply } from './reply.ts';
import { answerSearch } from './search.ts';
import { createThrottle } from './throttle.ts';
import type { ThrottleOptions } from './throttle.ts';

export interface StandinOptions {
  readonly papers: readonly Paper[];
  /** The moment at which the catalogue is looked at first. */
  readonly now: Date;
  /** Whether other papers stand around the given ones. @default true */
  readonly noise?: boolean;
  /** Refuses what comes too fast, as MEASURED_THROTTLE does. @default never */
  readonly throttle?: ThrottleOptions;
  /** Milliseconds for the throttle. @default the system's */
  readonly clock?: () => number;
  /** Files with ETag, and 304 for a client that sends it back. @default false */
  readonly validators?: boolean;
}

export interface StandinRequest {
  /** Path with query, as sent. */
  readonly path: string;
  /** CQL of a search; null for a file. */
  readonly query: string | null;
  readonly userAgent: string | null;
  readonly status: number;
}

export interface Standin {
  /** `http://127.0.0.1:port`, without slash. */
  readonly url: string;
  /** Address of the search service. */
  readonly sru: string;
  /** Every request so far, in order. */
  readonly requests: readonly StandinRequest[];
  /** Connections opened so far. */
  readonly connections: () => number;
  setNow(now: Date): void;
  /** Adds the paper, or takes the place of the one with the same id. */
  publish(paper: Paper): void;
  /** Makes the next matching requests fail. */
  fail(fault: Fault): void;
  close(): Promise<void>;
}

/**
 * A server that stands in for the official search service and its files, over real HTTP on a free port
 * of 127.0.0.1. It answers as the real one was recorded to, and fails as it was seen to.
 */
export async function startStandin(options: StandinOptions): Promise<Standin> {
  const { throttle, validators = false, noise = true, clock = Date.now } = options;
  const papers = new Map(
    [...options.papers, ...(noise ? noiseAround(options.papers) : [])].map((paper) => [
      paper.publication,
      paper,
    ]),
  );
  const faults = createFaultScript();
  const requests: StandinRequest[] = [];
  const mayPass = throttle ? createThrottle(throttle) : null;
  let now = options.now;
  let connections = 0;
  let refusals = 0;
  let url = '';

  async function answer(request: IncomingMessage, path: string): Promise<Reply> {
    if (mayPass && !mayPass(clock())) {
      refusals += 1;
      // The real service says how long to wait now and then only.
      return withHeader(gatewayError(429), 'retry-after', refusals % 2 === 0 ? '1' : undefined);
    }
    const { pathname, searchParams } = new URL(path, url);
    if (request.method !== 'GET') return html(405, '405 Method Not Allowed');
    if (pathname === '/sru' || pathname === '/sru/Search') {
      const records = [...papers.values()].flatMap((paper) => recordAt(paper, now) ?? []);
      return answerSearch(searchParams, records, url);
    }
    const file = await answerFile(pathname, [...papers.values()], now);
    return validators ? withValidators(file, request.headers['if-none-match']) : file;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const fault = faults.take(path);
    const good = await answer(request, path);
    const reply = fault ? faultReply(fault, good) : good;
    const query = new URL(path, url).searchParams.get('query');
    const userAgent = request.headers['user-agent'] ?? null;
    requests.push({ path, query, userAgent, status: reply.status });
    if (fault?.as === 'slow') return;
    if (fault?.as === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
    if (fault?.as === 'truncated') {
      response.write(reply.body.subarray(0, reply.body.length / 2), () => request.socket.destroy());
      return;
    }
    response.end(reply.body);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    sru: `${url}/sru`,
    requests,
    connections: () => connections,
    setNow: (moment) => {
      now = moment;
    },
    publish: (paper) => {
      papers.set(paper.publication, paper);
    },
    fail: (fault) => {
      faults.add(fault);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { linkHeader, page } from './github-paging.ts';
import { createGitHubStore } from './github-store.ts';
import type { GitHubStore, Refusal, StoredIssue } from './github-store.ts';

/** What the stand-in does to a request in place of answering it. */
export type Fault =
  /** Does what was asked, then breaks the connection before the answer. */
  | { readonly kind: 'reply-lost' }
  /** Breaks the connection without doing anything. */
  | { readonly kind: 'refused' }
  /** Announces the whole answer and sends half of it. */
  | { readonly kind: 'cut-off' }
  /** Never answers. */
  | { readonly kind: 'silent' }
  /** Answers 200 with a page, as the login page of a proxy does. */
  | { readonly kind: 'page' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

interface ScriptedFault {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: Fault;
  left: number;
  /** Requests that pass before the first fault. */
  spared: number;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
}

export interface GitHubServer {
  /** For `apiUrl`. */
  readonly url: string;
  /** What is stored; tests act as people by changing it. */
  readonly store: GitHubStore;
  readonly log: LoggedRequest[];
  /** Number of requests with one of these methods since the log was last emptied. */
  count(...methods: string[]): number;
  /** Number of requests that change something. */
  writes(): number;
  /** So many requests of this method and path (below the repository) meet the fault, the first few spared. */
  fail(method: string, path: RegExp, fault: Fault, times?: number, spared?: number): void;
  /** Issues made from now on are left out of the first `lists` lists: of those by label, or of all. */
  lag(lists: number, of?: 'label' | 'all'): void;
  readonly settings: Settings;
  close(): Promise<void>;
}

interface Settings {
  hasIssues: boolean;
  archived: boolean;
  permissions: Readonly<Record<string, boolean>> | undefined;
  /** Whether the token may set labels; else GitHub drops them without a word. */
  setsLabels: boolean;
  remaining: number;
}

/** GitHub's REST API for one repository over real HTTP on loopback, as far as issues need it. */
export async function startGitHub({
  token,
  repository,
}: {
  token: string;
  repository: string;
}): Promise<GitHubServer> {
  const store = createGitHubStore();
  const log: LoggedRequest[] = [];
  const faults: ScriptedFault[] = [];
  const hidden = new Map<number, { lists: number; of: 'label' | 'all' }>();
  const settings: Settings = {
    hasIssues: true,
    archived: false,
    permissions: { push: true, triage: true },
    setsLabels: true,
    remaining: 4_999,
  };
  let lagging: { lists: number; of: 'label' | 'all' } | null = null;

  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method ?? 'GET';
    const body = await readJson(request);
    const root = `/repos/${repository}`;
    const path = pathname.startsWith(root) ? pathname.slice(root.length) : null;
    log.push({ method, path: path ?? pathname, query: search, body });

    const fault = takeFault(method, path ?? pathname);
    if (fault?.kind === 'refused') return void request.socket.destroy();
    if (fault?.kind === 'silent') return;
    if (fault?.kind === 'page') return send(response, 200, '<html>Log in</html>', 'text/html');
    if (fault?.kind === 'status') {
      const { status, message = 'Server Error', headers = {} } = fault;
      return send(response, status, { message }, 'application/json', headers);
    }
    const given = request.headers.authorization ?? '';
    if (given !== `token ${token}` && given !== `Bearer ${token}`) {
      return send(response, 401, { message: 'Bad credentials' });
    }
    if (path === null) return send(response, 404, { message: 'Not Found' });
    const { status, data, total } = route(method, path, searchParams, body);
    if (fault?.kind === 'reply-lost') return void request.socket.destroy();
    const headers =
      total === undefined ? {} : linkHeader(address() + pathname, searchParams, total);
    if (fault?.kind !== 'cut-off') return send(response, status, data, 'application/json', headers);
    const text = JSON.stringify(data);
    response.writeHead(status, {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text) + 1,
    });
    response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
  }

  function takeFault(method: string, path: string): Fault | null {
    const found = faults.find((it) => it.left > 0 && it.method === method && it.path.test(path));
    if (!found) return null;
    if (found.spared > 0) {
      found.spared -= 1;
      return null;
    }
    found.left -= 1;
    return found.fault;
  }

  function route(
    method: string,
    path: string,
    query: URLSearchParams,
    body: Readonly<Record<string, unknown>>,
  ): { status: number; data: unknown; total?: number } {
    const parts = /^\/issues(?:\/(?<number>\d+)(?<comments>\/comments)?)?$/.exec(path)?.groups;
    if (path === '' && method === 'GET') {
      const { hasIssues, archived, permissions } = settings;
      const data = { full_name: repository, has_issues: hasIssues, archived, permissions };
      return { status: 200, data };
    }
    if (path === '/labels') {
      if (method === 'GET') return page(store.labels, query);
      return made(store.addLabel(body));
    }
    if (!parts) return { status: 404, data: { message: 'Not Found' } };
    if (!settings.hasIssues) {
      return { status: 410, data: { message: 'Issues are disabled for this repo' } };
    }
    const number = Number(parts['number']);
    if (parts['number'] === undefined) {
      if (method === 'GET') return page(listed(query), query);
      const added = store.addIssue(settings.setsLabels ? body : { ...body, labels: [] });
      if (lagging && 'number' in added) hidden.set(added.number, { ...lagging });
      return made(added);
    }
    const issue = store.issue(number);
    if ('status' in issue) return { status: issue.status, data: issue };
    if (parts['comments'] !== undefined) {
      if (method === 'GET') return page(store.comments(number), query);
      return made(store.addComment(number, body));
    }
    if (method === 'GET') return { status: 200, data: issue };
    return made(store.changeIssue(number, body), 200);
  }

  function listed(query: URLSearchParams): readonly StoredIssue[] {
    const wanted = query.get('labels')?.split(',') ?? [];
    const state = query.get('state') ?? 'open';
    const found = store.issues.filter(
      (issue) =>
        (state === 'all' || issue.state === state) &&
        wanted.every((name) => issue.labels.some((label) => label.name === name)) &&
        !isHidden(issue.number, wanted.length > 0),
    );
    return query.get('direction') === 'asc' ? found : found.reverse();
  }

  function isHidden(number: number, byLabel: boolean): boolean {
    const lag = hidden.get(number);
    if (!lag || lag.lists === 0 || (lag.of === 'label' && !byLabel)) return false;
    lag.lists -= 1;
    return true;
  }

  function send(
    response: ServerResponse,
    status: number,
    data: unknown,
    type = 'application/json',
    headers: Readonly<Record<string, string>> = {},
  ): void {
    settings.remaining -= 1;
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': String(settings.remaining),
      'x-ratelimit-reset': '1800000000',
      'x-github-request-id': `A${log.length}`,
      ...headers,
    });
    response.end(typeof data === 'string' ? data : JSON.stringify(data));
  }

  function address(): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: address(),
    store,
    log,
    settings,
    count: (...methods) => log.filter((it) => methods.includes(it.method)).length,
    writes: () => log.filter((it) => it.method !== 'GET').length,
    fail: (method, path, fault, times = 1, spared = 0) =>
      void faults.push({ method, path, fault, left: times, spared }),
    lag: (lists, of = 'label') => void (lagging = { lists, of }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function made(result: object | Refusal, status = 201): { status: number; data: unknown } {
  return 'status' in result ? { status: result.status, data: result } : { status, data: result };
}

async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

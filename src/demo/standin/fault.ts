/** Ways in which the real service was seen to fail, or a server in its place may. */
export type FaultKind =
  | '429'
  | '500-html'
  | '503-html'
  | '504-html'
  /** Status 200 with a gateway's error page. */
  | 'html-200'
  /** The connection is reset before any answer. */
  | 'reset'
  /** Half the body, then the connection ends. */
  | 'truncated'
  /** Half the body with a Content-Length to match. */
  | 'cut'
  | 'empty'
  /** Status 200 with a diagnostic in place of records. */
  | 'diagnostic'
  /** Records, and a diagnostic beside them. */
  | 'ignored-text'
  | '403'
  | '404'
  /** Status 200 with the page that says 404. */
  | 'soft-404'
  | 'withdrawn'
  /** To `location`; without it to a host nobody listed. */
  | 'redirect-elsewhere'
  /** No answer until the client gives up. */
  | 'slow';

export interface Fault {
  /** Which requests: the search service, PDFs, XML editions and metadata, or by their path with query. */
  readonly match: 'sru' | 'pdf' | 'xml' | RegExp;
  readonly as: FaultKind;
  /** How many of these requests. @default 1 */
  readonly times?: number;
  /** Retry-After header of a 429 or 5xx. */
  readonly retryAfter?: string;
  readonly location?: string;
}

export interface FaultScript {
  add(fault: Fault): void;
  /** The fault that the request meets; used up by that. */
  take(path: string): Fault | null;
}

export function createFaultScript(): FaultScript {
  const waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    take: (path) => {
      const met = waiting.find(({ fault, left }) => left > 0 && isMet(fault, path));
      if (!met) return null;
      met.left -= 1;
      return met.fault;
    },
  };
}

function isMet({ match }: Fault, path: string): boolean {
  if (match === 'sru') return path.startsWith('/sru');
  if (match === 'pdf' || match === 'xml') return path.endsWith(`.${match}`);
  return match.test(path);
}

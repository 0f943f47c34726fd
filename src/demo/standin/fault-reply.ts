import { diagnosticAnswer } from './answer.ts';
import type { Fault, FaultKind } from './fault.ts';
import { gatewayError, html, notFound, redirect, withHeader, withdrawnPage, xml } from './reply.ts';
import type { Reply } from './reply.ts';

/** What is sent in place of the good answer. */
export function faultReply(fault: Fault, good: Reply): Reply {
  return REPLIES[fault.as](good, fault);
}

const gateway =
  (status: number) =>
  (_: Reply, { retryAfter }: Fault): Reply =>
    withHeader(gatewayError(status), 'retry-after', retryAfter);
/** Done on the wire by the server. */
const onTheWire = (good: Reply): Reply => good;

const REPLIES: Readonly<Record<FaultKind, (good: Reply, fault: Fault) => Reply>> = {
  '429': gateway(429),
  '500-html': gateway(500),
  '503-html': gateway(503),
  '504-html': gateway(504),
  'html-200': () => html(200, 'Bad gateway'),
  cut: (good) => ({ ...good, body: good.body.subarray(0, good.body.length / 2) }),
  empty: (good) => ({ ...good, body: new Uint8Array() }),
  diagnostic: () => xml(diagnosticAnswer('unknown prefix dcterms')),
  'ignored-text': (good) => ({ ...good, body: withIgnoredText(good.body) }),
  '403': () => html(403, '403 Forbidden'),
  '404': () => notFound(),
  'soft-404': () => notFound(200),
  withdrawn: () => withdrawnPage(),
  'redirect-elsewhere': (_, { location = 'https://elders.example/kst.pdf' }) => redirect(location),
  reset: onTheWire,
  slow: onTheWire,
  truncated: onTheWire,
};

function withIgnoredText(body: Uint8Array): Uint8Array {
  const diagnostics =
    '<sru:diagnostics><diag:diagnostic><diag:uri>info:srw/diagnostic/1/10</diag:uri><diag:message>SEARCH-IGNOREDQTEXT: 2026-02-29</diag:message></diag:diagnostic></sru:diagnostics>';
  const text = new TextDecoder().decode(body);
  return new TextEncoder().encode(text.replace('<sru:resultCountPrecision>', `${diagnostics}$&`));
}

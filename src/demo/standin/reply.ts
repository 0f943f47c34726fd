import { createHash } from 'node:crypto';

/** What the stand-in answers to a request, before any fault. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export function xml(body: string | Uint8Array): Reply {
  return reply(200, 'application/xml; charset=UTF-8', body);
}

export function html(status: number, heading: string, text = ''): Reply {
  const page = `<html>\n<head><title>${heading}</title></head>\n<body><h1>${heading}</h1>\n<p>${text}</p></body>\n</html>\n`;
  return reply(status, 'text/html', page);
}

/** What nginx sends before the real server is even asked. */
export function gatewayError(status: number): Reply {
  const names: Readonly<Record<number, string>> = {
    429: 'Too Many Requests',
    500: 'Internal Server Error',
    503: 'Service Temporarily Unavailable',
    504: 'Gateway Time-out',
  };
  return html(status, `${status} ${names[status] ?? 'Error'}`, 'nginx');
}

export function notFound(status: 200 | 404 = 404): Reply {
  return html(status, '404: Pagina niet gevonden');
}

export function withdrawnPage(): Reply {
  return html(
    200,
    'Publicatie verwijderd',
    'Deze publicatie is op verzoek van de publicerende organisatie verwijderd.',
  );
}

export function redirect(location: string): Reply {
  return { status: 302, headers: { location }, body: new Uint8Array() };
}

export function pdf(bytes: Uint8Array): Reply {
  return { status: 200, headers: { 'content-type': 'application/pdf' }, body: bytes };
}

export function withHeader(answer: Reply, name: string, value: string | undefined): Reply {
  return value === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, [name]: value } };
}

/** Adds validators to a file, and answers 304 to a client that holds it already. */
export function withValidators(answer: Reply, ifNoneMatch: string | undefined): Reply {
  if (answer.status !== 200) return answer;
  const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 16)}"`;
  const headers = { ...answer.headers, etag };
  if (ifNoneMatch === etag) return { status: 304, headers, body: new Uint8Array() };
  return { ...answer, headers };
}

function reply(status: number, type: string, body: string | Uint8Array): Reply {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { status, headers: { 'content-type': type }, body: bytes };
}

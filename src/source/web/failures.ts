import { Failure } from '../../failure/failure.ts';

/** Everything that is tried again anyway by the next run. */
const NEXT_RUN = 'The next run tries again';

export function hostNotAllowed(url: string, target: string, hosts: readonly string[]): Failure {
  const leads = url === target ? 'this address' : `it leads to ${target}, which`;
  return new Failure('host-not-allowed', {
    subject: url,
    problem: `${leads} may not be asked: only https to ${hosts.join(', ')}`,
    remedy: 'Nothing was fetched from it; if the publisher moved, add the new host to source.hosts',
  });
}

export function badRedirect(url: string, location: string): Failure {
  return new Failure('source-answer', {
    subject: url,
    problem: `the server sends us on to "${location}", which is no address`,
    remedy: 'Open it in a browser to see what is there; the next run tries again',
  });
}

export function tooManyRedirects(url: string, most: number): Failure {
  return new Failure('source-answer', {
    subject: url,
    problem: `the server sent us on more than ${most} times`,
    remedy: 'Open it in a browser to see what is there; the next run tries again',
  });
}

export function tooFast(url: string): Failure {
  return new Failure('source-refused', {
    subject: url,
    problem: 'the server says that we ask too much (429)',
    remedy: 'Lower source.requestsPerSecond if this stays; the next run tries again',
  });
}

export function refused(url: string, status: number): Failure {
  return new Failure('source-refused', {
    subject: url,
    problem: `the server refused the request (${status})`,
    remedy: 'Open it in a browser to see why, and check source.sru in the configuration',
  });
}

export function serverError(url: string, status: number): Failure {
  return new Failure('source-unreachable', {
    subject: url,
    problem: `the server has a fault of its own (${status})`,
    remedy: NEXT_RUN,
  });
}

export function unreachable(url: string, cause: Error): Failure {
  return new Failure('source-unreachable', {
    subject: url,
    problem: `the server cannot be reached or broke off (${causeOf(cause)})`,
    remedy: `Check the connection of this machine. ${NEXT_RUN}`,
    cause,
  });
}

export function brokenOff(url: string, received: number, announced: number): Failure {
  return new Failure('source-unreachable', {
    subject: url,
    problem: `the server sent ${received} of the ${announced} bytes it announced`,
    remedy: NEXT_RUN,
  });
}

export function tooLarge(url: string, most: number): Failure {
  return new Failure('limit-exceeded', {
    subject: url,
    problem: `the answer is larger than ${most / 1024 / 1024} MB`,
    remedy: 'No budget paper is that large; open it in a browser to see what is there',
  });
}

/** The code says more to an operator than undici's message does: ECONNRESET, ENOTFOUND. */
function causeOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : error.message || error.name;
}

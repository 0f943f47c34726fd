import { checkPrintBytes } from '../edition/print-bytes.ts';
import { Failure, isFailure } from '../failure/failure.ts';
import { refused } from './web/failures.ts';
import { done, failed, transient, withRetry } from './web/retry.ts';
import type { Outcome, RetryOptions } from './web/retry.ts';
import type { Web } from './web/web.ts';

/** Text of the page that stands in place of a paper its publisher took back. */
const WITHDRAWN = /op verzoek van de publicerende organisatie verwijderd/iu;
/** Title of the page that once came with status 200 for what does not exist. */
const SOFT_NOT_FOUND = /404:\s*Pagina niet gevonden/iu;

/**
 * Fetches a print and checks that it is a whole PDF; a web page or half a file in its place is asked
 * for again. Throws a Failure: print-missing, source-answer (withdrawn), source-refused,
 * source-unreachable, host-not-allowed, limit-exceeded, or a kind of checkPrintBytes.
 */
export async function downloadPrint(
  web: Web,
  url: string,
  retry: RetryOptions,
): Promise<Uint8Array> {
  const outcome = await withRetry(async () => attempt(web, url), retry);
  if (outcome.kind === 'done') return outcome.value;
  throw outcome.failure;
}

async function attempt(web: Web, url: string): Promise<Outcome<Uint8Array>> {
  const outcome = await web.get(url, 'application/pdf');
  if (outcome.kind !== 'done') return outcome;
  const { status, bytes } = outcome.value;
  if (status === 404 || status === 410)
    return failed(missing(url, `the server has no such file (${status})`));
  if (status !== 200) return failed(refused(url, status));
  try {
    checkPrintBytes(bytes, url);
    return done(bytes);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return judge(error, url, bytes);
  }
}

function judge(failure: Failure, url: string, bytes: Uint8Array): Outcome<never> {
  if (failure.kind === 'html-instead-of-pdf') {
    const page = new TextDecoder().decode(bytes);
    if (WITHDRAWN.test(page)) return failed(withdrawn(url));
    if (SOFT_NOT_FOUND.test(page))
      return failed(missing(url, 'the server says that there is no such page'));
    return transient(failure);
  }
  const broken = failure.kind === 'truncated-pdf' || bytes.length === 0;
  return broken ? transient(failure) : failed(failure);
}

export function missing(url: string, problem: string): Failure {
  return new Failure('print-missing', {
    subject: url,
    problem,
    remedy: 'It may follow within days of publication; the next run looks again',
  });
}

function withdrawn(url: string): Failure {
  return new Failure('source-answer', {
    subject: url,
    problem: 'the paper was withdrawn at the request of its publisher',
    remedy: 'What was read before stays; look at the dossier for the reason',
  });
}

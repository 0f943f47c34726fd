import { isXml } from '../edition/print-bytes.ts';
import { Failure } from '../failure/failure.ts';
import { missing } from './download.ts';
import { refused } from './web/failures.ts';
import { done, failed, transient, withRetry } from './web/retry.ts';
import type { Outcome, RetryOptions } from './web/retry.ts';
import type { Web } from './web/web.ts';

/**
 * Fetches the XML edition of a paper. It is a second opinion, so it is asked for once more and no
 * further. Throws a Failure: print-missing, source-answer, or one of the web's own.
 */
export async function downloadXml(
  web: Web,
  url: string,
  { clock, delays }: RetryOptions,
): Promise<Uint8Array> {
  const once = { clock, delays: delays.slice(0, 1) };
  const outcome = await withRetry(async () => attempt(web, url), once);
  if (outcome.kind === 'done') return outcome.value;
  throw outcome.failure;
}

async function attempt(web: Web, url: string): Promise<Outcome<Uint8Array>> {
  const outcome = await web.get(url, 'application/xml');
  if (outcome.kind !== 'done') return outcome;
  const { status, bytes } = outcome.value;
  if (status === 404 || status === 410) {
    return failed(missing(url, `the server has no such file (${status})`));
  }
  if (status !== 200) return failed(refused(url, status));
  if (isXml(bytes)) return done(bytes);
  return transient(
    new Failure('source-answer', {
      subject: url,
      problem: 'the server sent something else in place of the XML',
      remedy: 'The PDF was read; the next print of this edition asks for the XML again',
    }),
  );
}

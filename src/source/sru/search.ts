import { Failure } from '../../failure/failure.ts';
import { refused } from '../web/failures.ts';
import { done, failed, withRetry } from '../web/retry.ts';
import type { Outcome, RetryOptions } from '../web/retry.ts';
import type { Web } from '../web/web.ts';
import { parseAnswer } from './answer.ts';
import type { SruAnswer, SruRecord } from './answer.ts';
import { searchUrl } from './query.ts';

const PAGE_SIZE = 100;
/** Our queries find dozens. The service itself gives up at the ten thousandth record (504). */
const MOST_PAGES = 10;

/**
 * All records of a query, each once. Goes on by the number of records received: the service calls its
 * own count an estimate and does not say where the next page starts.
 */
export async function search(
  web: Web,
  endpoint: string,
  query: string,
  retry: RetryOptions,
): Promise<Outcome<readonly SruRecord[]>> {
  const records = new Map<string, SruRecord>();
  let received = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const url = searchUrl(endpoint, query, received + 1, PAGE_SIZE);
    const outcome = await withRetry(async () => askPage(web, url), retry);
    if (outcome.kind !== 'done') return outcome;
    const answer = outcome.value;
    for (const record of answer.records) records.set(record.publication, record);
    received += answer.records.length;
    const full = answer.records.length >= PAGE_SIZE;
    const last = answer.records.length === 0 || (!full && received >= answer.numberOfRecords);
    if (last) return done([...records.values()]);
  }
  return failed(endless(endpoint, received));
}

async function askPage(web: Web, url: string): Promise<Outcome<SruAnswer>> {
  const outcome = await web.get(url, 'application/xml');
  if (outcome.kind !== 'done') return outcome;
  const { status, bytes } = outcome.value;
  if (status !== 200) return failed(refused(url, status));
  return parseAnswer(new TextDecoder().decode(bytes), url);
}

function endless(endpoint: string, received: number): Failure {
  return new Failure('source-answer', {
    subject: endpoint,
    problem: `the search service found more than ${received} papers where some dozens exist`,
    remedy: 'The service may take queries in another way now; report this line',
  });
}

import type { Dispatcher } from 'undici';
import type { Edition } from '../../edition/edition.ts';
import type { Listing } from '../../edition/listing.ts';
import { isFailure } from '../../failure/failure.ts';
import type { Failure } from '../../failure/failure.ts';
import type { Source, SourceAnswer } from '../../port/source.ts';
import { downloadPrint } from '../download.ts';
import { downloadXml } from '../download-xml.ts';
import { SYSTEM_CLOCK } from '../web/clock.ts';
import type { Clock } from '../web/clock.ts';
import { RETRY_DELAYS } from '../web/retry.ts';
import type { Outcome } from '../web/retry.ts';
import { createWeb } from '../web/web.ts';
import type { SruRecord } from './answer.ts';
import { chooseListing } from './choose.ts';
import { queryFor } from './query.ts';
import { search } from './search.ts';

export interface SruSourceOptions {
  /** Search service, such as https://repository.overheid.nl/sru. */
  readonly endpoint: string | URL;
  /** Host names that may be asked for answers and files; 127.0.0.1 allows plain http to it. */
  readonly hosts: readonly string[];
  readonly requestsPerSecond: number;
  /** @default 'begrotingswacht' */
  readonly userAgent?: string;
  /** @default the system's */
  readonly clock?: Clock;
  /**
   * Milliseconds before each further attempt.
   * @default 5, 15, 45, 90 and 180 seconds, shorter in proportion where more than 2 requests a second
   * are allowed: that is a server of one's own
   */
  readonly delays?: readonly number[];
  /** Milliseconds without any byte after which an answer is given up. @default 60 seconds */
  readonly timeout?: number;
  /** @default one kept connection to each host */
  readonly dispatcher?: Dispatcher;
}

/** Keeps the URL of a query below 4 kB. */
const BATCH = 12;
/** Requests a second for which the delays were chosen. */
const OFFICIAL_RATE = 2;
/** After every attempt failed, the service is left alone for this long (milliseconds). */
const REST = 600_000;

/**
 * The official search service over SRU: finds editions by dossier and number, or by parliamentary year,
 * number and words of the title while the dossier is not known, and fetches their PDFs. One request for
 * a chapter whose editions are all there. Its `list` never throws for a fault of the service.
 */
export function createSruSource(options: SruSourceOptions): Source {
  const { hosts, requestsPerSecond, userAgent = 'begrotingswacht', timeout = 60_000 } = options;
  const { clock = SYSTEM_CLOCK, delays = delaysAt(requestsPerSecond), dispatcher } = options;
  const endpoint = String(options.endpoint);
  const retry = { clock, delays };
  const web = createWeb({
    hosts,
    requestsPerSecond,
    userAgent,
    clock,
    timeout,
    ...(dispatcher && { dispatcher }),
  });
  let resting: { readonly failure: Failure; readonly until: number } | null = null;

  async function find(editions: readonly Edition[]): Promise<Outcome<readonly SruRecord[]>> {
    if (resting && clock.now() < resting.until) return { kind: 'failed', failure: resting.failure };
    const outcome = await search(web, endpoint, queryFor(editions), retry);
    resting = null;
    if (isDown(outcome)) resting = { failure: outcome.failure, until: clock.now() + REST };
    return outcome;
  }

  async function list(wanted: readonly Edition[]): Promise<SourceAnswer> {
    const found = new Map<Edition, Listing | Failure>();
    for (let start = 0; start < wanted.length; start += BATCH) {
      const batch = wanted.slice(start, start + BATCH);
      await findAll(batch, found);
      // A disjunction of this form has not been seen to work on the live service, and one bad part
      // spoils it; so what it did not find is asked once more by itself.
      if (batch.length === 1) continue;
      for (const edition of batch) if (!found.has(edition)) await findAll([edition], found);
    }
    const entries = wanted.map((edition) => ({ edition, answer: found.get(edition) ?? null }));
    return {
      listings: entries.flatMap(({ answer }) => (answer && !isFailure(answer) ? [answer] : [])),
      failures: entries.flatMap(({ edition, answer }) =>
        isFailure(answer) ? [{ edition, failure: answer }] : [],
      ),
    };
  }

  async function findAll(
    editions: readonly Edition[],
    found: Map<Edition, Listing | Failure>,
  ): Promise<void> {
    const outcome = await find(editions);
    for (const edition of editions) {
      if (outcome.kind === 'done') {
        const answer = chooseListing(outcome.value, edition, hosts);
        if (answer) found.set(edition, answer);
      } else if (editions.length === 1 || resting) {
        found.set(edition, outcome.failure);
      }
    }
  }

  return {
    list,
    fetch: async ({ url }) => downloadPrint(web, url, retry),
    fetchXml: async ({ xml, url }) => downloadXml(web, xml ?? url, retry),
  };
}

function delaysAt(requestsPerSecond: number): readonly number[] {
  const scale = Math.min(1, OFFICIAL_RATE / requestsPerSecond);
  return RETRY_DELAYS.map((delay) => delay * scale);
}

/** True when the service itself failed us; false when it refused this one query. */
function isDown(
  outcome: Outcome<unknown>,
): outcome is Exclude<Outcome<unknown>, { readonly kind: 'done' }> {
  if (outcome.kind === 'failed') {
    return !['source-diagnostic', 'source-answer', 'source-refused'].includes(outcome.failure.kind);
  }
  return outcome.kind === 'transient';
}

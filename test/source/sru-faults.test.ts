import { describe, expect, it } from 'vitest';
import type { Fault, FaultKind } from '../../src/demo/standin/fault.ts';
import type { Listing } from '../../src/edition/listing.ts';
import { RETRY_DELAYS } from '../../src/source/web/retry.ts';
import { jumpingClock, paperOf, pdfBytes, sourceOf, standinOf, wanted } from '../support/source.ts';

const ID = 'XV/2022-jaarverslag';
const ATTEMPTS = RETRY_DELAYS.length + 1;
/** Faults that may pass. */
const PASSING: readonly FaultKind[] = [
  '429',
  '500-html',
  '503-html',
  '504-html',
  'html-200',
  'reset',
  'truncated',
  'cut',
  'empty',
];
/** For a server that does not answer. */
const SOON = { timeout: 100 };

async function listedPrint(standin: { readonly url: string }): Promise<Listing> {
  const [listing] = (await sourceOf({ sru: `${standin.url}/sru` }).list([wanted(ID)])).listings;
  if (!listing) throw new Error('the stand-in does not list the sample paper');
  return listing;
}

describe('a search that fails', () => {
  it.each(PASSING)('is asked again after %s', async (as) => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'sru', as, times: 2 });
    const answer = await sourceOf(standin).list([wanted(ID)]);
    expect(answer.failures).toEqual([]);
    expect(answer.listings).toHaveLength(1);
    expect(standin.requests).toHaveLength(3);
  });

  it('is asked again when no answer comes', async () => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'sru', as: 'slow' });
    const answer = await sourceOf(standin, SOON).list([wanted(ID)]);
    expect(answer.listings).toHaveLength(1);
    expect(standin.requests).toHaveLength(2);
  });

  it.each([
    ['429', 'source-refused'],
    ['503-html', 'source-unreachable'],
    ['reset', 'source-unreachable'],
    ['truncated', 'source-unreachable'],
    ['html-200', 'source-answer'],
    ['cut', 'source-answer'],
    ['empty', 'source-answer'],
  ] as const)('is given up when %s does not pass', async (as, kind) => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'sru', as, times: 100 });
    const source = sourceOf(standin, { delays: [1, 2] });
    const answer = await source.list([wanted(ID)]);
    expect(answer.listings).toEqual([]);
    expect(answer.failures).toMatchObject([{ edition: { id: ID }, failure: { kind } }]);
    expect(standin.requests).toHaveLength(3);
  });

  it('waits longer each time', async () => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'sru', as: '503-html', times: 100 });
    const clock = jumpingClock();
    await sourceOf(standin, { clock, requestsPerSecond: 2 }).list([wanted(ID)]);
    expect(clock.waits).toEqual([5_000, 15_000, 45_000, 90_000, 180_000]);
    expect(standin.requests).toHaveLength(ATTEMPTS);
  });

  it('waits as long as the server asks for, in seconds or until a date', async () => {
    const standin = await standinOf([paperOf(ID)]);
    const clock = jumpingClock(Date.parse('2026-05-20T10:00:00Z'));
    standin.fail({ match: 'sru', as: '429', retryAfter: '30' });
    standin.fail({ match: 'sru', as: '503-html', retryAfter: 'Wed, 20 May 2026 10:02:30 GMT' });
    const answer = await sourceOf(standin, { clock, requestsPerSecond: 2 }).list([wanted(ID)]);
    expect(answer.listings).toHaveLength(1);
    expect(clock.waits).toEqual([30_000, 120_000]);
  });

  it('is left to the next run when the server asks for an hour', async () => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'sru', as: '429', retryAfter: '3600' });
    const clock = jumpingClock();
    const answer = await sourceOf(standin, { clock }).list([wanted(ID)]);
    expect(answer.failures).toMatchObject([{ failure: { kind: 'source-refused' } }]);
    expect(clock.waits).toEqual([]);
  });

  it('does not hammer: after every attempt failed no further request is made for ten minutes', async () => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'sru', as: '503-html', times: ATTEMPTS });
    const clock = jumpingClock();
    const source = sourceOf(standin, { clock });
    const ids = Array.from({ length: 30 }, (_, index) => `XV/20${10 + index}-jaarverslag`);
    const answer = await source.list(ids.map((id) => wanted(id)));
    const next = await source.list([wanted(ID)]);
    expect(answer.failures).toHaveLength(30);
    expect(new Set(answer.failures.map(({ failure }) => failure)).size).toBe(1);
    expect(next.failures[0]?.failure).toBe(answer.failures[0]?.failure);
    expect(standin.requests).toHaveLength(ATTEMPTS);

    await clock.wait(600_000);
    expect((await source.list([wanted(ID)])).listings).toHaveLength(1);
  });

  it('names a server that is not there', async () => {
    const standin = await standinOf([]);
    await standin.close();
    const answer = await sourceOf(standin).list([wanted(ID)]);
    expect(answer.failures[0]?.failure).toMatchObject({
      kind: 'source-unreachable',
      subject: expect.stringContaining(standin.sru),
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

describe('a diagnostic with status 200', () => {
  it.each(['diagnostic', 'ignored-text'] as const)('is a failure: %s', async (as) => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'sru', as, times: 100 });
    const answer = await sourceOf(standin).list([wanted(ID)]);
    expect(answer.listings).toEqual([]);
    expect(answer.failures).toMatchObject([{ failure: { kind: 'source-diagnostic' } }]);
    expect(standin.requests).toHaveLength(1);
  });

  it('quotes what the service says', async () => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'sru', as: 'diagnostic' });
    const [first] = (await sourceOf(standin).list([wanted(ID)])).failures;
    expect(first?.failure.message).toContain('unknown prefix dcterms');
  });

  it('of one edition does not spoil the others', async () => {
    const standin = await standinOf([paperOf(ID), paperOf('XV/2024-begroting')]);
    standin.fail({ match: /XV.*36360|2022-2023/u, as: 'diagnostic', times: 100 });
    const editions = [ID, 'XV/2024-begroting'].map((id) => wanted(id));
    const answer = await sourceOf(standin).list(editions);
    expect(answer.listings.map(({ edition }) => edition.id)).toEqual(['XV/2024-begroting']);
    expect(answer.failures).toMatchObject([
      { edition: { id: ID }, failure: { kind: 'source-diagnostic' } },
    ]);
  });
});

describe('a print that fails', () => {
  it.each(PASSING)('is asked again after %s', async (as) => {
    const standin = await standinOf([paperOf(ID)]);
    const listing = await listedPrint(standin);
    standin.fail({ match: 'pdf', as, times: 2 });
    const bytes = await sourceOf(standin).fetch(listing);
    expect(bytes).toEqual(Buffer.from(pdfBytes(ID)));
    expect(standin.requests.filter(({ query }) => query === null)).toHaveLength(3);
  });

  it.each([
    ['429', 'source-refused', 3],
    ['500-html', 'source-unreachable', 3],
    ['reset', 'source-unreachable', 3],
    ['truncated', 'source-unreachable', 3],
    ['html-200', 'html-instead-of-pdf', 3],
    ['cut', 'truncated-pdf', 3],
    ['empty', 'not-a-pdf', 3],
    ['403', 'source-refused', 1],
    ['404', 'print-missing', 1],
    ['soft-404', 'print-missing', 1],
    ['withdrawn', 'source-answer', 1],
  ] as const)('is given up when %s does not pass', async (as, kind, requests) => {
    const standin = await standinOf([paperOf(ID)]);
    const listing = await listedPrint(standin);
    standin.fail({ match: 'pdf', as, times: 100 });
    const fetched = sourceOf(standin, { delays: [1, 2] }).fetch(listing);
    await expect(fetched).rejects.toMatchObject({ kind, subject: listing.url });
    expect(standin.requests.filter(({ query }) => query === null)).toHaveLength(requests);
  });

  it('is given up when no answer comes', async () => {
    const standin = await standinOf([paperOf(ID)]);
    const listing = await listedPrint(standin);
    standin.fail({ match: 'pdf', as: 'slow' });
    const fetched = sourceOf(standin, { ...SOON, delays: [] }).fetch(listing);
    await expect(fetched).rejects.toMatchObject({ kind: 'source-unreachable' });
  });

  it('that is no PDF at all is not asked twice', async () => {
    const standin = await standinOf([
      paperOf(ID, { read: async () => new TextEncoder().encode('PK a text document') }),
    ]);
    const listing = await listedPrint(standin);
    await expect(sourceOf(standin).fetch(listing)).rejects.toMatchObject({ kind: 'not-a-pdf' });
    expect(standin.requests).toHaveLength(2);
  });

  it('says that the paper was withdrawn', async () => {
    const standin = await standinOf([paperOf(ID, { withdrawn: '2024-01-01' })]);
    const listing = await listedPrint(standin);
    await expect(sourceOf(standin).fetch(listing)).rejects.toThrow(/withdrawn/u);
  });

  it('does not keep the next one from being fetched', async () => {
    const standin = await standinOf([paperOf(ID)]);
    const listing = await listedPrint(standin);
    const source = sourceOf(standin);
    const fault: Fault = { match: 'pdf', as: 'reset', times: ATTEMPTS };
    standin.fail(fault);
    await expect(source.fetch(listing)).rejects.toMatchObject({ kind: 'source-unreachable' });
    await expect(source.fetch(listing)).resolves.toHaveLength(pdfBytes(ID).length);
  });
});

describe('every failure', () => {
  it('is one sentence with subject and remedy', async () => {
    const standin = await standinOf([paperOf(ID)]);
    const listing = await listedPrint(standin);
    for (const as of [...PASSING, '403', '404', 'soft-404', 'withdrawn'] as const) {
      standin.fail({ match: 'pdf', as, times: 1 });
      const fetched = sourceOf(standin, { delays: [] }).fetch(listing);
      await expect(fetched).rejects.toThrow(/^http:\/\/127\S+\.pdf: [^\n]+\. [A-Z][^\n]+\.$/u);
    }
  });
});

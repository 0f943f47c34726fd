import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEventMarker } from '../../../src/report/marker.ts';
import {
  channelTo,
  createTestClock,
  REPOSITORY,
  studies,
  study,
  TOKEN,
} from '../../support/delivery.ts';
import { startGitHub } from '../../support/github-server.ts';
import type { Fault, GitHubServer } from '../../support/github-server.ts';

let server: GitHubServer;

beforeEach(async () => {
  server = await startGitHub({ token: TOKEN, repository: REPOSITORY });
});
afterEach(() => server.close());

const UNCERTAIN: readonly (readonly [string, Fault])[] = [
  ['is lost', { kind: 'reply-lost' }],
  ['is cut off', { kind: 'cut-off' }],
];

describe.each(UNCERTAIN)('a reply that %s', (_, fault) => {
  test('after an issue was made: the issue is adopted', async () => {
    server.fail('POST', /^\/issues$/, fault);
    const receipt = await channelTo(server).deliverStudies(studies(2), 20);
    expect(receipt).toMatchObject({ created: 2, queued: 0, failures: [], told: ['e1', 'e2'] });
    expect(server.store.issues).toHaveLength(2);
  });

  test('after a comment was made: the comment is adopted', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    server.fail('POST', /comments$/, fault);
    const receipt = await channelTo(server).deliverStudies([study('s1', ['e2'])], 20);
    expect(receipt).toMatchObject({ commented: 1, failures: [], told: ['e2'] });
    expect(server.store.comments(1)).toHaveLength(1);
  });

  test('after the reason for closing was told: it is not told again', async () => {
    server.fail('POST', /comments$/, fault);
    const closed = study('s1', ['e1'], { state: { open: false, reason: 'Afgerond' } });
    const receipt = await channelTo(server).deliverStudies([closed], 20);
    expect(receipt.failures).toEqual([]);
    expect(server.store.comments(1)).toHaveLength(1);
    expect(server.store.issues[0]?.state).toBe('closed');
  });

  test('after an issue was changed: the same change is sent again', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    server.fail('PATCH', /issues\/1$/, fault);
    const receipt = await channelTo(server).deliverStudies(
      [study('s1', ['e1'], { body: 'Nieuw' })],
      20,
    );
    expect(receipt).toMatchObject({ updated: 1, failures: [] });
    expect(server.store.issues[0]?.body).toContain('Nieuw');
  });
});

describe('a list that lags behind', () => {
  test('does not hide the issue whose reply got lost', async () => {
    server.lag(2, 'all');
    server.fail('POST', /^\/issues$/, { kind: 'reply-lost' });
    const receipt = await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    expect(receipt).toMatchObject({ created: 1, failures: [] });
    expect(server.store.issues).toHaveLength(1);
  });

  test('does not make a study anew in the next run', async () => {
    server.lag(5, 'label');
    const document = study('s1', ['e1']);
    await channelTo(server).deliverStudies([document], 20);
    const receipt = await channelTo(server).deliverStudies([document], 20);
    expect(receipt).toMatchObject({ created: 0, skipped: 1, told: ['e1'] });
    expect(server.store.issues).toHaveLength(1);
  });
});

describe('a fault that passes', () => {
  test.each<readonly [string, Fault, number]>([
    ['502', { kind: 'status', status: 502 }, 3],
    ['503', { kind: 'status', status: 503 }, 2],
    ['a broken connection', { kind: 'refused' }, 2],
    ['half a list', { kind: 'cut-off' }, 1],
    ['no answer in time', { kind: 'silent' }, 1],
  ])('while listing, %s, is waited out', async (_, fault, times) => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    server.fail('GET', /^\/issues$/, fault, times);
    const channel = channelTo(server, { timeout: 200 });
    const receipt = await channel.deliverStudies([study('s1', ['e1'])], 20);
    expect(receipt).toMatchObject({ created: 0, skipped: 1, failures: [] });
  });

  test('while an issue is made, is tried again when nothing was made', async () => {
    server.fail('POST', /^\/issues$/, { kind: 'status', status: 502 });
    const clock = createTestClock();
    const receipt = await channelTo(server, { clock }).deliverStudies([study('s1', ['e1'])], 20);
    expect(receipt).toMatchObject({ created: 1, failures: [] });
    expect(server.store.issues).toHaveLength(1);
    expect(clock.waits).toEqual([1_000, 3_000, 6_000]);
  });

  test.each([
    [
      403,
      'You have exceeded a secondary rate limit. Please wait a few minutes.',
      { 'retry-after': '7' },
    ],
    [
      429,
      'You have exceeded a secondary rate limit. Please wait a few minutes.',
      { 'retry-after': '7' },
    ],
    [429, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1000' }],
  ])('%i “%s” is waited for, also while an issue is made', async (status, message, headers) => {
    server.fail('POST', /^\/issues$/, { kind: 'status', status, message, headers });
    const receipt = await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    expect(receipt).toMatchObject({ created: 1, failures: [] });
    expect(server.log.filter((it) => it.method === 'POST' && it.path === '/issues')).toHaveLength(
      2,
    );
  });
});

describe('a fault that stays', () => {
  const cases: readonly (readonly [string, Fault, RegExp])[] = [
    [
      'a bad token',
      { kind: 'status', status: 401, message: 'Bad credentials' },
      /token is not valid \(401\).*GITHUB_TOKEN/,
    ],
    [
      'a missing permission',
      { kind: 'status', status: 403, message: 'Resource not accessible by integration' },
      /lacks a permission.*not accessible by integration.*issues: write for kamer\/onderzoek/,
    ],
    [
      'no repository',
      { kind: 'status', status: 404, message: 'Not Found' },
      /no such repository.*Check github\.repository/,
    ],
    [
      'issues disabled',
      { kind: 'status', status: 410, message: 'Issues are disabled' },
      /issues disabled.*Enable Issues/,
    ],
    ['a service that is down', { kind: 'status', status: 503 }, /service fails \(503\).*next run/],
    ['no connection', { kind: 'refused' }, /no answer \(.*\).*next run/],
    ['a page of a proxy', { kind: 'page' }, /not as GitHub documents.*proxy/],
    [
      'a rate limit for an hour',
      {
        kind: 'status',
        status: 403,
        message: 'API rate limit exceeded',
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4000000000' },
      },
      /rate limit is used up until 2096-.*next run/,
    ],
    [
      'a slow-down for an hour',
      {
        kind: 'status',
        status: 429,
        message: 'secondary rate limit',
        headers: { 'retry-after': '3600' },
      },
      /asks to slow down \(429\).*next run/,
    ],
  ];

  test.each(cases)(
    '%s while listing: nothing is written, all is queued',
    async (_, fault, message) => {
      server.fail('GET', /^\/issues$/, fault, 100);
      const receipt = await channelTo(server).deliverStudies(studies(3), 20);
      expect(receipt).toMatchObject({ created: 0, queued: 3, told: [] });
      expect(receipt.failures).toHaveLength(1);
      expect(receipt.failures[0]).toMatchObject({ kind: 'delivery-failed' });
      expect(receipt.failures[0]?.message).toMatch(message);
      expect(receipt.failures[0]?.message).not.toMatch(/\n|test-token/);
      expect(server.writes()).toBe(0);
      // Nothing further is asked of a service that refuses: a request and its three retries at most.
      expect(server.log.length).toBeLessThanOrEqual(4);
    },
  );

  test.each(cases)('%s after the first issue: told is what arrived', async (_, fault, message) => {
    server.fail('POST', /^\/issues$/, fault, 100, 1);
    const receipt = await channelTo(server).deliverStudies(studies(3), 20);
    expect(receipt).toMatchObject({ created: 1, queued: 2, told: ['e1'] });
    expect(receipt.failures.map((it) => it.message)).toEqual([expect.stringMatching(message)]);
    expect(server.store.issues).toHaveLength(1);
  });

  test('a wrong token is one clear failure', async () => {
    const receipt = await channelTo(server, { token: 'wrong' }).deliverStudies(studies(2), 20);
    expect(receipt.failures).toHaveLength(1);
    expect(receipt.failures[0]?.subject).toBe('GitHub kamer/onderzoek');
  });

  test('a server that is not there is one clear failure', async () => {
    const gone = await startGitHub({ token: TOKEN, repository: REPOSITORY });
    await gone.close();
    const receipt = await channelTo(gone).deliverStudies(studies(2), 20);
    expect(receipt).toMatchObject({ queued: 2, told: [] });
    expect(receipt.failures.map((it) => it.message)).toEqual([expect.stringMatching(/no answer/)]);
  });

  test.each([404, 410])('an issue that is gone (%i) does not stop the others', async (status) => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    server.fail('GET', /^\/issues\/1$/, { kind: 'status', status, message: 'Gone' });
    const receipt = await channelTo(server).deliverStudies(
      [study('s1', ['x']), study('s2', ['e2'])],
      20,
    );
    expect(receipt).toMatchObject({ created: 1, queued: 1, told: ['e2'] });
    expect(receipt.failures[0]?.message).toMatch(/onderzoek#1 .*deleted or transferred/);
  });

  test('a text that GitHub refuses names its study and does not stop the others', async () => {
    const documents = [study('s1', ['e1'], { title: 'x'.repeat(300) }), study('s2', ['e2'])];
    const receipt = await channelTo(server).deliverStudies(documents, 20);
    expect(receipt).toMatchObject({ created: 1, queued: 1, told: ['e2'] });
    expect(receipt.failures[0]?.message).toContain('x'.repeat(300));
    expect(receipt.failures[0]?.message).toContain('422');
  });

  test('the run after it delivers the rest, each event once', async () => {
    server.fail('POST', /^\/issues$/, { kind: 'status', status: 401 }, 1, 2);
    await channelTo(server).deliverStudies(studies(4), 20);
    const receipt = await channelTo(server).deliverStudies(studies(4), 20);
    expect(receipt).toMatchObject({ created: 2, skipped: 2, queued: 0, failures: [] });
    expect(receipt.told).toEqual(['e1', 'e2', 'e3', 'e4']);
  });
});

test('a mistake of ours is no fault of the service', async () => {
  const endless = study('s1', ['e1'], { body: 'x'.repeat(70_000) });
  await expect(channelTo(server).deliverStudies([endless], 20)).rejects.toThrow(
    /a body of 70\d{3} characters/,
  );
});

test('the longest document fits with its markers', async () => {
  const events = Array.from({ length: 300 }, (_, index) => `event-${index}`.padEnd(16, '0'));
  const longest = study('s1', events, { body: 'x'.repeat(58_000) });
  expect(await channelTo(server).deliverStudies([longest], 20)).toMatchObject({
    created: 1,
    failures: [],
  });
  const later = study('s1', [], { news: [{ event: 'e1', body: 'y'.repeat(58_000) }] });
  expect(await channelTo(server).deliverStudies([later], 20)).toMatchObject({ commented: 1 });
  expect(server.store.comments(1).map((it) => readEventMarker(it.body))).toEqual(['e1']);
});

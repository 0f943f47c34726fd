import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDigestMarker } from '../../../src/report/marker.ts';
import { channelTo, digest, REPOSITORY, study, TOKEN } from '../../support/delivery.ts';
import { startGitHub } from '../../support/github-server.ts';
import type { GitHubServer } from '../../support/github-server.ts';

let server: GitHubServer;

beforeEach(async () => {
  server = await startGitHub({ token: TOKEN, repository: REPOSITORY });
});
afterEach(() => server.close());

function told(issue: number): readonly (string | null)[] {
  return server.store.comments(issue).map((it) => readDigestMarker(it.body));
}

test('a digest is a comment on one issue that says how to subscribe', async () => {
  const receipt = await channelTo(server).deliverPeriodic(digest());
  expect(receipt).toMatchObject({
    channel: 'github',
    created: 1,
    commented: 1,
    told: ['2024-W20'],
    failures: [],
  });
  expect(server.store.issues[0]).toMatchObject({
    title: 'Wekelijks overzicht evaluatieonderzoek',
    labels: [{ name: 'begrotingswacht-overzicht' }],
    body: expect.stringContaining('Subscribe'),
  });
  expect(server.store.comments(1)[0]?.body).toBe(
    '# Week 2024-W20\n\n41 wijzigingen\n\n<!-- begrotingswacht:1 digest=2024-W20 -->',
  );
});

test('a digest is told once, the next one on the same issue', async () => {
  await channelTo(server).deliverPeriodic(digest());
  server.log.length = 0;
  const again = await channelTo(server).deliverPeriodic(digest());
  expect(again).toMatchObject({ created: 0, commented: 0, skipped: 1, told: ['2024-W20'] });
  expect(server.writes()).toBe(0);
  await channelTo(server).deliverPeriodic(digest('2024-W21'));
  expect(server.store.issues).toHaveLength(1);
  expect(told(1)).toEqual(['2024-W20', '2024-W21']);
});

test('lost replies and lists that lag make no second issue or comment', async () => {
  server.lag(3);
  server.fail('POST', /^\/issues$/, { kind: 'reply-lost' });
  server.fail('POST', /comments$/, { kind: 'reply-lost' });
  const receipt = await channelTo(server).deliverPeriodic(digest());
  expect(receipt).toMatchObject({ created: 1, commented: 1, failures: [] });
  await channelTo(server).deliverPeriodic(digest());
  expect(server.store.issues).toHaveLength(1);
  expect(told(1)).toEqual(['2024-W20']);
});

test('the issues of studies and the digest issue keep apart', async () => {
  const channel = channelTo(server);
  await channel.deliverStudies([study('s1', ['e1'])], 20);
  await channel.deliverPeriodic(digest());
  await channel.deliverStudies([study('s1', ['e1'])], 20);
  await channel.deliverPeriodic(digest());
  expect(server.store.issues.map((it) => it.labels[0]?.name)).toEqual([
    'begrotingswacht',
    'begrotingswacht-overzicht',
  ]);
});

test('a failure is in the receipt and nothing counts as told', async () => {
  server.fail(
    'POST',
    /comments$/,
    { kind: 'status', status: 403, message: 'Resource not accessible' },
    9,
  );
  const receipt = await channelTo(server).deliverPeriodic(digest());
  expect(receipt).toMatchObject({ commented: 0, told: [] });
  expect(receipt.failures[0]?.message).toMatch(/issues: write/);
});

test('a start report is not for this channel', async () => {
  const receipt = await channelTo(server).deliverPeriodic({ ...digest(), kind: 'start-report' });
  expect(receipt).toMatchObject({ created: 0, commented: 0, skipped: 0, told: [] });
  expect(server.log).toEqual([]);
});

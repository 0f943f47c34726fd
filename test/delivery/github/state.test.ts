import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEventMarker, readFlipMarker } from '../../../src/report/marker.ts';
import { channelTo, REPOSITORY, study, TOKEN } from '../../support/delivery.ts';
import { startGitHub } from '../../support/github-server.ts';
import type { GitHubServer } from '../../support/github-server.ts';

let server: GitHubServer;

beforeEach(async () => {
  server = await startGitHub({ token: TOKEN, repository: REPOSITORY });
});
afterEach(() => server.close());

const DONE = {
  state: { open: false, reason: 'Afgerond, conclusies vermeld in jaarverslag 2023' },
} as const;

function comments(number = 1): readonly string[] {
  return server.store.comments(number).map((it) => it.body);
}

describe('an issue whose question is answered', () => {
  test('is closed right after it was made, with the reason', async () => {
    const receipt = await channelTo(server).deliverStudies([study('s1', ['e1'], DONE)], 20);
    expect(receipt).toMatchObject({ created: 1, failures: [], told: ['e1'] });
    expect(server.store.issues[0]).toMatchObject({ state: 'closed', state_reason: 'completed' });
    expect(comments()).toEqual([
      'Gesloten: Afgerond, conclusies vermeld in jaarverslag 2023.\n\n<!-- begrotingswacht:1 state=closed -->',
    ]);
  });

  test('is closed by the news itself, in one comment that gives the reason', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    await channelTo(server).deliverStudies([study('s1', ['e2', 'e3'], DONE)], 20);
    expect(comments().map((it) => [readEventMarker(it), readFlipMarker(it)])).toEqual([
      ['e2', null],
      ['e3', 'closed'],
    ]);
    expect(comments()[0]).not.toContain('Gesloten');
    expect(comments()[1]).toContain('Bericht e3\n\nGesloten: Afgerond, conclusies');
    expect(server.store.issues[0]?.state).toBe('closed');
  });

  test('is closed with a comment of its own when there is no news', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    await channelTo(server).deliverStudies([study('s1', [], DONE)], 20);
    expect(comments().map(readFlipMarker)).toEqual(['closed']);
    expect(server.store.issues[0]?.state).toBe('closed');
  });

  test('is told so once when the run breaks off before it is closed', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    server.fail('PATCH', /issues\/1$/, { kind: 'status', status: 401 });
    await channelTo(server).deliverStudies([study('s1', ['e2'], DONE)], 20);
    expect(server.store.issues[0]?.state).toBe('open');
    const receipt = await channelTo(server).deliverStudies([study('s1', ['e2'], DONE)], 20);
    expect(receipt).toMatchObject({ commented: 0, updated: 1, told: ['e2'] });
    expect(comments()).toHaveLength(1);
    expect(server.store.issues[0]?.state).toBe('closed');
  });
});

describe('an issue with a new question', () => {
  beforeEach(async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'], DONE)], 20);
  });

  test('is reopened by the news', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e2'])], 20);
    expect(server.store.issues[0]).toMatchObject({ state: 'open', state_reason: 'reopened' });
    expect(
      comments()
        .slice(1)
        .map((it) => [readEventMarker(it), readFlipMarker(it)]),
    ).toEqual([['e2', 'reopened']]);
  });

  test('is reopened with a comment of its own when there is no news, once', async () => {
    await channelTo(server).deliverStudies([study('s1', [])], 20);
    expect(server.store.issues[0]?.state).toBe('open');
    expect(comments().at(-1)).toContain('Heropend: ');
    server.store.changeIssue(1, { state: 'closed' });
    await channelTo(server).deliverStudies([study('s1', [])], 20);
    expect(server.store.issues[0]?.state).toBe('closed');
    expect(comments()).toHaveLength(2);
  });

  test('gets its news but stays closed when a person wants it closed', async () => {
    server.store.changeIssue(1, { state: 'closed', state_reason: 'not_planned' });
    const receipt = await channelTo(server).deliverStudies([study('s1', ['e2'])], 20);
    expect(receipt).toMatchObject({ commented: 1, told: ['e2'] });
    expect(server.store.issues[0]).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
    server.store.changeIssue(1, { state: 'closed', labels: ['begrotingswacht', 'no-reopen'] });
    await channelTo(server).deliverStudies([study('s1', ['e3'])], 20);
    expect(server.store.issues[0]?.state).toBe('closed');
  });
});

test('what a person did between list and write counts', async () => {
  await channelTo(server).deliverStudies([study('s1', ['e1'], DONE)], 20);
  // The list still says “completed”; the issue itself is read just before it is written.
  const { issue } = server.store;
  server.store.issue = (number) => {
    server.store.changeIssue(1, { state: 'closed', state_reason: 'not_planned' });
    return issue(number);
  };
  await channelTo(server).deliverStudies([study('s1', ['e2'])], 20);
  expect(server.store.issues[0]?.state).toBe('closed');
});

test('a person who reopens an issue is not overruled by the same documents', async () => {
  await channelTo(server).deliverStudies([study('s1', ['e1'], DONE)], 20);
  server.store.changeIssue(1, { state: 'open' });
  server.log.length = 0;
  await channelTo(server).deliverStudies([study('s1', ['e1'], DONE)], 20);
  expect(server.writes()).toBe(0);
  await channelTo(server).deliverStudies([study('s1', ['e2'], DONE)], 20);
  expect(server.store.issues[0]?.state).toBe('closed');
});

test('a marker in the comment of an outsider keeps no news from being told', async () => {
  await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
  const body = 'Gezien\n\n<!-- begrotingswacht:1 event=e2 -->';
  const stranger = { login: 'stranger', type: 'User' } as const;
  server.store.addComment(1, { body }, { user: stranger, association: 'NONE' });
  await channelTo(server).deliverStudies([study('s1', ['e2'])], 20);
  expect(comments()).toHaveLength(2);
  // A maintainer's token once delivered the next one.
  const owner = { login: 'maintainer', type: 'User' } as const;
  server.store.addComment(
    1,
    { body: body.replace('e2', 'e3') },
    { user: owner, association: 'OWNER' },
  );
  const receipt = await channelTo(server).deliverStudies([study('s1', ['e3'])], 20);
  expect(receipt).toMatchObject({ commented: 0, told: ['e3'] });
});

test('words of the channel come in English too', async () => {
  const channel = channelTo(server, { language: 'en' });
  await channel.deliverStudies(
    [study('s1', ['e1'], { state: { open: false, reason: 'Finished' } })],
    20,
  );
  expect(comments()[0]).toContain('Closed: Finished.');
});

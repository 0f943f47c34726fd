import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEventMarker, readStudyMarker } from '../../../src/report/marker.ts';
import { channelTo, REPOSITORY, studies, study, TOKEN } from '../../support/delivery.ts';
import { startGitHub } from '../../support/github-server.ts';
import type { GitHubServer } from '../../support/github-server.ts';

let server: GitHubServer;

beforeEach(async () => {
  server = await startGitHub({ token: TOKEN, repository: REPOSITORY });
});
afterEach(() => server.close());

const NO_WORK = {
  created: 0,
  updated: 0,
  commented: 0,
  skipped: 0,
  queued: 0,
  told: [],
  failures: [],
};

function bodiesOf(number: number): readonly string[] {
  return server.store.comments(number).map((it) => it.body);
}

describe('the issue of a study', () => {
  test('is made once, with the news in its body', async () => {
    const receipt = await channelTo(server).deliverStudies([study('s1', ['e1', 'e2'])], 20);
    expect(receipt).toEqual({ ...NO_WORK, channel: 'github', created: 1, told: ['e1', 'e2'] });
    const [issue] = server.store.issues;
    expect(issue).toMatchObject({ title: 'SZW (XV) · Onderzoek s1', state: 'open' });
    expect(issue?.body).toBe(
      '**Stand van s1**\n\nLopend\n\n<!-- begrotingswacht:1 study=s1 told=e1,e2 -->',
    );
    expect(issue?.labels.map((it) => it.name)).toEqual(['begrotingswacht', 'niet meer vermeld']);
    expect(server.store.comments(1)).toEqual([]);
  });

  test('is left alone by a second identical run', async () => {
    const documents = [
      study('s1', ['e1']),
      study('s2', ['e2'], { state: { open: false, reason: 'Afgerond' } }),
    ];
    await channelTo(server).deliverStudies(documents, 20);
    const stored = structuredClone(server.store.issues);
    server.log.length = 0;
    const receipt = await channelTo(server).deliverStudies(documents, 20);
    expect(server.writes()).toBe(0);
    expect(server.store.issues).toEqual(stored);
    expect(receipt).toEqual({ ...NO_WORK, channel: 'github', skipped: 2, told: ['e1', 'e2'] });
  });

  test('is asked for with one list when nothing differs, and not at all without documents', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    server.log.length = 0;
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    expect(server.log.map((it) => it.path)).toEqual(['/issues']);
    server.log.length = 0;
    expect(await channelTo(server).deliverStudies([], 20)).toEqual({
      ...NO_WORK,
      channel: 'github',
    });
    expect(server.log).toEqual([]);
  });

  test('gets one comment for each later event and the present state in its body', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    const later = study('s1', ['e2', 'e3'], {
      title: 'SZW (XV) · Andere titel',
      body: 'Nu afgerond',
    });
    const receipt = await channelTo(server).deliverStudies([later], 20);
    expect(receipt).toMatchObject({ created: 0, updated: 1, commented: 2, told: ['e2', 'e3'] });
    expect(bodiesOf(1)).toEqual([
      'Bericht e2\n\n<!-- begrotingswacht:1 event=e2 -->',
      'Bericht e3\n\n<!-- begrotingswacht:1 event=e3 -->',
    ]);
    const [issue] = server.store.issues;
    expect(issue?.title).toBe('SZW (XV) · Andere titel');
    expect(issue?.body).toBe('Nu afgerond\n\n<!-- begrotingswacht:1 study=s1 told=e1 -->');
    server.log.length = 0;
    const again = await channelTo(server).deliverStudies([later], 20);
    expect(server.writes()).toBe(0);
    expect(again).toMatchObject({ skipped: 1, told: ['e2', 'e3'] });
  });

  test('is found by its marker, whatever its title and line ends, and never by its title', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    const [issue] = server.store.issues;
    server.store.changeIssue(1, {
      title: 'Wat een mens ervan maakte',
      body: issue?.body?.replaceAll('\n', '\r\n'),
    });
    server.store.addIssue({
      title: study('s2', []).title,
      body: 'Van een mens',
      labels: ['begrotingswacht'],
    });
    server.log.length = 0;
    const receipt = await channelTo(server).deliverStudies(
      [study('s1', ['e1']), study('s2', ['e2'])],
      20,
    );
    expect(receipt).toMatchObject({ created: 1, updated: 1 });
    const patches = server.log.filter((it) => it.method === 'PATCH');
    expect(patches.map((it) => it.body)).toEqual([{ title: study('s1', []).title }]);
    expect(server.store.issues).toHaveLength(3);
  });

  test('is neither made nor missed when there is nothing to tell about a study', async () => {
    const receipt = await channelTo(server).deliverStudies([study('s1', [])], 20);
    expect(receipt).toMatchObject({ created: 0, skipped: 1, queued: 0 });
    expect(server.writes()).toBe(0);
  });

  test('is no pull request that quotes its marker', async () => {
    const body = 'Zie\n\n<!-- begrotingswacht:1 study=s1 told=e1 -->';
    const pull = server.store.addIssue({ title: 'Wijziging', body, labels: ['begrotingswacht'] });
    Object.assign(pull, { pull_request: {} });
    expect(await channelTo(server).deliverStudies([study('s1', ['e1'])], 20)).toMatchObject({
      created: 1,
    });
  });

  test('cannot be faked by someone who may not set labels', async () => {
    const body = '<!-- begrotingswacht:1 study=s1 told=e1 -->';
    server.store.addIssue({ title: 'Van buiten', body }, { login: 'stranger', type: 'User' });
    expect(await channelTo(server).deliverStudies([study('s1', ['e1'])], 20)).toMatchObject({
      created: 1,
    });
  });
});

describe('a run that was interrupted', () => {
  test('tells nothing twice when the receipt of the run before got lost', async () => {
    const document = study('s1', ['e1', 'e2']);
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    await channelTo(server).deliverStudies([document], 20);
    await channelTo(server).deliverStudies([document], 20);
    expect(server.store.issues).toHaveLength(1);
    expect(bodiesOf(1).map(readEventMarker)).toEqual(['e2']);
  });

  test('goes on after the comments that arrived', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e0'])], 20);
    const document = study('s1', ['e1', 'e2', 'e3'], { body: 'Nieuwe stand' });
    server.fail('POST', /comments$/, { kind: 'status', status: 401 }, 1, 1);
    const first = await channelTo(server).deliverStudies([document], 20);
    expect(first).toMatchObject({ commented: 1, told: ['e1'], queued: 2 });
    const second = await channelTo(server).deliverStudies([document], 20);
    expect(second).toMatchObject({ commented: 2, told: ['e1', 'e2', 'e3'], queued: 0 });
    expect(bodiesOf(1).map(readEventMarker)).toEqual(['e1', 'e2', 'e3']);
  });
});

describe('the cap', () => {
  test('leaves the rest for the next runs, in order, and says so', async () => {
    const documents = studies(5);
    const receipts = [];
    for (let run = 0; run < 3; run += 1) {
      receipts.push(await channelTo(server).deliverStudies(documents, 2));
    }
    expect(receipts.map((it) => [it.created, it.skipped, it.queued])).toEqual([
      [2, 0, 3],
      [2, 2, 1],
      [1, 4, 0],
    ]);
    expect(receipts.at(-1)?.told).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
    expect(receipts.flatMap((it) => it.failures)).toEqual([]);
    expect(server.store.issues.map((it) => readStudyMarker(it.body ?? '')?.study)).toEqual([
      's1',
      's2',
      's3',
      's4',
      's5',
    ]);
  });

  test('does not hold back comments', async () => {
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    const receipt = await channelTo(server).deliverStudies(
      [study('s2', ['x']), study('s1', ['e2'])],
      0,
    );
    expect(receipt).toMatchObject({ created: 0, commented: 1, queued: 1, told: ['e2'] });
  });
});

describe('more than one page', () => {
  test('of issues and of comments is read to the end', async () => {
    for (let index = 1; index <= 230; index += 1) {
      const body = `Stand\n\n<!-- begrotingswacht:1 study=s${index} told=e${index} -->`;
      server.store.addIssue({ title: `Onderzoek ${index}`, body, labels: ['begrotingswacht'] });
    }
    for (let index = 0; index < 205; index += 1)
      server.store.addComment(230, { body: `Gesprek ${index}` });
    server.store.addComment(230, { body: 'Bericht\n\n<!-- begrotingswacht:1 event=later -->' });
    const receipt = await channelTo(server).deliverStudies([study('s230', ['later'])], 20);
    expect(receipt).toMatchObject({ created: 0, commented: 0, told: ['later'] });
    const lists = server.log.filter((it) => it.path === '/issues');
    expect(lists).toHaveLength(3);
    expect(
      lists.every((it) => it.query.includes('per_page=100') && it.query.includes('state=all')),
    ).toBe(true);
    expect(server.log.filter((it) => it.path === '/issues/230/comments')).toHaveLength(3);
  });
});

const DOUBLE = 'Stand\n\n<!-- begrotingswacht:1 study=s1 told=e1 -->';

describe('two issues of one study', () => {
  test('become one: the newer is closed with a link to the older, once', async () => {
    for (let copy = 0; copy < 3; copy += 1) {
      server.store.addIssue({ title: 'Dubbel', body: DOUBLE, labels: ['begrotingswacht'] });
    }
    const receipt = await channelTo(server).deliverStudies([study('s1', ['e2'])], 20);
    expect(receipt).toMatchObject({ created: 0, failures: [], told: ['e2'] });
    expect(server.store.issues.map((it) => [it.state, it.state_reason])).toEqual([
      ['open', null],
      ['closed', 'not_planned'],
      ['closed', 'not_planned'],
    ]);
    expect(bodiesOf(1).map(readEventMarker)).toEqual(['e2']);
    expect(bodiesOf(2)).toEqual([expect.stringContaining('#1')]);
    server.log.length = 0;
    await channelTo(server).deliverStudies([study('s1', ['e2'])], 20);
    expect(server.writes()).toBe(0);
    // A person may open it again.
    server.store.changeIssue(2, { state: 'open' });
    await channelTo(server).deliverStudies([study('s1', ['e2'])], 20);
    expect(server.store.issues[1]?.state).toBe('open');
  });

  test('are told so once when the run breaks off between comment and closing', async () => {
    for (let copy = 0; copy < 2; copy += 1) {
      server.store.addIssue({ title: 'Dubbel', body: DOUBLE, labels: ['begrotingswacht'] });
    }
    server.fail('PATCH', /issues\/2$/, { kind: 'status', status: 401 });
    const broken = await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    expect(broken.failures).toHaveLength(1);
    await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
    expect(server.store.comments(2)).toHaveLength(1);
    expect(server.store.issues[1]?.state).toBe('closed');
  });
});

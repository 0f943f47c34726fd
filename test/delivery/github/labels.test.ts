import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelTo, REPOSITORY, study, TOKEN } from '../../support/delivery.ts';
import { startGitHub } from '../../support/github-server.ts';
import type { GitHubServer } from '../../support/github-server.ts';

let server: GitHubServer;

beforeEach(async () => {
  server = await startGitHub({ token: TOKEN, repository: REPOSITORY });
});
afterEach(() => server.close());

function labelsOf(number: number): readonly string[] {
  return server.store.issues[number - 1]?.labels.map((it) => it.name) ?? [];
}

function describedLabel(name: string): string | null | undefined {
  return server.store.labels.find((it) => it.name === name)?.description;
}

test('labels that are missing are made once, with a mark that they are ours', async () => {
  await channelTo(server).deliverStudies([study('s1', ['e1']), study('s2', ['e2'])], 20);
  expect(server.log.filter((it) => it.method === 'POST' && it.path === '/labels')).toHaveLength(2);
  expect(describedLabel('begrotingswacht')).toBe('Wordt bijgehouden door de bot (begrotingswacht)');
  expect(describedLabel('niet meer vermeld')).toContain('(begrotingswacht)');
});

test('labels of ours are replaced, those of people stay', async () => {
  server.store.addLabel({ name: 'te volgen', color: 'ffffff', description: 'Van de commissie' });
  await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
  server.store.changeIssue(1, {
    labels: ['begrotingswacht', 'niet meer vermeld', 'te volgen', 'urgent'],
  });
  const receipt = await channelTo(server).deliverStudies(
    [study('s1', ['e1'], { labels: ['afgerond'] })],
    20,
  );
  expect(receipt.updated).toBe(1);
  expect(labelsOf(1)).toEqual(['begrotingswacht', 'te volgen', 'urgent', 'afgerond']);
  server.log.length = 0;
  await channelTo(server).deliverStudies([study('s1', ['e1'], { labels: ['Afgerond'] })], 20);
  expect(server.writes()).toBe(0);
});

test('a label that a person made is used as it is, and never taken off', async () => {
  server.store.addLabel({ name: 'Afgerond', color: '00ff00', description: 'Van ons' });
  await channelTo(server).deliverStudies([study('s1', ['e1'], { labels: ['afgerond'] })], 20);
  expect(describedLabel('Afgerond')).toBe('Van ons');
  await channelTo(server).deliverStudies([study('s1', ['e1'], { labels: ['lopend'] })], 20);
  expect(labelsOf(1)).toEqual(['begrotingswacht', 'Afgerond', 'lopend']);
});

test('names are cut at the 50 characters that GitHub takes', async () => {
  const labels = ['x'.repeat(60)];
  await channelTo(server).deliverStudies([study('s1', ['e1'], { labels })], 20);
  expect(labelsOf(1)).toEqual(['begrotingswacht', 'x'.repeat(50)]);
  server.log.length = 0;
  await channelTo(server).deliverStudies([study('s1', ['e1'], { labels })], 20);
  expect(server.writes()).toBe(0);
});

test('a label that someone makes at the same moment is no fault', async () => {
  server.fail('POST', /^\/labels$/, { kind: 'status', status: 422, message: 'Validation Failed' });
  const receipt = await channelTo(server).deliverStudies([study('s1', ['e1'])], 20);
  expect(receipt).toMatchObject({ created: 1, failures: [] });
});

test('a token that may not set labels ends the run after one issue', async () => {
  server.settings.setsLabels = false;
  const receipt = await channelTo(server).deliverStudies(
    [study('s1', ['e1']), study('s2', ['e2'])],
    20,
  );
  expect(receipt).toMatchObject({ created: 1, queued: 1 });
  expect(receipt.failures[0]?.message).toMatch(/#1: .*without its labels.*issues: write/);
});

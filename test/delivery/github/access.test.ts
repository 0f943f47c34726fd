import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkGitHubAccess } from '../../../src/delivery/github/access.ts';
import { REPOSITORY, TOKEN } from '../../support/delivery.ts';
import { startGitHub } from '../../support/github-server.ts';
import type { Fault, GitHubServer } from '../../support/github-server.ts';

let server: GitHubServer;

beforeEach(async () => {
  server = await startGitHub({ token: TOKEN, repository: REPOSITORY });
});
afterEach(() => server.close());

function examine(token = TOKEN, repository = REPOSITORY): ReturnType<typeof checkGitHubAccess> {
  return checkGitHubAccess({
    repository,
    apiUrl: server.url,
    token,
    backOffSecond: 0.01,
    timeout: 200,
  });
}

test('good access is four lines from one read', async () => {
  expect(await examine()).toEqual([
    { ok: true, what: 'the token is valid, kamer/onderzoek is reached', remedy: null },
    { ok: true, what: 'issues are enabled', remedy: null },
    { ok: true, what: 'the token may write issues and labels', remedy: null },
    { ok: true, what: '4998 of 5000 requests left this hour', remedy: null },
  ]);
  expect(server.log.map((it) => it.method)).toEqual(['GET']);
});

test('what is missing is named with its remedy', async () => {
  server.settings.hasIssues = false;
  server.settings.permissions = { push: false, triage: false };
  server.settings.remaining = 12;
  const lines = await examine();
  expect(lines.slice(1).map((it) => it.ok)).toEqual([false, false, false]);
  expect(lines[1]?.remedy).toContain('Enable Issues');
  expect(lines[2]?.remedy).toContain('issues: write for kamer/onderzoek');
});

test('an archived repository cannot be written', async () => {
  server.settings.archived = true;
  expect((await examine())[1]).toMatchObject({
    ok: false,
    what: expect.stringContaining('archived'),
  });
});

test('permissions that GitHub does not tell are not guessed', async () => {
  server.settings.permissions = undefined;
  expect((await examine())[2]).toMatchObject({
    ok: true,
    what: expect.stringContaining('does not tell'),
  });
});

test('a bad token and an unknown repository are one line each', async () => {
  expect(await examine('wrong')).toEqual([
    {
      ok: false,
      what: expect.stringContaining('not valid'),
      remedy: expect.stringContaining('GITHUB_TOKEN'),
    },
  ]);
  expect(await examine(TOKEN, 'kamer/anders')).toEqual([
    { ok: false, what: expect.stringContaining('no such repository'), remedy: expect.any(String) },
  ]);
});

test.each<readonly [string, Fault]>([
  ['refuses connections', { kind: 'refused' }],
  ['never answers', { kind: 'silent' }],
  ['answers with a page', { kind: 'page' }],
])('a service that %s is one line', async (_, fault) => {
  server.fail('GET', /^$/, fault, 9);
  const lines = await examine();
  expect(lines).toHaveLength(1);
  expect(lines[0]?.ok).toBe(false);
  expect(lines[0]?.what).not.toContain(lines[0]?.remedy);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contents } from '../support/folders.ts';
import { startGitHub } from '../support/github-server.ts';
import type { GitHubServer } from '../support/github-server.ts';
import { MORNINGS, watchedFolder } from '../support/watch.ts';
import type { WatchedFolder } from '../support/watch.ts';

const REPOSITORY = 'rekenkamer/evaluaties';
const TOKEN = 'ghp_canary0123456789';

async function watchedOnGitHub(
  maxIssuesPerRun = 20,
): Promise<WatchedFolder & { github: GitHubServer }> {
  const github = await startGitHub({ token: TOKEN, repository: REPOSITORY });
  onTestFinished(async () => github.close());
  const watched = await watchedFolder({
    github: { url: github.url, token: TOKEN, repository: REPOSITORY },
    maxIssuesPerRun,
  });
  return { ...watched, github };
}

test('the baseline opens no issue; later news opens one for each study, and a second run writes nothing', async () => {
  const { folder, check, github } = await watchedOnGitHub(40);
  await check(MORNINGS['XV/2021-jaarverslag']);
  expect(github.log).toEqual([]);
  expect(Object.keys(contents(join(folder, 'digests')))).toEqual([
    'stand-bij-aanvang-XV-jaarverslag.md',
  ]);

  const summary = await check(MORNINGS['XV/2022-jaarverslag']);
  const delivery = summary.deliveries.find(({ channel }) => channel === 'github');
  expect(delivery?.created).toBeGreaterThan(10);
  const titles = github.store.issues.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toContain('SZW (XV) · Brede studie Achterstand en evenredigheid monitoring');
  // The weightiest come first: a planned year that passed before what is finished.
  expect(titles.slice(0, 2).toSorted()).toEqual([
    'SZW (XV) · Evaluatie Wet verbetering poortwachter',
    'SZW (XV) · Evaluatie re-integratie tweede spoor',
  ]);

  github.log.length = 0;
  const again = await check(MORNINGS['XV/2022-jaarverslag']);
  expect(again.deliveries).toEqual([]);
  expect(github.log).toEqual([]);

  await check(MORNINGS['XV/2023-jaarverslag']);
  const digests = contents(join(folder, 'digests'));
  const report = 'verslag-XV-2023-jaarverslag';
  expect(digests[`${report}.md`]).toContain('**Gepland en gerealiseerd, SZW (XV):** van ');
  expect(digests[`${report}.md`]).toContain('De evaluatie re-integratie tweede spoor is niet');
  expect(JSON.parse(digests[`${report}.json`] ?? '')).toMatchObject({
    edition: 'XV/2023-jaarverslag',
    flags: { withoutConclusions: [{ edition: 'XV/2023-jaarverslag' }] },
  });
  const study = github.store.issues.find(({ title }) => title.includes('Brede studie'));
  expect(study?.body).toContain('**Status gewijzigd van “Lopend” naar “Afgerond”**');
  const comments = github.store.comments(study?.number ?? 0);
  expect(comments.map(({ body }) => body.split('\n')[0])).toContain(
    '**Status gewijzigd van “Lopend” naar “Afgerond”**\\',
  );
});

test('what GitHub refuses is told by the next run, once', async () => {
  const { check, github } = await watchedOnGitHub();
  await check(MORNINGS['XV/2021-jaarverslag']);
  github.fail(
    'POST',
    /\/issues$/,
    { kind: 'status', status: 403, message: 'Resource not accessible' },
    1,
  );
  const refused = await check(MORNINGS['XV/2022-jaarverslag']);
  expect(refused.errors.map(({ kind }) => kind)).toContain('delivery-failed');
  expect(refused.errors.map(({ message }) => message).join('\n')).not.toContain(TOKEN);
  const healed = await check(MORNINGS['XV/2022-jaarverslag']);
  expect(healed.errors).toEqual([]);
  const titles = github.store.issues.map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(10);
  expect(new Set(titles).size).toBe(titles.length);
});

test('the cap leaves the rest to later runs', async () => {
  const { check, github } = await watchedOnGitHub(7);
  await check(MORNINGS['XV/2021-jaarverslag']);
  const sizes: number[] = [];
  for (let run = 0; run < 4; run += 1) {
    const { errors } = await check(MORNINGS['XV/2022-jaarverslag']);
    expect(errors).toEqual([]);
    sizes.push(github.store.issues.length);
  }
  expect(sizes.slice(0, 2)).toEqual([7, 14]);
  expect(sizes[3]).toBe(sizes[2]);
});

test('the token stands in no file that is written', async () => {
  const { folder, check } = await watchedOnGitHub();
  await check(MORNINGS['XV/2021-jaarverslag']);
  await check(MORNINGS['XV/2022-jaarverslag']);
  for (const text of Object.values(contents(folder))) expect(text).not.toContain(TOKEN);
  expect(readFileSync(join(folder, 'snapshots', 'deliveries.json'), 'utf8')).toContain('github');
});

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../../src/app/summary.ts';
import type { Ledger } from '../../src/ledger/event.ts';
import { contents } from '../support/folders.ts';
import { git, newRepository, put } from '../support/git.ts';
import { MORNINGS, snapshotFile, watchedFolder } from '../support/watch.ts';

function outcomes({ editions }: Summary): Record<string, string> {
  return Object.fromEntries(editions.map(({ id, outcome }) => [id, outcome]));
}

function ledgerIn(folder: string): Ledger {
  return JSON.parse(readFileSync(join(folder, 'snapshots', 'ledger.json'), 'utf8')) as Ledger;
}

describe('a first pass', () => {
  test('is the baseline: everything found is recorded and nothing told but the start reports', async () => {
    const { folder, check } = await watchedFolder();
    const summary = await check(MORNINGS['XV/2023-jaarverslag']);
    expect(outcomes(summary)).toEqual(
      Object.fromEntries(Object.keys(MORNINGS).map((id) => [id, 'new'])),
    );
    expect(summary.errors).toEqual([]);
    const { events } = ledgerIn(folder);
    expect(events.length).toBeGreaterThan(20);
    expect(new Set(events.map(({ told }) => told))).toEqual(new Set(['baseline']));
    expect(Object.keys(contents(join(folder, 'outbox')))).toEqual([
      'stand-bij-aanvang-XV-begroting.md',
      'stand-bij-aanvang-XV-jaarverslag.md',
    ]);
  });

  test('is not complete while the source fails for a phase', async () => {
    const { folder, check, standin } = await watchedFolder();
    standin.fail({ match: /\.pdf$/, times: 1, as: 'redirect-elsewhere' });
    const first = await check(MORNINGS['XV/2023-jaarverslag']);
    expect(first.errors.map(({ kind }) => kind)).toEqual(['host-not-allowed']);
    const missing = first.editions.find(({ outcome }) => outcome === 'failed');
    expect(missing?.id).toBe('XV/2021-jaarverslag');
    const second = await check(MORNINGS['XV/2023-jaarverslag']);
    expect(outcomes(second)['XV/2021-jaarverslag']).toBe('new');
    expect(ledgerIn(folder).events.map(({ told }) => told)).not.toContain('tell');
  });
});

test('what a person changed in the folder is committed apart, before anything else', async () => {
  const { folder, check } = await watchedFolder();
  await newRepository(folder);
  await check(MORNINGS['XV/2021-jaarverslag']);
  expect(await git(folder, 'status', '--porcelain', 'snapshots')).toBe('');
  await put(join(folder, 'snapshots', 'README.md'), 'Read this.\n');
  await check(MORNINGS['XV/2023-begroting']);
  expect(await git(folder, 'log', '--format=%s', '--', 'snapshots/README.md')).toBe(
    'Commit what was changed by hand',
  );
  const subjects = (await git(folder, 'log', '--format=%s')).split('\n');
  expect(subjects.indexOf('Commit what was changed by hand')).toBe(
    subjects.indexOf('First record of XV/2023-begroting: 19 studies, 4 changes') + 1,
  );
});

describe('as time goes on', () => {
  test('a second check with nothing new searches, fetches and writes nothing and tells nothing', async () => {
    const { folder, check, standin } = await watchedFolder({ maxIssuesPerRun: 40 });
    await check(MORNINGS['XV/2023-begroting']);
    await check(MORNINGS['XV/2022-jaarverslag']);
    const stored = contents(join(folder, 'snapshots'));
    const told = contents(join(folder, 'outbox'));
    const requests = standin.requests.length;
    const again = await check(MORNINGS['XV/2022-jaarverslag']);
    expect(new Set(Object.values(outcomes(again)))).toEqual(new Set(['unchanged']));
    expect(again).toMatchObject({ changes: [], deliveries: [], errors: [] });
    // One search for all editions, and one more for each budget since 2021 that is not there.
    expect(standin.requests.slice(requests).map(({ path }) => path.split('?')[0])).toEqual([
      '/sru',
      '/sru',
      '/sru',
    ]);
    expect(contents(join(folder, 'snapshots'))).toEqual(stored);
    expect(contents(join(folder, 'outbox'))).toEqual(told);
  });

  test('an edition found late fills history and tells nothing', async () => {
    const { folder, check, standin } = await watchedFolder();
    await check(MORNINGS['XV/2021-jaarverslag']);
    standin.fail({ match: /36360.*\.pdf$/, times: 1, as: 'redirect-elsewhere' });
    await check(MORNINGS['XV/2023-jaarverslag']);
    const before = ledgerIn(folder).events.length;
    const late = await check(MORNINGS['XV/2023-jaarverslag']);
    expect(outcomes(late)['XV/2022-jaarverslag']).toBe('new');
    const added = ledgerIn(folder).events.slice(before);
    expect(added.length).toBeGreaterThan(0);
    expect(new Set(added.map(({ told }) => told))).toEqual(new Set(['history']));
  });

  test('the same prints give the same bytes, whatever the day of the run', async () => {
    const one = await watchedFolder();
    const other = await watchedFolder();
    for (const morning of Object.values(MORNINGS)) await one.check(morning);
    await other.check('2026-01-05T08:00:00Z');
    for (const edition of Object.keys(MORNINGS)) {
      // The stand-ins listen on different ports, and a snapshot names the URL of its print.
      const bytes = (folder: string): string =>
        readFileSync(snapshotFile(folder, edition), 'utf8').replaceAll(/127\.0\.0\.1:\d+/g, '');
      expect(bytes(other.folder)).toBe(bytes(one.folder));
    }
  });

  test('killed between register and snapshot, the next run ends as if nothing had happened', async () => {
    const whole = await watchedFolder({ maxIssuesPerRun: 40 });
    await whole.check(MORNINGS['XV/2021-jaarverslag']);
    await whole.check(MORNINGS['XV/2022-jaarverslag']);
    const expected = contents(join(whole.folder, 'snapshots'));
    rmSync(snapshotFile(whole.folder, 'XV/2022-jaarverslag'));
    await whole.check(MORNINGS['XV/2022-jaarverslag']);
    expect(contents(join(whole.folder, 'snapshots'))).toEqual(expected);
  });
});

test('one edition failing never stops the next', async () => {
  const { check, standin } = await watchedFolder();
  standin.fail({ match: /36200.*\.pdf$/, times: 1, as: 'redirect-elsewhere' });
  const summary = await check(MORNINGS['XV/2023-jaarverslag']);
  const { 'XV/2023-begroting': failed, ...rest } = outcomes(summary);
  expect(failed).toBe('failed');
  expect(new Set(Object.values(rest))).toEqual(new Set(['new']));
});

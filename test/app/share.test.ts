import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contents } from '../support/folders.ts';
import { git, newRepository, put } from '../support/git.ts';
import { MORNINGS, watchedFolder } from '../support/watch.ts';
import type { WatchedFolder } from '../support/watch.ts';

interface Shared extends WatchedFolder {
  readonly remote: string;
  /** Replaces what the remote does before it takes a push; it sees the bot's folder as $BOT. */
  readonly onPush: (...script: readonly string[]) => void;
}

/** A watched folder in a repository whose branch is shared. */
async function sharedFolder(): Promise<Shared> {
  const watched = await watchedFolder();
  const { folder } = watched;
  const remote = join(folder, '.remote.git');
  await newRepository(folder);
  await git(folder, 'clone', '--quiet', '--bare', folder, remote);
  await git(folder, 'remote', 'add', 'origin', remote);
  await git(folder, 'fetch', '--quiet', 'origin');
  await git(folder, 'branch', '--quiet', '--set-upstream-to=origin/main');
  return {
    ...watched,
    remote,
    onPush(...script) {
      const hook = join(remote, 'hooks', 'pre-receive');
      writeFileSync(hook, ['#!/bin/sh', `BOT='${folder}'`, ...script, ''].join('\n'));
      chmodSync(hook, 0o755);
    },
  };
}

function told(folder: string): readonly string[] {
  return Object.keys(contents(folder)).filter((path) => /^(?:outbox|digests)\//.test(path));
}

test('nothing is told before it is shared: what cannot be pushed is told by the next run', async () => {
  const { folder, check, onPush, remote } = await sharedFolder();
  onPush('echo closed for today >&2', 'exit 1');
  const first = await check(MORNINGS['XV/2021-jaarverslag']);
  expect(first.errors.map(({ kind }) => kind)).toEqual(['push-failed']);
  expect(first.errors[0]?.message).toContain('closed for today');
  expect(first.editions).toMatchObject([{ outcome: 'new' }]);
  expect(first.deliveries).toEqual([]);
  expect(told(folder)).toEqual([]);
  onPush('ls "$BOT/outbox" >> "$BOT/.seen" 2>/dev/null; echo pushed >> "$BOT/.seen"');
  const second = await check(MORNINGS['XV/2021-jaarverslag']);
  expect(second.errors).toEqual([]);
  expect(told(folder)).toEqual([
    'digests/stand-bij-aanvang-XV-jaarverslag.md',
    'outbox/stand-bij-aanvang-XV-jaarverslag.md',
  ]);
  // At the first push nothing had been told; the second brings the record of what was.
  expect(readFileSync(join(folder, '.seen'), 'utf8').split('\n')).toEqual([
    'pushed',
    'stand-bij-aanvang-XV-jaarverslag.md',
    'pushed',
    '',
  ]);
  expect(await git(remote, 'log', '--format=%s')).toBe(await git(folder, 'log', '--format=%s'));
});

test('what others have pushed meanwhile is taken in before anything is told', async () => {
  const { folder, check, remote } = await sharedFolder();
  await check(MORNINGS['XV/2021-jaarverslag']);
  const person = join(folder, '.person');
  await git(folder, 'clone', '--quiet', remote, person);
  await put(join(person, 'NOTES.md'), 'Read this.\n');
  await git(person, 'add', '.');
  const named = ['-c', 'user.name=P', '-c', 'user.email=p@example.org'];
  await git(person, ...named, 'commit', '--quiet', '--no-gpg-sign', '--message=Notes');
  await git(person, 'push', '--quiet');
  const summary = await check(MORNINGS['XV/2023-begroting']);
  expect(summary.errors).toEqual([]);
  expect(summary.deliveries.length).toBeGreaterThan(0);
  expect(await git(folder, 'log', '--format=%s', '-4')).toBe(
    [
      'Record what was delivered',
      'Complete the first pass of XV begroting: 1 edition',
      'First record of XV/2023-begroting: 19 studies, 4 changes',
      'Notes',
    ].join('\n'),
  );
  expect(await git(remote, 'rev-parse', 'main')).toBe(await git(folder, 'rev-parse', 'HEAD'));
  expect(readFileSync(join(folder, 'NOTES.md'), 'utf8')).toBe('Read this.\n');
});

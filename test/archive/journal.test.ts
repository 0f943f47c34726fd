import { existsSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArchive } from '../../src/archive/archive.ts';
import type { Archive, Commit } from '../../src/port/archive.ts';
import { failureOf } from '../support/failure.ts';
import { temporaryFolder } from '../support/folders.ts';
import { git, newRepository, put } from '../support/git.ts';

const COMMIT: Commit = {
  subject: 'Changes in XV/2022-jaarverslag: 41 studies',
  body: 'Body.',
  trailers: [['Edition', 'XV/2022-jaarverslag']],
  date: '2023-05-17',
};

let top = '';
let folder = '';
let said: string[] = [];

function archiveOf(): Archive {
  return createArchive({ folder, git: 'auto', say: (text) => said.push(text) });
}

/** As it stands on disk when a run is killed right after it said what it is about to do. */
async function journal(files: readonly object[]): Promise<void> {
  await put(join(folder, '.journal'), JSON.stringify({ schemaVersion: 1, commit: COMMIT, files }));
}

beforeEach(async () => {
  top = temporaryFolder();
  folder = join(top, 'snapshots');
  said = [];
  await newRepository(top);
});

describe('what is recorded', () => {
  it('is written and committed, and leaves no journal', async () => {
    await archiveOf().record(new Map([['a.json', '1\n']]), COMMIT);
    expect(await git(top, 'show', '--name-only', '--format=%s', 'HEAD')).toBe(
      `${COMMIT.subject}\n\nsnapshots/a.json`,
    );
    expect(existsSync(join(folder, '.journal'))).toBe(false);
    expect(await git(top, 'status', '--porcelain')).toBe('');
  });

  it('twice is one commit', async () => {
    const archive = archiveOf();
    await archive.record(new Map([['a.json', '1\n']]), COMMIT);
    await archive.record(new Map([['a.json', '1\n']]), COMMIT);
    expect(await git(top, 'rev-list', '--count', 'HEAD')).toBe('2');
  });
});

describe('a run that was stopped', () => {
  it('is finished by the next claim, message and all', async () => {
    await journal([{ path: 'a.json', before: null, text: '1\n' }]);
    await (await archiveOf().claim('check')).release();
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('1\n');
    expect(await git(top, 'log', '-1', '--format=%s|%aI')).toBe(
      `${COMMIT.subject}|2023-05-17T12:00:00+00:00`,
    );
    expect(said).toStrictEqual([`${folder}: finished what a stopped run had begun.`]);
    expect(existsSync(join(folder, '.journal'))).toBe(false);
  });

  it('behind its commit gives no other one', async () => {
    await archiveOf().record(new Map([['a.json', '1\n']]), COMMIT);
    await journal([{ path: 'a.json', before: null, text: '1\n' }]);
    await (await archiveOf().claim('check')).release();
    expect(await git(top, 'rev-list', '--count', 'HEAD')).toBe('2');
  });

  it('never overwrites what somebody changed meanwhile', async () => {
    await journal([{ path: 'a.json', before: null, text: '1\n' }]);
    await put(join(folder, 'a.json'), 'by hand\n');
    const failure = await failureOf(() => archiveOf().claim('check'));
    expect(failure.kind).toBe('snapshot-damaged');
    expect(failure.subject).toBe('a.json');
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('by hand\n');
    expect(existsSync(join(folder, '.lock'))).toBe(false);
  });
});

describe("git's own lock", () => {
  it('that is old was left by a git that is gone: it is removed, and that is said', async () => {
    const lock = join(top, '.git', 'index.lock');
    await put(lock, '');
    const old = new Date(Date.now() - 700_000);
    utimesSync(lock, old, old);
    await archiveOf().record(new Map([['a.json', '1\n']]), COMMIT);
    expect(await git(top, 'status', '--porcelain')).toBe('');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('index.lock');
  });

  it('that is new is left alone; what was to be committed is, by the next run', async () => {
    const lock = join(top, '.git', 'index.lock');
    await put(lock, '');
    const record = (): Promise<void> => archiveOf().record(new Map([['a.json', '1\n']]), COMMIT);
    expect((await failureOf(record)).message).toContain('index.lock');
    expect(existsSync(lock)).toBe(true);
    rmSync(lock);
    await (await archiveOf().claim('check')).release();
    expect(await git(top, 'log', '-1', '--format=%s')).toBe(COMMIT.subject);
  });
});

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createArchive } from '../../src/archive/archive.ts';
import type { Commit } from '../../src/port/archive.ts';
import { failureOf } from '../support/failure.ts';
import { temporaryFolder } from '../support/folders.ts';
import { git, newRepository, put } from '../support/git.ts';

const COMMIT: Commit = {
  subject: 'XV 2022 jaarverslag: 41 studies',
  body: 'First record.',
  trailers: [['Edition', 'XV/2022-jaarverslag']],
  date: '2023-05-17',
};

let top = '';

beforeEach(() => {
  top = temporaryFolder();
  // No settings of the person who runs the tests.
  vi.stubEnv('HOME', top);
  vi.stubEnv('XDG_CONFIG_HOME', join(top, 'config'));
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a commit', () => {
  it('takes all that changed in our folder, with message, trailers and author date', async () => {
    const repository = join(top, 'repository');
    await newRepository(repository);
    const archive = createArchive({ folder: join(repository, 'snapshots'), git: 'auto' });
    await put(join(repository, 'snapshots', 'XV/2022-jaarverslag.json'), '{}\n');
    await put(join(repository, 'snapshots', 'register.json'), '{}\n');
    expect(await archive.commit(COMMIT)).toBe(true);
    expect(await git(repository, 'show', '--name-only', '--format=', 'HEAD')).toBe(
      'snapshots/XV/2022-jaarverslag.json\nsnapshots/register.json',
    );
    expect(await git(repository, 'log', '-1', '--format=%s|%an|%aI')).toBe(
      'XV 2022 jaarverslag: 41 studies|A. Person|2023-05-17T12:00:00+00:00',
    );
    expect(await git(repository, 'log', '-1', '--format=%(trailers:key=Edition,valueonly)')).toBe(
      'XV/2022-jaarverslag\n',
    );
    expect(await git(repository, 'status', '--porcelain')).toBe('');
  });

  it('takes deleted files too, and is none when nothing has changed', async () => {
    const repository = join(top, 'repository');
    await newRepository(repository);
    const archive = createArchive({ folder: join(repository, 'snapshots'), git: true });
    await put(join(repository, 'snapshots', 'a.json'), '1\n');
    await put(join(repository, 'snapshots', 'b.json'), '2\n');
    expect(await archive.commit(COMMIT)).toBe(true);
    await rm(join(repository, 'snapshots', 'a.json'));
    expect(await archive.commit(COMMIT)).toBe(true);
    expect(await git(repository, 'ls-files', 'snapshots')).toBe('snapshots/b.json');
    expect(await archive.commit(COMMIT)).toBe(false);
    expect(await git(repository, 'rev-list', '--count', 'HEAD')).toBe('3');
  });

  it('leaves what a person has staged, changed or not yet added exactly as it is', async () => {
    const repository = join(top, 'repository');
    await newRepository(repository);
    await put(join(repository, 'staged.txt'), 'staged\n');
    await git(repository, 'add', 'staged.txt');
    await put(join(repository, 'README.md'), 'Changed\n');
    await put(join(repository, 'new.txt'), 'new\n');
    const before = await git(repository, 'status', '--porcelain');
    const archive = createArchive({ folder: join(repository, 'snapshots'), git: 'auto' });
    await put(join(repository, 'snapshots', 'register.json'), '{}\n');
    expect(await archive.commit(COMMIT)).toBe(true);
    expect(await git(repository, 'status', '--porcelain')).toBe(before);
    expect(await git(repository, 'show', '--name-only', '--format=', 'HEAD')).toBe(
      'snapshots/register.json',
    );
  });

  it('of what is recorded takes other folders of ours along when they lie in the same work tree', async () => {
    const repository = join(top, 'repo [1]');
    await newRepository(repository);
    const elsewhere = join(top, 'elsewhere');
    await put(join(elsewhere, 'x.md'), 'x\n');
    await put(join(repository, 'digests', '2026-W47.md'), 'digest\n');
    const archive = createArchive({
      folder: join(repository, 'snapshots'),
      also: [join(repository, 'digests'), elsewhere, join(repository, 'not-there')],
      git: 'auto',
    });
    await archive.record(new Map([['register.json', '{}\n']]), COMMIT);
    expect(await git(repository, 'ls-files')).toBe(
      'README.md\ndigests/2026-W47.md\nsnapshots/register.json',
    );
  });

  it('never takes the temporary file of a write under way', async () => {
    const repository = join(top, 'repository');
    await newRepository(repository);
    await put(join(repository, 'snapshots', 'XV', `.a.json.${process.pid}-1.tmp`), 'half');
    const archive = createArchive({ folder: join(repository, 'snapshots'), git: 'auto' });
    expect(await archive.commit(COMMIT)).toBe(false);
    expect(await archive.list('')).toStrictEqual([]);
  });

  it('is the first one of a new repository, by the bot when nobody is named', async () => {
    await git(top, 'init', '--quiet');
    const archive = createArchive({ folder: join(top, 'snapshots'), git: 'auto' });
    await put(join(top, 'snapshots', 'register.json'), '{}\n');
    expect(await archive.commit({ ...COMMIT, date: null })).toBe(true);
    const bot = 'begrotingswacht <begrotingswacht@users.noreply.github.com>';
    expect(await git(top, 'log', '--format=%an <%ae>|%cn <%ce>')).toBe(`${bot}|${bot}`);
  });

  it('is by the author that was asked for, at the instant given', async () => {
    await newRepository(top);
    const author = { name: 'Voorbeeld', email: 'voorbeeld@example.org' };
    const archive = createArchive({ folder: join(top, 'snapshots'), git: true, author });
    await put(join(top, 'snapshots', 'register.json'), '{}\n');
    await archive.commit({ ...COMMIT, date: '2026-11-23T08:30:00.000+01:00' });
    expect(await git(top, 'log', '-1', '--format=%an|%ae|%cn|%aI')).toBe(
      'Voorbeeld|voorbeeld@example.org|Voorbeeld|2026-11-23T07:30:00+00:00',
    );
  });

  it('leaves the date to git when the source gives none that can be read', async () => {
    await newRepository(top);
    const archive = createArchive({ folder: join(top, 'snapshots'), git: true });
    await put(join(top, 'snapshots', 'register.json'), '{}\n');
    expect(await archive.commit({ ...COMMIT, date: 'onbekend' })).toBe(true);
    expect(await git(top, 'log', '-1', '--format=%ad', '--date=unix')).toMatch(/^\d{10}$/u);
  });

  it('runs no hook, signs nothing and minds no line end setting', async () => {
    await newRepository(top);
    await git(top, 'config', 'commit.gpgSign', 'true');
    await git(top, 'config', 'gpg.program', '/nowhere/gpg');
    await git(top, 'config', 'core.autocrlf', 'true');
    await git(top, 'config', 'core.safecrlf', 'true');
    await writeFile(join(top, '.git', 'hooks', 'pre-commit'), '#!/bin/sh\nexit 1\n', {
      mode: 0o755,
    });
    const hook = '#!/bin/sh\necho spoilt > "$1"\n';
    await writeFile(join(top, '.git', 'hooks', 'prepare-commit-msg'), hook, { mode: 0o755 });
    const archive = createArchive({ folder: join(top, 'snapshots'), git: true });
    await put(join(top, 'snapshots', 'register.json'), '{}\n');
    expect(await archive.commit(COMMIT)).toBe(true);
    expect(await git(top, 'log', '-1', '--format=%s')).toBe(COMMIT.subject);
  });

  it('fails with what git says when another git holds the index', async () => {
    await newRepository(top);
    const archive = createArchive({ folder: join(top, 'snapshots'), git: 'auto' });
    await put(join(top, 'snapshots', 'register.json'), '{}\n');
    await put(join(top, '.git', 'index.lock'), '');
    const failure = await failureOf(() => archive.commit(COMMIT));
    expect(failure.kind).toBe('git-failed');
    expect(failure.message).toContain('index.lock');
    await rm(join(top, '.git', 'index.lock'));
    expect(await archive.commit(COMMIT)).toBe(true);
  });
});

describe('without a repository', () => {
  it('everything is written and nothing committed', async () => {
    const archive = createArchive({ folder: join(top, 'snapshots'), git: 'auto' });
    await archive.requireWritable();
    await put(join(top, 'snapshots', 'XV/studies.csv'), 'id\n');
    expect(await archive.commit(COMMIT)).toBe(false);
    expect(await archive.read('XV/studies.csv')).toBe('id\n');
  });

  it('a folder that is ignored counts as outside', async () => {
    await newRepository(top);
    await put(join(top, '.gitignore'), 'snapshots/\n');
    const archive = createArchive({ folder: join(top, 'snapshots'), git: 'auto' });
    await archive.requireWritable();
    await put(join(top, 'snapshots', 'register.json'), '{}\n');
    expect(await archive.commit(COMMIT)).toBe(false);
  });

  it('nothing is committed where git is switched off', async () => {
    await newRepository(top);
    const archive = createArchive({ folder: join(top, 'snapshots'), git: false });
    await put(join(top, 'snapshots', 'register.json'), '{}\n');
    expect(await archive.commit(COMMIT)).toBe(false);
    expect(await git(top, 'rev-list', '--count', 'HEAD')).toBe('1');
  });

  it('one that was asked for is a failure, before anything is written', async () => {
    const archive = createArchive({ folder: join(top, 'snapshots'), git: true });
    const failure = await failureOf(() => archive.requireWritable());
    expect(failure.kind).toBe('git-failed');
    expect(await readdir(top)).toStrictEqual([]);
  });

  it('a damaged one is a failure, before anything is written', async () => {
    await mkdir(join(top, '.git'));
    const archive = createArchive({ folder: join(top, 'snapshots'), git: 'auto' });
    const failure = await failureOf(() => archive.requireWritable());
    expect(failure.kind).toBe('git-failed');
    expect(failure.message).toContain('not a git repository');
    expect(await readdir(top)).toStrictEqual(['.git']);
  });
});

it('reads back what it wrote, and lists it in order', async () => {
  const archive = createArchive({ folder: join(top, 'snapshots'), git: 'auto' });
  expect(await archive.read('XV/2022-jaarverslag.json')).toBeNull();
  expect(await archive.list('XV')).toStrictEqual([]);
  await put(join(top, 'snapshots', 'register.json'), '{}\n');
  await put(join(top, 'snapshots', 'XV/2023-begroting.json'), '2\n');
  await put(join(top, 'snapshots', 'XV/2022-jaarverslag.json'), 'é\n');
  expect(await archive.list('')).toStrictEqual([
    'XV/2022-jaarverslag.json',
    'XV/2023-begroting.json',
    'register.json',
  ]);
  expect(await archive.list('XV')).toStrictEqual([
    'XV/2022-jaarverslag.json',
    'XV/2023-begroting.json',
  ]);
  expect(await archive.read('XV/2022-jaarverslag.json')).toBe('é\n');
  expect(await readFile(join(top, 'snapshots', 'register.json'), 'utf8')).toBe('{}\n');
});

import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createArchive } from '../../src/archive/archive.ts';
import type { Archive, Commit } from '../../src/port/archive.ts';
import { failureOf } from '../support/failure.ts';
import { contents, temporaryFolder } from '../support/folders.ts';
import { git, newRepository, put } from '../support/git.ts';

let top = '';
let remote = '';
let bot = '';
let archive: Archive;

const sound = async (): Promise<void> => {};

function commit(subject: string): Commit {
  return { subject, body: 'Body.', trailers: [['Edition', 'XV/1']], date: '2023-05-17' };
}

/** A commit of the bot that leaves these files in its folder. */
async function record(subject: string, files: Readonly<Record<string, string>>): Promise<void> {
  await archive.record(new Map(Object.entries(files)), commit(subject));
}

async function clone(name: string, ...options: readonly string[]): Promise<string> {
  const folder = join(top, name);
  await git(top, 'clone', '--quiet', ...options, `file://${remote}`, folder);
  await git(folder, 'config', 'user.name', 'B. Person');
  await git(folder, 'config', 'user.email', 'b@example.org');
  return folder;
}

/** Another clone that is faster. */
async function pushedBySomebody(name: string, text: string): Promise<void> {
  const folder = await clone(`person-${Math.random()}`);
  await put(join(folder, name), text);
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '--no-gpg-sign', `--message=Person: ${name}`);
  await git(folder, 'push', '--quiet');
}

async function subjects(folder: string): Promise<readonly string[]> {
  return (await git(folder, 'log', '--format=%s', 'main')).split('\n');
}

/** A remote and a clone of it, made once. */
let template = '';

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'begrotingswacht-push-'));
  await newRepository(join(template, 'first'));
  top = template;
  remote = join(template, 'remote.git');
  await git(template, 'clone', '--quiet', '--bare', join(template, 'first'), remote);
  await clone('bot');
  return () => rmSync(template, { recursive: true, force: true });
});

beforeEach(() => {
  top = temporaryFolder();
  vi.stubEnv('HOME', top);
  vi.stubEnv('XDG_CONFIG_HOME', join(top, 'config'));
  cpSync(template, top, { recursive: true });
  remote = join(top, 'remote.git');
  bot = join(top, 'bot');
  const config = join(bot, '.git', 'config');
  writeFileSync(config, readFileSync(config, 'utf8').replaceAll(template, top));
  archive = createArchive({ folder: join(bot, 'snapshots'), git: 'auto', push: 'auto' });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a push', () => {
  it('brings what was recorded to the upstream, and then has nothing to do without asking it', async () => {
    await record('One', { 'a.json': '1\n' });
    const to = 'origin refs/heads/main';
    expect(await archive.pushStanding()).toStrictEqual({ pushes: true, to, waiting: 1 });
    expect(await archive.push(sound)).toStrictEqual({ rebased: false });
    expect(await subjects(remote)).toStrictEqual(['One', 'Start']);
    await git(bot, 'remote', 'set-url', 'origin', '/nowhere');
    expect(await archive.push(sound)).toStrictEqual({ rebased: false });
    expect(await archive.pushStanding()).toStrictEqual({ pushes: true, to, waiting: 0 });
  });

  it.each([
    ['it is switched off', async () => {}, false, 'switched-off'],
    [
      'the branch has no upstream',
      async () => git(bot, 'branch', '--unset-upstream'),
      'auto',
      'no-upstream',
    ],
    [
      'nobody is on a branch',
      async () => git(bot, 'checkout', '--quiet', '--detach'),
      'auto',
      'no-upstream',
    ],
  ] as const)('is none where %s', async (_case, arrange, push, because) => {
    await arrange();
    archive = createArchive({ folder: join(bot, 'snapshots'), git: 'auto', push });
    expect(await archive.pushStanding()).toStrictEqual({ pushes: false, because });
    await record('One', { 'a.json': '1\n' });
    await archive.push(sound);
    expect(await subjects(remote)).toStrictEqual(['Start']);
  });

  it('never publishes what a person has committed and not pushed', async () => {
    await put(join(bot, 'draft.txt'), 'not yet\n');
    await git(bot, 'add', '.');
    await git(bot, 'commit', '--quiet', '--no-gpg-sign', '--message=My draft');
    await record('One', { 'a.json': '1\n' });
    const failure = await failureOf(() => archive.push(sound));
    expect(failure.kind).toBe('push-failed');
    expect(failure.message).toContain('My draft');
    const foreseen = await failureOf(() => archive.pushStanding());
    expect(foreseen.message).toBe(failure.message);
    expect(await subjects(remote)).toStrictEqual(['Start']);
  });
});

describe('a race', () => {
  it('puts our commits, as they were, on top of what somebody else pushed', async () => {
    await record('One', { 'ledger.json': '[\n1\n]\n' });
    await record('Two', { 'ledger.json': '[\n1,\n2\n]\n' });
    await pushedBySomebody('README.md', 'Other\n');
    let checks = 0;
    const counted = async (): Promise<void> => {
      checks += 1;
    };
    expect(await archive.push(counted)).toStrictEqual({ rebased: true });
    expect(checks).toBe(1);
    expect(await subjects(remote)).toStrictEqual(['Two', 'One', 'Person: README.md', 'Start']);
    expect(
      await git(remote, 'log', '-1', '--format=%an|%aI|%(trailers:key=Edition,valueonly)'),
    ).toBe('B. Person|2023-05-17T12:00:00+00:00|XV/1\n');
    expect(await git(bot, 'rev-parse', 'HEAD')).toBe(await git(remote, 'rev-parse', 'main'));
    expect(await git(bot, 'status', '--porcelain')).toBe('');
    expect(readFileSync(join(bot, 'README.md'), 'utf8')).toBe('Other\n');
  });

  it('leaves what a person has staged, changed or not yet added exactly as it is', async () => {
    await record('One', { 'a.json': '1\n' });
    await put(join(bot, 'staged.txt'), 'staged\n');
    await git(bot, 'add', 'staged.txt');
    await put(join(bot, 'README.md'), 'Changed\n');
    await put(join(bot, 'new.txt'), 'new\n');
    const before = await git(bot, 'status', '--porcelain');
    await pushedBySomebody('other.md', 'Other\n');
    await archive.push(sound);
    expect(await git(bot, 'status', '--porcelain')).toBe(before);
    expect(readFileSync(join(bot, 'README.md'), 'utf8')).toBe('Changed\n');
  });

  it('of which a file was changed on both sides changes nothing and says which', async () => {
    await record('One', { 'ledger.json': '[\n1\n]\n' });
    await pushedBySomebody('snapshots/ledger.json', '[\n9\n]\n');
    const [head, files] = [await git(bot, 'rev-parse', 'HEAD'), contents(bot)];
    const failure = await failureOf(() => archive.push(sound));
    expect(failure.kind).toBe('push-failed');
    expect(failure.message).toContain('snapshots/ledger.json');
    expect(failure.remedy).toContain('git reset --hard refs/remotes/origin/main');
    expect(await git(bot, 'rev-parse', 'HEAD')).toBe(head);
    expect(contents(bot)).toStrictEqual(files);
    expect(await git(bot, 'status', '--porcelain')).toBe('');
    expect(await subjects(remote)).toStrictEqual(['Person: snapshots/ledger.json', 'Start']);
    // As the remedy says.
    await git(bot, 'reset', '--quiet', '--hard', 'refs/remotes/origin/main');
    await record('Two', { 'ledger.json': '[\n9,\n10\n]\n' });
    await archive.push(sound);
    expect((await subjects(remote))[0]).toBe('Two');
  });

  it('that touches a file a person is changing here changes nothing', async () => {
    await record('One', { 'a.json': '1\n' });
    await put(join(bot, 'README.md'), 'Changed\n');
    await pushedBySomebody('README.md', 'Other\n');
    const [head, files] = [await git(bot, 'rev-parse', 'HEAD'), contents(bot)];
    const failure = await failureOf(() => archive.push(sound));
    expect(failure.message).toContain('README.md');
    expect(await git(bot, 'rev-parse', 'HEAD')).toBe(head);
    expect(contents(bot)).toStrictEqual(files);
  });

  it('whose outcome is not sound is taken back, and nothing is pushed', async () => {
    await record('One', { 'a.json': '1\n' });
    await pushedBySomebody('snapshots/b.json', 'broken');
    const [head, files] = [await git(bot, 'rev-parse', 'HEAD'), contents(bot)];
    const failure = await failureOf(() =>
      archive.push(async () => {
        throw new Error('b.json is no snapshot');
      }),
    );
    expect(failure.message).toContain('b.json is no snapshot');
    expect(await git(bot, 'rev-parse', 'HEAD')).toBe(head);
    expect(contents(bot)).toStrictEqual(files);
    expect(await subjects(remote)).toStrictEqual(['Person: snapshots/b.json', 'Start']);
  });

  it('with a commit of ours that is there already leaves that one out', async () => {
    await record('One', { 'a.json': '1\n' });
    await record('Two', { 'a.json': '1\n2\n' });
    await pushedBySomebody('snapshots/a.json', '1\n');
    await archive.push(sound);
    expect(await subjects(remote)).toStrictEqual(['Two', 'Person: snapshots/a.json', 'Start']);
  });

  it('is won from a shallow clone too', async () => {
    await pushedBySomebody('more.md', 'More\n');
    bot = await clone('shallow', '--depth=1');
    archive = createArchive({ folder: join(bot, 'snapshots'), git: 'auto', push: 'auto' });
    await record('One', { 'a.json': '1\n' });
    await pushedBySomebody('other.md', 'Other\n');
    await archive.push(sound);
    expect((await subjects(remote)).slice(0, 2)).toStrictEqual(['One', 'Person: other.md']);
  });

  it('that goes on and on is given up after three more tries', async () => {
    // Whoever pushes finds that a person was faster, each time anew.
    const tries = join(top, 'tries');
    const hook = [
      '#!/bin/sh',
      'while read old new ref; do',
      `  echo try >> '${tries}'`,
      '  unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES',
      '  commit=$(git -c user.name=P -c user.email=p@example.org commit-tree "$old^{tree}" -p "$old" -m Faster)',
      '  git update-ref "$ref" "$commit" "$old"',
      'done',
    ].join('\n');
    writeFileSync(join(remote, 'hooks', 'pre-receive'), `${hook}\n`);
    chmodSync(join(remote, 'hooks', 'pre-receive'), 0o755);
    await record('One', { 'a.json': '1\n' });
    const failure = await failureOf(() => archive.push(sound));
    expect(failure.message).toContain('3 times');
    expect(readFileSync(tries, 'utf8')).toBe('try\n'.repeat(4));
    expect(await subjects(remote)).not.toContain('One');
    expect((await subjects(bot))[0]).toBe('One');
  });
});

it('a remote that refuses is asked once, and the next run pushes', async () => {
  const tries = join(top, 'tries');
  const hook = join(remote, 'hooks', 'pre-receive');
  writeFileSync(hook, `#!/bin/sh\necho try >> '${tries}'\necho closed for today >&2\nexit 1\n`);
  chmodSync(hook, 0o755);
  await record('One', { 'a.json': '1\n' });
  const failure = await failureOf(() => archive.push(sound));
  expect(failure.kind).toBe('push-failed');
  expect(failure.message).toContain('closed for today');
  expect(readFileSync(tries, 'utf8')).toBe('try\n');
  writeFileSync(hook, '#!/bin/sh\nexit 0\n');
  await archive.push(sound);
  expect(await subjects(remote)).toStrictEqual(['One', 'Start']);
});

it('a remote that is not there is a failure that says so', async () => {
  await git(bot, 'remote', 'set-url', 'origin', join(top, 'nowhere.git'));
  await record('One', { 'a.json': '1\n' });
  const failure = await failureOf(() => archive.push(sound));
  expect(failure.kind).toBe('push-failed');
  expect(failure.message).toContain('nowhere.git');
});

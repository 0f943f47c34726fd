import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArchive } from '../../src/archive/archive.ts';
import type { Archive } from '../../src/port/archive.ts';
import { failureOf } from '../support/failure.ts';
import { contents, temporaryFolder } from '../support/folders.ts';
import { put } from '../support/git.ts';

let folder = '';
let file = '';
let said: string[] = [];

function archiveOf(): Archive {
  return createArchive({ folder, git: 'auto', say: (text) => said.push(text) });
}

/** The lock as another process would have left it. */
async function lockedBy(holder: Readonly<Record<string, unknown>>): Promise<void> {
  const since = '2026-11-24T05:17:00.000Z';
  await put(
    file,
    JSON.stringify({ host: hostname(), verb: 'check', since, token: 't', ...holder }),
  );
}

beforeEach(() => {
  folder = join(temporaryFolder(), 'snapshots');
  file = join(folder, '.lock');
  said = [];
});

describe('a claim', () => {
  it('keeps others out, who learn by whom, until it is released, and leaves nothing', async () => {
    const claim = await archiveOf().claim('check');
    const failure = await failureOf(() => archiveOf().claim('digest'));
    expect(failure.kind).toBe('locked');
    expect(failure.subject).toBe(file);
    expect(failure.problem).toContain(`process ${process.pid} on ${hostname()}`);
    expect(failure.problem).toContain('(check)');
    expect(existsSync(file)).toBe(true);
    await claim.release();
    expect(existsSync(folder)).toBe(false);
    await (await archiveOf().claim('digest')).release();
    expect(said).toStrictEqual([]);
  });

  it('is given to one of many that want it at once', async () => {
    const claims = await Promise.allSettled(
      Array.from({ length: 8 }, async () => archiveOf().claim('check')),
    );
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is no file of the archive', async () => {
    const archive = archiveOf();
    await put(join(folder, 'register.json'), '{}\n');
    await archive.claim('check');
    expect(await archive.list('')).toStrictEqual(['register.json']);
  });
});

describe('the lock of a process', () => {
  it('that lives is respected, also when it is another one', async () => {
    await lockedBy({ process: process.ppid });
    const failure = await failureOf(() => archiveOf().claim('check'));
    expect(failure.problem).toContain(`process ${process.ppid} on`);
    expect(failure.problem).toContain('since 2026-11-24T05:17:00.000Z');
  });

  it('that was killed is taken over, and that is said', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    await lockedBy({ process: child.pid });
    expect((await failureOf(() => archiveOf().claim('check'))).kind).toBe('locked');
    child.kill('SIGKILL');
    await once(child, 'close');
    const claim = await archiveOf().claim('check');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`took over the lock of process ${child.pid}`);
    expect(readFileSync(file, 'utf8')).toContain(`"process":${process.pid}`);
    await claim.release();
    expect(contents(folder)).toStrictEqual({});
  });

  it('with our own number, from before this machine started anew, is taken over', async () => {
    await lockedBy({ process: process.pid });
    await archiveOf().claim('check');
    expect(said).toHaveLength(1);
  });

  it.each([
    ['another machine', { process: 1, host: 'elsewhere' }],
    ['one that lives but has not been heard of', { process: process.ppid }],
    ['one nobody knows', { nothing: true }],
  ])('of %s is taken over when nobody has touched it for an hour', async (_case, holder) => {
    await lockedBy(holder);
    expect((await failureOf(() => archiveOf().claim('check'))).kind).toBe('locked');
    const old = new Date(Date.now() - 3_700_000);
    utimesSync(file, old, old);
    const claims = await Promise.allSettled(
      Array.from({ length: 8 }, async () => archiveOf().claim('check')),
    );
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(said.length).toBe(1);
  });

  it('of a dead process is taken over although another was killed while it took over', async () => {
    await lockedBy({ process: process.pid });
    const guard = `${file}.takeover`;
    mkdirSync(guard);
    const old = new Date(Date.now() - 11_000);
    utimesSync(guard, old, old);
    await archiveOf().claim('check');
    expect(said).toHaveLength(1);
    expect(existsSync(guard)).toBe(false);
  });
});

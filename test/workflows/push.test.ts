import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders.ts';
import { git, newRepository, put } from '../support/git.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/push.sh', import.meta.url));

let top = '';
let remote = '';
let bot = '';

beforeEach(async () => {
  top = temporaryFolder();
  remote = join(top, 'remote.git');
  bot = join(top, 'bot');
  const first = join(top, 'first');
  await newRepository(first);
  await git(top, 'clone', '--quiet', '--bare', first, remote);
  await git(top, 'clone', '--quiet', remote, bot);
});

async function commitFile(folder: string, name: string): Promise<void> {
  await put(join(folder, name), `${name}\n`);
  await git(folder, 'add', name);
  const person = ['-c', 'user.name=P', '-c', 'user.email=p@example.org'];
  await git(folder, ...person, 'commit', '--quiet', '--no-gpg-sign', `--message=${name}`);
}

function push(): number | null {
  // No settings of the person who runs the tests: a runner of Actions has none either.
  const env = { PATH: process.env['PATH'], HOME: top, GIT_CONFIG_NOSYSTEM: '1' };
  return spawnSync('bash', [SCRIPT], { cwd: bot, env }).status;
}

describe.skipIf(process.platform === 'win32')('push.sh', () => {
  it('puts the commits on top of what somebody else pushed meanwhile', async () => {
    const person = join(top, 'person');
    await git(top, 'clone', '--quiet', remote, person);
    await commitFile(bot, 'snapshot.json');
    await commitFile(person, 'README-2.md');
    await git(person, 'push', '--quiet');
    expect(push()).toBe(0);
    expect(await git(remote, 'log', '--format=%s', 'main')).toBe(
      'snapshot.json\nREADME-2.md\nStart',
    );
  });

  it('has nothing to do without new commits', () => {
    expect(push()).toBe(0);
  });

  it('gives up after three more tries', async () => {
    const tries = join(top, 'tries');
    const hook = join(remote, 'hooks', 'pre-receive');
    writeFileSync(hook, `#!/bin/sh\necho try >> '${tries}'\nexit 1\n`, { mode: 0o755 });
    await commitFile(bot, 'snapshot.json');
    expect(push()).not.toBe(0);
    const { stdout } = spawnSync('wc', ['-l', tries], { encoding: 'utf8' });
    expect(Number.parseInt(stdout, 10)).toBe(4);
  });
});

import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What git prints for these arguments in a folder, without the last line end. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, ...args], { encoding: 'utf8' });
  return stdout.replace(/\n$/u, '');
}

/** A new repository with one commit by a person, on the branch main. */
export async function newRepository(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await git(folder, 'config', 'user.name', 'A. Person');
  await git(folder, 'config', 'user.email', 'person@example.org');
  await put(join(folder, 'README.md'), 'Hello\n');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '--no-gpg-sign', '--message=Start');
}

/** Writes a file and makes its folders. */
export async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

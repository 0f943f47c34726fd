import { stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { simpleGit } from 'simple-git';
import type { SimpleGit } from 'simple-git';
import { Failure } from '../failure/failure.ts';

/**
 * The top folder of the git work tree that a folder lies in; the folder need not exist yet. null
 * outside any repository, and when the repository ignores the folder: what is there is then not meant
 * to be committed. Throws a Failure `git-failed` when there is a repository and git refuses it.
 */
export async function findWorkTree(folder: string): Promise<string | null> {
  const existing = await nearestFolder(folder);
  if (existing === null || !(await hasRepositoryAbove(existing))) return null;
  return orGitFailure(folder, async () => {
    const git = gitIn(existing);
    const root = (await git.raw('rev-parse', '--show-toplevel')).replace(/\r?\n$/u, '');
    const way = `${relative(existing, folder) || '.'}/`.replaceAll('\\', '/');
    const ignored = await git.raw('check-ignore', '--', way);
    return ignored.trim() === '' ? root : null;
  });
}

/**
 * git in a folder, with `settings` (name=value) for these calls alone. Runs no hook: nobody is there
 * to answer one, and the files are ours. Settings that would refuse our line ends are put aside.
 */
export function gitIn(folder: string, settings: readonly string[] = []): SimpleGit {
  return simpleGit({
    baseDir: folder,
    config: ['core.hooksPath=/dev/null', 'core.safecrlf=false', ...settings],
    unsafe: { allowUnsafeHooksPath: true },
  });
}

/** Turns whatever git throws into a Failure `git-failed` about the folder. */
export async function orGitFailure<Result>(
  folder: string,
  action: () => Promise<Result>,
): Promise<Result> {
  try {
    return await action();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const said = message.replace(/\s+/gu, ' ').trim().replace(/\.+$/u, '');
    throw new Failure('git-failed', {
      subject: folder,
      problem: `git says: ${said}`,
      remedy: 'Mend the repository until "git status" works there, then run again',
      cause,
    });
  }
}

export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

async function hasRepositoryAbove(folder: string): Promise<boolean> {
  if (await exists(join(folder, '.git'))) return true;
  const parent = dirname(folder);
  return parent !== folder && (await hasRepositoryAbove(parent));
}

async function nearestFolder(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return path;
  const parent = dirname(path);
  return parent === path ? null : nearestFolder(parent);
}

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

export interface GitOptions {
  /** name=value, for these calls alone. */
  readonly settings?: readonly string[];
  /** What git reads on its standard input. */
  readonly input?: string;
  /** For calls that reach another repository: how we get there may stand in the environment. */
  readonly network?: boolean;
}

/** How a person or a job has told git to reach other repositories. */
const WAY_OUT = ['GIT_SSH_COMMAND', 'GIT_SSH', 'GIT_ASKPASS', 'SSH_ASKPASS'];
/** A command that has not said anything for so long waits for somebody who is not there. */
const SILENCE = 120_000;

/**
 * git in a folder. Runs no hook: nobody is there to answer one, and the files are ours. Settings that would
 * refuse our line ends are put aside.
 */
export function gitIn(
  folder: string,
  { settings = [], input, network = false }: GitOptions = {},
): SimpleGit {
  return simpleGit({
    baseDir: folder,
    config: ['core.hooksPath=/dev/null', 'core.safecrlf=false', ...settings],
    unsafe: {
      allowUnsafeHooksPath: true,
      ...(network && { allowUnsafeSshCommand: true, allowUnsafeAskPass: true }),
    },
    ...(input !== undefined && { input: () => input }),
    ...(network && { allowEnvironment: WAY_OUT, timeout: { block: SILENCE } }),
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
    const said = whatGitSays(cause);
    throw new Failure('git-failed', {
      subject: folder,
      problem: `git says: ${said}`,
      remedy: 'Mend the repository until "git status" works there, then run again',
      cause,
    });
  }
}

/** On one line, without full stop. */
export function whatGitSays(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/gu, ' ').trim().replace(/\.+$/u, '');
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

import { realpath } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Commit } from '../port/archive.ts';
import { commitMessage } from './commit-message.ts';
import { NOT_COMMITTED } from './hidden.ts';
import { withIndex } from './index-lock.ts';
import { exists, gitIn, orGitFailure } from './work-tree.ts';

export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Who commits where neither the caller nor git's own settings say it. */
const BOT: Identity = {
  name: 'begrotingswacht',
  email: 'begrotingswacht@users.noreply.github.com',
};

export interface CommitFolders {
  /** Top folder of the work tree, as findWorkTree gives it. */
  readonly root: string;
  /** Absolute folders in it; those that do not exist are passed over. */
  readonly folders: readonly string[];
  readonly commit: Commit;
  /** null: whom git's settings name, else the bot. */
  readonly author: Identity | null;
  readonly say: (text: string) => void;
}

/**
 * Commits everything changed below the folders, and leaves what else is staged or changed as it is.
 * Signs nothing, since nobody is there to type a passphrase. False when nothing has changed. Throws a
 * Failure `git-failed`.
 */
export async function commitFolders(options: CommitFolders): Promise<boolean> {
  const { root, say } = options;
  return orGitFailure(root, async () => withIndex(root, say, async () => commitChanged(options)));
}

async function commitChanged({ root, folders, commit, author }: CommitFolders): Promise<boolean> {
  const paths = await pathspecs(root, folders);
  if (paths.length === 0) return false;
  const git = gitIn(root, { settings: await identitySettings(root, author) });
  // simple-git waits 50 ms behind a command that prints nothing, so each of these prints something.
  await git.raw('add', '--all', '--verbose', '--', ...paths);
  const status = ['status', '--porcelain', '--branch', '-z', '--untracked-files=all'];
  const [, ...changed] = (await git.raw(...status, '--', ...paths)).split('\0');
  if (changed.every((entry) => entry === '')) return false;
  await git.raw(
    'commit',
    '--no-gpg-sign',
    '--cleanup=whitespace',
    `--message=${commitMessage(commit)}`,
    ...authorDate(commit.date),
    '--only',
    '--',
    ...paths,
  );
  return true;
}

/** Paths below a folder, relative to it, of files that are not as the last commit has them. */
export async function changedSinceCommit(root: string, folder: string): Promise<readonly string[]> {
  return orGitFailure(root, async () => {
    const [spec, ...excluded] = await pathspecs(root, [folder]);
    if (spec === undefined) return [];
    // Without optional locks nothing is written, be it only what git remembers of the files.
    const status = ['--no-optional-locks', 'status', '--porcelain', '-z', '--no-renames'];
    const paths = ['--untracked-files=all', '--', spec, ...excluded];
    const entries = (await gitIn(root).raw(...status, ...paths)).split('\0');
    const own = relative(await realpath(root), await realpath(folder)).replaceAll('\\', '/');
    const prefix = own === '' ? '' : `${own}/`;
    return entries
      .filter((entry) => entry !== '')
      .map((entry) => entry.slice('XY '.length).slice(prefix.length))
      .sort();
  });
}

/** The folders that exist, without what is there only while a run is under way. */
async function pathspecs(root: string, folders: readonly string[]): Promise<readonly string[]> {
  const top = await realpath(root);
  const specs: string[] = [];
  for (const folder of folders) {
    if (!(await exists(folder))) continue;
    const way = relative(top, await realpath(folder)).replaceAll('\\', '/');
    specs.push(`:(top,literal)${way}`);
  }
  return specs.length === 0 ? [] : [...specs, ...NOT_COMMITTED];
}

/**
 * The option for git's author date. A day alone counts as its noon, so that it is the same day all
 * over Europe; a text that is no date after 1970 is left out, as git would guess one from it.
 */
function authorDate(date: string | null): readonly string[] {
  if (date === null) return [];
  const instant = new Date(/^\d{4}-\d\d-\d\d$/u.test(date) ? `${date}T12:00:00Z` : date);
  if (!(instant.getTime() > 0)) return [];
  return [`--date=${instant.toISOString().replace(/\.\d+Z$/u, '+00:00')}`];
}

export async function identitySettings(
  root: string,
  author: Identity | null,
): Promise<readonly string[]> {
  const person = author ?? ((await hasIdentity(root)) ? null : BOT);
  return person ? [`user.name=${person.name}`, `user.email=${person.email}`] : [];
}

async function hasIdentity(root: string): Promise<boolean> {
  const git = gitIn(root);
  for (const key of ['user.name', 'user.email']) {
    if ((await git.raw('config', '--get', key)).trim() === '') return false;
  }
  return true;
}

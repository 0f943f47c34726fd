import { realpath } from 'node:fs/promises';
import { relative } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { Failure } from '../failure/failure.ts';
import type { Push } from '../port/archive.ts';
import { identitySettings } from './commit.ts';
import type { Identity } from './commit.ts';
import { withIndex } from './index-lock.ts';
import { replay } from './replay.ts';
import { gitIn, whatGitSays } from './work-tree.ts';

export interface PushOptions {
  /** Top folder of the work tree. */
  readonly root: string;
  /** Absolute paths of our folders: a commit that touches anything else is not ours to publish. */
  readonly folders: readonly string[];
  readonly author: Identity | null;
  readonly say: (text: string) => void;
  /** Asked when commits of others were taken in, before anything is pushed; what it throws takes that back. */
  readonly isSound: () => Promise<void>;
}

/** How often a push is tried again after somebody else was faster. */
const RETRIES = 3;

/** Where a branch is shared. */
interface Upstream {
  readonly remote: string;
  /** Its name there: refs/heads/main. */
  readonly ref: string;
  /** What we know of it here: refs/remotes/origin/main. */
  readonly tracking: string;
}

/**
 * Pushes the branch to its upstream. When somebody else pushed meanwhile, our commits are put on top of
 * theirs and pushed again, at most three times; nothing is ever forced. Without an upstream, and when it has
 * all our commits, nothing is done and no network is used. Throws a Failure `push-failed`.
 */
export async function pushBranch(options: PushOptions): Promise<Push> {
  const { root, say } = options;
  const git = gitIn(root, { settings: await identitySettings(root, options.author) });
  try {
    const upstream = await upstreamOf(git);
    if (upstream === null || (await isThere(git, upstream))) return { rebased: false };
    await requireOwn(git, upstream, options);
    let rebased = false;
    for (let retry = 0; ; retry += 1) {
      const refusal = await refusalOf(root, upstream);
      if (refusal === null) return { rebased };
      await fetch(root, upstream);
      const isRace = (await listed(git, 'rev-list', `HEAD..${upstream.tracking}`)).length > 0;
      if (!isRace || retry === RETRIES) throw refused(upstream, refusal, retry);
      await withIndex(root, say, async () => takeIn(git, upstream, options));
      rebased = true;
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw pushFailed(
      root,
      `git says: ${whatGitSays(error)}`,
      'Push by hand to see what is wrong',
      error,
    );
  }
}

/** null when the branch is shared nowhere, or nobody is on a branch. */
async function upstreamOf(git: SimpleGit): Promise<Upstream | null> {
  const branch = (await git.raw('branch', '--show-current')).trim();
  if (branch === '') return null;
  const setting = async (name: string): Promise<string> =>
    (await git.raw('config', '--get', `branch.${branch}.${name}`)).trim();
  const [remote, ref] = [await setting('remote'), await setting('merge')];
  if (remote === '' || remote === '.' || ref === '') return null;
  const format = '--format=%(upstream)';
  const tracking = (await git.raw('for-each-ref', format, `refs/heads/${branch}`)).trim();
  const known = tracking !== '' && (await git.raw('for-each-ref', tracking)).trim() !== '';
  if (known) return { remote, ref, tracking };
  throw pushFailed(
    `${branch} → ${remote} ${ref}`,
    'this branch has an upstream that was never seen from here',
    `Push it once by hand, or set "push": false in the configuration`,
  );
}

async function isThere(git: SimpleGit, { tracking }: Upstream): Promise<boolean> {
  return (await listed(git, 'rev-list', '--max-count=1', `${tracking}..HEAD`)).length === 0;
}

/** What a person has committed here and not pushed is theirs to publish. */
async function requireOwn(
  git: SimpleGit,
  { tracking }: Upstream,
  { root, folders }: PushOptions,
): Promise<void> {
  const top = await realpath(root);
  const ours: string[] = [];
  for (const folder of folders) {
    const path = await realpath(folder).catch(() => folder);
    ours.push(`:(top,exclude,literal)${relative(top, path).replaceAll('\\', '/')}`);
  }
  const range = `${tracking}..HEAD`;
  const foreign = [
    ...(await listed(git, 'log', '--format=%h %s', '--merges', range)),
    ...(await listed(git, 'log', '--format=%h %s', range, '--', ':(top)', ...ours)),
  ];
  const [first] = foreign;
  if (first === undefined) return;
  throw pushFailed(
    root,
    `a commit that is not of this command was not pushed yet: ${first}`,
    'Push it yourself, or set "push": false in the configuration',
  );
}

/** What git says when the push does not succeed; null when it does. */
async function refusalOf(root: string, { remote, ref }: Upstream): Promise<string | null> {
  const git = gitIn(root, { network: true });
  try {
    await git.raw('push', '--porcelain', '--progress', '--no-follow-tags', remote, `HEAD:${ref}`);
    return null;
  } catch (error) {
    return whatGitSays(error);
  }
}

async function fetch(root: string, { remote, ref, tracking }: Upstream): Promise<void> {
  const git = gitIn(root, { network: true });
  await git.raw('fetch', '--progress', '--no-tags', remote, `+${ref}:${tracking}`);
}

/** Puts our commits on top of what was fetched: all of it, or nothing. */
async function takeIn(
  git: SimpleGit,
  { tracking }: Upstream,
  { root, isSound }: PushOptions,
): Promise<void> {
  const head = (await git.raw('rev-parse', 'HEAD')).trim();
  const onto = (await git.raw('rev-parse', tracking)).trim();
  const committer = (await git.raw('var', 'GIT_COMMITTER_IDENT')).trim();
  const conflict = (commit: string, files: readonly string[]): Failure =>
    pushFailed(
      root,
      `${files.join(', ')} was changed here (${commit.slice(0, 10)}) and by somebody else who pushed before us`,
      `Nothing was changed; take over theirs with "git reset --hard ${tracking}" and run again, which does anew what is missing, or put both together by hand`,
    );
  const rebased = await replay({ root, git, head, onto, committer, conflict });
  await moveTo(git, root, head, rebased);
  try {
    await isSound();
  } catch (cause) {
    await moveTo(git, root, rebased, head);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw pushFailed(
      root,
      `together with what somebody else has pushed our files are not sound: ${why}`,
      'Nothing was changed; look at what was pushed there',
      cause,
    );
  }
}

/**
 * Files and index first, the branch last: stopped between them, the next run sees files of theirs as changed,
 * and never takes them back.
 */
async function moveTo(git: SimpleGit, root: string, from: string, to: string): Promise<void> {
  await git.raw('update-index', '-q', '--refresh');
  try {
    await git.raw('read-tree', '-m', '-u', from, to);
  } catch (cause) {
    if (String(cause).includes('index.lock')) throw cause;
    throw pushFailed(
      root,
      `what somebody else has pushed touches a file that was changed here: ${whatGitSays(cause)}`,
      'Commit or put aside your change, and run again',
      cause,
    );
  }
  await git.raw('update-ref', '-m', 'begrotingswacht: rebase', 'HEAD', to, from);
}

async function listed(git: SimpleGit, ...command: readonly string[]): Promise<readonly string[]> {
  return (await git.raw(...command)).split('\n').filter((line) => line !== '');
}

function refused({ remote, ref }: Upstream, said: string, retries: number): Failure {
  const times =
    retries > 0 ? `, also after putting our commits on top of new ones ${retries} times` : '';
  return pushFailed(
    `${remote} ${ref}`,
    `the push was refused${times}; git says: ${said}`,
    'Nothing was told; the next run tries again',
  );
}

function pushFailed(subject: string, problem: string, remedy: string, cause?: unknown): Failure {
  return new Failure('push-failed', { subject, problem, remedy, cause });
}

import { realpath } from 'node:fs/promises';
import { relative } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { Failure } from '../failure/failure.ts';
import type { PushStanding } from '../port/archive.ts';
import { gitIn } from './work-tree.ts';

/** Where a branch is shared. */
export interface Upstream {
  readonly remote: string;
  /** Its name there: refs/heads/main. */
  readonly ref: string;
  /** What we know of it here: refs/remotes/origin/main. */
  readonly tracking: string;
}

/** What is ours in a work tree. */
export interface OurFolders {
  /** Top folder of the work tree. */
  readonly root: string;
  /** Absolute paths of our folders: a commit that touches anything else is not ours to publish. */
  readonly folders: readonly string[];
}

/** What a push would do, as far as it is known here. Throws a Failure `push-failed` where it would throw one at once. */
export async function standingOf(ours: OurFolders): Promise<PushStanding> {
  const git = gitIn(ours.root);
  const upstream = await upstreamOf(git);
  if (upstream === null) return { pushes: false, because: 'no-upstream' };
  const waiting = await unpushed(git, upstream);
  if (waiting > 0) await requireOwn(git, upstream, ours);
  return { pushes: true, to: `${upstream.remote} ${upstream.ref}`, waiting };
}

/** null when the branch is shared nowhere, or nobody is on a branch. */
export async function upstreamOf(git: SimpleGit): Promise<Upstream | null> {
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

/** How many commits are not there yet, as far as it is known here. */
export async function unpushed(git: SimpleGit, { tracking }: Upstream): Promise<number> {
  return Number(await git.raw('rev-list', '--count', `${tracking}..HEAD`));
}

/** Throws a Failure `push-failed` for what a person has committed here and not pushed: that is theirs to publish. */
export async function requireOwn(
  git: SimpleGit,
  { tracking }: Upstream,
  { root, folders }: OurFolders,
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

/** The lines that git prints. */
export async function listed(
  git: SimpleGit,
  ...command: readonly string[]
): Promise<readonly string[]> {
  return (await git.raw(...command)).split('\n').filter((line) => line !== '');
}

export function pushFailed(
  subject: string,
  problem: string,
  remedy: string,
  cause?: unknown,
): Failure {
  return new Failure('push-failed', { subject, problem, remedy, cause });
}

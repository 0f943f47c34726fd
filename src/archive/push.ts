import type { SimpleGit } from 'simple-git';
import { Failure } from '../failure/failure.ts';
import type { Push } from '../port/archive.ts';
import { identitySettings } from './commit.ts';
import type { Identity } from './commit.ts';
import { withIndex } from './index-lock.ts';
import { replay } from './replay.ts';
import { listed, pushFailed, requireOwn, unpushed, upstreamOf } from './upstream.ts';
import type { OurFolders, Upstream } from './upstream.ts';
import { gitIn, whatGitSays } from './work-tree.ts';

export interface PushOptions extends OurFolders {
  readonly author: Identity | null;
  readonly say: (text: string) => void;
  /** Asked when commits of others were taken in, before anything is pushed; what it throws takes that back. */
  readonly isSound: () => Promise<void>;
}

/** How often a push is tried again after somebody else was faster. */
const RETRIES = 3;

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
    if (upstream === null || (await unpushed(git, upstream)) === 0) return { rebased: false };
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

function refused({ remote, ref }: Upstream, said: string, retries: number): Failure {
  const times =
    retries > 0 ? `, also after putting our commits on top of new ones ${retries} times` : '';
  return pushFailed(
    `${remote} ${ref}`,
    `the push was refused${times}; git says: ${said}`,
    'Nothing was told; the next run tries again',
  );
}

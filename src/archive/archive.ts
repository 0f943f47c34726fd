import { Failure } from '../failure/failure.ts';
import type { Archive, Commit } from '../port/archive.ts';
import { changedSinceCommit, commitFolders } from './commit.ts';
import type { CommitFolders, Identity } from './commit.ts';
import { createFolder } from './folder.ts';
import { finishRecord, recordAll } from './journal.ts';
import { takeLock } from './lock.ts';
import { pushBranch } from './push.ts';
import { standingOf } from './upstream.ts';
import { findWorkTree } from './work-tree.ts';

export interface ArchiveOptions {
  /** Absolute path of the snapshots folder; it need not exist yet. */
  readonly folder: string;
  /** Other folders of ours, such as the digests; those in the same work tree go into what is recorded. */
  readonly also?: readonly string[];
  /**
   * auto: commit when the folder lies in a git work tree that does not ignore it.
   * true: fail when it does not. false: never commit.
   */
  readonly git: boolean | 'auto';
  /** auto: push when the branch has an upstream. false, as when left out: never. */
  readonly push?: 'auto' | false;
  /** Who the commits are by; left out: whom git's settings name, else begrotingswacht. */
  readonly author?: Identity;
  /** Told what a person should know and is no failure. */
  readonly say?: (text: string) => void;
}

type CommittedFolders = Pick<CommitFolders, 'root' | 'folders' | 'author' | 'say'>;

/** The snapshots folder on disk, with its history in git where there is a repository. */
export function createArchive(options: ArchiveOptions): Archive {
  const { folder, also = [], git, push = false, author = null, say = () => {} } = options;
  const files = createFolder({ folder });
  const journal = { files, commit: async (commit: Commit) => commitAll(commit) };

  async function workTree(): Promise<string | null> {
    if (git === false) return null;
    const root = await findWorkTree(folder);
    if (root !== null || git === 'auto') return root;
    throw new Failure('git-failed', {
      subject: folder,
      problem: 'it does not lie in a git work tree, or is ignored there',
      remedy: 'Run "git init" there, or take the folder out of .gitignore',
    });
  }

  /** What a commit takes in, found once: neither repository nor folders move while we run. */
  let committed: Promise<CommittedFolders | null> | null = null;

  async function findCommitted(): Promise<CommittedFolders | null> {
    const root = await workTree();
    if (root === null) return null;
    const folders = [folder];
    for (const other of also) {
      if ((await findWorkTree(other)) === root) folders.push(other);
    }
    return { root, folders, author, say };
  }

  async function commitAll(commit: Commit): Promise<boolean> {
    const found = await (committed ??= findCommitted());
    return found === null ? false : commitFolders({ ...found, commit });
  }

  return {
    read: async (path) => files.read(path),
    list: async (path) => files.list(path),
    async uncommitted() {
      const found = await (committed ??= findCommitted());
      return found && changedSinceCommit(found.root, folder);
    },
    /** Throws `git-failed` as well, so that a broken repository is known before anything is done. */
    async requireWritable() {
      await files.requireWritable();
      await (committed ??= findCommitted());
    },
    async claim(verb) {
      const release = await takeLock({ folder, verb, say });
      try {
        if (await finishRecord(journal)) say(`${folder}: finished what a stopped run had begun.`);
      } catch (error) {
        await release();
        throw error;
      }
      return { release };
    },
    record: async (texts, commit) => recordAll(texts, commit, journal),
    async commit(commit) {
      const found = await (committed ??= findCommitted());
      return found === null ? false : commitFolders({ ...found, folders: [folder], commit });
    },
    async push(isSound) {
      const found = await (committed ??= findCommitted());
      if (found === null || push === false) return { rebased: false };
      return pushBranch({ ...found, isSound });
    },
    async pushStanding() {
      if (push === false) return { pushes: false, because: 'switched-off' };
      const found = await (committed ??= findCommitted());
      return found === null ? { pushes: false, because: 'not-committed' } : standingOf(found);
    },
  };
}

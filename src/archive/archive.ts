import { Failure } from '../failure/failure.ts';
import type { Archive } from '../port/archive.ts';
import { commitFolders } from './commit.ts';
import type { CommitFolders, Identity } from './commit.ts';
import { createFolder } from './folder.ts';
import { findWorkTree } from './work-tree.ts';

export interface ArchiveOptions {
  /** Absolute path of the snapshots folder; it need not exist yet. */
  readonly folder: string;
  /** Other folders of ours, such as the digests; those in the same work tree go into the same commits. */
  readonly also?: readonly string[];
  /**
   * auto: commit when the folder lies in a git work tree that does not ignore it.
   * true: fail when it does not. false: never commit.
   */
  readonly git: boolean | 'auto';
  /** Who the commits are by; left out: whom git's settings name, else begrotingswacht. */
  readonly author?: Identity;
}

type CommittedFolders = Pick<CommitFolders, 'root' | 'folders'>;

/** The snapshots folder on disk, with its history in git where there is a repository. */
export function createArchive({ folder, also = [], git, author }: ArchiveOptions): Archive {
  const files = createFolder({ folder });

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
    return { root, folders };
  }

  return {
    ...files,
    /** Throws `git-failed` as well, so that a broken repository is known before anything is done. */
    async requireWritable() {
      await files.requireWritable();
      await (committed ??= findCommitted());
    },
    async commit(commit) {
      const found = await (committed ??= findCommitted());
      return found === null ? false : commitFolders({ ...found, commit, author: author ?? null });
    },
  };
}

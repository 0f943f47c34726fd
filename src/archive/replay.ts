import type { SimpleGit } from 'simple-git';
import type { Failure } from '../failure/failure.ts';
import { gitIn } from './work-tree.ts';

export interface ReplayOptions {
  readonly root: string;
  readonly git: SimpleGit;
  /** Our branch as it was, and the commit that somebody else has pushed. */
  readonly head: string;
  readonly onto: string;
  /** `Name <e-mail> seconds zone`, as git writes it into a commit. */
  readonly committer: string;
  readonly conflict: (commit: string, files: readonly string[]) => Failure;
}

/**
 * Makes our commits anew on top of another commit and gives the last of them. Nothing but new objects comes
 * into being: branch, index and files stay as they are. Throws what `conflict` makes of the first commit of
 * which a file was changed on both sides.
 */
export async function replay(options: ReplayOptions): Promise<string> {
  const { git, head, onto, conflict } = options;
  const ours = ['rev-list', '--reverse', '--topo-order', '--right-only', '--cherry-pick'];
  const commits = wordsOf(await git.raw(...ours, `${onto}...${head}`));
  let base = onto;
  for (const commit of commits) {
    const baseTree = await one(git, 'rev-parse', `${base}^{tree}`);
    // A commit with what the base holds and our commit's own parent: that parent is what both have in common.
    const side = await one(git, 'commit-tree', baseTree, '-p', `${commit}^`, '-m', 'side');
    const merged = await git.raw(
      'merge-tree',
      '--write-tree',
      '--name-only',
      '--no-messages',
      side,
      commit,
    );
    const [tree = '', ...files] = merged.trimEnd().split('\n');
    if (files.length > 0) throw conflict(commit, files);
    if (tree !== baseTree) base = await copyCommit(commit, tree, base, options);
  }
  return base;
}

/** The same author, date and message with another tree and parent. */
async function copyCommit(
  commit: string,
  tree: string,
  parent: string,
  { root, git, committer }: ReplayOptions,
): Promise<string> {
  const raw = await git.raw('cat-file', 'commit', commit);
  const end = raw.indexOf('\n\n');
  const author = /^author .*$/mu.exec(raw.slice(0, end))?.[0];
  if (author === undefined) throw new Error(`${commit} has no author`);
  const header = [`tree ${tree}`, `parent ${parent}`, author, `committer ${committer}`].join('\n');
  const writer = gitIn(root, { input: `${header}${raw.slice(end)}` });
  return one(writer, 'hash-object', '-t', 'commit', '-w', '--stdin');
}

async function one(git: SimpleGit, ...command: readonly string[]): Promise<string> {
  return (await git.raw(...command)).trim();
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

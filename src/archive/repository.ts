import { gitIn, orGitFailure } from './work-tree.ts';

/** Makes the folder a git repository of its own; one that is there already stays as it is. */
export async function initialiseRepository(folder: string): Promise<void> {
  await orGitFailure(folder, async () => {
    await gitIn(folder).raw('init', '--quiet', '--initial-branch=main');
  });
}

import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gitIn } from './work-tree.ts';

/** No git holds its index for so long; whoever left the lock is gone. */
const STALE = 600_000;
/** An editor or a shell that looks at the state of the repository holds the index for a moment. */
const PAUSES = [50, 100, 200, 400] as const;

/**
 * Does something with git's index, and does it again when another git held it: after a moment, or after the
 * lock of a git that was killed has been removed. A lock that stays is left to the person who may hold it.
 */
export async function withIndex<Result>(
  root: string,
  say: (text: string) => void,
  action: () => Promise<Result>,
): Promise<Result> {
  for (const pause of PAUSES) {
    try {
      return await action();
    } catch (error) {
      if (!String(error).includes('index.lock')) throw error;
      if (!(await removeStale(root, say))) await wait(pause);
    }
  }
  return action();
}

async function removeStale(root: string, say: (text: string) => void): Promise<boolean> {
  const path = (await gitIn(root).raw('rev-parse', '--git-path', 'index.lock')).trim();
  const file = join(root, path);
  const found = await stat(file).catch(() => null);
  if (found === null || Date.now() - found.mtimeMs < STALE) return false;
  await rm(file, { force: true });
  say(`${file}: removed the lock of a git that is gone, from ${found.mtime.toISOString()}.`);
  return true;
}

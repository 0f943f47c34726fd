/** Files of ours in the snapshots folder that are gone when no run is under way: never listed, never committed. */
export const LOCK = '.lock';
export const JOURNAL = '.journal';

/** What git must pass over below our folders: those files, and temporary ones of a write under way. */
export const NOT_COMMITTED = [
  ':(top,exclude,glob)**/.*.tmp',
  `:(top,exclude,glob)**/${LOCK}`,
  `:(top,exclude,glob)**/${JOURNAL}`,
] as const;

export function isHidden(name: string): boolean {
  return name === LOCK || name === JOURNAL;
}

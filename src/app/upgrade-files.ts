import type { Archive } from '../port/archive.ts';
import { filesCommit } from './commits.ts';
import { allFiles, fileVersions } from './state.ts';
import type { State } from './state.ts';

/**
 * Writes files that stand in an older form anew, in one commit of its own: what they say stays the same, and
 * the next change of one of them is one hunk again.
 */
export async function upgradeFiles(state: State, archive: Archive, now: Date): Promise<void> {
  const older: string[] = [];
  for (const [path, version] of fileVersions(state)) {
    const written = versionOf((await archive.read(path)) ?? '');
    if (written !== null && written < version) older.push(path);
  }
  if (older.length === 0) return;
  const files = [...allFiles(state)].filter(([path]) => older.includes(path));
  await archive.record(new Map(files), filesCommit(older, now));
}

/** Whether a file stands in an older form than it would be written in now. */
export function isOlder(present: string | null, text: string): boolean {
  const [before, now] = [versionOf(present ?? ''), versionOf(text)];
  return before !== null && now !== null && before < now;
}

/** It stands at the head of every file that has one. */
function versionOf(text: string): number | null {
  const found = /^\s*\{\s*"schemaVersion"\s*:\s*(?<version>\d+)/.exec(text)?.groups?.['version'];
  return found === undefined ? null : Number(found);
}

import type { Archive } from '../port/archive.ts';
import { filesCommit } from './commits.ts';
import { allFiles } from './state.ts';
import type { State } from './state.ts';

/**
 * Writes files that stand in an older form anew, in one commit of its own: what they say stays the same, and
 * the next change of one of them is one hunk again.
 */
export async function upgradeFiles(state: State, archive: Archive, now: Date): Promise<void> {
  const older = new Map<string, string>();
  for (const [path, text] of allFiles(state)) {
    if (isOlder(await archive.read(path), text)) older.set(path, text);
  }
  if (older.size > 0) await archive.record(older, filesCommit([...older.keys()], now));
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

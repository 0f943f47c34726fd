import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './alive.ts';
import { notWritable } from './faults.ts';

/** `.name.process-number.tmp`, beside the file that it is going to be. */
const TEMPORARY = /^\..*\.(?<process>\d+)-\d+\.tmp$/u;

/** Temporary files that this process is writing just now. */
const active = new Set<string>();
let count = 0;

/**
 * Replaces a file in one step and makes its folders: whenever the machine stops, there is the old
 * content or the new one, whole. Throws a Failure `not-writable`; the old content then stays.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName(basename(path)));
  active.add(temporary);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(temporary, 'w');
    try {
      // One write() may take less than all of it, as on a full disk; writeFile goes on until the error.
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(folder);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw notWritable(path, cause);
  } finally {
    active.delete(temporary);
  }
}

export function temporaryName(name: string): string {
  count += 1;
  return `.${name.slice(0, 100)}.${process.pid}-${count}.tmp`;
}

export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

/** Removes what killed processes left below a folder. Never fails: leftovers do no harm. */
export async function removeLeftovers(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const owner = TEMPORARY.exec(entry.name)?.groups?.['process'];
    const path = join(entry.parentPath, entry.name);
    if (!owner || active.has(path)) continue;
    if (Number(owner) !== process.pid && isAlive(Number(owner))) continue;
    await rm(path, { force: true }).catch(() => undefined);
  }
}

/** Makes the rename itself last through a power cut, where the system can do that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

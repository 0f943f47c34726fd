import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { errorCode, notReadable, notWritable } from './faults.ts';
import { isHidden } from './hidden.ts';
import { isTemporary, removeLeftovers, replaceFile, temporaryName } from './replace-file.ts';

/** Files below one folder, by path relative to it with forward slashes. */
export interface Folder {
  /** null when there is no such file. Throws a Failure `snapshot-damaged` when it cannot be read or is not UTF-8. */
  read(path: string): Promise<string | null>;
  readBytes(path: string): Promise<Uint8Array | null>;
  /** Paths of all files below a folder, sorted; [] when there is no such folder. */
  list(path: string): Promise<readonly string[]>;
  /** Replaces the file in one step; leaves one that has this content already alone. Throws `not-writable`. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Removes the file; nothing when there is none. Throws `not-writable`. */
  remove(path: string): Promise<void>;
  /** Throws a Failure `not-writable`; leaves everything as it was. */
  requireWritable(): Promise<void>;
}

/** Touches nothing until the first write, which also clears away what a killed process left. */
export function createFolder({ folder }: { readonly folder: string }): Folder {
  let cleared: Promise<void> | null = null;

  async function readBytes(path: string): Promise<Uint8Array | null> {
    const file = within(folder, path);
    try {
      return await readFile(file);
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT') return null;
      throw notReadable(file, cause);
    }
  }

  return {
    readBytes,
    async read(path) {
      const bytes = await readBytes(path);
      return bytes === null ? null : decode(bytes, within(folder, path));
    },
    async list(path) {
      return listFiles(folder, within(folder, path));
    },
    async write(path, content) {
      const file = within(folder, path);
      const present = await readFile(file).catch(() => null);
      if (present?.equals(Buffer.from(content))) return;
      cleared ??= removeLeftovers(folder);
      await cleared;
      await replaceFile(file, content);
    },
    async remove(path) {
      const file = within(folder, path);
      await rm(file, { force: true }).catch((cause: unknown) => {
        throw notWritable(file, cause);
      });
    },
    async requireWritable() {
      await probe(folder);
    },
  };
}

/** A path that leads out of the folder is a mistake of ours, never of a user. */
function within(folder: string, path: string): string {
  const file = resolve(folder, path);
  const way = relative(folder, file);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
    throw new Error(`${path} leads out of ${folder}`);
  }
  return file;
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notReadable(file, 'not UTF-8');
  }
}

async function listFiles(folder: string, start: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(start, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !isTemporary(entry.name) && !isHidden(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .sort();
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return [];
    throw notReadable(start, cause);
  }
}

/** Writes and removes a file in the folder or, while that is not there, in the nearest one above it. */
async function probe(folder: string): Promise<void> {
  const existing = await nearestExisting(folder);
  const file = join(existing, temporaryName('probe'));
  try {
    await writeFile(file, 'probe');
  } catch (cause) {
    throw notWritable(folder, cause);
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}

async function nearestExisting(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return path;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT' && dirname(path) !== path)
      return nearestExisting(dirname(path));
    throw notWritable(path, cause);
  }
  throw notWritable(path, Object.assign(new Error('not a folder'), { code: 'ENOTDIR' }));
}

import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure/failure.ts';
import { errorCode, notWritable } from './faults.ts';
import { createFolder } from './folder.ts';

/** A folder of a user that holds files of ours and nothing else, made again as a whole. */
export interface OwnFolder {
  /**
   * Throws a Failure when the folder cannot be ours: `not-writable` when it is a file or cannot be written,
   * `usage` when it holds anything that we did not make. Changes nothing.
   */
  requireOwn(): Promise<void>;
  /** Writes the files, and removes those of ours that are not among them. Checks as requireOwn does. */
  replace(files: ReadonlyMap<string, string>): Promise<void>;
}

/** @param madeBy text with which each of our files begins */
export function createOwnFolder({
  folder,
  madeBy,
}: {
  readonly folder: string;
  readonly madeBy: string;
}): OwnFolder {
  const files = createFolder({ folder });

  async function present(): Promise<readonly string[]> {
    try {
      if (!(await stat(folder)).isDirectory())
        throw notWritable(folder, Object.assign(new Error('not a folder'), { code: 'ENOTDIR' }));
      return await readdir(folder);
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT') return [];
      throw cause instanceof Failure ? cause : notWritable(folder, cause);
    }
  }

  async function requireOwn(): Promise<readonly string[]> {
    const names = await present();
    for (const name of names) if (!(await isOwn(name))) throw foreign(folder, name);
    await files.requireWritable();
    return names;
  }

  async function isOwn(name: string): Promise<boolean> {
    try {
      const bytes = await files.readBytes(name);
      const head = new TextDecoder().decode(bytes?.subarray(0, madeBy.length) ?? new Uint8Array());
      return head === madeBy;
    } catch {
      return false;
    }
  }

  return {
    async requireOwn() {
      await requireOwn();
    },
    async replace(wanted) {
      const names = await requireOwn();
      for (const [name, text] of wanted) await files.write(name, text);
      for (const name of names) if (!wanted.has(name)) await rm(join(folder, name));
    },
  };
}

function foreign(folder: string, name: string): Failure {
  return new Failure('usage', {
    subject: folder,
    problem: `it holds ${name}, which was not made here`,
    remedy: 'Name a new folder or an empty one',
  });
}

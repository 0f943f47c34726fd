import { readFile } from 'node:fs/promises';
import { Failure } from '../failure/failure.ts';

/** Bytes of a file a user named. Throws a Failure `not-found` that says why it could not be read. */
export async function readUserFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new Failure('not-found', {
      subject: path,
      problem:
        code === 'ENOENT'
          ? 'there is no such file'
          : code === 'EISDIR'
            ? 'this is a folder, not a file'
            : `it cannot be read (${code ?? String(cause)})`,
      remedy: 'Check the path and its permissions',
      cause,
    });
  }
}

import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '../../failure/failure.ts';

/**
 * Paths of all PDFs below the folder, sorted, relative to it, with forward slashes. Hidden files are
 * passed over. Throws a Failure `not-found` when there is no such folder.
 */
export async function listPdfs(folder: string): Promise<readonly string[]> {
  let paths: readonly string[];
  try {
    paths = await readdir(folder, { recursive: true });
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    throw new Failure('not-found', {
      subject: folder,
      problem: code === 'ENOENT' ? 'there is no such folder' : `it cannot be listed (${code})`,
      remedy:
        'Set source.folder to the folder that holds the PDFs, or to null for the search service',
      cause,
    });
  }
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.pdf$/iu.test(path) && !/(?:^|\/)\./u.test(path))
    .sort();
}

/** Throws a Failure `print-missing` when the file is gone or cannot be read. */
export async function readPdf(folder: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(folder, path));
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    throw new Failure('print-missing', {
      subject: path,
      problem: code === 'ENOENT' ? 'the file is not there any more' : `it cannot be read (${code})`,
      remedy: 'Put the PDF back, or check the permissions of the file',
      cause,
    });
  }
}

import { Failure } from '../failure/failure.ts';

const WHY_NOT_WRITABLE: Readonly<Record<string, string>> = {
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where the file should be',
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
};

/** The Failure `not-writable` for an error of the file system. */
export function notWritable(path: string, cause: unknown): Failure {
  const code = errorCode(cause);
  return new Failure('not-writable', {
    subject: path,
    problem: WHY_NOT_WRITABLE[code] ?? `it cannot be written (${code})`,
    remedy: 'Make room or correct the permissions, or name another folder in the configuration',
    cause,
  });
}

/** The Failure for a file that is there and cannot be read. */
export function notReadable(path: string, cause: unknown): Failure {
  return new Failure('snapshot-damaged', {
    subject: path,
    problem: `it is there, but cannot be read (${errorCode(cause)})`,
    remedy: 'Correct its permissions, or put back its last good version',
    cause,
  });
}

export function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? String(error);
}

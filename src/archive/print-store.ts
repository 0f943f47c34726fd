import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '../failure/failure.ts';
import type { PrintForm, PrintStore } from '../port/archive.ts';
import { listFetched, readFetched, writeFetched } from './fetched.ts';
import { createFolder } from './folder.ts';

/**
 * Prints as `<sha256>.pdf` in a folder outside git, and beside them, in `fetched/`, one small file for
 * each publication that says which version gave which print. Those files save requests and no more:
 * a damaged one counts as unknown, and the print is fetched again.
 */
export function createPrintStore({ folder }: { readonly folder: string }): PrintStore {
  const files = createFolder({ folder });
  return {
    async read(sha256) {
      const path = printPath(sha256);
      const bytes = await files.readBytes(path);
      if (bytes === null || hash(bytes) === sha256) return bytes;
      throw new Failure('print-altered', {
        subject: join(folder, path),
        problem: 'the bytes of this kept print are no longer those that its name says',
        remedy: 'Delete the file; the next run fetches the print again and compares its sha256',
      });
    },
    async keep(bytes) {
      const sha256 = hash(bytes);
      await files.write(printPath(sha256), bytes);
      return sha256;
    },
    async fetched(publication, version, form = 'pdf') {
      const versions = (await readFetched(files, publication))?.versions ?? {};
      const key = keyOf(version, form);
      return Object.hasOwn(versions, key) ? (versions[key] ?? null) : null;
    },
    async remember(listing, sha256, form = 'pdf') {
      const versions = (await readFetched(files, listing.publication))?.versions ?? {};
      const key = keyOf(listing.version, form);
      await writeFetched(files, { listing, versions: { ...versions, [key]: sha256 } });
    },
    place: (sha256) => join(folder, printPath(sha256)),
    async remembered() {
      const stored = await listFetched(files);
      return stored.flatMap(({ listing, versions }) => {
        const sha256 = versions[listing.version];
        return sha256 === undefined ? [] : [{ listing, sha256 }];
      });
    },
  };
}

function keyOf(version: string, form: PrintForm): string {
  return form === 'pdf' ? version : `${version} (${form})`;
}

function printPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error(`${sha256} is no sha256`);
  return `${sha256}.pdf`;
}

function hash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

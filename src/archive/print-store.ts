import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../failure/failure.ts';
import type { PrintStore } from '../port/archive.ts';
import { createFolder } from './folder.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u, 'not a sha256 in lower-case hexadecimal');

/** What was fetched of one publication: each version that the source gave, with the print it led to. */
const Fetched = z.object({ publication: z.string(), versions: z.record(z.string(), Sha256) });
type Fetched = z.infer<typeof Fetched>;

/**
 * Prints as `<sha256>.pdf` in a folder outside git, and beside them, in `fetched/`, one small file for
 * each publication that says which version gave which print. Those files save requests and no more:
 * a damaged one counts as unknown, and the print is fetched again.
 */
export function createPrintStore({ folder }: { readonly folder: string }): PrintStore {
  const files = createFolder({ folder });

  async function fetchedOf(publication: string): Promise<Fetched> {
    const text = await files.read(fetchedPath(publication)).catch(() => null);
    const stored = parseFetched(text);
    return stored?.publication === publication ? stored : { publication, versions: {} };
  }

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
    async fetched(publication, version) {
      const { versions } = await fetchedOf(publication);
      return Object.hasOwn(versions, version) ? (versions[version] ?? null) : null;
    },
    async remember(publication, version, sha256) {
      const { versions } = await fetchedOf(publication);
      const stored: Fetched = { publication, versions: { ...versions, [version]: sha256 } };
      await files.write(fetchedPath(publication), `${JSON.stringify(stored, null, 2)}\n`);
    },
  };
}

function parseFetched(text: string | null): Fetched | null {
  try {
    return Fetched.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

function printPath(sha256: string): string {
  return `${Sha256.parse(sha256)}.pdf`;
}

/** Readable, and safe as a file name whatever the source calls its publication. */
function fetchedPath(publication: string): string {
  const readable = publication.replace(/[^\w.-]/gu, '_').slice(0, 60);
  return `fetched/${readable}-${hash(publication).slice(0, 12)}.json`;
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

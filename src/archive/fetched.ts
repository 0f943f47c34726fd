import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Listing } from '../edition/listing.ts';
import type { Folder } from './folder.ts';

const Text = z.string().min(1);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

const StoredListing: z.ZodType<Listing> = z.object({
  edition: z.object({
    id: Text,
    chapter: Text,
    year: z.int(),
    phase: z.enum(['begroting', 'jaarverslag']),
    dossier: Text.nullable(),
    number: Text.nullable(),
  }),
  publication: Text,
  title: z.string(),
  url: Text,
  xml: z.exactOptional(Text),
  unformatted: z.boolean(),
  published: Text.nullable(),
  version: z.string(),
});

/** What was fetched of one publication. */
const Fetched = z.object({
  /** As the source gave it last. */
  listing: StoredListing,
  /** Each version that the source gave, with the sha256 of the print it led to. */
  versions: z.record(z.string(), Sha256),
});
export type Fetched = z.infer<typeof Fetched>;

const FOLDER = 'fetched';

/** null when nothing is stored of the publication, or what is stored cannot be read: both save no request. */
export async function readFetched(files: Folder, publication: string): Promise<Fetched | null> {
  const stored = await readFile(files, pathOf(publication));
  return stored?.listing.publication === publication ? stored : null;
}

/** All publications of which something readable is stored. */
export async function listFetched(files: Folder): Promise<readonly Fetched[]> {
  const paths = await files.list(FOLDER);
  const stored = await Promise.all(paths.map(async (path) => readFile(files, path)));
  return stored
    .filter((each) => each !== null)
    .sort((one, other) => (one.listing.publication < other.listing.publication ? -1 : 1));
}

export async function writeFetched(files: Folder, fetched: Fetched): Promise<void> {
  await files.write(pathOf(fetched.listing.publication), `${JSON.stringify(fetched, null, 2)}\n`);
}

async function readFile(files: Folder, path: string): Promise<Fetched | null> {
  try {
    return Fetched.safeParse(JSON.parse((await files.read(path)) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** Readable, and safe as a file name whatever the source calls its publication. */
function pathOf(publication: string): string {
  const readable = publication.replace(/[^\w.-]/gu, '_').slice(0, 60);
  const unique = createHash('sha256').update(publication).digest('hex').slice(0, 12);
  return `${FOLDER}/${readable}-${unique}.json`;
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { decodeJson } from '../failure/decode.ts';
import { Failure } from '../failure/failure.ts';
import type { Commit } from '../port/archive.ts';
import type { Folder } from './folder.ts';
import { JOURNAL } from './hidden.ts';

/** What a run is about to do. It stands on disk before the first file is touched and until all is committed. */
const Intent = z.object({
  schemaVersion: z.literal(1),
  commit: z.object({
    subject: z.string(),
    body: z.string(),
    trailers: z.array(z.tuple([z.string(), z.string()])),
    date: z.string().nullable(),
  }),
  files: z.array(
    z.object({
      path: z.string(),
      /** sha256 of what stood there; null when nothing did. */
      before: z.string().nullable(),
      text: z.string(),
    }),
  ),
});
type Intent = z.infer<typeof Intent>;

export interface JournalPorts {
  readonly files: Folder;
  readonly commit: (commit: Commit) => Promise<unknown>;
}

/** Writes the files that differ and commits, so that a kill at any step leaves something to finish. */
export async function recordAll(
  texts: ReadonlyMap<string, string>,
  commit: Commit,
  ports: JournalPorts,
): Promise<void> {
  const changed: Intent['files'] = [];
  for (const [path, text] of texts) {
    const present = await ports.files.readBytes(path);
    if (present !== null && Buffer.from(text).equals(present)) continue;
    changed.push({ path, before: present && hash(present), text });
  }
  const intent: Intent = {
    schemaVersion: 1,
    commit: { ...commit, trailers: commit.trailers.map(([name, value]) => [name, value]) },
    files: changed,
  };
  if (changed.length > 0) await ports.files.write(JOURNAL, `${JSON.stringify(intent)}\n`);
  await carryOut(intent, ports);
}

/**
 * Finishes what a run that was killed had begun; false when there is nothing. Throws a Failure
 * `snapshot-damaged` when one of its files was changed since: that change may be a person's.
 */
export async function finishRecord(ports: JournalPorts): Promise<boolean> {
  const text = await ports.files.read(JOURNAL);
  if (text === null) return false;
  const intent = decodeJson(Intent, text, JOURNAL, {
    kind: 'snapshot-damaged',
    what: 'what a run was about to write',
    remedy: 'Delete the file; the next check does again what is missing',
  });
  for (const { path, before, text: after } of intent.files) {
    const present = await ports.files.readBytes(path);
    const stands = present && hash(present);
    if (stands === before || stands === hash(after)) continue;
    throw new Failure('snapshot-damaged', {
      subject: path,
      problem: `a run was stopped while it wrote this file, and it was changed since by somebody else`,
      remedy: `Delete ${JOURNAL} beside it to keep what stands there, or restore the file from git to have it written`,
    });
  }
  await carryOut(intent, ports);
  return true;
}

async function carryOut({ commit, files: texts }: Intent, ports: JournalPorts): Promise<void> {
  for (const { path, text } of texts) await ports.files.write(path, text);
  await ports.commit(commit);
  await ports.files.remove(JOURNAL);
}

function hash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

import { randomUUID } from 'node:crypto';
import {
  copyFile,
  constants,
  link,
  mkdir,
  readFile,
  rm,
  rmdir,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { Failure } from '../failure/failure.ts';
import { isAlive } from './alive.ts';
import { errorCode, notWritable } from './faults.ts';
import { LOCK } from './hidden.ts';
import { removeLeftovers, temporaryName } from './replace-file.ts';

const Holder = z.object({
  process: z.int(),
  host: z.string(),
  verb: z.string(),
  since: z.string(),
  /** Tells two holders with the same process number apart. */
  token: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** A holder touches its lock this often, and counts as gone when it has not done so for that long. */
const BEAT = 60_000;
const TOO_OLD = 3_600_000;
/** Also in milliseconds. */
const GUARD_TOO_OLD = 10_000;
const GUARD_PAUSE = 10;

/** Tokens of the locks that this process holds. */
const held = new Set<string>();

export interface LockOptions {
  readonly folder: string;
  readonly verb: string;
  /** Told when the lock of a process that is gone was taken over. */
  readonly say: (text: string) => void;
}

/**
 * Takes the folder's lock file. One that a dead process left, or that nobody has touched for an hour, is
 * taken over. Throws a Failure `locked` that names process, host and file.
 * @returns what releases it
 */
export async function takeLock({ folder, verb, say }: LockOptions): Promise<() => Promise<void>> {
  const file = join(folder, LOCK);
  const mine: Holder = {
    process: process.pid,
    host: hostname(),
    verb,
    since: new Date().toISOString(),
    token: randomUUID(),
  };
  const made = await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw notWritable(file, error);
  });
  await removeLeftovers(folder);
  // Before it is placed: another claim of this process may read it as soon as it stands there.
  held.add(mine.token);
  try {
    while (!(await place(folder, file, mine))) {
      const text = await readFile(file, 'utf8').catch(() => null);
      if (text === null) continue;
      const holder = parseHolder(text);
      if (!(await isGone(file, holder))) throw locked(file, holder);
      if (await removeGone(file, text)) say(tookOver(file, holder));
    }
  } catch (error) {
    held.delete(mine.token);
    throw error;
  }
  const beat = setInterval(() => void touch(file), BEAT);
  beat.unref();
  return async () => {
    clearInterval(beat);
    held.delete(mine.token);
    const text = await readFile(file, 'utf8').catch(() => '');
    if (parseHolder(text)?.token === mine.token) await rm(file, { force: true });
    if (made !== undefined) await rmdir(folder).catch(() => undefined);
  };
}

/** False when there is a lock already. The file appears with all that stands in it, or not at all. */
async function place(folder: string, file: string, holder: Holder): Promise<boolean> {
  const temporary = join(folder, temporaryName(LOCK));
  try {
    await writeFile(temporary, `${JSON.stringify(holder)}\n`);
    // Not every file system knows links.
    await link(temporary, file).catch(async (error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error;
      await copyFile(temporary, file, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw notWritable(file, error);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Removes the lock that was judged, and no other: between the judgement and now somebody else may have
 * taken over and placed a new one. So only one at a time may remove, and judges once more before it does.
 */
async function removeGone(file: string, judged: string): Promise<boolean> {
  const guard = `${file}.takeover`;
  try {
    await mkdir(guard);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw notWritable(file, error);
    const made = await stat(guard).catch(() => null);
    // Held for a few reads and one removal: one that stands for longer was left by a process that was killed.
    if (made && Date.now() - made.mtimeMs > GUARD_TOO_OLD) await leave(guard);
    await setTimeout(GUARD_PAUSE);
    return false;
  }
  try {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== judged || !(await isGone(file, parseHolder(text)))) return false;
    await rm(file, { force: true });
    return true;
  } finally {
    await leave(guard);
  }
}

async function leave(guard: string): Promise<void> {
  await rmdir(guard).catch(() => undefined);
}

async function isGone(file: string, holder: Holder | null): Promise<boolean> {
  const touched = await stat(file).catch(() => null);
  if (touched === null || Date.now() - touched.mtimeMs > TOO_OLD) return true;
  if (holder === null || holder.host !== hostname()) return false;
  if (holder.process === process.pid) return !held.has(holder.token);
  return !isAlive(holder.process);
}

async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}

function parseHolder(text: string): Holder | null {
  try {
    return Holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function locked(file: string, holder: Holder | null): Failure {
  return new Failure('locked', {
    subject: file,
    problem: holder
      ? `process ${holder.process} on ${holder.host} writes here since ${holder.since} (${holder.verb})`
      : 'another process writes here, and its lock does not say which',
    remedy: 'Wait until it has ended; if there is no such process any more, delete the file',
  });
}

function tookOver(file: string, holder: Holder | null): string {
  const whose = holder
    ? `process ${holder.process} on ${holder.host} (${holder.verb}, since ${holder.since})`
    : 'an unknown process';
  return `${file}: took over the lock of ${whose}, which is gone.`;
}

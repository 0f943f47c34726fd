import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly seconds: number;
  /** Peak resident memory of the process and its children together, in MB; null where /proc is missing. */
  readonly megabytes: number | null;
  readonly stdout: string;
}

export interface Command {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const SAMPLE_EVERY = 10;

/**
 * Runs the commands one after the other, and that so many times after one round that is not counted.
 * Null for a command that this machine does not have.
 */
export async function measureInTurn(
  commands: readonly Command[],
  rounds: number,
): Promise<readonly (readonly Measured[] | null)[]> {
  const results: (Measured[] | null)[] = commands.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { command, args }] of commands.entries()) {
      const measured = results[at] && (await measure(command, args));
      if (!measured) results[at] = null;
      else if (round > 0) results[at]?.push(measured);
    }
  }
  return results;
}

/** Runs a command to its end. Null when there is no such command; throws when it fails. */
export async function measure(command: string, args: readonly string[]): Promise<Measured | null> {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, treeMemory(child.pid ?? 0));
  }, SAMPLE_EVERY);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | string | null>((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    child.on('close', resolve);
  });
  clearInterval(sampling);
  if (code === 'ENOENT') return null;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: peak === 0 ? null : peak / 1024,
    stdout: Buffer.concat(chunks).toString('utf8'),
  };
}

/** Resident memory in kB of a process and everything it started. */
function treeMemory(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + treeMemory(child), residentKilobytes(pid));
}

/** 0 for a process that is gone, and where the system does not tell (outside Linux). */
export function residentKilobytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

export function childrenOf(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return children === '' ? [] : children.split(' ').map(Number);
  } catch {
    return [];
  }
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

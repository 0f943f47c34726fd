import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
}

const BIN = fileURLToPath(new URL('../../bin/begrotingswacht.js', import.meta.url));

/** Runs the built command as a user does, without any token of the machine's. */
export async function runCommand(
  args: readonly string[],
  { cwd = process.cwd(), env = {}, nodeOptions = [] }: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, [...nodeOptions, BIN, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, ...output };
}

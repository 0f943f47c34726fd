/**
 * Loaded before the command (node --import) to kill it at one of its steps, as a machine would: every
 * step after which something else stands on disk or in git is counted, before and behind it. KILL_AT is
 * the number of the step that is its last; STEPS is a file that gets the name of each.
 */
import childProcess from 'node:child_process';
import { appendFileSync } from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

const killAt = Number(process.env['KILL_AT'] ?? Infinity);
const log = process.env['STEPS'];
let step = 0;

function count(name: string): void {
  step += 1;
  if (log !== undefined) appendFileSync(log, `${name}\n`);
  if (step === killAt) process.kill(process.pid, 'SIGKILL');
}

/** Names do not depend on the process or on what a print's bytes are. */
function plain(path: unknown): string {
  return basename(String(path)).replace(/\.\d+-\d+\.tmp$/u, '.tmp');
}

for (const name of ['rename', 'link', 'rm'] as const) {
  const original = files[name] as (...args: unknown[]) => Promise<void>;
  Object.assign(files, {
    async [name](...args: unknown[]) {
      const what = `${name} ${plain(name === 'rm' ? args[0] : args[1])}`;
      count(`before ${what}`);
      await original(...args);
      count(`behind ${what}`);
    },
  });
}

const CHANGING = new Set(['add', 'commit', 'push', 'fetch', 'read-tree', 'update-ref']);
const { spawn } = childProcess;
Object.assign(childProcess, {
  spawn(command: string, ...rest: unknown[]) {
    const [args] = rest;
    const verb =
      command === 'git' && Array.isArray(args) ? args.find((it) => CHANGING.has(String(it))) : null;
    if (verb) count(`before git ${verb}`);
    const child = (spawn as (...all: unknown[]) => childProcess.ChildProcess)(command, ...rest);
    if (verb) child.on('exit', () => count(`behind git ${verb}`));
    return child;
  },
});
syncBuiltinESMExports();

import { readdirSync, readFileSync } from 'node:fs';

/** Processes that this one started and that run this module, from Linux' own list. */
export function childrenRunning(module: string, parent = process.pid): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent && commandOf(pid).includes(module));
}

export function isRunning(pid: number): boolean {
  const state = statusOf(pid, 'State');
  return state !== null && !state.startsWith('Z');
}

function parentOf(pid: number): number {
  return Number(statusOf(pid, 'PPid'));
}

function statusOf(pid: number, key: string): string | null {
  const lines = read(`/proc/${pid}/status`).split('\n');
  return (
    lines
      .find((line) => line.startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim() ?? null
  );
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import type { CommandResult } from './command.ts';
import { contents } from './folders.ts';
import { git, newRepository } from './git.ts';
import { HEADERS, plainRows, smallEdition, withCells } from './small-editions.ts';

const PRELOAD = new URL('./kill-preload.ts', import.meta.url).href;
const EARLIER = '2022-05-19T04:17:00.000Z';
const NOW = '2023-05-18T04:17:00.000Z';

/**
 * A folder below `top` in which one check has been made, shared through a bare repository, and whose source
 * has got another edition with news since.
 */
export async function folderWithNews(top: string): Promise<string> {
  const papers = join(top, 'papers');
  const start = join(top, 'start');
  mkdirSync(papers, { recursive: true });
  const rows = plainRows(4);
  const running = withCells(rows, 3, 'Lopend', 'Lopend');
  const first = await smallEdition(2021, [{ headers: HEADERS, rows: running }]);
  writeFileSync(join(papers, 'XV-2021-jaarverslag.pdf'), first);
  await newRepository(start);
  const remote = join(start, 'remote.git');
  await git(start, 'clone', '--quiet', '--bare', start, remote);
  await git(start, 'remote', 'add', 'origin', './remote.git');
  await git(start, 'fetch', '--quiet', 'origin');
  await git(start, 'branch', '--quiet', '--set-upstream-to=origin/main');
  const config = { source: { folder: papers } };
  writeFileSync(join(start, 'begrotingswacht.config.json'), JSON.stringify(config));
  const checked = await runCommand(['check'], {
    cwd: start,
    env: { BEGROTINGSWACHT_NOW: EARLIER },
  });
  if (checked.code !== 0) throw new Error(checked.stderr);
  const second = await smallEdition(2022, [{ headers: HEADERS, rows }]);
  writeFileSync(join(papers, 'XV-2022-jaarverslag.pdf'), second);
  return start;
}

/** The same folder once more. */
export function copyOf(folder: string, name: string): string {
  const copy = join(folder, '..', name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** One check that goes on to its end. */
export async function checkIn(folder: string): Promise<CommandResult> {
  return runCommand(['check'], { cwd: folder, env: { BEGROTINGSWACHT_NOW: NOW } });
}

/** One check that is killed at a step, counted from 1; by itself it comes to its end when there are fewer. */
export async function killedCheckIn(folder: string, step: number): Promise<CommandResult> {
  const steps = join(folder, '..', 'steps');
  rmSync(steps, { force: true });
  const env = { BEGROTINGSWACHT_NOW: NOW, KILL_AT: String(step), STEPS: steps };
  return runCommand(['check'], { cwd: folder, env, nodeOptions: ['--import', PRELOAD] });
}

/** Names of the steps of the check that was counted last. */
export function stepsIn(folder: string): readonly string[] {
  const file = join(folder, '..', 'steps');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}

/** All that a run leaves: the bytes of each file, and the history here and where it is shared. */
export async function outcomeIn(folder: string): Promise<unknown> {
  const files = contents(folder);
  const own = Object.entries(files).filter(([path]) => !path.startsWith('remote.git'));
  const history = ['log', '--format=%T %an %aI %s%n%b'];
  return {
    files: Object.fromEntries(own),
    here: await git(folder, ...history),
    shared: await git(join(folder, 'remote.git'), ...history, 'main'),
    status: await git(folder, 'status', '--porcelain', 'snapshots', 'digests'),
  };
}

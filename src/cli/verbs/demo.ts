import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { check } from '../../app/check.ts';
import { digest } from '../../app/digest.ts';
import { loadState } from '../../app/state.ts';
import { initialiseRepository } from '../../archive/repository.ts';
import { CONFIG_FILE, loadConfig } from '../../config/load.ts';
import { bundledPapers } from '../../demo/bundled.ts';
import type { BundledPaper } from '../../demo/bundled.ts';
import { startStandin } from '../../demo/standin/server.ts';
import type { Standin } from '../../demo/standin/server.ts';
import { Failure } from '../../failure/failure.ts';
import type { FailureKind } from '../../failure/failure.ts';
import { editionReport } from '../demo-text.ts';
import { exitCode } from '../exit-code.ts';
import type { Cli } from '../cli.ts';
import { portsFor } from '../ports.ts';
import { checkOptions } from './check.ts';

/** First line of everything made from the bundled editions: they are partly reconstructed. */
export const DEMO_WARNING = 'Voorbeeld met gereconstrueerde gegevens. Niet citeren.';

export function addDemo(root: Command, cli: Cli): void {
  root
    .command('demo')
    .description('the main job on bundled editions: no network, no token, a few seconds')
    .option('--keep <dir>', 'work in this folder, which must be empty or new')
    .action(async (flags: { keep?: string }) => {
      const folder = await demoFolder(flags.keep);
      const papers = await bundledPapers();
      const standin = await startStandin({ papers, now: new Date(0) });
      try {
        await initialiseRepository(folder);
        await writeFile(join(folder, CONFIG_FILE), demoConfig(standin.sru));
        cli.output.print(`${DEMO_WARNING}\n`);
        const failed = await runDemo(folder, papers, standin, cli);
        cli.output.print(placesToLook(folder));
        cli.exit(failed);
      } finally {
        await standin.close();
      }
    });
}

/** Runs the check on the morning after each edition appeared, and the digest on the Monday after that. */
async function runDemo(
  folder: string,
  papers: readonly BundledPaper[],
  standin: Standin,
  { output }: Cli,
): Promise<number> {
  const config = await loadConfig({ file: null, folder, env: {} });
  let now = new Date(0);
  const ports = await portsFor({ config, secrets: { githubToken: null }, clock: () => now });
  const options = { ...checkOptions(config, {}), warning: DEMO_WARNING };
  const kinds: FailureKind[] = [];
  for (const { edition, published } of papers) {
    now = new Date(`${nextDay(published)}T04:17:00Z`);
    standin.setNow(now);
    const summary = await check(options, ports);
    kinds.push(...summary.errors.map(({ kind }) => kind));
    const state = await loadState(ports.archive);
    output.print(editionReport(edition.id, published, summary, state).join('\n'));
    for (const { message } of summary.errors) output.say(message);
    now = new Date(`${nextMonday(published)}T06:30:00Z`);
    await digest({ ...options, quiet: 'silent', period: null }, ports);
  }
  return exitCode(kinds);
}

async function demoFolder(keep: string | undefined): Promise<string> {
  if (keep === undefined) return mkdtemp(join(tmpdir(), 'begrotingswacht-demo-'));
  const folder = resolve(keep);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length === 0) return folder;
  throw new Failure('usage', {
    subject: keep,
    problem: 'this folder is not empty',
    remedy: 'Name an empty or a new folder; the demo overwrites nothing',
  });
}

function demoConfig(sru: string): string {
  const config = {
    chapters: ['XV'],
    since: 2021,
    source: { sru, hosts: ['127.0.0.1'], requestsPerSecond: 100 },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function placesToLook(folder: string): string {
  return [
    'Look here:',
    `  git -C ${folder} log -p -- snapshots/XV    every edition as a commit; each changed cell is one hunk`,
    `  ${join(folder, 'snapshots', 'XV', 'studies.csv')}    latest state of each study`,
    `  ${join(folder, 'outbox')}    issues, comments and digests as they would stand on GitHub`,
    `  ${join(folder, 'digests')}    the weekly digests, start reports and reports on editions`,
  ].join('\n');
}

function nextDay(date: string): string {
  return addDays(date, 1);
}

function nextMonday(date: string): string {
  const weekday = new Date(date).getUTCDay();
  return addDays(date, (8 - weekday) % 7 || 7);
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { check } from '../../app/check.ts';
import type { CheckOptions } from '../../app/check.ts';
import { dryRun } from '../../app/dry-run.ts';
import type { Config } from '../../config/config.ts';
import { findWorkTree } from '../../archive/work-tree.ts';
import { chapterOf, CHAPTERS } from '../../edition/chapters.ts';
import { requireEditionId } from '../../edition/edition.ts';
import type { Summary } from '../../app/summary.ts';
import { contextOf } from '../context.ts';
import { exitCode } from '../exit-code.ts';
import type { Cli } from '../cli.ts';
import { printJson } from '../output.ts';
import { portsFor } from '../ports.ts';
import { createOfflineSource } from '../../source/offline/source.ts';
import { progress, summaryText } from '../check-text.ts';

interface Flags {
  readonly dryRun?: true;
  readonly chapter: readonly string[];
  readonly since?: number;
  readonly offline?: true;
  readonly accept?: string;
  readonly format: 'text' | 'json';
}

export function addCheck(root: Command, cli: Cli): void {
  root
    .command('check')
    .description('one whole pass: find, fetch, read, store, compare and tell what is new')
    .option('--dry-run', 'write and send nothing; print what would be')
    .addOption(chapterOption())
    .option('--since <year>', 'first edition year to look for', year)
    .option('--offline', 'use stored prints only')
    .option(
      '--accept <edition>',
      'take in the print of an edition in quarantine, such as XV/2022-jaarverslag, after a look at it',
    )
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'),
    )
    .action(async (flags: Flags, command: Command) => {
      const context = await contextOf(command, cli);
      const options = checkOptions(context.config, flags);
      let ports = await portsFor(context, cli.output.say);
      if ((await findWorkTree(context.config.snapshots)) === null) {
        cli.output.say(`${context.config.snapshots} lies outside git: written without commits.`);
      }
      if (flags.offline) ports = { ...ports, source: createOfflineSource(ports.prints) };
      const rehearsal = flags.dryRun ? dryRun(ports) : null;
      const summary = await check(options, rehearsal?.ports ?? ports, progress(cli.output));
      if (options.accept && !isTakenIn(summary, options.accept)) {
        cli.output.say(
          `${options.accept}: your decision is kept, but the source did not give that print; the next run that finds it takes it in.`,
        );
      }
      const plan = rehearsal?.plan() ?? null;
      if (flags.format === 'json') printJson(cli.output, plan ? { ...summary, plan } : summary);
      else cli.output.print(summaryText(summary, plan));
      cli.exit(exitCode(summary.errors.map((error) => error.kind)));
    });
}

function isTakenIn({ editions }: Summary, edition: string): boolean {
  const taken = editions.find(({ id }) => id === edition)?.outcome;
  return taken === 'new' || taken === 'republished' || taken === 'unchanged';
}

/** Flags beat the file. */
export function checkOptions(config: Config, flags: Partial<Flags>): CheckOptions {
  const configured = config.chapters === 'all' ? CHAPTERS.map(({ id }) => id) : config.chapters;
  const chapters = flags.chapter?.length ? flags.chapter : configured;
  const accepted = flags.accept === undefined ? null : requireEditionId(flags.accept);
  return {
    chapters: accepted ? [...new Set([...chapters, accepted.chapter])] : chapters,
    accept: accepted?.id ?? null,
    since: flags.since ?? config.since,
    issueCap: config.github.maxIssuesPerRun,
    warning: null,
    language: config.language,
  };
}

export function chapterOption(): Option {
  return new Option('--chapter <chapter>', 'budget chapter, such as XV (repeatable)')
    .argParser((value: string, former: readonly string[]) => {
      if (!chapterOf(value)) throw new InvalidArgumentError('Not a budget chapter.');
      return [...former, value];
    })
    .default([], 'those of the configuration');
}

export function year(value: string): number {
  if (/^20\d\d$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Write a year such as 2021.');
}

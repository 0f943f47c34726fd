import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { digest } from '../../app/digest.ts';
import { dryRun } from '../../app/dry-run.ts';
import type { Receipt } from '../../port/channel.ts';
import { amsterdamDate } from '../../report/date.ts';
import { parseWeek, periodBetween } from '../../report/week.ts';
import type { Period } from '../../report/week.ts';
import { contextOf } from '../context.ts';
import { exitCode } from '../exit-code.ts';
import type { Cli } from '../cli.ts';
import { printJson } from '../output.ts';
import { portsFor } from '../ports.ts';
import { checkOptions } from './check.ts';

interface Flags {
  readonly since?: string;
  readonly week?: string;
  readonly dryRun?: true;
  readonly format: 'text' | 'json';
}

export function addDigest(root: Command, cli: Cli): void {
  root
    .command('digest')
    .description('tell what was recorded since the last digest, in one document')
    .addOption(
      new Option('--since <date>', 'everything recorded since this day')
        .argParser(day)
        .conflicts('week'),
    )
    .addOption(new Option('--week <week>', 'one ISO week, such as 2026-W47').argParser(week))
    .option('--dry-run', 'write and send nothing; print the digest')
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'),
    )
    .action(async (flags: Flags, command: Command) => {
      const context = await contextOf(command, cli);
      const ports = await portsFor(context, cli.output.say);
      const rehearsal = flags.dryRun ? dryRun(ports) : null;
      const options = {
        ...checkOptions(context.config, {}),
        quiet: context.config.digest.quiet,
        period: askedPeriod(flags, context.clock()),
      };
      const result = await digest(options, rehearsal?.ports ?? ports);
      const errors = [
        ...result.receipts.flatMap((receipt) => receipt.failures),
        ...(result.unshared ? [result.unshared] : []),
      ];
      if (flags.format === 'json') {
        const deliveries = result.receipts.map(
          ({ told: _told, failures: _failures, ...counts }) => counts,
        );
        printJson(cli.output, {
          digest: result.document,
          deliveries,
          errors: errors.map(({ kind, message }) => ({ kind, message })),
        });
      } else if (result.document === null && errors.length > 0) {
        cli.output.say('No digest was told.');
      } else if (result.document === null) {
        cli.output.say('Nothing changed, so there is no digest (digest.quiet is "silent").');
      } else if (rehearsal) {
        cli.output.print(result.document.body.trimEnd());
      } else {
        cli.output.print(result.document.title);
        for (const receipt of result.receipts)
          cli.output.print(`  ${receipt.channel}: ${fate(receipt)}`);
      }
      for (const failure of errors) cli.output.say(failure.message);
      cli.exit(exitCode(errors.map((failure) => failure.kind)));
    });
}

function fate({ created, commented, skipped }: Receipt): string {
  if (created + commented > 0) return 'written';
  return skipped > 0 ? 'there already' : 'not delivered';
}

/** The period that was asked for; null for everything since the last digest. */
function askedPeriod({ week: name, since }: Flags, now: Date): Period | null {
  if (name !== undefined) return parseWeek(name);
  return since === undefined ? null : periodBetween(since, amsterdamDate(now));
}

function day(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new InvalidArgumentError('Write a day such as 2026-11-16.');
}

function week(value: string): string {
  if (parseWeek(value)) return value;
  throw new InvalidArgumentError('Write an ISO week such as 2026-W47.');
}

import { Option } from 'commander';
import type { Command } from 'commander';
import type { Finding } from '../../app/coherence.ts';
import { verify } from '../../app/verify.ts';
import type { Cli } from '../cli.ts';
import { contextOf } from '../context.ts';
import { printJson } from '../output.ts';
import { portsFor } from '../ports.ts';

export function addVerify(root: Command, cli: Cli): void {
  root
    .command('verify')
    .description('check snapshots against their prints, and register and ledger against them')
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'),
    )
    .action(async (flags: { format: 'text' | 'json' }, command: Command) => {
      const context = await contextOf(command, cli);
      const result = await verify(await portsFor(context));
      const { snapshots, proven, findings, notes } = result;
      if (flags.format === 'json') printJson(cli.output, result);
      else {
        for (const finding of findings) cli.output.print(line('DAMAGED', finding));
        for (const note of notes) cli.output.print(line('unproven', note));
        cli.output.print(
          `${snapshots} snapshots, ${proven} of them the same as their print reads; ${findings.length} damaged`,
        );
      }
      cli.exit(findings.length > 0 ? 1 : 0);
    });
}

function line(word: string, { subject, problem, remedy }: Finding): string {
  return `${word} ${subject}: ${problem} → ${remedy}`;
}

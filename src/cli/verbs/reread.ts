import { Option } from 'commander';
import type { Command } from 'commander';
import { rereadAll } from '../../app/reread-all.ts';
import { rereadLine } from '../check-text.ts';
import type { Cli } from '../cli.ts';
import { contextOf } from '../context.ts';
import { exitCode } from '../exit-code.ts';
import { printJson } from '../output.ts';
import { portsFor } from '../ports.ts';
import { checkOptions } from './check.ts';

export function addReread(root: Command, cli: Cli): void {
  root
    .command('reread')
    .description(
      'read all stored prints again with the present code; tells nothing but corrections of what was told',
    )
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'),
    )
    .action(async (flags: { format: 'text' | 'json' }, command: Command) => {
      const context = await contextOf(command, cli);
      const ports = await portsFor(context, cli.output.say);
      const result = await rereadAll(checkOptions(context.config, {}), ports);
      if (flags.format === 'json') printJson(cli.output, result);
      else if (result.rereads.length === 0) cli.output.print('Every print reads as it is held.');
      else for (const reread of result.rereads) cli.output.print(rereadLine(reread));
      for (const { message } of result.errors) cli.output.say(message);
      cli.exit(exitCode(result.errors.map(({ kind }) => kind)));
    });
}

import { Option } from 'commander';
import type { Command } from 'commander';
import { editionEntries } from '../../app/editions.ts';
import type { EditionEntry } from '../../app/editions.ts';
import { chapterLabel } from '../../app/history.ts';
import { loadState } from '../../app/state.ts';
import type { Cli } from '../cli.ts';
import { contextOf } from '../context.ts';
import { printJson } from '../output.ts';
import { portsFor } from '../ports.ts';
import { chapterOption, checkOptions, year } from './check.ts';

interface Flags {
  readonly chapter: readonly string[];
  readonly since?: number;
  readonly format: 'text' | 'json';
}

export function addEditions(root: Command, cli: Cli): void {
  root
    .command('editions')
    .description('what is known, expected and missing per chapter and year')
    .addOption(chapterOption())
    .option('--since <year>', 'first edition year to look for', year)
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'),
    )
    .action(async (flags: Flags, command: Command) => {
      const context = await contextOf(command, cli);
      const { chapters, since } = checkOptions(context.config, flags);
      const { archive, quarantine } = await portsFor(context);
      const state = await loadState(archive);
      const refused = new Set(await quarantine.list());
      const entries = editionEntries(chapters, since, context.clock(), state, refused);
      if (flags.format === 'json') printJson(cli.output, entries);
      else cli.output.print(text(entries));
    });
}

function text(entries: readonly EditionEntry[]): string {
  const chapters = Map.groupBy(entries, ({ chapter }) => chapter);
  return [...chapters]
    .map(([chapter, own]) => [chapterLabel(chapter), ...own.map(line)].join('\n'))
    .join('\n\n');
}

function line({ id, standing, published, due, studies }: EditionEntry): string {
  const what =
    standing === 'held'
      ? `${studies} studies, published ${published ?? 'on an unknown day'}`
      : `due on ${due}`;
  return `  ${id.padEnd(22)} ${standing.padEnd(11)} ${what}`;
}

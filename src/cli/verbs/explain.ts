import { Option } from 'commander';
import type { Command } from 'commander';
import { loadState } from '../../app/state.ts';
import { createArchive } from '../../archive/archive.ts';
import { explainStudy } from '../../register/explain.ts';
import { findStudy } from '../../register/find.ts';
import { matchText } from '../../report/match-text.ts';
import type { Cli } from '../cli.ts';
import { contextOf } from '../context.ts';
import { printJson } from '../output.ts';

interface Flags {
  readonly format: 'text' | 'json';
}

export function addExplain(root: Command, cli: Cli): void {
  root
    .command('explain')
    .description('say why a study was matched as it was, edition by edition')
    .argument('<study>', 'id such as s00042, a title, or words of a title that no other study has')
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'),
    )
    .action(async (wanted: string, flags: Flags, command: Command) => {
      const { config } = await contextOf(command, cli);
      const state = await loadState(createArchive({ folder: config.snapshots, git: false }));
      const study = findStudy(state.register, wanted);
      const explanation = explainStudy(state.register, state.snapshots, state.judgements, study);
      if (flags.format === 'json') printJson(cli.output, explanation);
      else cli.output.print(matchText(explanation));
    });
}

import { Option } from 'commander';
import type { Command } from 'commander';
import { chapterLabel, editionsOf, mentionsOf, sharedEventsOf } from '../../app/history.ts';
import { loadState } from '../../app/state.ts';
import { createArchive } from '../../archive/archive.ts';
import { findStudy } from '../../register/find.ts';
import { timelineMarkdown, timelineText } from '../../report/timeline-text.ts';
import { timelineOf } from '../../report/timeline.ts';
import type { Cli } from '../cli.ts';
import { contextOf } from '../context.ts';
import { printJson } from '../output.ts';

interface Flags {
  readonly format: 'text' | 'markdown' | 'json';
}

export function addHistory(root: Command, cli: Cli): void {
  root
    .command('history')
    .description("every edition's record of one study, and what changed between")
    .argument('<study>', 'id such as s00042, a title, or words of a title that no other study has')
    .addOption(
      new Option('--format <format>', 'what to print')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .action(async (wanted: string, flags: Flags, command: Command) => {
      const { config } = await contextOf(command, cli);
      const { language } = config;
      const state = await loadState(createArchive({ folder: config.snapshots, git: false }));
      const study = findStudy(state.register, wanted);
      const timeline = timelineOf({
        study,
        mentions: mentionsOf(study, state),
        events: sharedEventsOf(study.id, state),
        editions: editionsOf(study.chapter, state),
        language,
      });
      const label = chapterLabel(study.chapter);
      if (flags.format === 'json') printJson(cli.output, timeline);
      else if (flags.format === 'text') cli.output.print(timelineText(timeline, label, language));
      else cli.output.print(timelineMarkdown(timeline, label, language).trimEnd());
    });
}

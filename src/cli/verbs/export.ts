import { Option } from 'commander';
import type { Command } from 'commander';
import { exportOf } from '../../app/export.ts';
import { loadState } from '../../app/state.ts';
import { createArchive } from '../../archive/archive.ts';
import { createFolder } from '../../archive/folder.ts';
import { EXPORT_FORMATS, EXPORT_TABLES, exportText } from '../../report/export-files.ts';
import type { ExportFormat, ExportTable } from '../../report/export-files.ts';
import type { Cli } from '../cli.ts';
import { contextOf } from '../context.ts';

interface Flags {
  readonly table?: ExportTable;
  readonly format?: ExportFormat;
}

export function addExport(root: Command, cli: Cli): void {
  root
    .command('export')
    .description('all studies and all changes as CSV for Excel and as NDJSON')
    .argument(
      '[dir]',
      'folder for studies.csv, changes.csv and the same as .ndjson; else to stdout',
    )
    .addOption(
      new Option(
        '--table <table>',
        'only this one; to stdout: studies unless said otherwise',
      ).choices(EXPORT_TABLES),
    )
    .addOption(
      new Option(
        '--format <format>',
        'only this one; to stdout: csv unless said otherwise',
      ).choices(EXPORT_FORMATS),
    )
    .action(async (dir: string | undefined, flags: Flags, command: Command) => {
      const { config } = await contextOf(command, cli);
      const state = await loadState(createArchive({ folder: config.snapshots, git: false }));
      const exported = exportOf(state, config.language);
      if (dir === undefined) {
        const text = exportText(exported, flags.table ?? 'studies', flags.format ?? 'csv');
        cli.output.print(text.replace(/\n$/, ''));
        return;
      }
      const folder = createFolder({ folder: dir });
      await folder.requireWritable();
      for (const table of flags.table ? [flags.table] : EXPORT_TABLES) {
        for (const format of flags.format ? [flags.format] : EXPORT_FORMATS) {
          await folder.write(`${table}.${format}`, exportText(exported, table, format));
          cli.output.say(`${dir}/${table}.${format}: ${exported[table].length} ${table}`);
        }
      }
    });
}

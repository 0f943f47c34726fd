import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { explanationOf } from '../../app/explain.ts';
import { hasUnknownHeader, readPrint } from '../../app/extract.ts';
import { createOwnFolder } from '../../archive/own-folder.ts';
import type { OwnFolder } from '../../archive/own-folder.ts';
import { extractionCsv } from '../../report/extraction-csv.ts';
import { extractionMarkdown } from '../../report/extraction-markdown.ts';
import { INDEX_FILE, MADE_BY } from '../../report/picture/explanation.ts';
import { explanationFiles } from '../../report/picture/files.ts';
import type { Extraction } from '../../study/extraction.ts';
import { exitCode } from '../exit-code.ts';
import { readUserFile } from '../files.ts';
import { createReaders } from '../ports.ts';
import type { Cli } from '../cli.ts';
import { printJson } from '../output.ts';

const FORMATS = ['json', 'csv', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

export function addExtract(root: Command, cli: Cli): void {
  root
    .command('extract')
    .description('print the evaluation annex of one PDF, or of the XML edition of a paper')
    .argument('<file>', 'PDF or XML of a begroting or jaarverslag', nonEmpty)
    .addOption(new Option('--format <format>', 'what to print').choices(FORMATS).default('json'))
    .addOption(
      new Option(
        '--explain <dir>',
        'draw what was read on the pages: a picture of each, and index.html with the studies beside them; the folder must be new, empty or made so before',
      ).argParser(nonEmpty),
    )
    .action(async (file: string, options: { format: Format; explain?: string }) => {
      const pictures = options.explain === undefined ? null : picturesIn(options.explain);
      await pictures?.requireOwn();
      const read = await readPrint(createReaders(), await readUserFile(file), file);
      await pictures?.replace(explanationFiles(explanationOf(read)));
      if (options.explain !== undefined)
        cli.output.say(`${file}: look at ${join(options.explain, INDEX_FILE)}`);
      if ('contradiction' in read.outcome) throw read.outcome.contradiction;
      const { extraction } = read.outcome;
      show(extraction, options.format, cli);
      for (const notice of extraction.notices) cli.output.say(`${file}: ${notice.message}`);
      cli.exit(exitCode(hasUnknownHeader(extraction) ? ['unknown-header'] : []));
    });
}

function picturesIn(folder: string): OwnFolder {
  return createOwnFolder({ folder, madeBy: MADE_BY });
}

function show(extraction: Extraction, format: Format, { output }: Cli): void {
  if (format === 'json') printJson(output, extraction);
  else if (format === 'csv') output.print(extractionCsv(extraction).trimEnd());
  else output.print(extractionMarkdown(extraction).trimEnd());
}

function nonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Give a path.');
  return value;
}

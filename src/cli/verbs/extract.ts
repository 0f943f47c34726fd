import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { extractPrint, hasUnknownHeader } from '../../app/extract.ts';
import { createReader } from '../../pdf/reader.ts';
import { extractionCsv } from '../../report/extraction-csv.ts';
import { extractionMarkdown } from '../../report/extraction-markdown.ts';
import type { Extraction } from '../../study/extraction.ts';
import { exitCode } from '../exit-code.ts';
import { readUserFile } from '../files.ts';
import type { Cli } from '../cli.ts';
import { printJson } from '../output.ts';

const FORMATS = ['json', 'csv', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

export function addExtract(root: Command, cli: Cli): void {
  root
    .command('extract')
    .description('print the evaluation annex of one PDF')
    .argument('<file>', 'PDF of a begroting or jaarverslag', nonEmpty)
    .addOption(new Option('--format <format>', 'what to print').choices(FORMATS).default('json'))
    .action(async (file: string, options: { format: Format }) => {
      const extraction = await extractPrint(createReader(), await readUserFile(file), file);
      show(extraction, options.format, cli);
      for (const notice of extraction.notices) cli.output.say(`${file}: ${notice.message}`);
      cli.exit(exitCode(hasUnknownHeader(extraction) ? ['unknown-header'] : []));
    });
}

function show(extraction: Extraction, format: Format, { output }: Cli): void {
  if (format === 'json') printJson(output, extraction);
  else if (format === 'csv') output.print(extractionCsv(extraction).trimEnd());
  else output.print(extractionMarkdown(extraction).trimEnd());
}

function nonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Give the path of a file.');
  return value;
}

import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { PrintReading } from '../../app/extract.ts';
import type { OwnFolder } from '../../archive/own-folder.ts';
import type { Extraction } from '../../study/extraction.ts';
import { keepRoomForGarbage } from '../engine.ts';
import { exitCode } from '../exit-code.ts';
import { readUserFile } from '../files.ts';
import { createReaders } from '../readers.ts';
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
      // The reading process starts up while this one loads the rules for what it reads.
      const reader = createReaders({ startAhead: !/\.xml$/i.test(file) });
      const { hasUnknownHeader, readPrint } = await import('../../app/extract.ts');
      keepRoomForGarbage();
      const explain = options.explain === undefined ? null : await explainIn(options.explain);
      await explain?.folder.requireOwn();
      const read = await readPrint(reader, await readUserFile(file), file);
      await explain?.write(read);
      if (explain) cli.output.say(`${file}: look at ${explain.index}`);
      if ('contradiction' in read.outcome) throw read.outcome.contradiction;
      const { extraction } = read.outcome;
      await show(extraction, options.format, cli);
      for (const notice of extraction.notices) cli.output.say(`${file}: ${notice.message}`);
      cli.exit(exitCode(hasUnknownHeader(extraction) ? ['unknown-header'] : []));
    });
}

interface Explain {
  readonly folder: OwnFolder;
  readonly index: string;
  write(read: PrintReading): Promise<void>;
}

async function explainIn(path: string): Promise<Explain> {
  const { createOwnFolder } = await import('../../archive/own-folder.ts');
  const { INDEX_FILE, MADE_BY } = await import('../../report/picture/explanation.ts');
  const folder = createOwnFolder({ folder: path, madeBy: MADE_BY });
  return {
    folder,
    index: join(path, INDEX_FILE),
    async write(read) {
      const { explanationOf } = await import('../../app/explain.ts');
      const { explanationFiles } = await import('../../report/picture/files.ts');
      await folder.replace(explanationFiles(explanationOf(read)));
    },
  };
}

async function show(extraction: Extraction, format: Format, { output }: Cli): Promise<void> {
  if (format === 'json') {
    printJson(output, extraction);
  } else if (format === 'csv') {
    const { extractionCsv } = await import('../../report/extraction-csv.ts');
    output.print(extractionCsv(extraction).trimEnd());
  } else {
    const { extractionMarkdown } = await import('../../report/extraction-markdown.ts');
    output.print(extractionMarkdown(extraction).trimEnd());
  }
}

function nonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Give a path.');
  return value;
}

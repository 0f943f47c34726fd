import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Part } from './bench.ts';
import { chromiumEdition, kitEdition } from './editions.ts';
import type { BigEdition } from './editions.ts';
import { checkMany } from './many.ts';
import { measureInTurn, median } from './measure.ts';
import type { Command, Measured } from './measure.ts';

const BIN = fileURLToPath(new URL('../bin/begrotingswacht.js', import.meta.url));
const RUNS = 5;
const MANY = 25;

export const speed: Part = {
  title: 'wall time and memory of one big edition, beside tools that read all of it',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'begrotingswacht-bench-'));
    try {
      const tables: string[] = [];
      for (const make of [chromiumEdition, kitEdition]) {
        for (const outline of [true, false]) {
          const edition = await make({ outline, year: 2022 });
          if (edition === null)
            tables.push('No Chromium on this machine: its edition is left out.');
          else tables.push(await compareOn(edition, folder));
          if (edition === null) break;
        }
      }
      tables.push(await manyEditions(folder));
      return tables.join('\n\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function compareOn(
  { name, bytes, pages, studies }: BigEdition,
  folder: string,
): Promise<string> {
  const file = join(folder, 'edition.pdf');
  writeFileSync(file, bytes);
  const commands: Command[] = [
    { name: 'begrotingswacht extract', command: process.execPath, args: [BIN, 'extract', file] },
    { name: 'pdftotext -layout', command: 'pdftotext', args: ['-layout', file, '-'] },
    { name: 'pdftotext -tsv', command: 'pdftotext', args: ['-tsv', file, '-'] },
    { name: 'mutool stext', command: 'mutool', args: ['draw', '-q', '-F', 'stext', file] },
  ];
  const results = await measureInTurn(commands, RUNS);
  const [ours = null, base = null] = results;
  const found = (JSON.parse(ours?.[0]?.stdout ?? '{}') as { studies?: unknown[] }).studies ?? [];
  const rows = results.map((runs, at) => {
    const tool = commands[at]?.name ?? '';
    if (runs === null) return `| ${tool} | not on this machine | | | |`;
    const seconds = median(runs.map((run) => run.seconds));
    const ratio = base === null ? '' : ratioOf(runs, base).toFixed(2);
    const megabytes = median(runs.map((run) => run.megabytes ?? Number.NaN));
    return `| ${tool} | ${seconds.toFixed(2)} | ${ratio} | ${(pages / seconds).toFixed(0)} | ${megabytes.toFixed(0)} |`;
  });
  return [
    `${name}: ${pages} pages, ${(bytes.length / 1e6).toFixed(1)} MB; ${found.length} of ${studies.length} studies read.`,
    '',
    '| tool | seconds | × pdftotext -layout | pages a second | peak MB |',
    '| --- | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

/** Whether memory grows from the first edition of a run to the last. */
async function manyEditions(folder: string): Promise<string> {
  const { seconds, readings, outcomes } = await checkMany(BIN, MANY, folder);
  const peaks = readings.map(({ megabytes }) => megabytes);
  const told = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const list = peaks.map((megabytes) => megabytes.toFixed(0)).join(' · ');
  return [
    `\`check\` over ${MANY} such editions in one run: ${told.join(', ')}, ${seconds.toFixed(0)} s, ${(seconds / MANY).toFixed(2)} s an edition.`,
    `Peak memory of all processes together, edition by edition, in MB: ${list}.`,
  ].join(' ');
}

/** Run by run, so that a machine that grows slower or faster meanwhile harms no ratio. */
function ratioOf(runs: readonly Measured[], base: readonly Measured[]): number {
  return median(runs.map((run, at) => run.seconds / (base[at]?.seconds ?? Number.NaN)));
}

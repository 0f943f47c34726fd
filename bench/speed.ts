import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Part } from './bench.ts';
import { bigEdition } from './big-edition.ts';
import { measure, median } from './measure.ts';
import type { Measured } from './measure.ts';

const BIN = fileURLToPath(new URL('../bin/begrotingswacht.js', import.meta.url));
const RUNS = 5;

export const speed: Part = {
  title: 'wall time and memory of one big edition, beside pdftotext',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'begrotingswacht-bench-'));
    try {
      const rows: string[] = [];
      for (const outline of [true, false]) rows.push(...(await benchExtract(folder, outline)));
      return ['| file | reader | seconds | peak MB | × pdftotext |', RULE, ...rows].join('\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const RULE = '| --- | --- | --- | --- | --- |';

async function benchExtract(folder: string, outline: boolean): Promise<string[]> {
  const edition = await bigEdition({ outline });
  const name = `${edition.pages} pages, ${outline ? 'with' : 'without'} outline`;
  const file = join(folder, `jaarverslag-${outline ? 'outline' : 'plain'}.pdf`);
  writeFileSync(file, edition.bytes);
  const ours = await runs(process.execPath, [BIN, 'extract', file, '--format', 'json']);
  const { studies } = JSON.parse(ours[0]?.stdout ?? '{}') as { studies: unknown[] };
  if (studies.length !== edition.studies) throw new Error(`${name}: ${studies.length} studies`);
  const peer = await runs('pdftotext', ['-layout', file, '-']).catch(() => null);
  const ratio = median(ours.map((run, at) => run.seconds / (peer?.[at]?.seconds ?? Number.NaN)));
  return [
    `| ${name} | begrotingswacht extract | ${figures(ours)} | ${ratio.toFixed(2)} |`,
    peer === null
      ? `| ${name} | pdftotext | not installed | | |`
      : `| ${name} | pdftotext -layout | ${figures(peer)} | 1 |`,
  ];
}

async function runs(command: string, args: readonly string[]): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  await measure(command, args);
  for (let run = 0; run < RUNS; run += 1) measured.push(await measure(command, args));
  return measured;
}

function figures(measured: readonly Measured[]): string {
  const seconds = measured.map((run) => run.seconds);
  const memory = measured.map((run) => run.megabytes ?? Number.NaN);
  return `${median(seconds).toFixed(2)} | ${median(memory).toFixed(0)}`;
}

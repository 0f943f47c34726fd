import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Part } from './bench.ts';
import { chromiumEdition, kitEdition } from './editions.ts';
import type { BigEdition } from './editions.ts';
import { measure } from './measure.ts';
import { score } from './peers/score.ts';

const run = promisify(execFile);
const BIN = fileURLToPath(new URL('../bin/begrotingswacht.js', import.meta.url));
const READ = fileURLToPath(new URL('peers/read.ts', import.meta.url));
/** Package of each peer, installed for the bench alone: some are under the AGPL. */
const PEERS = {
  pdf2json: 'pdf2json',
  pdfium: '@hyzyla/pdfium',
  mupdf: 'mupdf',
  liteparse: '@llamaindex/liteparse',
  opendataloader: '@opendataloader/pdf',
} as const;

export const peers: Part = {
  title: 'tools from npm on the same files: time, memory, and cells exact',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'begrotingswacht-peers-'));
    try {
      writeFileSync(join(folder, 'package.json'), '{}');
      const options = { cwd: folder };
      for (const name of Object.values(PEERS)) {
        await run('npm', ['install', '--no-audit', '--no-fund', name], options).catch(() => {});
      }
      const tables: string[] = [];
      for (const make of [chromiumEdition, kitEdition]) {
        const edition = await make({ outline: true, year: 2022 });
        if (edition) tables.push(await compareOn(edition, folder));
        else tables.push('No Chromium on this machine: its edition is left out.');
      }
      return tables.join('\n\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Read {
  readonly annex: { readonly pages: readonly [number, number] } | null;
  readonly studies: readonly { readonly printed: Readonly<Record<string, string | null>> }[];
}

async function compareOn({ name, bytes, studies }: BigEdition, folder: string): Promise<string> {
  const file = join(folder, 'edition.pdf');
  writeFileSync(file, bytes);
  const base = await measure('pdftotext', ['-layout', file, '-']);
  const rows: string[] = [];
  function add(tool: string, seconds: number, memory: number | null, table: string[][]): void {
    const { cells, exact } = score(studies, table);
    const ratio = base ? (seconds / base.seconds).toFixed(2) : '';
    rows.push(
      `| ${tool} | ${seconds.toFixed(2)} | ${ratio} | ${memory?.toFixed(0) ?? ''} | ${exact} of ${cells} |`,
    );
  }
  const ours = await measure(process.execPath, [BIN, 'extract', file]);
  const read = JSON.parse(ours?.stdout ?? '{"studies":[]}') as Read;
  const printed = read.studies.map((study) => Object.values(study.printed).map((it) => it ?? ''));
  if (ours) add('begrotingswacht extract', ours.seconds, ours.megabytes, printed);
  const [from, to] = read.annex?.pages ?? [1, 1];
  for (const [peer, packageName] of Object.entries(PEERS)) {
    try {
      const args = [READ, peer, folder, file, String(from), String(to)];
      const result = await measure(process.execPath, args);
      const line = result?.stdout.trim().split('\n').at(-1) ?? '[]';
      if (result) {
        add(packageName, result.seconds, result.megabytes, JSON.parse(line) as string[][]);
      }
    } catch {
      rows.push(`| ${packageName} | could not be run here | | | |`);
    }
  }
  return [
    `${name}, one run of each:`,
    '',
    '| tool | seconds | × pdftotext -layout | peak MB | cells exact |',
    '| --- | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

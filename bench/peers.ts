import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
/**
 * Package of each peer, installed for the bench alone: some are under the AGPL. poppler's pdftotext is no
 * package but on many machines.
 */
const PEERS = {
  tsv: 'pdftotext -tsv',
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
      for (const [peer, name] of Object.entries(PEERS)) {
        if (peer === 'tsv') continue;
        await run('npm', ['install', '--no-audit', '--no-fund', name], options).catch(() => {
          console.error(`${name} could not be installed`);
        });
      }
      const tables: string[] = [];
      for (const make of [chromiumEdition, kitEdition]) {
        const edition = await make({ outline: true, year: 2022 });
        if (edition) tables.push(await compareOn(edition, folder));
        else tables.push('No Chromium on this machine: its edition is left out.');
      }
      return [...tables, NOTES].join('\n\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** '' for what is not installed. */
function versionOf(name: string, folder: string): string {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) return '';
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;
}

const NOTES = [
  'What is compared is the text of the six columns of each study, letter for letter; blank cells do not count.',
  'liteparse and opendataloader give tables of their own, with what finds most in these files: blocks, and the structure tree with clusters.',
  'pdf2json, mupdf and pdftotext -tsv give words and where they stand; a simple reader of columns (`bench/peers/columns.ts`) makes rows of them, which is told the header, the pages of the annex, and that each row has one year.',
  'pdfium gives text without places, and so no cells. Each tool but ours reads the whole file.',
].join(' ');

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
    const version = versionOf(packageName, folder);
    const tool = [packageName, version].join(' ').trim();
    try {
      const args = [READ, peer, folder, file, String(from), String(to)];
      const result = await measure(process.execPath, args);
      const line = result?.stdout.trim().split('\n').at(-1) ?? '[]';
      if (result) add(tool, result.seconds, result.megabytes, JSON.parse(line) as string[][]);
    } catch (error) {
      console.error(`${tool}: ${String(error)}`);
      const why = version === '' && peer !== 'tsv' ? 'cannot be installed here' : 'fails here';
      rows.push(`| ${tool} | ${why} | | | |`);
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

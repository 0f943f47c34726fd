import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bigEdition } from './big-edition.ts';
import { measure, median } from './measure.ts';
import type { Measured } from './measure.ts';

const BIN = fileURLToPath(new URL('../bin/begrotingswacht.js', import.meta.url));
const RUNS = 5;
const folder = mkdtempSync(join(tmpdir(), 'begrotingswacht-bench-'));

try {
  for (const outline of [true, false]) await benchExtract(outline);
  await benchDemo();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchExtract(outline: boolean): Promise<void> {
  const edition = await bigEdition({ outline });
  const file = join(folder, `jaarverslag-${outline ? 'outline' : 'plain'}.pdf`);
  writeFileSync(file, edition.bytes);
  const ours = await runs(process.execPath, [BIN, 'extract', file, '--format', 'json']);
  const peer = await runs('pdftotext', ['-layout', file, '-']).catch(() => null);
  const { studies } = JSON.parse(ours[0]?.stdout ?? '{}') as { studies: unknown[] };
  const size = (edition.bytes.length / 1e6).toFixed(1);
  console.log(
    `extract, ${edition.pages} pages (${edition.annexPages} of the annex, ${size} MB), ${outline ? 'with' : 'without'} outline`,
  );
  console.log(
    `  begrotingswacht extract     ${figures(ours)}  ${studies.length} of ${edition.studies} studies`,
  );
  if (!peer) console.log('  pdftotext is not installed: no comparison');
  else {
    console.log(`  pdftotext -layout           ${figures(peer)}`);
    const ratio = median(
      ours.map((run, index) => run.seconds / (peer[index]?.seconds ?? Number.NaN)),
    );
    console.log(`  ratio of wall time, run by run: ${ratio.toFixed(2)}`);
  }
}

async function benchDemo(): Promise<void> {
  const demo = await runs(process.execPath, [BIN, 'demo']);
  console.log(`demo                          ${figures(demo)}`);
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
  const range = `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`;
  return `${median(seconds).toFixed(2)} s (${range}), peak ${median(memory).toFixed(0)} MB`;
}

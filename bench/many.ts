import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kitEdition } from './editions.ts';
import { childrenOf, residentKilobytes } from './measure.ts';

/** One edition of a run. */
export interface Reading {
  /** Peak of all processes of the run together while this edition was read, in MB. */
  readonly megabytes: number;
}

export interface ManyEditions {
  readonly seconds: number;
  /** One for each edition, in the order in which they were read. */
  readonly readings: readonly Reading[];
  /** What became of the editions: how many were new, quarantined, failed. */
  readonly outcomes: Readonly<Record<string, number>>;
}

const SAMPLE_EVERY = 20;

/** One pass of `check` over a folder with a jaarverslag of each of so many years, set by pdfkit. */
export async function checkMany(bin: string, count: number, folder: string): Promise<ManyEditions> {
  const papers = join(folder, 'papers');
  mkdirSync(papers);
  for (let year = FIRST_YEAR; year < FIRST_YEAR + count; year += 1) {
    const { bytes } = await kitEdition({ outline: true, year });
    writeFileSync(join(papers, `XV-${year}-jaarverslag.pdf`), bytes);
  }
  const config = { chapters: ['XV'], since: FIRST_YEAR, source: { folder: 'papers' } };
  writeFileSync(join(folder, 'begrotingswacht.config.json'), JSON.stringify(config));
  const start = performance.now();
  const child = spawn(process.execPath, [bin, 'check', '--format', 'json'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, BEGROTINGSWACHT_NOW: NOW },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const peaks = new Map<number, number>();
  const sampling = setInterval(() => sample(child.pid ?? 0, peaks), SAMPLE_EVERY);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await new Promise((resolve) => {
    child.on('close', resolve);
  });
  clearInterval(sampling);
  const { editions } = JSON.parse(output) as { editions: readonly { readonly outcome: string }[] };
  const outcomes: Record<string, number> = {};
  for (const { outcome } of editions) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    seconds: (performance.now() - start) / 1000,
    readings: [...peaks.values()].map((kilobytes) => ({ megabytes: kilobytes / 1024 })),
    outcomes,
  };
}

const FIRST_YEAR = 2014;
/** When all of them have appeared. */
const NOW = '2040-11-02T06:00:00Z';

/** Each edition has a reading process of its own; what the run takes meanwhile counts for that edition. */
function sample(pid: number, peaks: Map<number, number>): void {
  const reading = childrenOf(pid).find((child) => commandOf(child).includes('pdf/child'));
  if (reading === undefined) return;
  const kilobytes = residentKilobytes(pid) + residentKilobytes(reading);
  peaks.set(reading, Math.max(peaks.get(reading) ?? 0, kilobytes));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

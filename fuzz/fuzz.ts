/**
 * Changes the example editions at random and reads them: no crash, no hang, no unbounded memory, never a
 * silently shorter list of studies. `npm run fuzz -- --count 20000 --seed 1 [--file PDF] [--keep DIR]`;
 * the same seed gives the same mutants. Exits 1 when it found a fault, each named with its file and seed.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractPrint } from '../src/app/extract.ts';
import { isFailure } from '../src/failure/failure.ts';
import { createReader } from '../src/pdf/reader.ts';
import { residentMegabytes } from '../src/pdf/resident-memory.ts';
import { drawsFrom } from './draws.ts';
import { fuzzedFiles } from './files.ts';
import { mutate } from './mutate.ts';
import { verdictOn } from './verdict.ts';
import type { Case, Outcome } from './worker.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string', multiple: true },
    keep: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const count = Number(values.count);
const firstSeed = Number(values.seed);
const files = values.file ?? fuzzedFiles();

/** What one mutant may take in the shared process before it is tried again by itself, within real limits. */
const PATIENCE = { milliseconds: 8000, megabytes: 900 } as const;
const LIMITS = { seconds: 20, megabytes: 512 } as const;

type Counted = Outcome['verdict'] | 'limited';

const tally = new Map<string, Map<Counted, number>>();
const kinds = new Map<string, number>();
const faults: string[] = [];
let next = 0;
let slowest = { milliseconds: 0, name: '' };

function nextCase(): Case | null {
  if (next >= count) return null;
  const number = next++;
  return { file: files[number % files.length] ?? '', seed: firstSeed * 1_000_003 + number };
}

function nameOf({ file, seed }: Case): string {
  return `${basename(file)} seed ${seed}`;
}

function note(asked: Case, change: string, verdict: Counted, detail: string): void {
  const row = tally.get(basename(asked.file)) ?? new Map<Counted, number>();
  row.set(verdict, (row.get(verdict) ?? 0) + 1);
  tally.set(basename(asked.file), row);
  if (verdict === 'refused' || verdict === 'limited')
    kinds.set(detail, (kinds.get(detail) ?? 0) + 1);
  const bad = verdict === 'shorter' || verdict === 'longer' || detail.startsWith('untyped');
  if (bad) report(asked, `${change}: ${verdict} (${detail})`);
}

function report(asked: Case, text: string): void {
  faults.push(`${nameOf(asked)}: ${text}`);
  console.error(`FAULT ${faults.at(-1)}`);
  if (values.keep === undefined) return;
  mkdirSync(values.keep, { recursive: true });
  const { bytes } = mutantOf(asked);
  writeFileSync(join(values.keep, `${basename(asked.file, '.pdf')}-${asked.seed}.pdf`), bytes);
}

function mutantOf({ file, seed }: Case): ReturnType<typeof mutate> {
  return mutate(new Uint8Array(readFileSync(file)), drawsFrom(seed));
}

/** A mutant that took too much, or ended its process: read as a user reads it, it must end in a typed error. */
async function tryAlone(asked: Case): Promise<void> {
  const { bytes, change } = mutantOf(asked);
  const reader = createReader(LIMITS);
  const start = performance.now();
  const read = (file: Uint8Array): ReturnType<typeof extractPrint> =>
    extractPrint(reader, file, nameOf(asked));
  try {
    const found = await read(bytes);
    const truth = await read(new Uint8Array(readFileSync(asked.file)));
    note(asked, change, verdictOn(found, truth), 'alone');
  } catch (error) {
    note(asked, change, 'limited', isFailure(error) ? error.kind : `untyped: ${String(error)}`);
  }
  const seconds = (performance.now() - start) / 1000;
  if (seconds > LIMITS.seconds * 2 + 5)
    report(asked, `${change}: took ${seconds.toFixed(1)} s alone`);
}

function startWorker(): ChildProcess {
  return fork(new URL('worker.ts', import.meta.url), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--max-old-space-size=1024'],
  });
}

/** The outcome of one mutant, or null when the process had to be ended or ended by itself. */
async function ask(worker: ChildProcess, asked: Case): Promise<Outcome | null> {
  return new Promise((resolve) => {
    const started = performance.now();
    const look = setInterval(() => {
      const taken = performance.now() - started;
      const megabytes = residentMegabytes(worker.pid ?? 0) ?? 0;
      if (taken > PATIENCE.milliseconds || megabytes > PATIENCE.megabytes) worker.kill('SIGKILL');
    }, 100);
    function settle(outcome: Outcome | null): void {
      clearInterval(look);
      worker.removeAllListeners();
      const milliseconds = performance.now() - started;
      if (outcome && milliseconds > slowest.milliseconds)
        slowest = { milliseconds, name: nameOf(asked) };
      resolve(outcome);
    }
    worker.once('message', (outcome) => settle(outcome as Outcome));
    worker.once('exit', () => settle(null));
    worker.send(asked);
  });
}

async function work(): Promise<void> {
  let worker = startWorker();
  for (let asked = nextCase(); asked; asked = nextCase()) {
    const outcome = await ask(worker, asked);
    if (outcome) note(asked, outcome.change, outcome.verdict, outcome.detail);
    else {
      await tryAlone(asked);
      worker = startWorker();
    }
    if (next % 1000 === 0) console.error(`${next} of ${count}`);
  }
  worker.kill();
}

const started = performance.now();
await Promise.all(Array.from({ length: Number(values.workers) }, work));

const COLUMNS: readonly Counted[] = [
  'refused',
  'limited',
  'true',
  'told',
  'altered',
  'shorter',
  'longer',
];
console.log(`| file | ${COLUMNS.join(' | ')} |`);
console.log(`| --- | ${COLUMNS.map(() => '--:').join(' | ')} |`);
for (const [file, row] of [...tally].sort(([one], [other]) => one.localeCompare(other))) {
  console.log(`| ${file} | ${COLUMNS.map((column) => row.get(column) ?? 0).join(' | ')} |`);
}
console.log(`\nRefused as: ${[...kinds].map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
console.log(`Slowest: ${slowest.name}, ${Math.round(slowest.milliseconds)} ms`);
console.log(
  `${count} mutants of ${files.length} files in ${Math.round((performance.now() - started) / 1000)} s, seed ${firstSeed}: ${faults.length} faults`,
);
if (faults.length > 0) process.exitCode = 1;

import { readFileSync } from 'node:fs';
import { isFailure } from '../src/failure/failure.ts';
import type { Extraction } from '../src/study/extraction.ts';
import { drawsFrom } from './draws.ts';
import { mutate } from './mutate.ts';
import { readBare } from './reading.ts';
import { verdictOn } from './verdict.ts';
import type { Verdict } from './verdict.ts';

// Reads mutants one after the other as it is told; whoever tells it watches its time and memory.

export interface Case {
  readonly file: string;
  readonly seed: number;
}

export interface Outcome {
  readonly change: string;
  readonly verdict: Verdict;
  /** Kind of the failure when it was refused; else what an untyped error says, which is a fault of ours. */
  readonly detail: string;
}

const wholes = new Map<string, Promise<{ bytes: Uint8Array; truth: Extraction }>>();

function wholeOf(file: string): Promise<{ bytes: Uint8Array; truth: Extraction }> {
  const known = wholes.get(file) ?? readWhole(file);
  wholes.set(file, known);
  return known;
}

async function readWhole(file: string): Promise<{ bytes: Uint8Array; truth: Extraction }> {
  const bytes = new Uint8Array(readFileSync(file));
  return { bytes, truth: await readBare(bytes) };
}

async function tryCase({ file, seed }: Case): Promise<Outcome> {
  const { bytes, truth } = await wholeOf(file);
  const mutant = mutate(bytes, drawsFrom(seed));
  try {
    const found = await readBare(mutant.bytes);
    const counts = `${truth.studies.length} → ${found.studies.length}`;
    return { change: mutant.change, verdict: verdictOn(found, truth), detail: counts };
  } catch (error) {
    const detail = isFailure(error) ? error.kind : `untyped: ${String(error)}`;
    return { change: mutant.change, verdict: 'refused', detail };
  }
}

process.on('message', (asked: Case) => {
  void tryCase(asked).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit());

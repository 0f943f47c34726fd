import type { Phase } from '../edition/edition.ts';
import { Failure } from '../failure/failure.ts';

/**
 * Which chapters and phases have had their first completed pass. What that pass found is recorded and
 * never delivered: a newcomer must not get the history of years as if it were news.
 */
export interface Baselines {
  readonly schemaVersion: 1;
  readonly baselines: readonly Baseline[];
}

export interface Baseline {
  readonly chapter: string;
  readonly phase: Phase;
  /** ISO instant of the run that completed the pass. */
  readonly completed: string;
  /** Ids of the editions it found. */
  readonly editions: readonly string[];
}

export const NO_BASELINES: Baselines = { schemaVersion: 1, baselines: [] };

export function hasBaseline(baselines: Baselines, chapter: string, phase: Phase): boolean {
  return baselines.baselines.some((it) => it.chapter === chapter && it.phase === phase);
}

export function addBaseline(baselines: Baselines, baseline: Baseline): Baselines {
  return { ...baselines, baselines: [...baselines.baselines, baseline] };
}

export function encodeBaselines(baselines: Baselines): string {
  return `${JSON.stringify(baselines, null, 2)}\n`;
}

/** Throws a Failure `snapshot-damaged` that names the file. */
export function decodeBaselines(text: string, name: string): Baselines {
  const damaged = (cause?: unknown): Failure =>
    new Failure('snapshot-damaged', {
      subject: name,
      problem: 'this is not a list of baselines',
      remedy: 'Restore the file from git',
      cause,
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged(cause);
  }
  if (!isBaselines(value)) throw damaged();
  return value;
}

function isBaselines(value: unknown): value is Baselines {
  const candidate = value as Partial<Baselines> | null;
  return (
    candidate?.schemaVersion === 1 &&
    Array.isArray(candidate.baselines) &&
    candidate.baselines.every(
      (it: Partial<Baseline> | null) =>
        typeof it?.chapter === 'string' &&
        typeof it.phase === 'string' &&
        typeof it.completed === 'string' &&
        Array.isArray(it.editions),
    )
  );
}

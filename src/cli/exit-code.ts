import type { FailureKind } from '../failure/failure.ts';

/** 0 done · 1 part of the work failed · 2 wrong usage or config, or nothing can be stored · 3 quarantined · 4 a delivery failed. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

const EXIT_CODES: Readonly<Record<FailureKind, ExitCode>> = {
  'not-a-pdf': 1,
  'html-instead-of-pdf': 1,
  'truncated-pdf': 1,
  'encrypted-pdf': 1,
  'scanned-pdf': 1,
  'damaged-pdf': 1,
  'damaged-xml': 1,
  'not-a-paper': 1,
  'text-lost': 1,
  'limit-exceeded': 1,
  'no-annex': 1,
  'wrong-edition': 1,
  'source-unreachable': 1,
  'source-refused': 1,
  'source-diagnostic': 1,
  'source-answer': 1,
  'host-not-allowed': 1,
  'print-missing': 1,
  'print-altered': 1,
  'unknown-header': 3,
  quarantined: 3,
  'snapshot-damaged': 2,
  'newer-schema': 2,
  'not-writable': 2,
  'git-failed': 2,
  locked: 2,
  usage: 2,
  config: 2,
  'not-found': 2,
  'push-failed': 4,
  'delivery-failed': 4,
};

/** The highest code that applies; 2 stands alone, since then nothing was done. */
export function exitCode(kinds: Iterable<FailureKind>): ExitCode {
  let highest: ExitCode = 0;
  for (const kind of kinds) {
    const code = EXIT_CODES[kind];
    if (code === 2) return 2;
    if (code > highest) highest = code;
  }
  return highest;
}

import { setFlagsFromString } from 'node:v8';

/**
 * For runs over many editions. Left alone V8 makes ever more room for what is soon garbage, and the
 * process grows with each edition though it keeps nothing of it. What its compiler and its collector
 * take in threads of their own does not come back either.
 */
export function keepHeapSteady(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--single-threaded-gc');
  compileBriefly();
}

/** One edition is read before the code is ready that V8 optimises in the background, and it reads many as fast without. */
export function compileBriefly(): void {
  setFlagsFromString('--no-opt');
  setFlagsFromString('--no-concurrent-recompilation');
}

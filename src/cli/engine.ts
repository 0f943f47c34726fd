import { setFlagsFromString } from 'node:v8';

/**
 * For runs over many editions. Left alone V8 makes ever more room for what is soon garbage, and the
 * process grows with each edition though it keeps nothing of it.
 */
export function keepHeapSteady(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** For a run that reads one edition: it is over before code that V8 optimises in the background is ready. */
export function compileBriefly(): void {
  setFlagsFromString('--no-opt');
  setFlagsFromString('--no-concurrent-recompilation');
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

interface Collection {
  readonly type: 'major';
  readonly flavor: 'last-resort';
}

let isSteady = false;
let collect: ((collection: Collection) => void) | undefined;

/**
 * For runs over many editions. Left alone V8 makes ever more room for what is soon garbage, and the
 * process grows with each edition though it keeps nothing of it. What its compiler and its collector
 * take in threads of their own does not come back either.
 */
export function keepHeapSteady(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--single-threaded-gc');
  isSteady = true;
  compileBriefly();
}

/**
 * Gives back what the last edition has left, where the heap is kept steady: before the process for the
 * next one takes its own. Without it this process stays some 20 MB above what it needs.
 */
export function clearHeap(): void {
  if (!isSteady) return;
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    // The flag counts for a context that is made after it.
    collect = runInNewContext('gc') as typeof collect;
  }
  collect?.({ type: 'major', flavor: 'last-resort' });
}

/**
 * For a run over one edition: the room for what is soon garbage stays as it is now, some 4 MB, where V8
 * would make it 16 MB for the second that the run lasts. The process so takes 25 MB less.
 */
export function keepRoomForGarbage(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** One edition is read before the code is ready that V8 optimises in the background, and it reads many as fast without. */
export function compileBriefly(): void {
  setFlagsFromString('--no-opt');
  setFlagsFromString('--no-concurrent-recompilation');
}

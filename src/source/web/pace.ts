import type { Clock } from './clock.ts';

/** Runs the action when its turn has come; the next one waits until this one is done. */
export type Pacer = <Result>(action: () => Promise<Result>) => Promise<Result>;

/**
 * One request at a time, and never more starts in a second than `requestsPerSecond`. The official
 * service refuses at about 5 a second and resets parallel connections, so 2 in sequence is the default
 * of the configuration.
 */
export function createPacer(requestsPerSecond: number, clock: Clock): Pacer {
  const interval = 1000 / requestsPerSecond;
  let lastStart = -Infinity;
  let turn: Promise<unknown> = Promise.resolve();

  async function waitForTurn(): Promise<void> {
    // Timers may fire a little early, and a clock that is set back must not make us wait for hours.
    for (let rest = due(); rest > 0; rest = due()) await clock.wait(Math.min(rest, interval));
    lastStart = clock.now();
  }
  function due(): number {
    const now = clock.now();
    if (now < lastStart) lastStart = now;
    return lastStart + interval - now;
  }

  return async (action) => {
    const result = turn.then(async () => {
      await waitForTurn();
      return action();
    });
    turn = result.catch(() => undefined);
    return result;
  };
}

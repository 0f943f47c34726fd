import { setTimeout as wait } from 'node:timers/promises';

/** Time as the source sees it; tests hand in one that does not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  wait: async (milliseconds) => {
    await wait(milliseconds);
  },
};

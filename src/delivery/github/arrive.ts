import { mayHaveArrived } from './fault.ts';
import type { Clock } from './pace.ts';

/** Pauses before each look, in seconds: GitHub may list a new issue some seconds late. */
const LOOKS = [1, 3, 6];
const TRIES = 2;

/**
 * Makes something once. When the reply gets lost, or the service fails after it may have stored it, the
 * thing is looked for before anything is sent again; found, it is adopted.
 * @param find null when it is not there (yet)
 */
export async function createOnce<Thing>(
  create: () => Promise<Thing>,
  find: () => Promise<Thing | null>,
  clock: Clock,
): Promise<Thing> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await create();
    } catch (error) {
      if (!mayHaveArrived(error)) throw error;
      const found = await lookFor(find, clock);
      if (found !== null) return found;
      if (attempt === TRIES) throw error;
    }
  }
}

async function lookFor<Thing>(
  find: () => Promise<Thing | null>,
  clock: Clock,
): Promise<Thing | null> {
  for (const seconds of LOOKS) {
    await clock.wait(seconds * 1_000);
    const found = await find();
    if (found !== null) return found;
  }
  return null;
}

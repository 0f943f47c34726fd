/** Time as the channel sees it; tests pass their own. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** The part of a Bottleneck group that plugin-throttling uses. */
export interface Pace {
  key(id: string): {
    schedule<Result>(options: object, task: () => Promise<Result>): Promise<Result>;
  };
}

/** Seconds from the start of one to the start of the next. */
export interface Pauses {
  readonly betweenWrites: number;
  /** Between writes that notify people, each of which is a write as well. */
  readonly betweenNotifications: number;
}

/** Lets one write begin at a time, with a pause after the one before it. */
export function createPaces(
  { betweenWrites, betweenNotifications }: Pauses,
  clock: Clock,
): { readonly writes: Pace; readonly notifications: Pace } {
  let nextWrite = Number.NEGATIVE_INFINITY;
  let nextNotification = Number.NEGATIVE_INFINITY;
  let queue: Promise<void> = Promise.resolve();

  async function waitUntil(time: number): Promise<void> {
    const early = time - clock.now();
    if (early > 0) await clock.wait(early);
    nextWrite = clock.now() + betweenWrites * 1_000;
  }

  async function notify(): Promise<void> {
    // plugin-throttling has waited for the pause between writes already.
    await waitUntil(nextNotification);
    nextNotification = clock.now() + betweenNotifications * 1_000;
  }

  function paceOf(turn: () => Promise<void>): Pace {
    return {
      key: () => ({
        async schedule(_options, task) {
          queue = queue.then(turn);
          await queue;
          return task();
        },
      }),
    };
  }

  return { writes: paceOf(() => waitUntil(nextWrite)), notifications: paceOf(notify) };
}

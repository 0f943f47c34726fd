import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURED_THROTTLE } from '../../src/demo/standin/throttle.ts';
import { createPacer } from '../../src/source/web/pace.ts';
import { jumpingClock, paperOf, sourceOf, standinOf, wanted } from '../support/source.ts';

/** Rate of the default configuration. */
const DEFAULT_RATE = 2;

describe('the rate of requests', () => {
  it('never starts more in any second than allowed, whatever the requests take', async () => {
    const durations = fc.array(fc.nat({ max: 3000 }), { minLength: 2, maxLength: 20 });
    const rate = fc.double({ min: 0.1, max: 50, noNaN: true });
    await fc.assert(
      fc.asyncProperty(durations, rate, async (requests, perSecond) => {
        const clock = jumpingClock();
        const paced = createPacer(perSecond, clock);
        const starts: number[] = [];
        let open = 0;
        await Promise.all(
          requests.map(async (duration) =>
            paced(async () => {
              open += 1;
              expect(open).toBe(1);
              starts.push(clock.now());
              await clock.wait(duration);
              open -= 1;
            }),
          ),
        );
        expect(starts).toHaveLength(requests.length);
        starts.slice(1).forEach((start, index) => {
          expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1000 / perSecond - 1e-6);
        });
      }),
    );
  });

  it('is two a second by default: searches and files are half a second apart', async () => {
    const clock = jumpingClock();
    const times: number[] = [];
    const standin = await standinOf([paperOf('XV/2022-jaarverslag')], {
      throttle: { bucket: 1000, perSecond: 1000 },
      clock: () => {
        times.push(clock.now());
        return clock.now();
      },
    });
    const source = sourceOf(standin, { clock, requestsPerSecond: DEFAULT_RATE });
    const [listing] = (await source.list([wanted('XV/2022-jaarverslag')])).listings;
    for (let time = 0; time < 3; time += 1) await (listing && source.fetch(listing));
    await source.list([wanted('XV/2023-begroting')]);
    expect(times).toEqual([0, 500, 1000, 1500, 2000]);
  });

  it('holds for redirects and further attempts too', async () => {
    const clock = jumpingClock();
    const times: number[] = [];
    const standin = await standinOf([paperOf('XV/2022-jaarverslag')], {
      throttle: { bucket: 1000, perSecond: 1000 },
      clock: () => {
        times.push(clock.now());
        return clock.now();
      },
    });
    const source = sourceOf(standin, { clock, requestsPerSecond: DEFAULT_RATE, delays: [0, 0] });
    standin.fail({ match: 'sru', as: '503-html' });
    standin.fail({ match: 'sru', as: 'redirect-elsewhere', location: '/sru/Search' });
    await source.list([wanted('XV/2022-jaarverslag')]);
    expect(standin.requests.map(({ status }) => status)).toEqual([503, 302, 200]);
    expect(times).toEqual([0, 500, 1000]);
  });

  it('by default never meets the limit that was measured, and above it does', async () => {
    for (const [rate, isMet] of [
      [DEFAULT_RATE, false],
      [20, true],
    ] as const) {
      const clock = jumpingClock();
      const papers = [paperOf('XV/2022-jaarverslag')];
      const standin = await standinOf(papers, {
        throttle: MEASURED_THROTTLE,
        clock: () => clock.now(),
      });
      const source = sourceOf(standin, { clock, requestsPerSecond: rate });
      for (let time = 0; time < 60; time += 1) {
        const answer = await source.list([wanted('XV/2022-jaarverslag')]);
        expect(answer.failures).toEqual([]);
      }
      expect(standin.requests.some(({ status }) => status === 429)).toBe(isMet);
    }
  });

  it('is not stopped by an action that throws', async () => {
    const paced = createPacer(10, jumpingClock());
    await expect(paced(async () => Promise.reject(new Error('once')))).rejects.toThrow('once');
    await expect(paced(async () => 'next')).resolves.toBe('next');
  });

  it('is not held up for hours by a clock that was set back', async () => {
    let now = 10_000_000;
    const waits: number[] = [];
    const paced = createPacer(2, {
      now: () => now,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
        now += milliseconds;
      },
    });
    await paced(async () => undefined);
    now = 0;
    await paced(async () => undefined);
    expect(waits).toEqual([500]);
  });
});

import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { endChromium, hasChromium } from '../../fixtures/layouts/chromium/typeset.ts';
import { compare } from '../../fixtures/layouts/compare.ts';
import { STEADY } from '../../fixtures/layouts/known-failures.ts';
import { LAYOUTS } from '../../fixtures/layouts/layouts.ts';
import type { Layout } from '../../fixtures/layouts/papers/layout.ts';
import { makeSpecimen, TYPESETTERS, type Typesetter } from '../../fixtures/layouts/specimen.ts';
import type { Truth } from '../../fixtures/layouts/truth-shape.ts';
import { extractAnnex } from '../../src/annex/extract.ts';
import type { Extraction } from '../../src/study/extraction.ts';
import { readInProcess } from '../support/in-process.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const layouts = fc.constantFrom(...LAYOUTS);
const steady = fc.constantFrom(...LAYOUTS.filter(({ name }) => STEADY.has(name)));
const own = fc.constantFrom(...TYPESETTERS.filter((name) => name.startsWith('own')));
const printed = fc.constantFrom(...TYPESETTERS.filter((name) => name.startsWith('chromium')));

async function read(
  layout: Layout,
  typesetter: Typesetter,
  seed: number,
): Promise<{ truth: Truth; extraction: Extraction }> {
  const { name, bytes, truth } = await makeSpecimen(layout, typesetter, seed);
  return { truth, extraction: await readInProcess(bytes, name, extractAnnex) };
}

/** Each text item has exactly one role: the roles sum up to all items. */
async function isAccounted(layout: Layout, typesetter: Typesetter, seed: number): Promise<void> {
  const { extraction } = await read(layout, typesetter, seed);
  const { total = 0, ...roles } = extraction.account ?? {};
  expect(Object.values(roles).reduce((sum, count) => sum + count, 0)).toBe(total);
}

afterAll(endChromium);

it('a fresh setting of any layout leaves no text item without a role', async () => {
  await fc.assert(fc.asyncProperty(layouts, own, seeds, isAccounted), {
    numRuns: 10,
    endOnFailure: true,
  });
});

it('a fresh setting of a layout that is read comes back whole', async () => {
  await fc.assert(
    fc.asyncProperty(steady, own, seeds, async (layout, typesetter, seed) => {
      const { truth, extraction } = await read(layout, typesetter, seed);
      expect(compare(truth, extraction).differences).toEqual([]);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

it.skipIf(!hasChromium())(
  'a fresh print of any layout by Chromium (skipped where there is none) leaves no text item without a role',
  async () => {
    await fc.assert(fc.asyncProperty(layouts, printed, seeds, isAccounted), {
      numRuns: 3,
      endOnFailure: true,
    });
  },
);

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { KEPT } from '../../fixtures/layouts/committed.ts';
import { compare } from '../../fixtures/layouts/compare.ts';
import { KNOWN_FAILURES } from '../../fixtures/layouts/known-failures.ts';
import type { Truth } from '../../fixtures/layouts/truth-shape.ts';
import { extractAnnex } from '../../src/annex/extract.ts';
import { readInProcess } from '../support/in-process.ts';

const folder = new URL('../../fixtures/layouts/kept/', import.meta.url);

async function differences(name: string): Promise<readonly string[]> {
  const truth = JSON.parse(await readFile(new URL(`${name}.truth.json`, folder), 'utf8')) as Truth;
  const bytes = await readFile(new URL(`${name}.pdf`, folder));
  return compare(truth, await readInProcess(bytes, name, extractAnnex)).differences;
}

describe('the kept layouts', () => {
  const names = KEPT.map(({ name }) => name);

  it.each(names.filter((name) => !KNOWN_FAILURES.has(name)))(
    '%s gives its truth: cells, links, footnotes, notes and places',
    async (name) => {
      expect(await differences(name)).toEqual([]);
    },
  );

  it.each([...KNOWN_FAILURES])('%s is still known to fail', async (name) => {
    expect(await differences(name)).not.toEqual([]);
  });
});

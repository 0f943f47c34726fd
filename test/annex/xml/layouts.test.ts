import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { KEPT_SEED } from '../../../fixtures/layouts/committed.ts';
import { compare } from '../../../fixtures/layouts/compare.ts';
import { LAYOUTS } from '../../../fixtures/layouts/layouts.ts';
import type { Layout } from '../../../fixtures/layouts/papers/layout.ts';
import { makeXmlSpecimen } from '../../../fixtures/layouts/xml/specimen.ts';
import { readXml } from '../../support/xml.ts';

function differences(layout: Layout, seed: number): readonly string[] {
  const { xml, truth } = makeXmlSpecimen(layout, seed);
  return compare(truth, readXml(xml).extraction).differences;
}

it.each(LAYOUTS)('$name as XML gives its truth: cells, links, footnotes and notes', (layout) => {
  expect(differences(layout, KEPT_SEED)).toEqual([]);
});

it('any layout as XML in a fresh hand gives its truth', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(fc.constantFrom(...LAYOUTS), seeds, (layout, seed) => {
      expect(differences(layout, seed)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

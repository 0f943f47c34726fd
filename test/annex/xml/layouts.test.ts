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

/** The text with a word behind some tag of its annex, whichever. */
function withWord(xml: string, annex: string, word: string, at: number): string {
  const end = xml.indexOf('<titel>Bijlage 7:');
  // Soft hyphens and no-break spaces may stand behind these letters.
  const heading = xml.lastIndexOf(`<titel>${annex.slice(0, 3)}`, end - 1);
  const from = xml.indexOf('</kop>', heading) + '</kop>'.length;
  const tags = [...xml.slice(from, end).matchAll(/<(?!kop|titel|divisie)\w[^>]*[^/]>/gu)];
  const tag = tags[at % tags.length];
  const place = from + (tag ? tag.index + tag[0].length : 0);
  return `${xml.slice(0, place)}<nadruk> ${word} </nadruk>${xml.slice(place)}`;
}

it('no text of an annex in XML is lost: each is in one role, and what has no place is told', () => {
  const word = 'Zonderling';
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  // Where a mark under a year or article stands for the header it is not told what the mark was.
  const without = new Set(['geen-bijlage', 'jarenmatrix', 'artikelmatrix']);
  const layouts = LAYOUTS.filter(({ name }) => !without.has(name));
  fc.assert(
    fc.property(fc.constantFrom(...layouts), seeds, fc.nat(), (layout, seed, at) => {
      const { xml, truth } = makeXmlSpecimen(layout, seed);
      const [before, after] = [xml, withWord(xml, truth.annex?.heading ?? '', word, at)].map(
        (text) => readXml(text).extraction,
      );
      const { total = 0, ...roles } = after?.account ?? {};
      expect(total).toBe((before?.account?.total ?? 0) + 1);
      expect(Object.values(roles).reduce((sum, count) => sum + count, 0)).toBe(total);
      // A header is told by what stands below it, and so is the number of a note that hangs on nothing.
      const isName = (['header', 'note'] as const).some(
        (role) => after?.account?.[role] !== before?.account?.[role],
      );
      expect(isName || JSON.stringify(after).includes(word)).toBe(true);
    }),
    { numRuns: 40 },
  );
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

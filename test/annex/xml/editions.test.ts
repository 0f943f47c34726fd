import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editionXml } from '../../../fixtures/cals/edition-xml.ts';
import { PLAIN_HABITS, type XmlHabits } from '../../../fixtures/cals/markup.ts';
import { EDITIONS } from '../../../fixtures/editions/editions.ts';
import type { Extraction } from '../../../src/study/extraction.ts';
import { readXml } from '../../support/xml.ts';

const HABITS: readonly XmlHabits[] = [
  PLAIN_HABITS,
  { ...PLAIN_HABITS, themes: 'divisie', notes: 'below', header: 'tbody', spans: 'blank' },
  { ...PLAIN_HABITS, themes: 'tussenkop', entries: 'ordered', debris: true, indented: false },
  { ...PLAIN_HABITS, themes: 'bold', notes: 'below', debris: true, header: 'tbody' },
];

/** What the PDF's truth says, with the pages that an XML edition does not have. */
function truthOf(name: string): Pick<Extraction, 'edition' | 'annex' | 'studies'> {
  const file = new URL(`../../../fixtures/${name}.truth.json`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  return JSON.parse(text, (key, value: unknown) =>
    ['page', 'pageLabel', 'toPage', 'pages'].includes(key) ? null : value,
  ) as ReturnType<typeof truthOf>;
}

describe('the example editions as XML', () => {
  for (const [index, content] of EDITIONS.entries()) {
    const hands = HABITS.filter((_, at) => at === 0 || at === 1 + (index % (HABITS.length - 1)));
    it.each(hands)(`${content.name} gives its truth, with %o`, (habits) => {
      const [extraction, truth] = [
        readXml(editionXml(content, habits)).extraction,
        truthOf(content.name),
      ];
      expect(extraction.edition).toEqual(truth.edition);
      expect(extraction.annex).toEqual(truth.annex);
      expect(extraction.studies.map(({ confidence: _confidence, ...study }) => study)).toEqual(
        truth.studies,
      );
      for (const { title, confidence } of extraction.studies)
        expect({ title, row: confidence?.row }).toEqual({ title, row: 'high' });
      expect(extraction.notices).toEqual([]);
    });
  }
});

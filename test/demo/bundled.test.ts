import { describe, expect, it } from 'vitest';
import { bundledPapers } from '../../src/demo/bundled.ts';
import { checkPrintBytes } from '../../src/edition/print-bytes.ts';
import { vergaderjaar } from '../../src/edition/calendar.ts';
import { sourceOf, standinOf } from '../support/source.ts';

describe('the bundled editions', () => {
  it('are found one after the other by the days of their publication, and are whole PDFs', async () => {
    const papers = await bundledPapers();
    expect(papers.map(({ edition }) => edition.id)).toEqual([
      'XV/2021-jaarverslag',
      'XV/2023-begroting',
      'XV/2022-jaarverslag',
      'XV/2024-begroting',
      'XV/2023-jaarverslag',
    ]);
    const standin = await standinOf(papers);
    const source = sourceOf(standin);
    for (const [index, paper] of papers.entries()) {
      standin.setNow(new Date(`${paper.published}T12:00:00Z`));
      expect(vergaderjaar(paper.edition)).toBe(paper.vergaderjaar);
      const wanted = papers.map(({ edition }) => ({ ...edition, dossier: null }));
      const { listings, failures } = await source.list(wanted);
      expect(failures).toEqual([]);
      const known = papers.slice(0, index + 1).map(({ edition }) => edition);
      expect(listings.map(({ edition }) => edition)).toEqual(known);
      const last = listings.at(-1);
      const bytes = last && (await source.fetch(last));
      expect(() => checkPrintBytes(bytes ?? new Uint8Array(), paper.publication)).not.toThrow();
    }
  });
});

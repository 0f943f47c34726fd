import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import type { Page } from '../../src/page/page.ts';
import { paper } from '../support/pages.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';

function annex(): Page[] {
  const sheet = paper();
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Gezond en veilig werken');
  const row = ['Jaarrapport Integratie', 'Monitoring', '2022', 'Afgerond'];
  sheet.table(
    ['Titel', 'Type onderzoek', 'Afronding', 'Status'].map((header) => ({ header, width: 80 })),
    Array.from({ length: 150 }, () => row),
  );
  return sheet.pages();
}

function noticesOf(
  pages: readonly Page[],
): readonly (readonly [string, number | null | undefined])[] {
  return readAnnex(pages, HEADING).notices.map(({ kind, place }) => [kind, place?.page]);
}

describe('pages on which text may be missing', () => {
  it('are none in an annex that is whole', () => {
    expect(noticesOf(annex())).toEqual([]);
  });

  it('are told when one has no text at all, though the rest can be read', () => {
    const pages = annex();
    const second = pages[1];
    expect(second).toBeDefined();
    const emptied = pages.map((page) => (page === second ? { ...page, runs: [] } : page));
    expect(noticesOf(emptied)).toContainEqual(['page-without-text', second?.number]);
  });

  it('are told when the printed numbers do not count on', () => {
    const pages = annex();
    expect(pages.length).toBeGreaterThan(2);
    const without = pages.toSpliced(1, 1);
    expect(noticesOf(without)).toEqual([['page-numbers-jump', without[1]?.number]]);
  });

  it('are told when letters are drawn that the file does not name', () => {
    const pages = annex().map((page) => ({
      ...page,
      runs: page.runs.map((run) =>
        run.text === 'Integratie' ? { ...run, text: 'Integrat\uFFFDe' } : run,
      ),
    }));
    expect(noticesOf(pages).map(([kind]) => kind)).toContain('unreadable-letters');
  });

  it('are told when one bears no number as the others do, or ends within a text', () => {
    const pages = annex();
    const [, second] = pages;
    const footless = pages.map((page) =>
      page === second
        ? { ...page, runs: page.runs.filter((run) => run.baseline < page.height - 60) }
        : page,
    );
    expect(noticesOf(footless)).toEqual([['page-cut-off', second?.number]]);
    const unfinished = pages.map((page) =>
      page === second ? { ...page, unfinished: true } : page,
    );
    expect(noticesOf(unfinished)).toEqual([['page-cut-off', second?.number]]);
  });
});

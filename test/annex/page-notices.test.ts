import { describe, expect, it } from 'vitest';
import { unnumberedPages } from '../../src/annex/page-numbers.ts';
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
      page === second ? { ...page, signs: ['unfinished'] as const } : page,
    );
    expect(noticesOf(unfinished)).toEqual([['page-cut-off', second?.number]]);
  });

  it('are told by what the page itself shows', () => {
    const pages = annex();
    const [, second] = pages;
    const shown = pages.map((page) =>
      page === second
        ? { ...page, signs: ['flipped', 'off-page', 'content-missing'] as const }
        : page,
    );
    expect(noticesOf(shown)).toEqual([
      ['text-flipped', second?.number],
      ['text-off-page', second?.number],
      ['page-cut-off', second?.number],
    ]);
  });

  it('are told when text is printed over other text, and not for a word that touches its note mark', () => {
    const [first, ...rest] = annex();
    const word = first?.runs.find(({ text }) => text === 'Monitoring');
    if (!first || !word) throw new Error('The annex has no such word');
    const over = { ...word, text: 'Effectenonderzoek', x: word.x + 2, right: word.right + 30 };
    const mark = { ...word, text: '12', x: word.right - 1, right: word.right + 5 };
    const kinds = (run: typeof word): readonly string[] =>
      noticesOf([{ ...first, runs: [...first.runs, run] }, ...rest]).map(([kind]) => kind);
    expect(kinds(over)).toContain('text-over-text');
    expect(kinds(mark)).not.toContain('text-over-text');
  });

  it('are told when words are too small to be read', () => {
    const pages = annex().map((page) => ({
      ...page,
      runs: page.runs.map((run) => (run.text === 'Integratie' ? { ...run, size: 1.5 } : run)),
    }));
    expect(noticesOf(pages).map(([kind]) => kind)).toContain('text-too-small');
  });
});

function foot(number: number): string {
  return `Prose\nTweede Kamer, 36 560 XV, nr. 1 ${number}`;
}

describe('the number of a page', () => {
  it('is missed where two pages around the annex say what it would be', () => {
    const [page] = annex();
    if (!page) throw new Error('The annex has no page');
    const bare = { ...page, number: 12, runs: page.runs.filter(({ text }) => text !== '10') };
    const around = new Map([
      [11, foot(9)],
      [13, foot(11)],
    ]);
    const [missed] = unnumberedPages([bare], around);
    expect([missed?.kind, missed?.place?.page]).toEqual(['page-cut-off', 12]);
    const [run] = page.runs;
    if (!run) throw new Error('The page is blank');
    const numbered = { ...bare, runs: [...bare.runs, { ...run, text: '10' }] };
    expect(unnumberedPages([numbered], around)).toEqual([]);
  });

  it('is not missed where the pages around do not agree', () => {
    const [page] = annex();
    if (!page) throw new Error('The annex has no page');
    const around = new Map([
      [11, foot(9)],
      [13, foot(20)],
    ]);
    expect(unnumberedPages([{ ...page, number: 12 }], around)).toEqual([]);
  });
});

describe('a header with nothing under it', () => {
  const columns = ['Titel', 'Type onderzoek', 'Afronding', 'Status'].map((header) => ({
    header,
    width: 80,
  }));

  it.each([
    ['is told', null, ['table-without-studies']],
    ['is not told where a note says why', 'In dit thema staan geen onderzoeken gepland.', []],
  ])('%s', (_, note, kinds) => {
    const sheet = paper();
    sheet.heading(HEADING);
    sheet.theme('Thema 1: Gezond en veilig werken');
    sheet.table(columns, [['Jaarrapport Integratie', 'Monitoring', '2022', 'Afgerond']]);
    sheet.theme('Thema 2: Leven lang ontwikkelen');
    sheet.table(columns, []);
    if (note !== null) sheet.prose(note);
    expect(noticesOf(sheet.pages()).map(([kind]) => kind)).toEqual(kinds);
  });
});

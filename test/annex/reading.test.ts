import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateAnnex } from '../../src/annex/locate.ts';
import { readAnnex } from '../../src/annex/read.ts';
import type { Page } from '../../src/page/page.ts';
import { readInProcess } from '../support/in-process.ts';
import { paper, STYLE } from '../support/pages.ts';
import type { Style, TableColumn, TableRow } from '../support/pages.ts';

/** The same draws in every run; `npm run bench -- layouts --seeds A-B` draws fresh ones by the hundred. */
const SEED = 20_260_915;

const JAARVERSLAG: readonly TableColumn[] = [
  { header: 'Titel', width: 130 },
  { header: 'Type onderzoek', width: 66 },
  { header: 'Afronding', width: 48 },
  { header: 'Status', width: 44 },
  { header: 'Conclusies/aanbevelingen', width: 130 },
  { header: 'Begrotings\nartikel(en)', width: 50 },
];

const ROWS: readonly (readonly string[])[] = [
  ['Jaarrapport Integratie', 'Monitoring', '2022', 'Afgerond', 'De achterstand verkleint.', '13'],
  ['Evaluatie Programma preventie beroepsziekten', 'Ex-post evaluatie', '2023', 'Lopend', '', '1'],
  [
    'Onderzoek naar niet-uitkeringsgerechtigden met een arbeidsbeperking in kleine gemeenten',
    'Ex-durante evaluatie',
    '2022-2023',
    'Te starten',
    '',
    '1.2 en 13',
  ],
];

function printed({
  studies,
}: ReturnType<typeof readAnnex>): readonly (readonly (string | null)[])[] {
  return studies.map(({ printed: cell }) => [
    cell.title,
    cell.type,
    cell.completion,
    cell.status,
    cell.conclusions,
    cell.articles,
  ]);
}

function annexOf(style: Style, rows: readonly TableRow[]): Page[] {
  const sheet = paper(style);
  sheet.heading('Bijlage 3: Afgerond evaluatie- en overig onderzoek');
  sheet.theme('Thema 1: Gezond en veilig werken');
  sheet.table(JAARVERSLAG, rows);
  return sheet.pages();
}

function read(pages: readonly Page[]): ReturnType<typeof readAnnex> {
  return readAnnex(pages, 'Bijlage 3: Afgerond evaluatie- en overig onderzoek');
}

/** Words of the pages that ended nowhere, or in a notice. */
function lost(pages: readonly Page[], { roles }: ReturnType<typeof readAnnex>): readonly string[] {
  return pages
    .flatMap(({ runs }) => runs)
    .filter((run) => (roles.get(run) ?? 'notice') === 'notice')
    .map(({ text }) => text);
}

describe('a table of studies', () => {
  const styles: readonly (readonly [string, Partial<Style>])[] = [
    ['with hairlines around', {}],
    ['with a rule between rows', { rules: 'rows' }],
    ['without any rule', { rules: 'none' }],
    ['in larger letters', { size: 8.5, pitch: 10, gap: 4 }],
    ['on a wide page', { width: 771, height: 558 }],
    ['without a repeated header', { repeat: false }],
  ];
  it.each(styles)('%s gives its cells', (_name, style) => {
    const pages = annexOf({ ...STYLE, ...style }, ROWS);
    const reading = read(pages);
    expect(printed(reading)).toEqual(ROWS);
    expect(reading.studies.map(({ theme }) => theme)).toEqual(
      ROWS.map(() => 'Thema 1: Gezond en veilig werken'),
    );
    expect(lost(pages, reading)).toEqual([]);
    expect(reading.notices).toEqual([]);
  });

  it('goes on over pages, and counts its rows on', () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      `Evaluatie regeling ${String.fromCodePoint(65 + (index % 26))}${index} voor werkgevers en werknemers in de sector`,
      'Ex-post evaluatie',
      String(2020 + (index % 5)),
      'Afgerond',
      'De regeling heeft haar doel bereikt. Aanbevolen wordt haar voort te zetten en over vijf jaar opnieuw te bezien.',
      '1',
    ]);
    const pages = annexOf(STYLE, rows);
    expect(pages.length).toBeGreaterThan(2);
    const reading = read(pages);
    expect(printed(reading)).toEqual(rows);
    expect(reading.studies.map(({ place }) => place.row)).toEqual(
      rows.map((_, index) => index + 1),
    );
    expect(reading.annex.pages).toEqual([pages[0]?.number, pages.at(-1)?.number]);
  });

  it('with an unknown header gives nothing, and says so', () => {
    const sheet = paper();
    sheet.heading('Bijlage 3: Afgerond evaluatie- en overig onderzoek');
    sheet.table(
      [
        { header: 'Kenmerk', width: 150 },
        { header: 'Waarde', width: 80 },
        { header: 'Opmerking', width: 150 },
      ],
      [['Evaluatie arbocatalogi', '2019', 'Openbaar']],
    );
    const { studies, notices } = read(sheet.pages());
    expect(studies).toEqual([]);
    expect(notices.map(({ kind }) => kind)).toEqual(['unknown-header']);
  });
});

it('any words in any cell come back, and no run is lost', () => {
  const word = fc.constantFrom(
    'wet',
    'evaluatie',
    'regeling',
    'werkgevers',
    'gemeenten',
    'toezicht',
    'scholing',
    'monitor',
    'beleid',
    'onderzoek',
  );
  const text = (min: number, max: number): fc.Arbitrary<string> =>
    fc.array(word, { minLength: min, maxLength: max }).map((words) => words.join(' '));
  const row = fc
    .tuple(
      text(1, 14).map((title) => `Evaluatie ${title}`),
      fc.constantFrom('Ex-post evaluatie', 'Ex-durante', 'Periodieke rapportage', 'Monitoring'),
      fc.constantFrom('2021', '2022', '2022-2023', '2024'),
      fc.constantFrom('Afgerond', 'Lopend', 'Te starten'),
      fc.oneof(
        fc.constant(''),
        text(2, 60).map((prose) => `De ${prose}.`),
      ),
      fc.constantFrom('1', '2', '13', '1.2 en 13'),
    )
    .map((cells): readonly string[] => cells);
  const style = fc.record({
    rules: fc.constantFrom('none', 'frame', 'rows'),
    gap: fc.constantFrom(2, 3, 5),
    size: fc.constantFrom(7, 7.5),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), style, (rows, chosen) => {
      const pages = annexOf({ ...STYLE, ...(chosen as Partial<Style>) }, rows);
      const reading = read(pages);
      expect(lost(pages, reading)).toEqual([]);
      expect(printed(reading)).toEqual(rows);
    }),
    { seed: SEED, endOnFailure: true, numRuns: 100 },
  );
});

describe('every run of the annex is in one place', () => {
  const editions = [
    'XV-2021-jaarverslag',
    'XV-2022-jaarverslag',
    'XV-2023-begroting',
    'XV-2024-begroting',
    'XV-2023-jaarverslag',
  ];
  it.each(editions)('%s', async (name) => {
    const bytes = await readFile(new URL(`../../fixtures/${name}.pdf`, import.meta.url));
    const unplaced = await readInProcess(bytes, name, async (document) => {
      const located = await locateAnnex(document);
      const pages: Page[] = [];
      for (let page = located?.from ?? 1; page <= (located?.to ?? 0); page += 1) {
        pages.push(await document.page(page));
      }
      expect(pages).not.toEqual([]);
      return lost(pages, readAnnex(pages, located?.heading ?? ''));
    });
    expect(unplaced).toEqual([]);
  });
});

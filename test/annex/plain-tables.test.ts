import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPairs, readTreePairs } from '../../src/annex/plain-pairs.ts';
import { readPlainTables, readTreeTables } from '../../src/annex/plain-tables.ts';
import type { Field } from '../../src/annex/vocabulary.ts';
import { createReader } from '../../src/pdf/reader.ts';
import { paper, STYLE } from '../support/pages.ts';
import { OFFICE, tagged } from '../support/trees.ts';

const LABELS = new Map<string, Field>([
  ['Maatregel', 'title'],
  ['Effect', 'source'],
  ['Vanaf', 'completion'],
]);
const COLUMNS = [
  { header: 'Maatregel', width: 120 },
  { header: 'Effect', width: 140 },
  { header: 'Vanaf', width: 50 },
];
const ROWS = [
  ['Verhogen van de premie voor werkgevers in de bouw', 'Meer inkomsten voor het fonds', '2026'],
  ['Afschaffen van de toeslag', '', '2027'],
  ['Verlagen van het tarief', 'Minder lasten, en een eenvoudiger regeling voor allen', '2028'],
];

function draw(): ReturnType<typeof paper> {
  const sheet = paper(STYLE);
  sheet.heading('Lijst van maatregelen');
  sheet.table(COLUMNS, ROWS);
  return sheet;
}

describe('tables of any kind', () => {
  it('are read by place under headers that the caller names', () => {
    const [table, ...others] = readPlainTables(draw().pages(), LABELS);
    expect(others).toEqual([]);
    expect(table?.labels).toEqual([...LABELS.keys()]);
    expect(table?.rows.map(({ cells }) => cells)).toEqual(ROWS);
    expect(table?.rows.map(({ page }) => page)).toEqual([7, 7, 7]);
  });

  it('keep right-aligned values under the header that they end with', () => {
    const years = ['2024', '2025', '2026'].map((header) => ({
      header,
      width: 24,
      align: 'right' as const,
    }));
    const rows = [
      ['Een heffing op lozing van warmte', '-12.345', '-120', '-1.000'],
      ['Lager tarief', '1', '-23.456', '-23.456'],
      ['Hogere bijdrage van deelnemers', '', '-12.000', '5'],
    ];
    const sheet = paper(STYLE);
    sheet.table([{ header: 'Maatregel', width: 140 }, ...years], rows);
    const labels = new Map<string, Field>([
      ['Maatregel', 'title'],
      ['2024', 'source'],
      ['2025', 'source'],
      ['2026', 'source'],
    ]);
    const [table] = readPlainTables(sheet.pages(), labels);
    expect(table?.rows.map(({ cells }) => cells)).toEqual(rows);
  });

  it('end where running text begins', () => {
    const sheet = draw();
    sheet.prose(
      'Hieronder staat bij elke maatregel wat zij betekent, voor wie zij geldt en hoe de raming tot stand kwam. '.repeat(
        6,
      ),
    );
    const [table] = readPlainTables(sheet.pages(), LABELS);
    expect(table?.rows.map(({ cells }) => cells)).toEqual(ROWS);
  });

  it('are not found under other headers', () => {
    expect(readPlainTables(draw().pages(), new Map([['Titel', 'title']]))).toEqual([]);
  });

  it('are read by the structure tree alone, with their header as the first row', () => {
    const sheet = draw();
    const [table] = readTreeTables(tagged(sheet.pages(), sheet.origins, OFFICE));
    expect(table?.rows.map(({ cells }) => cells)).toEqual([[...LABELS.keys()], ...ROWS]);
  });
});

describe('pairs of a label and a value', () => {
  const columns = [
    { header: '', width: 90 },
    { header: '', width: 230 },
  ];
  const pairs = [
    ['Bureau', 'SEO'],
    [
      'Doel en opzet',
      'Nagegaan wordt wat de regeling heeft bereikt, en voor wie. '.repeat(60).trim(),
    ],
    ['Aanbevelingen', 'Verbeter het bereik van de doelgroep door de voorlichting te verbreden.'],
  ];
  const labels = pairs.map(([label = '']) => label);

  it('are read by place, also over pages, and end at what stands in neither column', () => {
    const sheet = paper({ ...STYLE, height: 360 });
    for (const name of [
      'Evaluatie van de eerste regeling voor ondernemers',
      'Evaluatie van de tweede',
    ]) {
      sheet.heading(name);
      sheet.table(columns, pairs);
    }
    const read = readPairs(sheet.pages(), labels);
    expect(read.map(({ label, value }) => [label, value])).toEqual([...pairs, ...pairs]);
    expect(new Set(read.map(({ page }) => page)).size).toBeGreaterThan(1);
    const tree = tagged(sheet.pages(), sheet.origins, { ...OFFICE, tables: 'page' });
    expect(readTreePairs(tree, labels)).toEqual(read);
  });

  it('are told apart by place where the tree has several labels in one row, or a label below its text', () => {
    const sheet = paper({ ...STYLE, vertical: 'middle', gap: 9 });
    const [, , third = []] = pairs;
    const long =
      'Gevolgd wordt wat deelnemers doen en welke keuzes zij maken, ook daarna, in alle regio’s.';
    const own = [['Bureau', 'SEO'], ['Doel en opzet', long], third];
    sheet.table(columns, own);
    const merged = tagged(sheet.pages(), sheet.origins, {
      ...OFFICE,
      cellOf: (cell) => ({ ...cell, row: cell.row === 3 ? 2 : cell.row }),
    });
    for (const read of [readPairs(sheet.pages(), labels), readTreePairs(merged, labels)]) {
      expect(read.map(({ label, value }) => [label, value])).toEqual(own);
    }
  });
});

const list = new URL(
  '../../../shared/real/pdf/minfin/ombuigings-en-intensiveringslijst-maart2021.pdf',
  import.meta.url,
);

it.skipIf(!existsSync(list))(
  'a table of office software over two pages gives all its rows (../shared/real, skipped without it)',
  async () => {
    const pages = await createReader().read(readFileSync(list), 'list', async (document) => [
      await document.page(112),
      await document.page(113),
    ]);
    const rows = readTreeTables(pages).flatMap((table) => table.rows);
    const numbers = rows.map(({ cells }) => cells[0]).filter((cell) => /^\d+$/.test(cell ?? ''));
    expect(numbers).toEqual(
      Array.from({ length: 28 }, (_, index) => String(index + 1)).filter(
        (number) => !['1', '2', '3', '4', '6'].includes(number),
      ),
    );
    expect(new Set(rows.map(({ cells }) => cells.length))).toEqual(new Set([10]));
  },
);

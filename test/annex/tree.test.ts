import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnex, type AnnexReading } from '../../src/annex/read.ts';
import type { Page, Run } from '../../src/page/page.ts';
import { paper, STYLE, type Origin, type Style, type TableRow } from '../support/pages.ts';
import { BROWSER, FORMATTER, OFFICE, tagged, type Tagging } from '../support/trees.ts';

/** The same draws in every run; `npm run bench -- layouts --seeds A-B` draws fresh ones by the hundred. */
const SEED = 20_260_915;

const HEADING = 'Bijlage 6: Uitwerking Strategische Evaluatie Agenda';
const COLUMNS = [
  { header: 'Titel', width: 110 },
  { header: 'Type onderzoek', width: 62 },
  { header: 'Afronding', width: 45 },
  { header: 'Status', width: 42 },
  { header: 'Conclusies/aanbevelingen', width: 130 },
  { header: 'Begrotings\nartikel(en)', width: 45 },
];

const words = fc
  .array(fc.constantFrom('wet', 'regeling', 'werkgevers', 'en', 'toezicht', 'COVID-19', 'UWV'), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.join(' '));
const row = fc
  .tuple(
    words.map((text) => `Evaluatie ${text}`),
    fc.constantFrom('Ex-post evaluatie', 'Monitoring', ''),
    fc.constantFrom('2022', '2022-2023', '2025, N.t.b.'),
    fc.constantFrom('Afgerond', 'Te starten', 'Lopend'),
    fc.oneof(
      fc.constant(''),
      words.map((text) => `De ${text}.`),
    ),
    fc.constantFrom('1', '1.2 en 13', ''),
  )
  .map((cells): readonly string[] => cells);
const tables = fc.array(fc.array(row, { minLength: 2, maxLength: 18 }), {
  minLength: 1,
  maxLength: 2,
});
const style = fc
  .record({
    gap: fc.constantFrom(0.5, 2.5),
    rules: fc.constantFrom('none', 'rows'),
    repeat: fc.boolean(),
  })
  .map((chosen): Style => ({ ...STYLE, ...chosen }));

interface Drawn {
  readonly pages: readonly Page[];
  readonly origins: ReadonlyMap<Run, Origin>;
}

function draw(all: readonly (readonly TableRow[])[], chosen: Style, columns = COLUMNS): Drawn {
  const sheet = paper(chosen);
  sheet.heading(HEADING);
  for (const [index, rows] of all.entries()) {
    sheet.theme(`Thema ${index + 1}: Werk`);
    sheet.table(columns, rows);
  }
  return { pages: sheet.pages(), origins: sheet.origins };
}

function read({ pages, origins }: Drawn, tagging: Tagging): AnnexReading {
  return readAnnex(tagged(pages, origins, tagging), HEADING);
}

function printed({ studies }: AnnexReading): unknown[] {
  return studies.map((study) => Object.values(study.printed));
}

function kinds({ notices }: AnnexReading): string[] {
  return notices.map(({ kind }) => kind);
}

/** What the tree says of each row: that it agrees, or which reading was kept instead. */
function verdicts({ tables: all, notices }: AnnexReading): Set<string | undefined> {
  const rows = all.flatMap((table) => table.rows);
  const kept = notices.map(({ message }) => /the reading by (\w+) was kept/.exec(message)?.[1]);
  const agreed = rows.map(({ structure }) => (structure === 'agrees' ? structure : undefined));
  return new Set([...agreed.filter((verdict) => verdict !== undefined), ...kept]);
}

function truth(all: readonly (readonly (readonly string[])[])[]): unknown[] {
  return all.flatMap((rows, index) =>
    rows.map(([title, type, completion, status, conclusions, articles]) => [
      title,
      type,
      completion,
      status,
      conclusions,
      null,
      articles,
      `Thema ${index + 1}: Werk`,
      null,
    ]),
  );
}

describe('a structure tree that is right', () => {
  it.each<[string, Tagging]>([
    ['a browser, without empty cells', BROWSER],
    ['a formatter, with empty cells and furniture for headers printed again', FORMATTER],
    ['office software, with paragraphs in the cells', OFFICE],
    ['a producer that names header cells', { ...BROWSER, headers: true }],
    ['a producer that begins a table on each page', { ...FORMATTER, tables: 'page' }],
  ])('of %s agrees with every row', (_name, tagging) => {
    fc.assert(
      fc.property(tables, style, (all, chosen) => {
        const reading = read(draw(all, chosen), tagging);
        expect(printed(reading)).toEqual(truth(all));
        expect(kinds(reading)).toEqual([]);
        expect(verdicts(reading)).toEqual(new Set(['agrees']));
        const [table] = reading.tables;
        expect(table?.rows.every(({ structure }) => structure === 'agrees')).toBe(true);
      }),
      { seed: SEED, endOnFailure: true, numRuns: 6 },
    );
  });
});

describe('a structure tree that is wrong', () => {
  const columns = COLUMNS.length;
  it.each<[string, Partial<Tagging>]>([
    ['one paragraph for everything', { cellOf: () => null }],
    ['one cell for a whole table', { cellOf: (cell) => ({ ...cell, row: 0, cell: 0, cells: 1 }) }],
    ['one cell for a row', { cellOf: (cell) => ({ ...cell, cell: 0, cells: 1 }) }],
    ['a table for each row', { tables: 'row' }],
    [
      'a row for each line',
      { cellOf: (cell, run) => ({ ...cell, row: cell.row * 1000 + run.baseline }) },
    ],
    [
      'columns in another order',
      { cellOf: (cell) => ({ ...cell, cell: (cell.cell * 5) % columns }) },
    ],
    ['rows in another order', { cellOf: (cell) => ({ ...cell, row: (cell.row * 7919) % 101 }) }],
    ['two rows in one', { cellOf: (cell) => ({ ...cell, row: Math.ceil(cell.row / 2) }) }],
    ['every third run without a tag', { isTagged: ({ x }) => Math.round(x * 10) % 3 !== 0 }],
  ])('does no harm: %s', (_name, wrong) => {
    fc.assert(
      fc.property(tables, style, fc.constantFrom(BROWSER, FORMATTER), (all, chosen, base) => {
        const drawn = draw(all, { ...chosen, gap: 2.5 });
        const reading = read(drawn, { ...base, ...wrong });
        expect(printed(reading)).toEqual(truth(all));
        expect(new Set(kinds(reading))).toBeOneOf([new Set(), new Set(['structure-differs'])]);
        expect(reading.roles.size).toBe(drawn.pages.flatMap(({ runs }) => runs).length);
      }),
      { seed: SEED, endOnFailure: true, numRuns: 4 },
    );
  });
});

const ROWS: readonly TableRow[] = [
  ['Evaluatie wet toezicht', 'Ex-post evaluatie', '2022', 'Afgerond', 'De wet werkt.', '1'],
  ['Evaluatie regeling', 'Monitoring', '2023', 'Lopend', '', '1.2 en 13'],
];

describe('what is said of a difference', () => {
  it('names place, cell, both readings, and which was kept', () => {
    const swapped: Tagging = {
      ...FORMATTER,
      // The type and the year of the second study stand in each other's cells.
      cellOf: (cell) =>
        cell.row === 2 && (cell.cell === 1 || cell.cell === 2)
          ? { ...cell, cell: 3 - cell.cell }
          : cell,
    };
    const { notices, studies } = read(draw([ROWS], STYLE), swapped);
    expect(notices).toEqual([
      {
        kind: 'structure-differs',
        message:
          'the cell under “Type onderzoek” reads “Monitoring” by its place and “2023” by the structure ' +
          'tree of the file; the reading by place was kept: its cells hold what their columns should',
        place: { page: 7, pageLabel: '5', toPage: 7, table: 'Thema 1: Werk', row: 2 },
      },
    ]);
    const reasons = studies.map(({ confidence }) =>
      confidence?.reasons.flatMap(({ kind, on, level }) =>
        kind === 'structure-differs' ? [`${on} ${level}`] : [],
      ),
    );
    expect(reasons).toEqual([[], ['type medium']]);
  });

  it('two signs that agree are named as the reason of a row', () => {
    const { studies } = read(draw([ROWS], { ...STYLE, gap: 0, rules: 'none' }), BROWSER);
    const starts = studies[1]?.confidence?.reasons.find(({ kind }) => kind === 'row-start');
    expect(starts).toMatchObject({ level: 'high' });
    expect(starts?.message).toContain('the structure tree of the file');
  });
});

describe('what the structure tree tells', () => {
  it('agrees on where centred rows begin that no white and no rule parts', () => {
    const long = 'wet regeling toezicht werkgevers en uitvoering van de regeling';
    const rows = [1, 2, 3, 4, 5, 6].map((number) => [
      `Evaluatie ${number} ${long}`,
      'Monitoring',
      '2022',
      'Lopend',
      number % 2 === 0 ? `De ${long} werkt, en ${long} ook.` : '',
      String(number),
    ]);
    const close: Partial<Style> = { gap: 0, rules: 'none', vertical: 'middle' };
    const reading = read(draw([rows], { ...STYLE, ...close }), BROWSER);
    expect(printed(reading)).toEqual(truth([rows]));
    expect(verdicts(reading)).toEqual(new Set(['agrees']));
  });

  it('that a heading is none of the rows, though its words begin where columns do', () => {
    const heading = 'Thema 2: Leven lang ontwikkelen';
    function set(width: number): Drawn {
      const [title, ...others] = COLUMNS;
      const columns = [{ header: title?.header ?? '', width }, ...others];
      const sheet = paper(STYLE);
      sheet.heading(HEADING);
      for (const [name, rows] of [
        ['Thema 1: Werk', ROWS],
        [heading, []],
        ['Thema 3: Zorg', ROWS],
      ] as const) {
        sheet.theme(name);
        sheet.table(columns, rows);
      }
      return { pages: sheet.pages(), origins: sheet.origins };
    }
    const [page] = set(110).pages;
    const word = page?.runs.find(({ text }) => text === 'ontwikkelen');
    // The first column ends where the last word of the heading begins.
    const drawn = set((word?.x ?? 0) - 40 - STYLE.gutter);
    const reading = read(drawn, OFFICE);
    expect(reading.studies.map(({ theme, title }) => [theme, title])).toEqual([
      ['Thema 1: Werk', 'Evaluatie wet toezicht'],
      ['Thema 1: Werk', 'Evaluatie regeling'],
      ['Thema 3: Zorg', 'Evaluatie wet toezicht'],
      ['Thema 3: Zorg', 'Evaluatie regeling'],
    ]);
    const notice = reading.notices.find(({ kind }) => kind === 'structure-differs');
    expect(notice?.message).toContain(
      '“Thema 2: Leven lang ontwikkelen” reads like a row by its place and like a heading',
    );
  });

  it('which of two texts over the whole width follow each other', () => {
    const rows: readonly TableRow[] = [
      ...ROWS,
      { wide: 'Thema Veiligheid en stabiliteit in de regio en daarbuiten, samen met anderen' },
      { wide: 'Alle subthema’s' },
      ...ROWS,
    ];
    const { studies } = read(draw([rows], { ...STYLE, gap: 0, rules: 'none' }), BROWSER);
    expect(studies.slice(2).map(({ theme, subtheme }) => [theme, subtheme])).toEqual([
      [
        'Thema Veiligheid en stabiliteit in de regio en daarbuiten, samen met anderen',
        'Alle subthema’s',
      ],
      [
        'Thema Veiligheid en stabiliteit in de regio en daarbuiten, samen met anderen',
        'Alle subthema’s',
      ],
    ]);
  });

  it('that a cell spans rows: its text counts for each of them', () => {
    const columns = [
      { header: 'Type onderzoek', width: 62 },
      { header: 'Titel', width: 110 },
      { header: 'Afronding', width: 45 },
      { header: 'Status', width: 42 },
    ];
    const rows = [
      ['Monitoring', 'Evaluatie wet', '2022', 'Lopend'],
      ['', 'Evaluatie regeling', '2023', 'Lopend'],
      ['Ex-post evaluatie', 'Evaluatie toezicht', '2022', 'Afgerond'],
    ];
    const drawn = draw([rows], STYLE, columns);
    const types = (tagging: Tagging): unknown[] =>
      read(drawn, tagging).studies.map(({ type }) => type);
    expect(types({ ...BROWSER, spans: true })).toEqual([
      'Monitoring',
      'Monitoring',
      'Ex-post evaluatie',
    ]);
    expect(types({ ...FORMATTER, spans: false })).toEqual(['Monitoring', '', 'Ex-post evaluatie']);
  });
});

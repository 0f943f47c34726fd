import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countRoles } from '../../src/annex/account.ts';
import { readAnnex } from '../../src/annex/read.ts';
import { paper, STYLE, type Style, type TableColumn, type TableRow } from '../support/pages.ts';

/** The same draws in every run; `npm run bench -- layouts --seeds A-B` draws fresh ones by the hundred. */
const SEED = 20_260_915;

const HEADING = 'Bijlage 6: Uitwerking Strategische Evaluatie Agenda';

/** Every way of setting a table that the annexes and other papers of the State show. */
const style = fc
  .record({
    size: fc.constantFrom(6.5, 7.2, 7.5),
    gap: fc.constantFrom(2, 4),
    rules: fc.constantFrom('none', 'frame', 'rows'),
    vertical: fc.constantFrom('top', 'middle'),
    gutter: fc.constantFrom(3, 6, 8),
    repeat: fc.boolean(),
  })
  .map((chosen): Style => ({ ...STYLE, ...chosen, pitch: chosen.size * 1.17 }));

const words = fc.array(
  fc.constantFrom(
    'wet',
    'regeling',
    'werk\u00ADgevers',
    'arbeids\u00ADomstandig\u00ADheden',
    're-integratie',
    'ex-post',
    'COVID-19',
    'niet-uitkerings\u00ADgerechtigden',
    'de',
    'en',
    '2021',
    'UWV',
  ),
  { minLength: 1, maxLength: 12 },
);
const title = fc
  .tuple(fc.constantFrom('Evaluatie', 'Monitor', 'Jaarrapport', 'Periodieke rapportage'), words)
  .map(([first, rest]) => `${first} ${rest.join(' ')}`);
const prose = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.map((sentence) => `De ${sentence.join(' ')}.`).join(' '));
const type = fc.constantFrom('Ex-post evaluatie', 'Ex-durante', 'Ex ante, ex durante en ex post');
const completion = fc.constantFrom('2022', '2022-2023', '2025, N.t.b.', '2023 en verder', 'n.t.b.');
const status = fc.constantFrom('Afgerond', 'Te starten', 'Lopend: afronding 2022', 'N.t.b.');
const articles = fc.constantFrom('1', '1.2 en 13', '1, 3, 4, 6, 7 en 9', '5 (KMar)');

const row = fc.record({ title, type, completion, status, prose, articles });
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

interface Layout {
  readonly columns: readonly TableColumn[];
  readonly cells: (row: Row) => readonly TableRow[];
  readonly printed: (row: Row) => Readonly<Record<string, string | null>>;
}

const JAARVERSLAG: Layout = {
  columns: [
    { header: 'Titel', width: 105 },
    { header: 'Type onderzoek', width: 62 },
    { header: 'Afronding', width: 45 },
    { header: 'Status', width: 42 },
    { header: 'Conclusies/aanbevelingen', width: 130 },
    { header: 'Begrotings\nartikel(en)', width: 45, align: 'right' },
  ],
  cells: (of) => [[of.title, of.type, of.completion, of.status, of.prose, of.articles]],
  printed: (of) => ({
    title: of.title,
    type: of.type,
    completion: of.completion,
    status: of.status,
    conclusions: of.prose,
    description: null,
    articles: of.articles,
  }),
};

const BEGROTING: Layout = {
  columns: [
    { header: 'Thema', width: 190 },
    { header: 'Type onderzoek', width: 95 },
    { header: 'Looptijd', width: 60 },
    { header: 'Begrotingsartikel', width: 80 },
  ],
  cells: (of) => [[of.title, of.type, of.completion, of.articles], { wide: of.prose }],
  printed: (of) => ({
    title: of.title,
    type: of.type,
    completion: of.completion,
    status: null,
    conclusions: null,
    description: of.prose,
    articles: of.articles,
  }),
};

const UITWERKING: Layout = {
  columns: [
    { header: 'Titel onderzoek', width: 110 },
    { header: 'Type onderzoek', width: 60 },
    { header: 'Afronding', width: 48 },
    { header: 'Status', width: 45 },
    { header: 'Toelichting onderzoek', width: 140 },
    { header: 'art.', width: 36, align: 'centre' },
  ],
  cells: (of) => [[of.title, of.type, of.completion, of.status, of.prose, of.articles]],
  printed: (of) => ({
    title: of.title,
    type: of.type,
    completion: of.completion,
    status: of.status,
    conclusions: null,
    description: of.prose,
    articles: of.articles,
  }),
};

function whole(text: string | null): string | null {
  return text?.replaceAll('\u00AD', '') ?? null;
}

it.each([
  ['a jaarverslag', JAARVERSLAG],
  ['a begroting with texts below the rows', BEGROTING],
  ['an elaborated agenda', UITWERKING],
])('%s comes back cell by cell in every style, and each run ends in one place', (_name, layout) => {
  const rows = fc.array(row, { minLength: 2, maxLength: 14 });
  fc.assert(
    fc.property(style, fc.array(rows, { minLength: 1, maxLength: 2 }), (chosen, tables) => {
      const sheet = paper(chosen);
      sheet.heading(HEADING);
      for (const [index, table] of tables.entries()) {
        sheet.theme(`Thema ${index + 1}: Werk`);
        sheet.table(layout.columns, table.flatMap(layout.cells));
      }
      const pages = sheet.pages();
      const { studies, roles } = readAnnex(pages, HEADING);
      const expected = tables.flatMap((table, index) =>
        table.map((of) => ({
          ...Object.fromEntries(
            Object.entries(layout.printed(of)).map(([key, text]) => [key, whole(text)]),
          ),
          theme: `Thema ${index + 1}: Werk`,
          subtheme: null,
        })),
      );
      expect(studies.map(({ printed }) => printed)).toEqual(expected);
      const runs = pages.flatMap((page) => page.runs);
      expect(roles.size).toBe(runs.length);
      const { total, ...parts } = countRoles(roles);
      expect(total).toBe(runs.length);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
      expect([...roles.values()]).not.toContain('notice');
    }),
    { seed: SEED, endOnFailure: true, numRuns: 25 },
  );
});

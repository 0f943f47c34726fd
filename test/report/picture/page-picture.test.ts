import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layout, RunRole } from '../../../src/page/layout.ts';
import type { Page, Run } from '../../../src/page/page.ts';
import { drawnOf } from '../../../src/report/picture/drawn.ts';
import { pagePicture } from '../../../src/report/picture/page-picture.ts';
import { paper, STYLE } from '../../support/pages.ts';
import type { TableColumn, TableRow } from '../../support/pages.ts';
import { explained } from '../../support/picture.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';

const COLUMNS: readonly TableColumn[] = [
  { header: 'Titel', width: 130 },
  { header: 'Type onderzoek', width: 66 },
  { header: 'Afronding', width: 48 },
  { header: 'Status', width: 44 },
  { header: 'Conclusies/aanbevelingen', width: 130 },
];

const ROWS: readonly TableRow[] = [
  ['Jaarrapport Integratie', 'Monitoring', '2022^1', 'Afgerond', 'De achterstand verkleint.'],
  { wide: 'Subthema: Arbeid', bold: true },
  ['Evaluatie Wet arbeid vreemdelingen', 'Ex-post evaluatie', '2023', 'Lopend', ''],
];

function smallAnnex(rows: readonly TableRow[] = ROWS): Page[] {
  const sheet = paper({ ...STYLE, height: 300 });
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Werk & inkomen');
  sheet.table(COLUMNS, rows);
  sheet.footnotes(['Een jaar later dan gepland.']);
  return sheet.pages();
}

function pictures(pages: readonly Page[]): readonly string[] {
  const { extraction, layout } = explained(pages, HEADING);
  const drawn = drawnOf(extraction?.studies ?? [], extraction?.notices ?? [], 'index.html');
  return pages.map((page) => pagePicture(page, layout, drawn));
}

/** The texts of the page itself, in order: those in the layer of text. */
function textsIn(svg: string): readonly string[] {
  const layer = /<g class="text" aria-hidden="true">(?<texts>[^]*?)<\/g>/u.exec(svg)?.groups;
  const parser = new XMLParser({ trimValues: false, parseTagValue: false });
  const { text = [] } = parser.parse(`<text>x</text>${layer?.['texts'] ?? ''}`) as {
    text?: string | readonly string[];
  };
  return [text].flat().slice(1);
}

describe('the picture of a page', () => {
  it('of a small annex is the golden one', async () => {
    const [svg = ''] = pictures(smallAnnex());
    await expect(svg).toMatchFileSnapshot('golden/small-annex.svg');
  });

  it('is well-formed and draws every run once, in order', () => {
    for (const page of smallAnnex()) {
      const [svg = ''] = pictures([page]);
      expect(XMLValidator.validate(svg)).toBe(true);
      expect(textsIn(svg)).toEqual(page.runs.map(({ text }) => text));
    }
  });

  it('numbers rows as the JSON does, also where a row runs on at the next page', () => {
    const sheet = paper({ ...STYLE, height: 300 });
    sheet.heading(HEADING);
    const prose = Array.from({ length: 60 }, () => 'Aanbevolen wordt meer samenhang.').join(' ');
    sheet.table(COLUMNS, [
      ['Jaarrapport Integratie', 'Monitoring', '2022', 'Afgerond', 'Kort.'],
      ['Evaluatie Wet arbeid vreemdelingen', 'Ex-post evaluatie', '2023', 'Lopend', prose],
    ]);
    const [first = '', second = ''] = pictures(sheet.pages());
    expect(first).toContain('data-study="1"');
    expect(first).toContain('href="index.html#study-2" id="row-2"');
    expect(second).toContain('>↳2</text>');
    expect(second).not.toContain('data-study="1"');
  });

  it('shows blank cells, and tells the joined text of a cell', () => {
    const [svg = ''] = pictures(smallAnnex());
    expect(svg).toContain('study 2, conclusions (under “Conclusies/aanbevelingen”): blank');
    expect(svg).toContain('study 1, title (under “Titel”): “Jaarrapport Integratie”');
    expect(svg).toContain('note mark 1 on completion of study 1');
    expect(svg).toContain('footnote 1 of “Thema 1: Werk &amp; inkomen”');
  });
});

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const anyNumber = fc.oneof(
  fc.double({ min: -50, max: 900, noNaN: true }),
  fc.constantFrom(0, Number.NaN, Infinity, -1e300, 1e-9),
);
const run: fc.Arbitrary<Run> = fc.record({
  text: fc.oneof(
    anyText,
    fc.constantFrom('</text><script>alert(1)</script>', ']]>', '\uD800', '&#0;', '"\''),
  ),
  x: anyNumber,
  right: anyNumber,
  baseline: anyNumber,
  size: anyNumber,
  font: anyText,
  bold: fc.boolean(),
  contentId: fc.constant(null),
  artifact: fc.boolean(),
  softHyphen: fc.boolean(),
});
const role: fc.Arbitrary<RunRole> = fc.constantFrom(
  'cell',
  'heading',
  'header',
  'footnote',
  'note',
  'furniture',
  'notice',
  'outside',
);

it('whatever a print holds, its picture is well-formed XML that holds no script and each run once', () => {
  // XML 1.0, section 2.2: what a document may hold.
  const fit = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(run, fc.option(role)), { maxLength: 12 }),
      anyText,
      (runs, name) => {
        const placed = runs.map(([own]) => own);
        const layout: Layout = {
          roles: new Map(runs.flatMap(([own, its]) => (its === null ? [] : [[own, its] as const]))),
          tables: [
            {
              name,
              titles: null,
              headings: [],
              headers: [],
              stretches: [],
              footnotes: [],
              rows: placed.map((own, study) => ({
                kind: 'study',
                study,
                wide: false,
                cells: [
                  {
                    label: name,
                    field: 'title',
                    text: own.text,
                    pieces: [{ page: 7, runs: [own] }],
                    marks: [],
                  },
                ],
              })),
            },
          ],
        };
        const page: Page = {
          number: 7,
          label: name,
          width: 500,
          height: 700,
          runs: placed,
          rules: [],
          boxes: [],
          links: [{ url: `javascript:${name}`, x: 0, y: 0, right: 9, bottom: 9 }],
          tree: null,
        };
        const svg = pagePicture(page, layout, drawnOf([], [], 'index.html'));
        expect(XMLValidator.validate(svg)).toBe(true);
        expect(svg).toMatch(fit);
        expect(svg).not.toContain('<script');
        expect(svg).not.toMatch(/NaN|Infinity|href="javascript/u);
        expect(
          svg.match(
            /<text class="(?:cell|heading|header|footnote|note|furniture|notice|outside|unplaced)/gu,
          ) ?? [],
        ).toHaveLength(runs.length);
      },
    ),
    { numRuns: 200 },
  );
});

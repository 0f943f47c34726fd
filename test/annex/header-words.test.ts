import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import type { Page, Run } from '../../src/page/page.ts';
import { paper, STYLE } from '../support/pages.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';
const ROWS = [
  ['Evaluatie arbocatalogi', 'Ex-post evaluatie', '2022', 'Afgerond', 'Het beleid werkt.', '1'],
  ['Monitor arbeidsmarkt', 'Monitoring', '2023', 'Lopend', 'Het bereik is klein.', '2'],
  ['Jaarrapport Integratie', 'Monitoring', '2024', 'Te starten', '', '13'],
];

function annex(headers: readonly string[], type = 70): Page[] {
  const sheet = paper({ ...STYLE, rules: 'rows', gutter: 4 });
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Gezond en veilig werken');
  const widths = [110, type, 42, 50, 110, 60];
  sheet.table(
    headers.map((header, index) => ({ header, width: widths[index] ?? 60 })),
    ROWS,
  );
  return sheet.pages();
}

/** Joins two words of each header line to one, as where no blank is left between two columns. */
function touching(pages: readonly Page[], left: string, right: string): Page[] {
  return pages.map((page) => ({
    ...page,
    runs: page.runs.flatMap((run, index): Run[] => {
      const [former, next] = [page.runs[index - 1], page.runs[index + 1]];
      if (run.text === right && former?.text === left) return [];
      if (run.text !== left || next?.text !== right) return [run];
      return [{ ...run, text: left + right, right: next.right }];
    }),
  }));
}

function printed(pages: readonly Page[]): readonly (readonly (string | null)[])[] {
  return readAnnex(pages, HEADING).studies.map(({ printed: cells }) => [
    cells.title,
    cells.type,
    cells.completion,
    cells.status,
    cells.conclusions,
    cells.articles,
  ]);
}

describe('names of two columns that touch', () => {
  const upper = ['TITEL', 'TYPE ONDERZOEK', 'AFRONDING', 'STATUS', 'CONCLUSIES', 'ARTIKEL'];

  it('are told apart where a column begins below the second', () => {
    const pages = touching(annex(upper), 'AFRONDING', 'STATUS');
    expect(pages[0]?.runs.map(({ text }) => text)).toContain('AFRONDINGSTATUS');
    expect(printed(pages)).toEqual(ROWS);
  });

  it('so are those on one line of a header of two', () => {
    const pages = touching(annex(upper.with(1, 'TYPE\nONDERZOEK'), 46), 'ONDERZOEK', 'AFRONDING');
    expect(pages[0]?.runs.map(({ text }) => text)).toContain('ONDERZOEKAFRONDING');
    expect(printed(pages)).toEqual(ROWS);
  });

  it('stay one word where no column begins below it', () => {
    const headers = [
      'Titel',
      'Type onderzoek',
      'Afronding',
      'Status',
      'Evaluatiestatus',
      'Artikel',
    ];
    expect(printed(annex(headers)).map((row) => row.toSpliced(4, 1))).toEqual(
      ROWS.map((row) => row.toSpliced(4, 1)),
    );
  });
});

it('a justified header line whose words stand apart is one name with the line below it', () => {
  const pages = annex([
    'Titel',
    'Type onder-\nzoek',
    'Afronding',
    'Status',
    'Conclusies/aanbevelingen',
    'Begrotings-\nartikel(en)',
  ]).map((page) => ({
    ...page,
    runs: page.runs.map((run) =>
      run.text === 'onder-' ? { ...run, x: run.x + 12, right: run.right + 12 } : run,
    ),
  }));
  expect(printed(pages)).toEqual(ROWS);
});

it('text under a name that is not known lowers the confidence of its row', () => {
  const { studies } = readAnnex(
    annex(['Titel', 'Type onderzoek', 'Afronding', 'Status', 'Kenmerk', 'Artikel']),
    HEADING,
  );
  const told = studies.map(({ confidence }) =>
    confidence?.reasons.filter(({ kind }) => kind === 'header-missing').map(({ on }) => on),
  );
  expect(told).toEqual([['row'], ['row'], []]);
  expect(studies.map(({ confidence }) => confidence?.row)).toEqual(['medium', 'medium', 'high']);
});

import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import type { Page, Run } from '../../src/page/page.ts';
import { paper, STYLE } from '../support/pages.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';
const COLUMNS = [
  { header: 'Titel', width: 100 },
  { header: 'Afronding', width: 45 },
  { header: 'Status', width: 45 },
];

function table(caption: string, rows: readonly (readonly string[])[]): Page {
  const sheet = paper({ ...STYLE, width: 720 });
  sheet.heading(HEADING);
  sheet.theme(caption);
  sheet.table(COLUMNS, rows);
  const [page] = sheet.pages();
  if (!page) throw new Error('a table takes a page');
  return page;
}

/** A page with the second table moved to the right of the first. */
function sideBySide(): Page {
  const left = table('Tabel 1 Thema 1: Werk', [
    ['Evaluatie arbocatalogi', '2022', 'Afgerond'],
    ['Monitor arbeidsmarkt en inkomen in de regio', '2023', 'Lopend'],
    ['Onderzoek kinderopvang', '2024', 'Te starten'],
  ]);
  const right = table('Tabel 2 Thema 2: Zorg', [
    ['Evaluatie Wet zorg', '2021', 'Afgerond'],
    ['Tussenevaluatie jeugdhulp', '2025', 'Lopend'],
  ]);
  // Neither the heading of the annex nor the foot of the page stands there twice.
  const isTable = ({ size, baseline }: Run): boolean => size < 12 && baseline < left.height - 90;
  return {
    ...left,
    runs: [
      ...left.runs,
      ...right.runs
        .filter(isTable)
        .map((run) => ({ ...run, x: run.x + 250, right: run.right + 250 })),
    ],
    rules: [...left.rules, ...right.rules.map((rule) => ({ ...rule, x: rule.x + 250 }))],
  };
}

describe('two tables side by side', () => {
  it('are read one after the other, each under its own caption', () => {
    const page = sideBySide();
    const reading = readAnnex([page], HEADING);
    expect(
      reading.studies.map((study) => [study.theme, study.title, study.printed.completion]),
    ).toEqual([
      ['Thema 1: Werk', 'Evaluatie arbocatalogi', '2022'],
      ['Thema 1: Werk', 'Monitor arbeidsmarkt en inkomen in de regio', '2023'],
      ['Thema 1: Werk', 'Onderzoek kinderopvang', '2024'],
      ['Thema 2: Zorg', 'Evaluatie Wet zorg', '2021'],
      ['Thema 2: Zorg', 'Tussenevaluatie jeugdhulp', '2025'],
    ]);
    expect(reading.studies.map(({ place }) => place.page)).toEqual([7, 7, 7, 7, 7]);
    expect(new Set(page.runs.map((run) => reading.roles.get(run)))).toEqual(
      new Set(['heading', 'header', 'cell', 'furniture']),
    );
    expect(reading.notices).toEqual([]);
  });
});

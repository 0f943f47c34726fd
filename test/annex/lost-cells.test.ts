import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import type { Page, Run } from '../../src/page/page.ts';
import { paper, STYLE } from '../support/pages.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';
const COLUMNS = [
  { header: 'Titel', width: 150 },
  { header: 'Type onderzoek', width: 80 },
  { header: 'Afronding', width: 60 },
  { header: 'Conclusies/aanbevelingen', width: 150 },
];
const PROSE =
  'De regeling bereikt de meeste werkgevers. Zij gebruiken de middelen vooral voor scholing van hun medewerkers, en veel minder voor loopbaanadvies of voor het begeleiden van werk naar werk.';

function annex(): Page[] {
  const sheet = paper({ ...STYLE, rules: 'none' });
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Werk');
  sheet.table(
    COLUMNS,
    Array.from({ length: 8 }, (_, index) => [
      `Evaluatie ${'abcdefgh'[index]}`,
      'Ex-post',
      '2022',
      PROSE,
    ]),
  );
  return sheet.pages();
}

/** Kinds of the notices once runs of the first page are left out or changed. */
function told(change: (runs: readonly Run[]) => readonly Run[]): readonly string[] {
  const [first, ...rest] = annex();
  if (!first) throw new Error('The annex has no page');
  const changed = { ...first, runs: change(first.runs) };
  return readAnnex([changed, ...rest], HEADING).notices.map(({ kind, message }) =>
    `${kind}: ${message}`.slice(0, 70),
  );
}

/** The runs on the baseline of the n-th run with a text, from 0. */
function lineWith(runs: readonly Run[], text: string, index: number): readonly Run[] {
  const found = runs.filter((run) => run.text === text)[index];
  return runs.filter(({ baseline }) => Math.abs(baseline - (found?.baseline ?? 0)) < 1);
}

describe('an annex that lost some of its text', () => {
  it('tells nothing when it is whole', () => {
    expect(told((runs) => runs)).toEqual([]);
  });

  it('tells of a title that is left alone', () => {
    const kinds = told((runs) => {
      const heightOf = (name: string): number =>
        runs.find(({ text }) => text === name)?.baseline ?? 0;
      const isOfRow = ({ baseline }: Run): boolean =>
        baseline > heightOf('d') - 1 && baseline < heightOf('e') - 1;
      return runs.filter((run) => !isOfRow(run) || run.x < 150);
    });
    expect(kinds).toContainEqual(expect.stringMatching(/^lone-title: “Evaluatie d” stands alone/u));
  });

  it('tells of an only cell that is empty', () => {
    const kinds = told((runs) => {
      const year = runs.filter(({ text }) => text === '2022')[2];
      return runs.filter((run) => run !== year);
    });
    expect(kinds).toContainEqual(
      expect.stringMatching(/^doubtful-row: “Evaluatie c” has no completion/u),
    );
  });

  it('tells of a line that is missing between two others', () => {
    const kinds = told((runs) => {
      const line = lineWith(runs, 'vooral', 1);
      return runs.filter((run) => !line.includes(run));
    });
    expect(kinds).toContainEqual(
      expect.stringMatching(/^doubtful-row: “Evaluatie b” has a cell with more/u),
    );
  });

  it('tells of words that are missing within a line or at its end', () => {
    const within = told((runs) => {
      const line = lineWith(runs, 'vooral', 1).filter(({ x }) => x > 300);
      return runs.filter((run) => !line.slice(1, 3).includes(run));
    });
    expect(within).toContainEqual(
      expect.stringMatching(/^doubtful-row: “Evaluatie b” has a cell with a gap/u),
    );
    const atEnd = told((runs) => {
      const line = lineWith(runs, 'vooral', 1).filter(({ x }) => x > 300);
      return runs.filter((run) => !line.slice(2).includes(run));
    });
    expect(atEnd).toContainEqual(
      expect.stringMatching(/^doubtful-row: “Evaluatie b” has a line that ends/u),
    );
  });

  it('tells of rows that lost their header and pass for notes', () => {
    const sheet = paper({ ...STYLE, rules: 'none' });
    sheet.heading(HEADING);
    for (const theme of ['Thema 1: Werk', 'Thema 2: Zorg']) {
      sheet.theme(theme);
      sheet.table(COLUMNS.slice(0, 3), [['Evaluatie arbocatalogi', 'Ex-post', '2022']]);
    }
    const [page] = sheet.pages();
    if (!page) throw new Error('The annex has no page');
    const header = page.runs.find(({ text }) => text === 'Titel');
    const runs = page.runs.filter(({ baseline }) => baseline !== header?.baseline);
    expect(readAnnex([{ ...page, runs }], HEADING).notices).toContainEqual(
      expect.objectContaining({ kind: 'row-among-notes' }),
    );
  });

  it('tells of letters that no Dutch print has', () => {
    const kinds = told((runs) =>
      runs.map((run) => (run.text === 'd' ? { ...run, text: 'd蘕' } : run)),
    );
    expect(kinds).toContainEqual(
      expect.stringMatching(/^suspicious-value: “Evaluatie d蘕” has a title/u),
    );
  });
});

it('a mark in a grid of years that stands under no year is doubtful', () => {
  const sheet = paper({ ...STYLE, rules: 'none' });
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Werk');
  const years = ['2019', '2020', '2021', '2022'].map((header) => ({ header, width: 40 }));
  sheet.table(
    [{ header: 'Thema', width: 150 }, ...years],
    ['2020', '2019', '2022', '2021', '2020', '2022'].map((year, index) => [
      `Evaluatie ${'abcdef'[index]}`,
      ...years.map(({ header }) => (header === year ? 'X' : '')),
    ]),
  );
  const [page] = sheet.pages();
  if (!page) throw new Error('The annex has no page');
  const without = { ...page, runs: page.runs.filter(({ text }) => text !== '2020') };
  const stray = (pages: readonly Page[]): readonly (string | null)[] =>
    readAnnex(pages, HEADING).studies.flatMap(({ title, confidence }) =>
      confidence?.cells.completion === 'low' ? [title] : [],
    );
  expect(stray([page])).toEqual([]);
  expect(stray([without])).toEqual(['Evaluatie a', 'Evaluatie e']);
});

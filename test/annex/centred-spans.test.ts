import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import { paper, STYLE } from '../support/pages.ts';

const HEADING = 'Bijlage 4: Uitwerking Strategische Evaluatie Agenda';
const COLUMNS = [
  { header: 'Thema', width: 80 },
  { header: 'Subthema', width: 80 },
  { header: 'Type onderzoek', width: 70 },
  { header: 'Afronding', width: 50 },
  { header: 'Toelichting onderzoek', width: 130 },
  { header: 'Begrotingsartikel', width: 70 },
];

/** Rows of which only the themes, subthemes and articles given by row are printed. */
function read(
  printed: Readonly<Record<number, readonly [theme: string, subtheme: string, article: string]>>,
  count: number,
): readonly (readonly (string | null)[])[] {
  const sheet = paper({ ...STYLE, rules: 'none' });
  sheet.heading(HEADING);
  sheet.table(
    COLUMNS,
    Array.from({ length: count }, (_, index) => {
      const [theme = '', subtheme = '', article = ''] = printed[index] ?? [];
      return [theme, subtheme, 'Ex post', String(2023 + index), `Regeling ${index}`, article];
    }),
  );
  const { studies } = readAnnex(sheet.pages(), HEADING);
  return studies.map((study) => [study.theme, study.subtheme, study.printed.articles]);
}

describe('texts beside several rows', () => {
  it('count for the rows whose middle they are', () => {
    const printed = { 1: ['Politie', 'Bestel', '31'], 5: ['Recht', 'Toegang', '32'] } as const;
    expect(read(printed, 8)).toEqual(
      expected([3, 'Politie', 'Bestel', '31'], [5, 'Recht', 'Toegang', '32']),
    );
  });

  it('count for the rows below where they begin at the height of the first', () => {
    const printed = { 0: ['Politie', 'Bestel', '31'], 3: ['Recht', 'Toegang', '32'] } as const;
    expect(read(printed, 8)).toEqual(
      expected([3, 'Politie', 'Bestel', '31'], [5, 'Recht', 'Toegang', '32']),
    );
  });

  it('stay where they are when they are the middle of no rows', () => {
    const printed = { 1: ['Politie', 'Bestel', '31'], 2: ['Recht', 'Toegang', '32'] } as const;
    expect(read(printed, 8).map(([theme]) => theme)).toEqual([
      '',
      'Politie',
      ...Array.from({ length: 6 }, () => 'Recht'),
    ]);
  });
});

function expected(...groups: readonly (readonly [number, string, string, string])[]): string[][] {
  return groups.flatMap(([count, ...texts]) => Array.from({ length: count }, () => texts));
}

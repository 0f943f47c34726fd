import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import { paper } from '../support/pages.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';

/** A table whose types are broken where the blanks stand: the column is as wide as their first parts. */
function typesOf(types: readonly string[], width: number, prose = ''): readonly (string | null)[] {
  const sheet = paper();
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Gezond en veilig werken');
  sheet.table(
    [
      { header: 'Titel', width: 150 },
      { header: 'Type', width },
      { header: 'Afronding', width: 60 },
      { header: 'Status', width: 60 },
    ],
    types.map((type, index) => [`Studie nummer ${index}`, type, '2022', 'Lopend']),
  );
  if (prose !== '') sheet.prose(prose);
  return readAnnex(sheet.pages(), HEADING).studies.map(({ printed }) => printed.type);
}

describe('words at line ends without a hyphen', () => {
  it('are cut where they fill the line, stand nowhere else, and others do so too', () => {
    expect(typesOf(['Tussenevaluati e', 'Syntheseonder zoek'], 50)).toEqual([
      'Tussenevaluatie',
      'Syntheseonderzoek',
    ]);
  });

  it('are whole when they leave room for more letters', () => {
    const types = ['Tussenevaluati e', 'Monitor zorg', 'Syntheseonder zoek', 'Onderzoek wet'];
    expect(typesOf(types, 50)).toEqual([
      'Tussenevaluatie',
      'Monitor zorg',
      'Syntheseonderzoek',
      'Onderzoek wet',
    ]);
  });

  it('are two when the second is long, however full the line', () => {
    const types = ['Periodieke rapportage', 'Internationale rechtsorde'];
    expect(typesOf(types, 49)).toEqual(types);
  });

  it('are one when the annex shows them whole elsewhere', () => {
    const prose = 'De beleidsdoorlichting volgt later.';
    expect(typesOf(['Beleids doorlichting', 'Monitor'], 40, prose)).toEqual([
      'Beleidsdoorlichting',
      'Monitor',
    ]);
  });

  it('are one when they are cut at two different places', () => {
    const types = ['Wetgevings traject', 'Wetgevingstra ject'];
    expect(typesOf(types, 50)).toEqual(['Wetgevingstraject', 'Wetgevingstraject']);
  });

  it('are one when that is a word of their column and they are none', () => {
    expect(typesOf(['Overig evalua tie', 'Overig onder zoek'], 45)).toEqual([
      'Overig evaluatie',
      'Overig onderzoek',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import type { Study } from '../../src/study/study.ts';
import { paper, STYLE } from '../support/pages.ts';
import type { Style, TableRow } from '../support/pages.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';
const COLUMNS = [
  { header: 'Titel', width: 90 },
  { header: 'Type onderzoek', width: 60 },
  { header: 'Afronding', width: 48 },
  { header: 'Status', width: 44 },
  { header: 'Conclusies/aanbevelingen', width: 130 },
];

/** Rows of one to four lines, whose titles are broken over two or three. */
const ROWS: readonly (readonly string[])[] = [
  ['Evaluatie van de regeling voor kleine werkgevers', 'Ex-post evaluatie', '2022', 'Afgerond', ''],
  [
    'Monitor arbeidsmarkt en sociale zekerheid in de regio',
    'Monitoring',
    '2023',
    'Lopend',
    'De regeling heeft haar doel bereikt. Aanbevolen wordt haar voort te zetten en over vijf jaar opnieuw te bezien.',
  ],
  ['Tussenevaluatie kinderopvang', 'Tussenevaluatie', '2022-2023', 'Te starten', ''],
  ['Onderzoek naar de uitvoering door gemeenten', 'Ex-durante', 'n.t.b.', 'Te starten', ''],
];

function studiesOf(style: Partial<Style>, rows: readonly TableRow[]): readonly Study[] {
  const sheet = paper({ ...STYLE, rules: 'none', ...style });
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Gezond en veilig werken');
  sheet.table(COLUMNS, rows);
  return readAnnex(sheet.pages(), HEADING).studies;
}

function cellsOf(studies: readonly Study[]): readonly (readonly (string | null)[])[] {
  return studies.map(({ printed }) => [
    printed.title,
    printed.type,
    printed.completion,
    printed.status,
    printed.conclusions,
  ]);
}

describe('rows that no rule parts', () => {
  it.each<readonly [string, Partial<Style>]>([
    ['with no more white between them than between lines', { gap: 0 }],
    ['with hardly more', { gap: 0.6 }],
    ['with as much again', { gap: 8.4 }],
    ['with lines far apart', { pitch: 11.5, gap: 2 }],
    ['whose cells are centred', { vertical: 'middle' }],
    ['whose cells are centred, without white', { vertical: 'middle', gap: 0 }],
  ])('are parted: %s', (_, style) => {
    expect(cellsOf(studiesOf(style, ROWS))).toEqual(ROWS);
  });

  it('are surely parted where white stands between them', () => {
    const [, second] = studiesOf({ gap: 4 }, ROWS);
    expect(second?.confidence?.row).toBe('high');
  });

  it('are doubtful where a line could begin a row or go on with the one above', () => {
    // One word under a title, which would have found room beside it, at the distance that parts rows.
    const studies = studiesOf({ gap: 0.9 }, [
      ...ROWS,
      ['Evaluatie', 'Monitoring', '2022', 'Lopend', ''],
      ['Arbeidsmarkt', '', '', '', ''],
      ['Tussenevaluatie', 'Monitoring', '2023', 'Lopend', ''],
    ]);
    const kinds = studies.flatMap(
      (study) => study.confidence?.reasons.map(({ kind }) => kind) ?? [],
    );
    expect(kinds).toContain('rows-otherwise');
  });

  it('go on over a page, and end there when the next page begins with a date', () => {
    const rows = Array.from({ length: 40 }, (_, index) => {
      const row = ROWS[index % ROWS.length] ?? [];
      return [`${row[0]} ${String.fromCodePoint(65 + (index % 26))}${index}`, ...row.slice(1)];
    });
    expect(cellsOf(studiesOf({ gap: 0 }, rows))).toEqual(rows);
  });
});

describe('names and texts among the rows', () => {
  it('a group in bold letters is none of the lines of the title above it', () => {
    const studies = studiesOf({ gap: 0 }, [
      ...ROWS.slice(0, 2),
      { wide: 'Overig', bold: true },
      ...ROWS.slice(2),
    ]);
    expect(cellsOf(studies)).toEqual(ROWS);
    expect(studies.map(({ subtheme }) => subtheme)).toEqual([null, null, 'Overig', 'Overig']);
  });

  it('a subtheme without studies is no part of the one below it', () => {
    const studies = studiesOf({ gap: 0 }, [
      { wide: 'Subthema Mensenrechten', bold: true },
      { wide: 'Subthema Gastlandbeleid', bold: true },
      ...ROWS,
    ]);
    expect(studies.map(({ subtheme }) => subtheme)).toEqual(
      ROWS.map(() => 'Subthema Gastlandbeleid'),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import type { AnnexReading } from '../../src/annex/read.ts';
import { paper } from '../support/pages.ts';

const HEADING = 'Model 1.44 - Bijlage: Uitwerking Strategische Evaluatie Agenda';
const COLUMNS = [
  { header: 'Titel onderzoek', width: 180 },
  { header: 'Type onderzoek', width: 80 },
  { header: 'Afronding', width: 60 },
  { header: 'Status', width: 60 },
];

const ONE =
  'Evaluatie van de inzet van de middelen voor de uitvoering van het beleid in alle gemeenten';
const TWO = 'Onderzoek naar de gevolgen van het verdrag voor de samenwerking met andere landen';

/** A table whose rows are studies, by their title, and names over the whole width, in brackets. */
function read(rows: readonly string[]): AnnexReading {
  const sheet = paper();
  sheet.heading(HEADING);
  sheet.table(
    COLUMNS,
    rows.map((row) =>
      row.startsWith('[')
        ? { wide: row.slice(1, -1), bold: true }
        : [row, 'Ex-post', '2026', 'Lopend'],
    ),
  );
  return readAnnex(sheet.pages(), HEADING);
}

function themesIn({ studies }: AnnexReading): readonly (readonly (string | null)[])[] {
  return studies.map(({ printed }) => [printed.title, printed.theme, printed.subtheme]);
}

describe('names over the whole width', () => {
  it('without a word for what they are name the theme of the subtheme right below them', () => {
    const reading = read([
      '[Veiligheid en stabiliteit]',
      '[Alle subthema’s]',
      ONE,
      '[Mensenrechten]',
      '[Subthema Rechtsorde]',
      TWO,
    ]);
    expect(themesIn(reading)).toEqual([
      [ONE, 'Veiligheid en stabiliteit', 'Alle subthema’s'],
      [TWO, 'Mensenrechten', 'Subthema Rechtsorde'],
    ]);
  });

  it('are subthemes where nothing below them says so', () => {
    const reading = read(['[Thema Wonen]', '[Overig]', ONE]);
    expect(themesIn(reading)).toEqual([[ONE, 'Thema Wonen', 'Overig']]);
  });

  it('are kept as notes where no study stands below them', () => {
    const reading = read([
      '[Thema Wonen]',
      '[Subthema Huur]',
      ONE,
      '[Subthema Koop]',
      '[Subthema Bouw]',
      TWO,
    ]);
    expect(reading.annex.notes.map(({ text }) => text)).toEqual(['Subthema Koop']);
    expect(themesIn(reading).map(([, , subtheme]) => subtheme)).toEqual([
      'Subthema Huur',
      'Subthema Bouw',
    ]);
  });
});

it('titles stand under the type where it names a study in each row, beside a subtheme', () => {
  const sheet = paper();
  sheet.heading(HEADING);
  const headers = ['Thema', 'Subthema', 'Type onderzoek', 'Afronding', 'Begrotingsartikel'];
  const titles = ['Effectenonderzoek DRIVE', 'Mid-term evaluatie VMP', 'Eindevaluatie NISCOPS'];
  sheet.table(
    headers.map((header) => ({ header, width: 95 })),
    titles.map((title) => ['Handel', 'Ontwikkeling', title, '2026', '1.3']),
  );
  const { studies } = readAnnex(sheet.pages(), HEADING);
  expect(studies.map(({ printed }) => [printed.title, printed.type, printed.subtheme])).toEqual(
    titles.map((title) => [title, title, 'Ontwikkeling']),
  );
});

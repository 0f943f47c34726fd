import { expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import { paper } from '../support/pages.ts';

const HEADING = 'Bijlage 4: Uitwerking Strategische Evaluatie Agenda';
const COLUMNS = ['Titel', 'Type onderzoek', 'Afronding', 'Status'].map((header) => ({
  header,
  width: 90,
}));
const row = (title: string): readonly string[] => [title, 'Monitoring', '2022', 'Lopend'];

function places(themes: readonly string[]): readonly (readonly (string | number | null)[])[] {
  const sheet = paper();
  sheet.heading(HEADING);
  for (const [index, theme] of themes.entries()) {
    sheet.theme(theme);
    sheet.table(COLUMNS, [row(`Evaluatie ${index} a`), row(`Evaluatie ${index} b`)]);
  }
  return readAnnex(sheet.pages(), HEADING).studies.map(({ theme, place }) => [
    theme,
    place.table,
    place.row,
  ]);
}

it('a theme with a header of its own is a part of the table whose caption stands above it', () => {
  const caption = 'Tabel 40 Thema Mensenrechten';
  expect(places([caption, 'Thema Veiligheid en stabiliteit', 'Tabel 41 Thema Handel'])).toEqual([
    ['Thema Mensenrechten', caption, 1],
    ['Thema Mensenrechten', caption, 2],
    ['Thema Veiligheid en stabiliteit', caption, 3],
    ['Thema Veiligheid en stabiliteit', caption, 4],
    ['Thema Handel', 'Tabel 41 Thema Handel', 1],
    ['Thema Handel', 'Tabel 41 Thema Handel', 2],
  ]);
});

it('without any caption each theme heads a table of its own', () => {
  expect(places(['Thema 1: Werk', 'Thema 2: Zorg'])).toEqual([
    ['Thema 1: Werk', 'Thema 1: Werk', 1],
    ['Thema 1: Werk', 'Thema 1: Werk', 2],
    ['Thema 2: Zorg', 'Thema 2: Zorg', 1],
    ['Thema 2: Zorg', 'Thema 2: Zorg', 2],
  ]);
});

it('a subtheme whose header is worded otherwise is a part of its theme', () => {
  const sheet = paper();
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Werk');
  sheet.table(COLUMNS, [row('Evaluatie a'), row('Evaluatie b')]);
  sheet.theme('Subthema Toezicht');
  const other = ['Titel onderzoek', 'Soort onderzoek', 'Jaar van afronding', 'Status'];
  const columns = other.map((header) => ({ header, width: 90 }));
  sheet.table(columns, [row('Evaluatie c'), row('Evaluatie d')]);
  const { studies } = readAnnex(sheet.pages(), HEADING);
  expect(studies.map(({ theme, subtheme, place }) => [theme, subtheme, place.row])).toEqual([
    ['Thema 1: Werk', null, 1],
    ['Thema 1: Werk', null, 2],
    ['Thema 1: Werk', 'Subthema Toezicht', 3],
    ['Thema 1: Werk', 'Subthema Toezicht', 4],
  ]);
});

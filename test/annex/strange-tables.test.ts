import { expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import { paper, STYLE } from '../support/pages.ts';
import type { Paper, Style } from '../support/pages.ts';

const HEADING = 'Bijlage 6: Uitwerking Strategische Evaluatie Agenda';
const KNOWN = [
  { header: 'Titel', width: 150 },
  { header: 'Type onderzoek', width: 90 },
  { header: 'Afronding', width: 60 },
];
const STRANGE = [
  { header: 'Kenmerk', width: 150 },
  { header: 'Waarde', width: 90 },
  { header: 'Opmerking', width: 60 },
];
const ROWS = [
  ['Evaluatie arbocatalogi', 'Ex-post evaluatie', '2022'],
  ['Monitor arbeidsmarkt', 'Monitoring', '2023'],
];

function unknownHeaders(set: (page: Paper) => void, style: Partial<Style> = {}): readonly string[] {
  const page = paper({ ...STYLE, ...style });
  page.heading(HEADING);
  set(page);
  const { notices } = readAnnex(page.pages(), HEADING);
  return notices.filter(({ kind }) => kind === 'unknown-header').map(({ message }) => message);
}

const NAMED =
  'a table among the others has a header that is not known: “Kenmerk | Waarde | Opmerking”; report it so that it can be added';

it.each(['none', 'frame', 'rows'] as const)(
  'a table under an unknown header behind a known one is named (rules: %s)',
  (rules) => {
    const found = unknownHeaders(
      (page) => {
        page.theme('Thema 1: Werk');
        page.table(KNOWN, ROWS);
        page.theme('Thema 2: Zorg');
        page.table(STRANGE, ROWS);
      },
      { rules },
    );
    expect(found).toEqual([NAMED]);
  },
);

it('so is one that stands between two known ones, under a caption', () => {
  const found = unknownHeaders((page) => {
    page.theme('Tabel 1 Werk');
    page.table(KNOWN, ROWS);
    page.theme('Tabel 2 Zorg');
    page.table(STRANGE, ROWS);
    page.theme('Tabel 3 Wonen');
    page.table(KNOWN, ROWS);
  });
  expect(found).toEqual([NAMED]);
});

it('known tables one after the other are no reason for it, nor rows that go on over pages', () => {
  const many = Array.from({ length: 90 }, (_, index) => [`Evaluatie ${index}`, 'Ex-post', '2022']);
  const found = unknownHeaders(
    (page) => {
      page.theme('Tabel 1 Werk');
      page.table(KNOWN, [...many, { wide: 'Subthema Overig', bold: true }, ...ROWS]);
      page.theme('Tabel 2 Zorg');
      page.table(KNOWN, ROWS);
      page.prose('De evaluatie is uitgesteld. De Kamer is daarover ingelicht.');
    },
    { repeat: false },
  );
  expect(found).toEqual([]);
});

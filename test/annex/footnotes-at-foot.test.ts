import { expect, it } from 'vitest';
import { readAnnex } from '../../src/annex/read.ts';
import type { AnnexReading } from '../../src/annex/read.ts';
import type { Page, Run } from '../../src/page/page.ts';
import { paper } from '../support/pages.ts';
import type { Paper } from '../support/pages.ts';

const HEADING = 'Bijlage 3: Afgerond evaluatie- en overig onderzoek';
const COLUMNS = ['Titel', 'Type onderzoek', 'Afronding', 'Status', 'Artikel'].map((header) => ({
  header,
  width: 80,
}));

/** Sets a note at the foot of a page as text processors do: its number as large as its text. */
function withNote(page: Page, words: string): Page {
  let x = 40;
  const runs = words.split(' ').map((text): Run => {
    const right = x + text.length * 2.8;
    const run = {
      text,
      x,
      right,
      baseline: page.height - 75,
      size: 6,
      font: 'Univers',
      bold: false,
      contentId: null,
      artifact: false,
      softHyphen: false,
    };
    x = right + 1.6;
    return run;
  });
  return { ...page, runs: [...page.runs, ...runs] };
}

function annex(set: (sheet: Paper) => void): Page[] {
  const sheet = paper();
  sheet.heading(HEADING);
  sheet.theme('Thema 1: Gezond en veilig werken');
  set(sheet);
  return sheet.pages();
}

function footnotes({ studies }: AnnexReading): readonly (readonly (string | null)[])[] {
  return studies.flatMap(({ title, footnotes: own }) =>
    own.filter(({ on }) => on !== 'heading').map(({ mark, text }) => [title, mark, text]),
  );
}

const row = (title: string): readonly string[] => [title, 'Monitoring', '2022', 'Lopend', '1'];

it('a note at the foot of a page is not mistaken for one under a table of its own', () => {
  const [first, ...others] = annex((sheet) => {
    sheet.table(COLUMNS, [row('Jaarrapport Integratie^1')]);
    sheet.theme('Thema 2: Leven lang ontwikkelen^1');
    sheet.table(COLUMNS, [row('Scholing')]);
    sheet.footnotes(['Binnen dit thema is meer gepland.']);
    sheet.theme('Thema 3: Pensioenen');
    sheet.table(COLUMNS, [row('Monitor pensioenen')]);
  });
  expect(first).toBeDefined();
  if (!first) return;
  const reading = readAnnex([withNote(first, '1 Een jaar later afgerond.'), ...others], HEADING);
  expect(footnotes(reading)).toEqual([['Jaarrapport Integratie', '1', 'Een jaar later afgerond.']]);
  const onHeading = reading.studies.flatMap(({ footnotes: own }) =>
    own.filter(({ on }) => on === 'heading').map(({ text }) => text),
  );
  expect(onHeading).toEqual(['Binnen dit thema is meer gepland.']);
});

it('of two notes that may be meant none is taken, and both are kept', () => {
  const [first, ...others] = annex((sheet) => {
    sheet.table(COLUMNS, [row('Jaarrapport Integratie^1')]);
    sheet.footnotes(['Binnen dit thema is meer gepland.']);
    sheet.theme('Thema 3: Pensioenen');
    sheet.table(COLUMNS, [row('Monitor pensioenen')]);
  });
  expect(first).toBeDefined();
  if (!first) return;
  const reading = readAnnex([withNote(first, '1 Een jaar later afgerond.'), ...others], HEADING);
  expect(footnotes(reading)).toEqual([['Jaarrapport Integratie', '1', null]]);
  expect(reading.notices.map(({ kind }) => kind)).toEqual(['footnote-without-text']);
  expect(reading.annex.notes.map(({ text }) => text)).toEqual([
    'Binnen dit thema is meer gepland.',
    'Een jaar later afgerond.',
  ]);
});

it('the same note on every page is no furniture', () => {
  const pages = annex((sheet) => {
    sheet.table(COLUMNS, [row('Jaarrapport Integratie^1')]);
    sheet.newPage();
    sheet.theme('Thema 2: Leven lang ontwikkelen');
    sheet.table(COLUMNS, [row('Scholing^2')]);
  }).map((page, index) => withNote(page, `${index + 1} Een jaar later afgerond.`));
  expect(footnotes(readAnnex(pages, HEADING))).toEqual([
    ['Jaarrapport Integratie', '1', 'Een jaar later afgerond.'],
    ['Scholing', '2', 'Een jaar later afgerond.'],
  ]);
});

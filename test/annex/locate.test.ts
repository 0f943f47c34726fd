import { describe, expect, it } from 'vitest';
import { locateAnnex } from '../../src/annex/locate.ts';
import type { LocatedAnnex } from '../../src/annex/locate.ts';
import type { OutlineItem } from '../../src/page/page.ts';

const HEADER = 'Titel Type onderzoek Afronding Status Conclusies/aanbevelingen artikel(en)';
const PROSE = 'De minister heeft het beleid op dit terrein voortgezet.\nDe uitgaven zijn hoger.';
const MONEY =
  'Tabel 3 Budgettaire gevolgen van beleid\nArt. Omschrijving 2019 2020 2021 2022\n1 Uitgaven 12.345 12.400';

interface Found {
  readonly located: LocatedAnnex | null;
  /** Pages whose text was asked for. */
  readonly read: ReadonlySet<number>;
}

async function locate(
  texts: readonly string[],
  outline: readonly OutlineItem[] = [],
): Promise<Found> {
  const read = new Set<number>();
  const located = await locateAnnex({
    pageCount: texts.length,
    outline: async () => outline,
    text: async (page) => {
      read.add(page);
      return texts[page - 1] ?? '';
    },
  });
  return { located, read };
}

/** A paper of 40 pages of prose with some pages replaced. */
function paperWith(pages: Readonly<Record<number, string>>): string[] {
  return Array.from({ length: 40 }, (_, index) => pages[index + 1] ?? PROSE);
}

const CONTENTS = `Inhoudsopgave
A. Algemeen 5
2.4 Strategische Evaluatie Agenda 9
Bijlage 2: Subsidieoverzicht 20
Bijlage 3: Afgerond evaluatie- en overig onderzoek 30
Bijlage 4: Inhuur externen 34`;

it('finds the annex above the headings inside it that use its words (LNV, jaarverslag 2021)', async () => {
  const theme = (name: string): string =>
    `Thema: ${name} (recent afgerond evaluatieonderzoek)\n${HEADER}\nRecent afgerond evaluatieonderzoek:`;
  const heading = 'Bijlage 2: Afgerond evaluatie- en overig onderzoek';
  const { located } = await locate(
    paperWith({
      30: `${heading}\n${theme('Landbouw')}`,
      31: `${theme('Natuur')}\nAfgerond evaluatie- en overig onderzoek van de natuur\n${HEADER}`,
      32: 'Bijlage 3: Inhuur externen',
    }),
  );
  expect(located).toEqual({ heading, from: 30, to: 31 });
});

describe('by the outline', () => {
  it.each([
    'Bijlage 3: Afgerond evaluatie- en overig onderzoek',
    'Bijlage 6: Uitwerking Strategische Evaluatie Agenda',
    '6.3 Bijlage Uitwerking Strategische Evaluatie Agenda',
    '7.6 Bijlage 6: Strategische Evaluatieagenda',
    'Bijlage 4: Uitwerking Strategische Evaluatiegaenda',
    'Bijlage 5: Evaluatie- en overig onderzoek',
    'Bijlage 5: Strategische evaluatie agenda (SEA)',
    '4.5. Overzicht Evaluaties- en overig onderzoek',
    'BIJLAGE 3: AFGEROND EVALUATIE- EN OVERIG ONDERZOEK',
  ])('finds %s, and reads no page but where it ends', async (heading) => {
    const next = heading.startsWith('6.3')
      ? '6.4 Bijlage Lijst van afkortingen'
      : 'Bijlage 7: Lijst van afkortingen';
    const texts = paperWith({ 30: `${heading}\n${HEADER}`, 31: HEADER, 32: HEADER, 33: next });
    const { located, read } = await locate(texts, [
      { title: '1. Leeswijzer', page: 3 },
      { title: '2.4 Strategische Evaluatie Agenda', page: 9 },
      { title: 'Bijlage 2: Subsidieoverzicht', page: 20 },
      { title: heading, page: 30 },
      { title: 'Thema 1: Werk', page: 30 },
      { title: 'Thema 2: Zorg', page: 32 },
      { title: next, page: 33 },
    ]);
    expect(located).toEqual({ heading, from: 30, to: 32 });
    expect([...read].every((page) => page >= 30 && page <= 33)).toBe(true);
  });

  it('keeps the page on which the next annex begins below the last rows', async () => {
    const texts = paperWith({
      33: `Evaluatie arbocatalogi Ex-post 2019 Afgerond 1\nBijlage 4: Inhuur externen`,
    });
    const { located } = await locate(texts, [
      { title: 'Bijlage 3: Afgerond evaluatie- en overig onderzoek', page: 30 },
      { title: 'Bijlage 4: Inhuur externen', page: 33 },
    ]);
    expect(located).toMatchObject({ from: 30, to: 33 });
  });

  it('takes the section in the beleidsagenda only when there is no annex', async () => {
    const section = '2.4 Strategische Evaluatie Agenda';
    const texts = paperWith({
      9: `${section}\nThema Type onderzoek Afronding Toelichting onderzoek Begrotingsartikel`,
      11: '2.5 Overzicht van risicoregelingen',
    });
    const { located } = await locate(texts, [
      { title: section, page: 9 },
      { title: '2.5 Overzicht van risicoregelingen', page: 11 },
      { title: 'Bijlage 2: Subsidieoverzicht', page: 20 },
    ]);
    expect(located).toEqual({ heading: section, from: 9, to: 10 });
  });

  it('finds the annex in the text when the outline names only the section', async () => {
    const heading = 'Bijlage 6: Uitwerking Strategische Evaluatie Agenda';
    const texts = paperWith({
      9: `2.4 Strategische Evaluatie Agenda\n${HEADER}`,
      35: `${heading}\n${HEADER}`,
    });
    const { located } = await locate(texts, [
      { title: '2.4 Strategische Evaluatie Agenda', page: 9 },
    ]);
    expect(located).toMatchObject({ heading, from: 35 });
  });
});

describe('by the text', () => {
  it('finds heading and header from the end, and stops there', async () => {
    const { located, read } = await locate(
      paperWith({
        2: CONTENTS,
        9: `2.4 Strategische Evaluatie Agenda\nThema Type onderzoek Afronding Toelichting onderzoek Begrotingsartikel`,
        12: MONEY,
        20: 'Bijlage 2: Subsidieoverzicht\nNaam Subsidieregeling 2021 2022 Laatste evaluatie Volgende evaluatie Einddatum Artikel',
        30: `Bijlage 3: Afgerond evaluatie- en overig onderzoek\nThema 1: Werk\nBegrotings\n${HEADER}`,
        31: HEADER,
        34: 'Bijlage 4: Inhuur externen',
      }),
    );
    expect(located).toEqual({
      heading: 'Bijlage 3: Afgerond evaluatie- en overig onderzoek',
      from: 30,
      to: 33,
    });
    expect(Math.min(...read)).toBeGreaterThanOrEqual(29);
  });

  it('puts a heading of two lines together', async () => {
    const texts = paperWith({
      30: `Bijlage 6: Uitwerking Strategische\nEvaluatie Agenda\n${HEADER}`,
    });
    const { located } = await locate(texts);
    expect(located?.heading).toBe('Bijlage 6: Uitwerking Strategische Evaluatie Agenda');
  });

  it('is not fooled by a subsidy annex that looks alike', async () => {
    const { located } = await locate(
      paperWith({
        30: `Bijlage 3: Subsidieoverzicht\nNaam Artikel Jaar Laatste evaluatie Volgende evaluatie Einddatum`,
        31: 'Naam Artikel Jaar Laatste evaluatie Volgende evaluatie Einddatum',
      }),
    );
    expect(located).toBeNull();
  });

  it('is not fooled by mentions in running prose, nor by the contents list', async () => {
    const { located } = await locate(
      paperWith({
        2: CONTENTS,
        15: 'Het onderzoek staat in\nBijlage 3: Afgerond evaluatie- en overig onderzoek. Daar vindt men ook de status.',
        16: MONEY,
      }),
    );
    expect(located).toBeNull();
  });

  it('finds nothing in a paper without annex', async () => {
    const { located } = await locate(paperWith({ 2: 'Inhoudsopgave\nA. Algemeen 5' }));
    expect(located).toBeNull();
  });

  it('begins at the first page when every page repeats the heading', async () => {
    const page = `Bijlage 3: Afgerond evaluatie- en overig onderzoek\n${HEADER}`;
    const { located } = await locate(paperWith({ 30: page, 31: page, 32: page }));
    expect(located?.from).toBe(30);
  });
});

it('ends a numbered section where the next number begins', async () => {
  const section = '2.4 Strategische Evaluatie Agenda';
  const { located } = await locate(
    paperWith({
      9: `${section}\n${HEADER}`,
      12: '2.5 Overzicht van risicoregelingen',
      20: 'Bijlage 2: Subsidieoverzicht',
    }),
  );
  expect(located).toEqual({ heading: section, from: 9, to: 11 });
});

it('takes a beleidsagenda of the outline only with a table of studies in it', async () => {
  const outline = [
    { title: '2. Beleidsagenda', page: 5 },
    { title: '3. Beleidsartikelen', page: 8 },
  ];
  const prose = 'Zie de Strategische Evaluatie Agenda in de begroting van Infrastructuur';
  const without = await locate(paperWith({ 5: `2. Beleidsagenda\n${prose}` }), outline);
  expect(without.located).toBeNull();
  const table = await locate(paperWith({ 5: '2. Beleidsagenda', 6: HEADER }), outline);
  expect(table.located?.heading).toBe('2. Beleidsagenda');
});

it('takes a section that bears the name of the agenda, whatever its header', async () => {
  const outline = [
    { title: '2.4 Strategische Evaluatie Agenda', page: 5 },
    { title: '3. Beleidsartikelen', page: 8 },
  ];
  const { located } = await locate(paperWith({ 5: 'Kenmerk Waarde' }), outline);
  expect(located?.heading).toBe('2.4 Strategische Evaluatie Agenda');
});

it('a numbered section under “Bijlagen” is a heading of its own (Defensie, jaarverslag 2018)', async () => {
  const heading = '4.5. Overzicht Evaluaties- en overig onderzoek';
  const { located } = await locate(
    paperWith({ 30: `4. Bijlagen\n${heading}\n${HEADER}`, 33: '4.6. Overzicht inhuur externen' }),
  );
  expect(located).toEqual({ heading, from: 30, to: 32 });
});

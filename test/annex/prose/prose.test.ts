import { describe, expect, it } from 'vitest';
import { extractAnnex } from '../../../src/annex/extract.ts';
import { readProse } from '../../../src/annex/prose/read.ts';
import type { ProsePiece } from '../../../src/annex/prose/piece.ts';
import type { Extraction } from '../../../src/study/extraction.ts';
import { readInProcess } from '../../support/in-process.ts';
import { readXml } from '../../support/xml.ts';
import { FORMS, prosePdf, proseXml, type Form, type ListedTheme } from './typesetters.ts';

const URL = 'https://www.rijksoverheid.nl/rie';
const THEMES: readonly ListedTheme[] = [
  {
    heading: 'Thema 1: Gezond en veilig werken',
    studies: [
      {
        title: 'Evaluatie Programma preventie beroepszieken',
        text: 'Het programma is in 2019 gestart. In de evaluatie wordt gekeken naar twee vragen: wat is bereikt, en wat kan beter? De uitkomsten worden gebruikt bij de vormgeving van het vervolg.',
        note: ['1', 'De looptijd is met een jaar verlengd.'],
      },
      {
        title: 'Tussenevaluatie Meerjarenprogramma Risico-Inventarisatie & Evaluatie (RI&E)',
        text: 'Halverwege de looptijd wordt nagegaan of het programma op schema ligt, zie het plan van aanpak.',
        link: ['plan van aanpak', URL],
      },
    ],
  },
  {
    heading: 'Thema 2: Staat van de arbeidsmarkt',
    studies: [
      {
        title: 'Onderzoek naar regelingen die werkgevers incl. zelfstandigen gebruiken',
        text: 'Dit onderzoek brengt het gebruik in beeld. Daarnaast is er aandacht voor redenen om er geen gebruik van te maken, die per sector kunnen verschillen en waarover weinig bekend is.',
      },
      { title: 'Monitor Staat van het bestuur', text: 'De monitor verschijnt elk jaar.' },
    ],
  },
];

function studiesOf({ studies }: Extraction): readonly object[] {
  return studies.map(({ title, printed, links, footnotes, place: { table, row } }) => {
    expect(printed).toMatchObject({ type: null, completion: null, status: null, articles: null });
    const { description, theme, subtheme } = printed;
    return {
      title,
      printed: printed.title,
      description,
      theme,
      subtheme,
      links,
      footnotes,
      table,
      row,
    };
  });
}

function truthOf(themes: readonly ListedTheme[]): readonly object[] {
  return themes.flatMap(({ heading, studies }) =>
    studies.map(({ title, text, note, link }, index) => ({
      title,
      printed: title,
      description: text,
      theme: heading,
      subtheme: null,
      links: link ? [{ url: link[1], text: link[0] }] : [],
      footnotes: note ? [{ mark: note[0], on: 'title', text: note[1] }] : [],
      table: heading,
      row: index + 1,
    })),
  );
}

function fromXml(themes: readonly ListedTheme[], form: Form): Extraction {
  return readXml(proseXml(themes, form)).extraction;
}

describe('an annex without tables', () => {
  it.each(FORMS)('gives its studies from a PDF with leads in the form %s', async (form) => {
    for (const size of [8, 10.5]) {
      const bytes = await prosePdf(THEMES, form, { size });
      const read = await readInProcess(bytes, 'proza.pdf', extractAnnex);
      expect(studiesOf(read)).toEqual(truthOf(THEMES));
      expect(read.notices.map(({ kind }) => kind)).toEqual(['no-table', 'edition-unclear']);
      expect(read.annex?.notes.map(({ text }) => text.slice(0, 14))).toEqual(['Deze bijlage b']);
      const { total = 0, ...roles } = read.account ?? {};
      expect(Object.values(roles).reduce((sum, part) => sum + part, 0)).toBe(total);
    }
  });

  it.each(FORMS)('gives its studies from XML with leads in the form %s', (form) => {
    const read = fromXml(THEMES, form);
    expect(studiesOf(read)).toEqual(truthOf(THEMES));
    expect(read.notices.map(({ kind }) => kind)).toEqual(['no-table', 'edition-unclear']);
    expect(read.annex?.notes).toHaveLength(1);
  });

  it('keeps prose below a bullet or paragraph as a note of its theme', async () => {
    const remark = 'Voor dit thema zijn verder geen onderzoeken gepland in deze periode.';
    const themes = THEMES.map((theme) => ({ ...theme, remark }));
    for (const form of ['plain', 'bullets'] as const) {
      const pdf = await readInProcess(await prosePdf(themes, form), 'proza.pdf', extractAnnex);
      for (const read of [pdf, fromXml(themes, form)]) {
        expect(studiesOf(read)).toEqual(truthOf(THEMES));
        const notes = read.annex?.notes.slice(1).map(({ text, place }) => [text, place.table]);
        expect(notes).toEqual(THEMES.map(({ heading }) => [remark, heading]));
      }
    }
  });
});

function pieces(texts: readonly string[]): readonly ProsePiece[] {
  return texts.map((text) => ({
    kind: text.startsWith('Thema') ? 'heading' : 'paragraph',
    text,
    rank: 1,
    item: false,
    lead: { style: '', length: text.length },
    marks: [],
    links: [],
    extent: { page: 1, pageLabel: null, toPage: 1 },
  }));
}

describe('prose that is no list of studies', () => {
  it.each([
    [
      'reasons why studies did not go on',
      [
        'Thema 1: Primair onderwijs',
        'Werken met gemeentes: dit onderzoek is niet doorgegaan, zoals in 2021 besloten.',
        'Startdatum: de startdatum van twee onderzoeken is naar achteren verschoven.',
      ],
    ],
    [
      'sentences that announce a list',
      [
        'Thema 1: Werk',
        'Onderzoeken die zijn vervallen worden hier genoemd: het gaat om drie onderzoeken.',
        'Evaluaties worden ingedeeld in drie soorten: ex ante, ex durante en ex post.',
      ],
    ],
    ['one lead only', ['Thema 1: Werk', 'Evaluatie arbocatalogi: deze volgt in 2023.']],
    [
      'names of columns',
      ['Thema 1: Werk', 'Type onderzoek: ex post.', 'Toelichting onderzoek: zie hieronder.'],
    ],
    [
      'two leads that no theme stands above',
      ['Evaluatie van de wet: volgt later.', 'Evaluatie van de pilot: volgt later.'],
    ],
  ])('%s', (_, texts) => {
    expect(readProse(pieces(texts), 'Bijlage 5').studies).toEqual([]);
  });

  it('but bullets among studies are studies by their lead, or a person is told', () => {
    const items = [
      'Evaluatie arbocatalogi: deze volgt in 2023.',
      'EMASOH: doel is te zien of de missie werkt.',
      'Evaluatie van de pilot: deze volgt in 2024.',
      'zie ook de begroting van Defensie.',
    ];
    const listed = pieces(['Thema 1: Werk', 'Thema 2: Leeg', 'Thema 3: Vol', ...items]).map(
      (piece) => ({ ...piece, item: piece.kind === 'paragraph' }),
    );
    const { studies, doubtful, headings } = readProse(listed, 'Bijlage 5');
    expect(studies.map(({ title }) => title)).toEqual([
      'Evaluatie arbocatalogi',
      'EMASOH',
      'Evaluatie van de pilot',
    ]);
    expect(doubtful).toEqual([6]);
    // Headings without a study below them are kept as notes.
    expect([...headings]).toEqual([2]);
  });

  it('tells of a lead among studies that reads like a sentence', () => {
    const texts = [
      'Thema 1: Werk',
      'Evaluatie arbocatalogi: deze volgt in 2023.',
      'Evaluatie van de pilot: deze volgt in 2024.',
      'Onderzoek heeft uitgewezen dat dit werkt: de pilot wordt voortgezet.',
    ];
    const { studies, doubtful } = readProse(pieces(texts), 'Bijlage 5');
    expect(studies.map(({ title }) => title)).toEqual([
      'Evaluatie arbocatalogi',
      'Evaluatie van de pilot',
    ]);
    expect(doubtful).toEqual([3]);
  });
});

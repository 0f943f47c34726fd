import { expect, it } from 'vitest';
import { extractPrint } from '../../src/app/extract.ts';
import type { OutlineItem } from '../../src/page/page.ts';
import type { Reader } from '../../src/port/reader.ts';
import { failureOf } from '../support/failure.ts';

const PROSE = 'De minister heeft het beleid op dit terrein voortgezet.';
const CONTENTS = `Inhoudsopgave
A. Algemeen 3
2. Beleidsagenda 5
C. Bijlagen 23
Bijlage 3: Afgerond evaluatie- en overig onderzoek 27`;
const AGENDA = `2. Beleidsagenda
Het fonds kent geen eigen evaluaties; zie de Strategische Evaluatie Agenda in de begroting van
Infrastructuur en Waterstaat.`;

/** Reads a print whose pages have this text and nothing else. */
function printOf(texts: readonly string[], outline: readonly OutlineItem[] = []): Reader {
  return {
    read: async (_bytes, name, use) =>
      use({
        name,
        pageCount: texts.length,
        tagged: false,
        repaired: false,
        outline: async () => outline,
        text: async (page) => texts[page - 1] ?? '',
        page: async (number) => ({
          number,
          label: null,
          width: 595,
          height: 842,
          runs: [],
          rules: [],
          boxes: [],
          links: [],
          tree: null,
        }),
        check: async () => {},
      }),
  };
}

it('pages without text are told when the contents list names an annex that was not found', async () => {
  const reader = printOf([PROSE, CONTENTS, PROSE, '', '']);
  const failure = await failureOf(async () => extractPrint(reader, new Uint8Array(), 'stuk.pdf'));
  expect(failure.kind).toBe('scanned-pdf');
  expect(failure.message).toContain('“Bijlage 3: Afgerond evaluatie- en overig onderzoek”');
  expect(failure.message).toContain('2 of its pages, the first page 4');
});

it('so is the name alone when all pages have text', async () => {
  const { annex, notices } = await extractPrint(
    printOf([PROSE, CONTENTS, PROSE]),
    new Uint8Array(),
    'stuk.pdf',
  );
  expect(annex).toBeNull();
  expect(notices[0]?.message).toContain('its contents list names “Bijlage 3: Afgerond');
});

it('a blank page in a paper that names no annex is no reason to refuse it', async () => {
  const { annex, notices } = await extractPrint(
    printOf([PROSE, '', PROSE]),
    new Uint8Array(),
    'stuk.pdf',
  );
  expect(annex).toBeNull();
  expect(notices[0]).toEqual({
    kind: 'no-annex',
    message: 'no evaluation annex was found in this paper',
    place: null,
  });
});

it('a beleidsagenda that speaks of the agenda of another chapter is no annex', async () => {
  const { annex, notices } = await extractPrint(
    printOf([PROSE, AGENDA, PROSE], [{ title: '2. Beleidsagenda', page: 2 }]),
    new Uint8Array(),
    'stuk.pdf',
  );
  expect(annex).toBeNull();
  expect(notices.map(({ kind }) => kind)).toContain('no-annex');
  expect(notices.map(({ kind }) => kind)).not.toContain('unknown-header');
});

it('an annex that the outline names is told when none of its pages has text', async () => {
  const outline = [
    { title: 'Bijlage 3: Afgerond evaluatie- en overig onderzoek', page: 2 },
    { title: 'Bijlage 4: Lijst van afkortingen', page: 4 },
  ];
  const reader = printOf([PROSE, '', '', PROSE], outline);
  const failure = await failureOf(async () => extractPrint(reader, new Uint8Array(), 'stuk.pdf'));
  expect(failure.kind).toBe('scanned-pdf');
  expect(failure.message).toContain(
    'its annex “Bijlage 3: Afgerond evaluatie- en overig onderzoek” on pages 2 to',
  );
});

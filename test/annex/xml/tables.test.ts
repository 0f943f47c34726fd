import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../src/study/extraction.ts';
import { readXml } from '../../support/xml.ts';

const ANNEX = 'Bijlage 4: Uitwerking Strategische Evaluatie Agenda';

/** A paper with this in its annex. */
function read(annex: string): Extraction {
  const xml = `<officiele-publicatie><kamerstuk><stuk><divisie><kop><titel>${ANNEX}</titel></kop>${annex}</divisie></stuk></kamerstuk></officiele-publicatie>`;
  return readXml(xml).extraction;
}

function row(...cells: readonly string[]): string {
  const entries = cells.map((cell) =>
    cell === '' ? '<entry/>' : `<entry><al>${cell}</al></entry>`,
  );
  return `<row>${entries.join('')}</row>`;
}

function wide(text: string, columns: number): string {
  return `<row><entry namest="c1" nameend="c${columns}"><al>${text}</al></entry></row>`;
}

/** A table of so many columns; a title of its own may stand before its groups. */
function table(columns: number, rows: string, title = ''): string {
  const specs = Array.from({ length: columns }, (_, at) => `<colspec colname="c${at + 1}"/>`);
  return `<table>${title}<tgroup cols="${columns}">${specs.join('')}<tbody>${rows}</tbody></tgroup></table>`;
}

const HEADER = ['Titel onderzoek', 'Type onderzoek', 'Afronding', 'Status', 'art.'];
const printed = ({ studies }: Extraction): readonly object[] =>
  studies.map(({ printed: { title, type, completion, status, articles, subtheme } }) => ({
    title,
    type,
    completion,
    status,
    articles,
    subtheme,
  }));

describe('a CALS table', () => {
  it('may have rows above its header, and group rows with and without studies', () => {
    const rows = [
      wide('<nadruk type="vet">Syntheseonderzoeken</nadruk>', 5),
      row('Periodieke rapportage: Goed bestuur', '', 'Afronding in 2028', '', ''),
      row(
        'Deel(evaluatie)onderzoeken',
        'Type onderzoek',
        'Afronding',
        'Status',
        'Begrotingsartikel(en)',
      ),
      wide('Subthema Mensenrechten', 5),
      wide('Subthema Overig', 5),
      row('Evaluatie A', 'Ex post', '2027', 'lopend', '1.2'),
    ];
    const extraction = read(table(5, rows.join(''), '<title>Tabel 61 SEA-thema: Bestuur</title>'));
    expect(printed(extraction)).toMatchObject([
      {
        title: 'Periodieke rapportage: Goed bestuur',
        completion: 'Afronding in 2028',
        subtheme: 'Syntheseonderzoeken',
      },
      { title: 'Evaluatie A', completion: '2027', status: 'lopend', subtheme: 'Subthema Overig' },
    ]);
    expect(extraction.annex?.notes.map(({ text }) => text)).toEqual(['Subthema Mensenrechten']);
  });

  it('has no text that is not accounted for: what stands in no entry is told and counted', () => {
    const rows = [row(...HEADER), row('Evaluatie A', 'Ex post', '2025', 'Lopend', '37.2')];
    const whole = read(table(5, rows.join('')));
    expect(whole.account).toMatchObject({ total: 11, cell: 5, header: 5, heading: 1, notice: 0 });
    const lost = read(table(5, `${rows.join('')}Evaluatie B, 2026`));
    expect(lost.account).toMatchObject({ total: 12, cell: 5, notice: 1 });
    const [notice] = lost.notices;
    expect(notice).toMatchObject({ kind: 'text-outside-table', items: 1 });
    expect(notice?.message).toContain('Evaluatie B, 2026');
  });

  it('keeps its columns under a header that is repeated with a name less', () => {
    const shorter = HEADER.filter((name) => name !== 'Status');
    const rows = [
      row(...HEADER),
      row('Evaluatie A', 'Ex post', '2025', 'Lopend', '37.2'),
      wide('Subthema Asielopvang', 5),
      row(...shorter),
      row('Evaluatie B', 'Ex durante', '2026', 'Te starten', '37.4'),
    ];
    expect(printed(read(table(5, rows.join(''))))).toEqual([
      {
        title: 'Evaluatie A',
        type: 'Ex post',
        completion: '2025',
        status: 'Lopend',
        articles: '37.2',
        subtheme: null,
      },
      {
        title: 'Evaluatie B',
        type: 'Ex durante',
        completion: '2026',
        status: 'Te starten',
        articles: '37.4',
        subtheme: 'Subthema Asielopvang',
      },
    ]);
  });

  it('counts a cell that spans rows or columns where it stands, by name, order or span', () => {
    const group = `<table><tgroup cols="4"><colspec colname="a"/><colspec colname="b"/><colspec colname="c"/><colspec colname="d"/>
      <spanspec spanname="all" namest="a" nameend="d"/>
      <thead><row><entry morerows="1"><al>Thema</al></entry><entry><al>Titel</al></entry><entry><al>Afronding</al></entry><entry><al>Begrotings</al></entry></row>
      <row><entry colname="b"/><entry/><entry><al>artikel(en)</al></entry></row></thead>
      <tbody><row><entry morerows="1"><al>Werk</al></entry><entry><al>Evaluatie A</al></entry><entry morerows="1"><al>2025</al></entry><entry><al>1</al></entry></row>
      <row><entry colname="d"><al>2</al></entry><entry colname="b"><al>Evaluatie B</al></entry></row>
      <row><entry spanname="all"><al>De planning van dit onderzoek is nog niet zeker.</al></entry></row></tbody></tgroup></table>`;
    expect(read(group).studies.map(({ printed: cells }) => cells)).toMatchObject([
      { theme: 'Werk', title: 'Evaluatie A', completion: '2025', articles: '1', description: '' },
      {
        theme: 'Werk',
        title: 'Evaluatie B',
        completion: '2025',
        description: 'De planning van dit onderzoek is nog niet zeker.',
      },
    ]);
  });

  it('may be cut into several, of which the later ones have no header', () => {
    const first = table(5, row(...HEADER) + row('Evaluatie A', 'Ex post', '2025', 'Lopend', '1'));
    const second = table(5, row('Evaluatie B', 'Ex post', '2026', 'Lopend', '2'));
    const { studies, notices } = read(first + second);
    expect(studies.map(({ title, place }) => [title, place.row])).toEqual([
      ['Evaluatie A', 1],
      ['Evaluatie B', 2],
    ]);
    expect(notices.map(({ kind }) => kind)).toEqual(['edition-unclear']);
  });

  it('of another kind is kept as notes and told; alone it is an unknown header', () => {
    const amounts = table(3, row('Bedrag', 'Jaar', 'Post') + row('12', '2025', 'A'));
    const known = table(5, row(...HEADER) + row('Evaluatie A', 'Ex post', '2025', 'Lopend', '1'));
    const both = read(known + amounts);
    expect(both.studies).toHaveLength(1);
    expect(both.annex?.notes.map(({ text }) => text)).toEqual([
      'Bedrag | Jaar | Post',
      '12 | 2025 | A',
    ]);
    expect(both.notices.map(({ kind }) => kind)).toContain('text-outside-table');
    expect(read(amounts).notices.map(({ kind }) => kind)).toContain('unknown-header');
  });

  it('keeps text of elements that are not known, lists, exponents and second references', () => {
    const cell =
      'Onderzoek <onbekend>naar <diep>CO<inf>2</inf></diep></onbekend> per m<sup>2</sup><noot id="n1"><noot.nr>1</noot.nr><noot.al>Zie <extref doc="https://x.nl">x</extref>.</noot.al></noot><lijst><li><li.nr>a.</li.nr><al>welke</al></li></lijst>';
    const rows = row(...HEADER) + row(cell, 'Ex post<nootref refid="n1"/>', '2025', 'Lopend', '1');
    const [study] = read(table(5, rows)).studies;
    expect(study?.title).toBe('Onderzoek naar CO2 per m2 a. welke');
    expect(study?.footnotes).toEqual([
      { mark: '1', on: 'title', text: 'Zie x.' },
      { mark: '1', on: 'type', text: 'Zie x.' },
    ]);
  });
});

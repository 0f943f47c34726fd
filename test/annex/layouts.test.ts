import { describe, expect, it } from 'vitest';
import { readAnnex, type AnnexReading } from '../../src/annex/read.ts';
import type { Study } from '../../src/study/study.ts';
import { paper, STYLE, type Paper, type Style } from '../support/pages.ts';

const HEADING = 'Bijlage 6: Uitwerking Strategische Evaluatie Agenda';

function read(set: (page: Paper) => void, style: Partial<Style> = {}): AnnexReading {
  const page = paper({ ...STYLE, ...style });
  page.heading(HEADING);
  set(page);
  return readAnnex(page.pages(), HEADING);
}

function printed(
  studies: readonly Study[],
  ...keys: readonly (keyof Study['printed'])[]
): unknown[] {
  return studies.map((study) => keys.map((key) => study.printed[key]));
}

const STATUS = { header: 'Status', width: 45 };
const COMPLETION = { header: 'Afronding', width: 50 };
const TYPE = { header: 'Type onderzoek', width: 75 };

describe('where the title is', () => {
  it('a short phrase under Toelichting is the title, and leaves no description (BZK 2023, BZ 2022)', () => {
    const { studies } = read((page) => {
      page.theme('Tabel 12 Uitwerking Strategische Evaluatie Agenda');
      page.table(
        [
          { header: 'Thema', width: 70 },
          { header: 'Subthema', width: 70 },
          TYPE,
          COMPLETION,
          { header: 'Toelichting onderzoek', width: 110 },
          { header: 'Begrotings-\nartikel', width: 50 },
        ],
        [
          [
            'Openbaar bestuur',
            'Democratie',
            'Ex post',
            '2024',
            'Evaluatie Wet open overheid',
            '1.1',
          ],
          ['', '', 'Ex durante', '2025', 'Monitor lokale democratie', ''],
          ['', 'Toezicht', 'Ex post', '2025', 'Evaluatie generiek toezicht', '1.2'],
          ['Wonen', 'Huur', 'Mid term review', 'ntb', 'Woningmarktbeleid', '3.1'],
        ],
      );
    });
    expect(printed(studies, 'title', 'description', 'theme', 'subtheme', 'articles')).toEqual([
      ['Evaluatie Wet open overheid', '', 'Openbaar bestuur', 'Democratie', '1.1'],
      ['Monitor lokale democratie', '', 'Openbaar bestuur', 'Democratie', '1.1'],
      ['Evaluatie generiek toezicht', '', 'Openbaar bestuur', 'Toezicht', '1.2'],
      ['Woningmarktbeleid', '', 'Wonen', 'Huur', '3.1'],
    ]);
    expect(studies.map(({ place }) => [place.table, place.row])).toEqual([
      ['Tabel 12 Uitwerking Strategische Evaluatie Agenda', 1],
      ['Tabel 12 Uitwerking Strategische Evaluatie Agenda', 2],
      ['Tabel 12 Uitwerking Strategische Evaluatie Agenda', 3],
      ['Tabel 12 Uitwerking Strategische Evaluatie Agenda', 4],
    ]);
  });

  it('the first clause of prose under Toelichting is the title, the whole cell the description (JenV 2025)', () => {
    const prose =
      'Evaluatie hernieuwing stelsel brandweerzorg. Onderzocht wordt of de doelen zijn bereikt.';
    const other =
      'Audit op de opslag van gegevens: een doorlichting van het beheer door de politie.';
    const { studies } = read((page) => {
      page.theme('Tabel 118 Artikel 31 en 36 - Politie en Veiligheidsregio’s');
      page.table(
        [
          { header: 'Thema', width: 70 },
          { header: 'Subthema', width: 70 },
          { header: 'Type', width: 60 },
          COMPLETION,
          STATUS,
          { header: 'Toelichting onderzoek', width: 130 },
        ],
        [
          ['Veiligheid', 'Governance', 'Ex post', '2026', 'Te starten', prose],
          ['', '', 'Ex durante', '2025, N.t.b.', 'lopend', other],
        ],
      );
    });
    expect(printed(studies, 'title', 'description', 'theme', 'articles')).toEqual([
      ['Evaluatie hernieuwing stelsel brandweerzorg', prose, 'Veiligheid', null],
      ['Audit op de opslag van gegevens', other, 'Veiligheid', null],
    ]);
    expect(studies.map(({ articles }) => articles)).toEqual([
      ['31', '36'],
      ['31', '36'],
    ]);
  });

  it('a study under Subthema is the title when its explanation is prose (OCW 2022)', () => {
    const { studies } = read((page) => {
      page.theme('Tabel 143 Thema Primair onderwijs');
      page.table(
        [
          { header: 'Thema', width: 60 },
          { header: 'Subthema', width: 110 },
          TYPE,
          COMPLETION,
          { header: 'Toelichting onderzoek', width: 110 },
          { header: 'Art.', width: 25 },
        ],
        [
          [
            'Funderend',
            'Monitor passend onderwijs',
            'Ex durante',
            '2023',
            'Gevolgd wordt wat scholen doen. Ook ouders.',
            '1',
          ],
          [
            '',
            'Evaluatie lerarenbeurs',
            'Ex post',
            '2024',
            'Bezien wordt of de beurs werkt. En voor wie.',
            '1,3',
          ],
        ],
      );
    });
    expect(printed(studies, 'title', 'subtheme', 'theme', 'description')).toEqual([
      [
        'Monitor passend onderwijs',
        null,
        'Funderend',
        'Gevolgd wordt wat scholen doen. Ook ouders.',
      ],
      ['Evaluatie lerarenbeurs', null, 'Funderend', 'Bezien wordt of de beurs werkt. En voor wie.'],
    ]);
  });

  it('a study named under Type is the title where the explanation is none (BHO 2025)', () => {
    const { studies } = read((page) => {
      page.table(
        [
          { header: 'Thema', width: 80 },
          { header: 'Subthema', width: 60 },
          { header: 'Type onderzoek', width: 110 },
          COMPLETION,
          { header: 'Toelichting onderzoek', width: 120 },
        ],
        [
          [
            'Handel',
            'Export',
            'Effectenonderzoek DRIVE',
            '2025',
            'Nagegaan wordt wat DRIVE heeft bereikt. In alle landen.',
          ],
          ['', '', 'Onderzoek', '2026', 'Handelsmissies in de regio'],
        ],
      );
    });
    expect(printed(studies, 'title', 'type', 'description')).toEqual([
      [
        'Effectenonderzoek DRIVE',
        'Effectenonderzoek DRIVE',
        'Nagegaan wordt wat DRIVE heeft bereikt. In alle landen.',
      ],
      ['Handelsmissies in de regio', 'Onderzoek', ''],
    ]);
  });

  it('the theme is the study where only periodieke rapportages are listed (model 1.32d)', () => {
    const { studies } = read((page) => {
      page.theme('Tabel 5 Strategische Evaluatie Agenda');
      page.table(
        [
          { header: 'Thema/Periodieke rapportage', width: 200 },
          { header: 'Eerstvolgende Periodieke\nrapportage', width: 110 },
          { header: 'Begrotingsartikel(en)', width: 90 },
        ],
        [
          ['Rechtsbestel', '2028', '32.2, 32.3'],
          ['Opvang en toegang van vreemdelingen', 'uiterlijk 2031', '37'],
        ],
      );
    });
    expect(printed(studies, 'title', 'theme', 'completion', 'articles')).toEqual([
      ['Rechtsbestel', 'Rechtsbestel', '2028', '32.2, 32.3'],
      [
        'Opvang en toegang van vreemdelingen',
        'Opvang en toegang van vreemdelingen',
        'uiterlijk 2031',
        '37',
      ],
    ]);
  });

  it('a column without header at the left holds titles, goals over the width are themes (LNV 2021)', () => {
    const { studies } = read((page) => {
      page.theme('Thema: Land- en tuinbouw (recent afgerond evaluatieonderzoek)');
      page.table(
        [
          { header: '', width: 210 },
          { header: 'Type evaluatie', width: 90 },
          { header: 'Jaartal', width: 50 },
          { header: 'Status', width: 90 },
        ],
        [
          {
            wide: '1. DOELSTELLING: Een sterke positie van boeren en tuinders in de keten en op de markt',
            bold: true,
          },
          ['Actieplan Voedselveiligheid', 'Ex-post', '2021', 'Lopend: afronding 2022^1'],
          ['Energietransitie glastuinbouw', 'Ex-durante', '2020', 'Afgerond'],
        ],
      );
      page.footnotes(['Door ziekte van de onderzoekers.']);
    });
    expect(printed(studies, 'title', 'subtheme', 'theme', 'status')).toEqual([
      [
        'Actieplan Voedselveiligheid',
        null,
        '1. DOELSTELLING: Een sterke positie van boeren en tuinders in de keten en op de markt',
        'Lopend: afronding 2022',
      ],
      [
        'Energietransitie glastuinbouw',
        null,
        '1. DOELSTELLING: Een sterke positie van boeren en tuinders in de keten en op de markt',
        'Afgerond',
      ],
    ]);
    expect(studies[0]).toMatchObject({
      status: 'lopend',
      statusCompletion: 2022,
      footnotes: [{ mark: '1', on: 'status', text: 'Door ziekte van de onderzoekers.' }],
    });
  });
});

describe('rows that are no studies', () => {
  it('one cell alone stands for its column in the rows below (model 3.45 of 2021)', () => {
    const { studies } = read((page) => {
      page.theme('Artikel 1 - Arbeidsmarkt');
      page.table(
        [
          { header: 'Soort onderzoek', width: 150 },
          { header: 'Titel/onderwerp', width: 200 },
          { header: 'Afronding', width: 60 },
        ],
        [
          ['1a. Beleidsdoorlichtingen', '', ''],
          ['', 'Beleidsdoorlichting artikel 1', '2020'],
          ['', 'Beleidsdoorlichting artikel 2', '2019'],
          ['2b. Ander ex-ante onderzoek', '', ''],
          ['', 'Verkenning arbeid en zorg', '2021'],
        ],
      );
    });
    expect(printed(studies, 'title', 'type', 'completion')).toEqual([
      ['Beleidsdoorlichting artikel 1', '1a. Beleidsdoorlichtingen', '2020'],
      ['Beleidsdoorlichting artikel 2', '1a. Beleidsdoorlichtingen', '2019'],
      ['Verkenning arbeid en zorg', '2b. Ander ex-ante onderzoek', '2021'],
    ]);
    expect(studies.map(({ place }) => place.row)).toEqual([1, 2, 3]);
    expect(studies.map(({ articles }) => articles)).toEqual([['1'], ['1'], ['1']]);
  });

  it('a header repeated under a subtheme without Status keeps the status column (AenM 2026, BZ 2026)', () => {
    const { studies } = read((page) => {
      page.theme('Tabel 95 Artikel 37 - Thema Asiel');
      page.table(
        [
          { header: 'Titel onderzoek', width: 130 },
          { header: 'Type onderzoek', width: 70 },
          COMPLETION,
          STATUS,
          { header: 'Toelichting onderzoek', width: 110 },
          { header: 'art.', width: 40 },
        ],
        [
          { wide: 'Alle subthema’s', bold: true },
          ['Periodieke rapportage toegang', 'Ex post', '2025', 'Lopend', 'Volgt de opzet.', '37.4'],
          { wide: 'Subthema Asielopvang', bold: true },
          { header: [0, 1, 2, 4, 5] },
          [
            'Evaluatie spreidingswet',
            'Ex ante',
            '2027',
            'Te starten',
            'Volgt de wet.',
            '37.4, 37.5',
          ],
          ['Evaluatie opvang', 'N.t.b.', 'N.t.b.', 'N.t.b.', '', '37.4'],
        ],
      );
    });
    expect(
      printed(
        studies,
        'title',
        'completion',
        'status',
        'description',
        'articles',
        'subtheme',
        'theme',
      ),
    ).toEqual([
      [
        'Periodieke rapportage toegang',
        '2025',
        'Lopend',
        'Volgt de opzet.',
        '37.4',
        'Alle subthema’s',
        'Thema Asiel',
      ],
      [
        'Evaluatie spreidingswet',
        '2027',
        'Te starten',
        'Volgt de wet.',
        '37.4, 37.5',
        'Subthema Asielopvang',
        'Thema Asiel',
      ],
      ['Evaluatie opvang', 'N.t.b.', 'N.t.b.', '', '37.4', 'Subthema Asielopvang', 'Thema Asiel'],
    ]);
    expect(studies.map(({ place }) => place.row)).toEqual([1, 2, 3]);
  });

  it('the instruction of the model, left standing, is a notice (OCW jaarverslag 2022)', () => {
    const years = ['2016', '2017', '2018', '2019', '2020', '2021', '2022'];
    const { studies, notices } = read((page) => {
      page.theme('Tabel 10 Realisatie strategische evaluaties');
      page.table(
        [
          { header: 'Thema', width: 150 },
          { header: 'Artikel(en)', width: 70 },
          ...years.map((header) => ({ header, width: 25 })),
        ],
        [
          [
            'Naam SEA-thema of artikel',
            'Nummer(s) begrotingsartikel(en)',
            '',
            '',
            '',
            '',
            '',
            '',
            '',
          ],
          ['Lerarenbeleid', '1, 3, 4', '', '', '', '', '', 'X', 'X'],
          ['Sturing op onderwijskwaliteit', '1,3', '', '', '', '', '', '', 'X'],
        ],
      );
    });
    expect(printed(studies, 'title', 'theme', 'completion', 'articles')).toEqual([
      ['Lerarenbeleid', 'Lerarenbeleid', '2021, 2022', '1, 3, 4'],
      ['Sturing op onderwijskwaliteit', 'Sturing op onderwijskwaliteit', '2022', '1,3'],
    ]);
    expect(notices.map(({ kind }) => kind)).toEqual(['placeholder']);
  });

  it('a row between caption and header is the first of its table (BZK 2026)', () => {
    const columns = [
      { header: 'Deel(evaluatie)onderzoeken', width: 170 },
      TYPE,
      COMPLETION,
      { header: 'Status', width: 60 },
    ];
    const { studies } = read((page) => {
      for (const theme of ['Openbaar bestuur', 'Wonen']) {
        page.theme(`Tabel 61 SEA-thema: ${theme}`);
        page.table(columns, [
          { ahead: [`Periodieke Rapportage: ${theme}`, '', 'Afronding in 2028', ''] },
          ['Aanpak Slagkracht', 'Ex durante', '2025 e.v.', 'lopend'],
          ['Staat van het Bestuur', 'Ex durante', '2025, 2027', 'lopend'],
        ]);
      }
    });
    expect(printed(studies, 'title', 'completion', 'theme')).toEqual(
      ['SEA-thema: Openbaar bestuur', 'SEA-thema: Wonen'].flatMap((theme) => [
        [`Periodieke Rapportage: ${theme.slice(11)}`, 'Afronding in 2028', theme],
        ['Aanpak Slagkracht', '2025 e.v.', theme],
        ['Staat van het Bestuur', '2025, 2027', theme],
      ]),
    );
    expect(studies.map(({ place }) => place.row)).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('a group at the end of a table names no subtheme of the rows above it (BZK 2026)', () => {
    const { studies } = read((page) => {
      page.theme('Tabel 61 SEA-thema: Goed functionerend openbaar bestuur');
      page.table(
        [
          { header: 'Deel(evaluatie)onderzoeken', width: 170 },
          TYPE,
          COMPLETION,
          { header: 'Status', width: 60 },
          { header: 'Begrotingsartikel(en)', width: 80 },
        ],
        [
          ['Aanpak Slagkracht', 'Ex durante', '2025 e.v.', 'lopend', '1.1'],
          {
            wide: 'Interbestuurlijke samenwerking en rechtvaardigheid in aanpak van regionale verschillen',
          },
          ['Reflexieve monitor', 'Ex durante', '2025 e.v.', '[te starten/lopend/afgerond]', '1.1'],
          ['Overig', '', '', '', ''],
          ['Evaluatie Regio Deals', 'Ex post', '2027', 'te starten', '1.1'],
        ],
      );
    });
    expect(printed(studies, 'title', 'subtheme')).toEqual([
      ['Aanpak Slagkracht', null],
      [
        'Reflexieve monitor',
        'Interbestuurlijke samenwerking en rechtvaardigheid in aanpak van regionale verschillen',
      ],
      ['Evaluatie Regio Deals', 'Overig'],
    ]);
    expect(studies[1]?.status).toBe('onbekend');
    expect(studies[0]?.theme).toBe('SEA-thema: Goed functionerend openbaar bestuur');
  });
});

describe('cells', () => {
  it('Aanvang and Voltooiing are one period, an article with a name one token (DEF 2018)', () => {
    const { studies } = read((page) => {
      page.table(
        [
          { header: 'Onderwerp', width: 220 },
          { header: 'Artikel', width: 110 },
          { header: 'Aanvang', width: 50 },
          { header: 'Voltooiing', width: 60 },
        ],
        [
          ['Beleidsdoorlichting Informatiegestuurd optreden (IGO)', '5 (KMar)', '2020', '2021'],
          ['Evaluatie basisimplementatie', '6 (Investeringen), 7 (DMO)', '2017', '2018'],
        ],
      );
    });
    expect(printed(studies, 'title', 'completion', 'status', 'type')).toEqual([
      ['Beleidsdoorlichting Informatiegestuurd optreden (IGO)', '2020-2021', null, null],
      ['Evaluatie basisimplementatie', '2017-2018', null, null],
    ]);
    expect(studies.map(({ articles }) => articles)).toEqual([
      ['5 (KMar)'],
      ['6 (Investeringen)', '7 (DMO)'],
    ]);
  });

  it('the columns of an article matrix are numbers (JenV 2026)', () => {
    const { studies } = read((page) => {
      page.table(
        [
          { header: 'Thema/Periodieke rapportage', width: 170 },
          { header: 'Eerstvolgende\nPeriodieke rapportage', width: 90 },
          ...['31', '32', '33', '36'].map((header) => ({ header, width: 40 })),
        ],
        [
          ['Kritische communicatie', '2029', '31.3', '', '', '36.2'],
          ['Rechtsbestel', '2028', '', '32.2, 32.3', '', ''],
          ['Jeugd', '2030', '', 'x', 'x', ''],
        ],
      );
    });
    expect(printed(studies, 'title', 'articles')).toEqual([
      ['Kritische communicatie', '31.3, 36.2'],
      ['Rechtsbestel', '32.2, 32.3'],
      ['Jeugd', '32, 33'],
    ]);
  });

  it('a blank article stays blank in a table without groups', () => {
    const { studies } = read((page) => {
      page.theme('Thema 1: Werk');
      page.table(
        [
          { header: 'Titel', width: 150 },
          TYPE,
          COMPLETION,
          STATUS,
          { header: 'Begrotingsartikel', width: 80 },
        ],
        [
          ['Evaluatie een', 'Ex post', '2022', 'Afgerond', '1'],
          ['Evaluatie twee', 'Ex post', '2022', 'Lopend', ''],
          ['Evaluatie drie', 'Ex post', '', '', ''],
        ],
      );
    });
    expect(printed(studies, 'title', 'completion', 'status', 'articles')).toEqual([
      ['Evaluatie een', '2022', 'Afgerond', '1'],
      ['Evaluatie twee', '2022', 'Lopend', ''],
      ['Evaluatie drie', '', '', ''],
    ]);
    expect(studies[2]).toMatchObject({ completion: null, status: null, articles: [] });
  });

  it('a theme that runs on beside the next rows is one theme', () => {
    const { studies } = read(
      (page) => {
        page.table(
          [
            { header: 'Thema', width: 62 },
            { header: 'Subthema', width: 62 },
            TYPE,
            COMPLETION,
            { header: 'Toelichting onderzoek', width: 150 },
          ],
          [
            ['Versterkte', 'Rechten', 'Ex post', '2024', 'Evaluatie een'],
            ['internationale', '', 'Ex post', '2025', 'Evaluatie twee'],
            ['rechtsorde', '', 'Ex post', '2026', 'Evaluatie drie'],
            ['Veiligheid', 'Missies', 'Ex post', '2026', 'Evaluatie vier'],
          ],
        );
      },
      { gap: 0, rules: 'none' },
    );
    expect(printed(studies, 'title', 'theme', 'subtheme')).toEqual([
      ['Evaluatie een', 'Versterkte internationale rechtsorde', 'Rechten'],
      ['Evaluatie twee', 'Versterkte internationale rechtsorde', 'Rechten'],
      ['Evaluatie drie', 'Versterkte internationale rechtsorde', 'Rechten'],
      ['Evaluatie vier', 'Veiligheid', 'Missies'],
    ]);
  });
});

describe('notes', () => {
  it('belong to their own table, where numbers begin again', () => {
    const columns = [
      { header: 'Titel', width: 170 },
      TYPE,
      COMPLETION,
      STATUS,
      { header: 'Artikel', width: 50 },
    ];
    const { studies, notices, annex } = read((page) => {
      page.theme('Thema 1: Werk^1');
      page.table(columns, [['Evaluatie een', 'Ex post', '2023^2', 'Lopend', '1']]);
      page.footnotes(['Eerder thema 2.', '1 januari 2023 is de beoogde datum.']);
      page.theme('Thema 2: Zorg');
      page.table(columns, [['Evaluatie twee^1', 'Ex post', '2023', 'Lopend', '1^2']]);
      page.footnotes(['Eerder evaluatie drie.']);
      page.prose('De evaluatie van de pilot is niet doorgegaan.');
    });
    expect(studies.map(({ footnotes }) => footnotes)).toEqual([
      [
        { mark: '1', on: 'heading', text: 'Eerder thema 2.' },
        { mark: '2', on: 'completion', text: '1 januari 2023 is de beoogde datum.' },
      ],
      [
        { mark: '1', on: 'title', text: 'Eerder evaluatie drie.' },
        { mark: '2', on: 'articles', text: null },
      ],
    ]);
    expect(studies.map(({ theme }) => theme)).toEqual(['Thema 1: Werk', 'Thema 2: Zorg']);
    expect(notices.map(({ kind }) => kind)).toEqual(['footnote-without-text']);
    expect(annex.notes).toMatchObject([
      {
        text: 'De evaluatie van de pilot is niet doorgegaan.',
        place: { table: 'Thema 2: Zorg', row: null },
      },
    ]);
  });

  it('of a theme without studies are kept as what the ministry says of it', () => {
    const columns = [
      { header: 'Titel', width: 170 },
      TYPE,
      COMPLETION,
      STATUS,
      { header: 'Artikel', width: 50 },
    ];
    const { studies, annex } = read((page) => {
      page.theme('Thema 1: Leven lang ontwikkelen^1');
      page.table(columns, [['', '', '', '', '']]);
      page.footnotes(['Er zijn geen onderzoeken gepland voor 2022 of eerder.']);
      page.theme('Thema 2: Zorg');
      page.table(columns, [['Evaluatie twee', 'Ex post', '2023', 'Lopend', '1']]);
    });
    expect(studies).toHaveLength(1);
    expect(annex.notes).toMatchObject([
      {
        text: 'Er zijn geen onderzoeken gepland voor 2022 of eerder.',
        place: { table: 'Thema 1: Leven lang ontwikkelen' },
      },
    ]);
  });
});

describe('an annex that cannot be read', () => {
  it('with a header of unknown words gives no studies and says so', () => {
    const { studies, notices } = read((page) => {
      page.table(
        [
          { header: 'Instrument', width: 150 },
          { header: 'Karakter', width: 100 },
          { header: 'Bureau', width: 100 },
        ],
        [['Subsidie', 'extern', 'Onbekend']],
      );
    });
    expect(studies).toEqual([]);
    expect(notices.map(({ kind }) => kind)).toEqual(['unknown-header']);
  });

  it('names a column it does not know, and keeps the others', () => {
    const { studies, notices } = read((page) => {
      page.table(
        [
          { header: 'Titel', width: 130 },
          TYPE,
          COMPLETION,
          { header: 'Uitvoerder', width: 70 },
          STATUS,
        ],
        [['Evaluatie een', 'Ex post', '2022', 'SEO', 'Afgerond']],
      );
    });
    expect(printed(studies, 'title', 'status')).toEqual([['Evaluatie een', 'Afgerond']]);
    expect(notices).toMatchObject([{ kind: 'text-outside-table' }]);
    expect(notices[0]?.message).toContain('Uitvoerder');
  });
});

import { describe, expect, it } from 'vitest';
import { countRoles } from '../../src/annex/account.ts';
import { readAnnex } from '../../src/annex/read.ts';
import type { AnnexReading } from '../../src/annex/read.ts';
import { paper, STYLE } from '../support/pages.ts';
import type { Paper, Style, TableRow } from '../support/pages.ts';

const HEADING = 'Bijlage 6: Uitwerking Strategische Evaluatie Agenda';

function read(set: (page: Paper) => void, style: Partial<Style> = {}): AnnexReading {
  const page = paper({ ...STYLE, ...style });
  page.heading(HEADING);
  page.theme('Thema 1: Gezond en veilig werken');
  set(page);
  return readAnnex(page.pages(), HEADING);
}

const TITLE = { header: 'Titel', width: 130 };
const TYPE = { header: 'Type onderzoek', width: 75 };
const COMPLETION = { header: 'Afronding', width: 50 };
const STATUS = { header: 'Status', width: 60 };
const ARTICLES = { header: 'Begrotingsartikel', width: 80 };

const ROWS: readonly TableRow[] = [
  ['Evaluatie arbocatalogi', 'Ex-post evaluatie', '2022', 'Afgerond', '1'],
  ['Monitor arbeidsmarkt', 'Monitoring', '2023', 'Lopend', '2'],
  ['Jaarrapport Integratie', 'Monitoring', '2024', 'Te starten', '13'],
];

/** Reasons of one row but how it begins, with what they are about. */
function doubts({ studies }: AnnexReading, row: number): readonly string[] {
  return (studies[row]?.confidence?.reasons ?? [])
    .filter(({ kind }) => kind !== 'row-start')
    .map(({ kind, on, level }) => `${kind} on ${on}: ${level}`);
}

function starts({ studies }: AnnexReading): readonly (string | undefined)[] {
  return studies.map(({ confidence }) => {
    const start = confidence?.reasons.find(({ kind }) => kind === 'row-start');
    return start && `${start.level}: ${start.message}`;
  });
}

describe('how a row is known to begin', () => {
  it('by two independent signs and more: high', () => {
    const reading = read((page) => page.table([TITLE, TYPE, COMPLETION, STATUS, ARTICLES], ROWS), {
      rules: 'rows',
      gap: 4,
    });
    expect(starts(reading)).toEqual([
      'high: begins under a header, a heading or a text over the whole width',
      'high: is known to be a row of its own by a rule above it and more white above it and a year or status of its own and a type or article of its own',
      'high: is known to be a row of its own by a rule above it and more white above it and a year or status of its own and a type or article of its own',
    ]);
    expect(reading.studies.map(({ confidence }) => confidence?.row)).toEqual([
      'high',
      'high',
      'high',
    ]);
  });

  it('by one sign: medium', () => {
    const rows = [
      ['Evaluatie arbocatalogi', '2022'],
      ['Monitor arbeidsmarkt', '2023'],
    ];
    const reading = read((page) => page.table([TITLE, COMPLETION], rows), {
      rules: 'none',
      gap: 0,
    });
    expect(starts(reading)).toEqual([
      'high: begins under a header, a heading or a text over the whole width',
      'medium: is known to be a row of its own by a year or status of its own',
    ]);
  });
});

describe('the header of a row', () => {
  const many = Array.from({ length: 70 }, (_, index) => [
    `Evaluatie regeling nummer ${index}`,
    'Ex-post evaluatie',
    '2022',
    'Afgerond',
    '1',
  ]);

  it('on a former page is told, and costs nothing where every cell stands in its column', () => {
    const reading = read((page) => page.table([TITLE, TYPE, COMPLETION, STATUS, ARTICLES], many), {
      repeat: false,
    });
    const [first, last] = [reading.studies[0], reading.studies.at(-1)];
    expect(last?.place.page).toBeGreaterThan(first?.place.page ?? 0);
    expect(doubts(reading, 0)).toEqual([]);
    expect(doubts(reading, 69)).toEqual(['header-reused on row: high']);
  });

  it('repeated without one of its columns costs nothing where every cell stands in its column (AenM 2026)', () => {
    const rows = [
      ...ROWS,
      { wide: 'Subthema Asielopvang', bold: true },
      { header: [0, 1, 2, 4] },
      ...ROWS,
    ];
    const reading = read((page) => page.table([TITLE, TYPE, COMPLETION, STATUS, ARTICLES], rows));
    expect(reading.studies).toHaveLength(6);
    expect(doubts(reading, 0)).toEqual([]);
    expect(doubts(reading, 4)).toEqual(['header-reused on row: high']);
    const ragged = read((page) =>
      page.table([TITLE, TYPE, COMPLETION, { ...STATUS, align: 'right' }, ARTICLES], rows),
    );
    expect(ragged.studies).toHaveLength(6);
    expect(doubts(ragged, 4)).toEqual(['header-reused on row: medium']);
  });

  it('that is known but for a letter makes its cells medium', () => {
    const reading = read((page) =>
      page.table(
        [TITLE, { ...TYPE, header: 'Type onderzeok' }, COMPLETION, STATUS, ARTICLES],
        ROWS,
      ),
    );
    expect(doubts(reading, 1)).toEqual(['header-fuzzy on type: medium']);
  });

  it('that is blank over the titles is one of the ways to print them (LNV jaarverslag 2021)', () => {
    const reading = read((page) =>
      page.table([{ header: '', width: 130 }, TYPE, COMPLETION, STATUS, ARTICLES], ROWS),
    );
    expect(doubts(reading, 1)).toEqual([]);
  });
});

describe('words at line ends', () => {
  const columns = [{ header: 'Titel', width: 70 }, TYPE, COMPLETION, STATUS, ARTICLES];
  const rest = ['Ex-post evaluatie', '2022', 'Afgerond', '1'];
  const cut = 'Evaluatie arbeids\u00ADomstandigheden en meer';

  it('that the models print need none', () => {
    const type = ['Evaluatie', 'Synthese\u00ADonderzoek', '2022', 'Afgerond', '1'];
    const narrow = { ...TYPE, header: 'Type', width: 44 };
    const reading = read((page) =>
      page.table([TITLE, narrow, COMPLETION, STATUS, ARTICLES], [type]),
    );
    expect(reading.studies[0]?.type).toBe('Syntheseonderzoek');
    expect(doubts(reading, 0)).toEqual([]);
  });

  it('made whole without evidence are named', () => {
    const reading = read((page) => page.table(columns, [[cut, ...rest]]));
    expect(reading.studies[0]?.title).toBe('Evaluatie arbeidsomstandigheden en meer');
    expect(doubts(reading, 0)).toEqual(['hyphen-without-evidence on title: medium']);
  });

  it('that stand whole elsewhere in the annex are certain', () => {
    const reading = read((page) => {
      page.table(columns, [[cut, ...rest]]);
      page.prose('De evaluatie van de arbeidsomstandigheden wordt later bezien.');
    });
    expect(reading.studies[0]?.title).toBe('Evaluatie arbeidsomstandigheden en meer');
    expect(doubts(reading, 0)).toEqual([]);
  });
});

describe('what a notice says of text that is in no other place', () => {
  it('counts it, so that all notices together count what the account does', () => {
    const reading = read((page) =>
      page.table(
        [TITLE, TYPE, COMPLETION, STATUS, { header: 'Kleurcode', width: 60 }],
        [
          ['Naam SEA-thema of artikel', '', '', '', ''],
          ['Evaluatie arbocatalogi', 'Ex-post evaluatie', '2022', 'Afgerond', 'blauw op wit'],
          ['Monitor arbeidsmarkt', 'Monitoring', '2023', 'Lopend', 'geel'],
        ],
      ),
    );
    expect(reading.studies).toHaveLength(2);
    const items = reading.notices.map(({ kind, items: count }) => [kind, count]);
    expect(items).toEqual([
      ['placeholder', 4],
      ['text-outside-table', 4],
    ]);
    expect(countRoles(reading.roles).notice).toBe(8);
  });

  it('names unknown words of a value and low confidence, and no more', () => {
    const reading = read((page) =>
      page.table(
        [TITLE, TYPE, COMPLETION, STATUS, ARTICLES],
        [
          ['Evaluatie arbocatalogi', 'Toets', 'jaarlijks', 'Vertraagd', 'diverse'],
          ['Monitor arbeidsmarkt', 'Monitoring', '20231', 'Lopend', '1.312'],
        ],
      ),
    );
    expect(reading.notices.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'unparsed-completion: “Evaluatie arbocatalogi” has a year of completion in words that are not known: “jaarlijks”',
      'unknown-status: “Evaluatie arbocatalogi” has a status that is none of the three official words: “Vertraagd”',
      'unknown-type: “Evaluatie arbocatalogi” has a type in words that are not known: “Toets”',
      'unparsed-articles: “Evaluatie arbocatalogi” has an article in words that are not known: “diverse”',
      'suspicious-value: “Monitor arbeidsmarkt” has a completion that is a year with one digit more, read as the year: “20231”',
      'suspicious-value: “Monitor arbeidsmarkt” has an article that has more digits than articles have: “1.312”',
    ]);
  });
});

import { expect, test } from 'vitest';
import type { Event } from '../../src/ledger/event.ts';
import { editionDay, editionDayName } from '../../src/report/edition-day.ts';
import { editionReport } from '../../src/report/edition-report.ts';
import type { EditionReportInput } from '../../src/report/edition-report.ts';
import { editionRecordSchema } from '../../src/report/edition-record-schema.ts';
import type { Mention } from '../../src/report/mention.ts';
import type { Dossier } from '../../src/report/plan.ts';
import type { AnnexNote } from '../../src/study/extraction.ts';
import { eventOf, mentionOf, sourceOf, year } from '../support/report.ts';

const THEN = 'XV/2022-jaarverslag';
const NOW = 'XV/2023-jaarverslag';

function note(text: string): AnnexNote {
  return { text, place: { page: 252, pageLabel: '250', toPage: 252, table: null, row: null } };
}

function plan(title: string, to: number, row: number): Mention {
  const stated = { title, status: null, conclusions: null, completion: year(to) };
  return mentionOf('XV/2023-begroting', { ...stated, page: 214, pageLabel: '212' }, { row });
}

function rowOf(
  edition: string,
  title: string,
  stated: Parameters<typeof mentionOf>[1],
  at: number,
): Mention {
  return mentionOf(edition, { title, ...stated }, { row: at });
}

function dossier(
  id: string,
  mentions: readonly Mention[],
  notes: readonly AnnexNote[] = [],
): Dossier {
  return {
    id,
    title: mentions.at(-1)?.study.title ?? id,
    mentions,
    notes: new Map(notes.length > 0 ? [[NOW, notes]] : []),
  };
}

const REPORT = [{ url: 'https://open.overheid.nl/r', text: 'rapport' }];

const STUDIES: readonly Dossier[] = [
  dossier('s1', [
    plan('Evaluatie Wet WIA', 2023, 0),
    rowOf(THEN, 'Evaluatie Wet WIA', { conclusions: '' }, 0),
    rowOf(
      NOW,
      'Evaluatie Wet WIA',
      { status: 'afgerond', conclusions: 'De wet werkt.', links: REPORT },
      0,
    ),
  ]),
  dossier('s2', [
    rowOf(THEN, 'Evaluatie no-riskpolis', { status: 'afgerond', conclusions: '' }, 1),
    rowOf(
      NOW,
      'Evaluatie no-riskpolis',
      { footnotes: [{ mark: '2', on: 'status', text: 'De onderzoekers vullen het rapport aan.' }] },
      1,
    ),
  ]),
  dossier('s3', [plan('Evaluatie SUWI', 2023, 1)], [note('De evaluatie SUWI is niet doorgegaan.')]),
  dossier('s4', [plan('Evaluatie schuldhulp', 2023, 2)]),
  dossier('s5', [rowOf(NOW, 'Evaluatie schuldhulpverlening', { status: 'lopend' }, 2)]),
  dossier('s6', [
    plan('Evaluatie kinderopvang', 2023, 3),
    rowOf(NOW, 'Evaluatie kinderopvang', { completion: year(2025) }, 3),
  ]),
  dossier('s7', [
    plan('Evaluatie beslagvrije voet', 2023, 4),
    rowOf(NOW, 'Evaluatie beslagvrije voet', { status: 'afgerond', conclusions: '' }, 4),
  ]),
  dossier('s8', [
    mentionOf('XV/2023-begroting', {
      title: 'Monitor inburgering',
      status: null,
      completion: { from: null, to: null, open: false, latest: false, unknown: true },
    }),
  ]),
  dossier(
    's9',
    [
      rowOf(
        NOW,
        'Evaluatie arbocatalogi',
        { status: 'afgerond', conclusions: 'Goed.', links: REPORT },
        5,
      ),
    ],
    [note('De evaluatie arbocatalogi is aan de Kamer gezonden.')],
  ),
];

const told = (event: Partial<Event> & Pick<Event, 'kind' | 'study'>): Event =>
  eventOf({ edition: NOW, against: THEN, ...event });

const EVENTS: readonly Event[] = [
  told({
    kind: 'status-changed',
    study: 's1',
    field: 'status',
    before: 'lopend',
    after: 'afgerond',
  }),
  told({
    kind: 'conclusions-added',
    study: 's1',
    field: 'conclusions',
    before: '',
    after: 'De wet werkt.',
  }),
  told({
    kind: 'status-reverted',
    study: 's2',
    field: 'status',
    before: 'afgerond',
    after: 'lopend',
    rows: [1],
    againstRows: [1],
  }),
  told({
    kind: 'not-accounted-for',
    study: 's3',
    title: 'Evaluatie SUWI',
    rows: [],
    against: 'XV/2023-begroting',
    againstRows: [1],
  }),
  told({
    kind: 'postponed',
    study: 's6',
    field: 'completion',
    before: '2023',
    after: '2025',
    rows: [3],
    against: 'XV/2023-begroting',
    againstRows: [3],
  }),
  told({
    kind: 'reported-finished',
    study: 's7',
    field: 'status',
    before: null,
    after: 'afgerond',
    rows: [4],
    against: 'XV/2023-begroting',
    againstRows: [4],
  }),
  told({
    kind: 'articles-changed',
    news: 'no',
    study: null,
    studies: ['s1', 's2', 's6', 's7', 's9'],
    field: 'articles',
    before: '13',
    after: '14',
    rows: [0, 1, 3, 4, 5],
  }),
  told({
    kind: 'description-changed',
    news: 'no',
    study: 's1',
    field: 'description',
    before: 'a',
    after: 'b',
  }),
  told({ kind: 'added', news: 'no', study: 's9', rows: [5], told: 'history' }),
];

const BEGROTING = sourceOf('XV/2023-begroting');

const INPUT: EditionReportInput = {
  source: sourceOf(NOW),
  notices: [
    {
      kind: 'text-outside-table',
      message: 'Some text has no place.',
      place: { page: 249, pageLabel: '247', toPage: 249, table: null, row: null },
    },
    { kind: 'unknown-type', message: 'The type is not known.', place: null },
  ],
  chapterLabel: 'SZW (XV)',
  studies: STUDIES,
  events: EVENTS,
  editions: [sourceOf(THEN), BEGROTING, sourceOf(NOW)],
  doubts: STUDIES.filter(({ id }) => id === 's5').flatMap(({ mentions: [mention] }) =>
    mention ? [{ mention, mayBe: STUDIES.filter(({ id }) => id === 's4') }] : [],
  ),
  otherNotes: [note('Enkele onderzoeken zijn vertraagd.')],
  warning: 'Voorbeeld met gereconstrueerde gegevens. Niet citeren.',
  language: 'nl',
};

test('the report on a new jaarverslag', async () => {
  const { name, title, body } = editionReport(INPUT);
  expect(name).toBe('verslag-XV-2023-jaarverslag');
  expect(title).toBe('SZW (XV), jaarverslag 2023: 6 wijzigingen');
  await expect(body).toMatchFileSnapshot('golden/verslag-jaarverslag.md');
});

test('the same in English', async () => {
  const { body } = editionReport({ ...INPUT, language: 'en', warning: null });
  await expect(body).toMatchFileSnapshot('golden/report-annual-report.en.md');
});

test('the same for programs', async () => {
  const { data } = editionReport(INPUT);
  expect(editionRecordSchema.parse(data)).toEqual(data);
  await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(
    'golden/verslag-jaarverslag.json',
  );
});

test('what we told wrongly stands first, and in place of what it takes back', () => {
  const wrong = EVENTS.find(({ kind }) => kind === 'status-reverted');
  const correction = told({
    ...wrong,
    kind: 'status-reverted',
    study: 's2',
    id: 'correction',
    cause: 'correction',
    corrects: wrong?.id ?? '',
    before: 'lopend',
    after: 'afgerond',
  });
  const { body } = editionReport({ ...INPUT, events: [...EVENTS, correction] });
  expect(body).not.toContain('## Teruggezet');
  expect(/^## .*$/m.exec(body)?.[0]).toBe('## Rectificaties');
  expect(body).toContain('Rectificatie: onze melding van 16 mei 2024 was onjuist (leesfout).');
});

test('each number of the sentence links to a heading of the document', () => {
  const { body } = editionReport(INPUT);
  const headings = [...body.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  expect(new Set(headings).size).toBe(headings.length);
  const targets = [...body.matchAll(/\]\(#([^)]*)\)/g)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(3);
  expect(targets.filter((target) => !headings.includes(target ?? ''))).toEqual([]);
});

test('a begroting has no plan and result, and an edition that says nothing new says so', () => {
  const source = BEGROTING;
  const { body, data } = editionReport({ ...INPUT, source, events: [], doubts: [], notices: [] });
  expect(body).toContain('begroting 2023 (36 200 XV, nr. 2), 6 onderzoeken op blz. 212');
  expect(body).toContain('Deze editie vermeldt niets anders dan wat al bekend was.');
  expect(body).not.toContain('Gepland en gerealiseerd');
  expect(data).toMatchObject({ plan: null });
});

test('the overview of a day on which the papers of several chapters appear', async () => {
  const edition = 'VIII/2023-jaarverslag';
  const before = mentionOf('VIII/2022-jaarverslag', { title: 'Evaluatie cultuur' }, { row: 0 });
  const now = mentionOf(edition, { title: 'Evaluatie cultuur', status: 'afgerond' }, { row: 0 });
  const culture: EditionReportInput = {
    ...INPUT,
    source: sourceOf(edition),
    chapterLabel: 'OCW (VIII)',
    studies: [dossier('s20', [before, now])],
    events: [
      eventOf({
        kind: 'status-changed',
        study: 's20',
        field: 'status',
        before: 'lopend',
        after: 'afgerond',
        edition,
        against: 'VIII/2022-jaarverslag',
      }),
    ],
    editions: [sourceOf('VIII/2022-jaarverslag'), sourceOf(edition)],
    doubts: [],
    otherNotes: [],
  };
  const first: EditionReportInput = {
    ...culture,
    source: sourceOf('IX/2023-jaarverslag'),
    chapterLabel: 'FIN (IX)',
    studies: [],
    events: [],
  };
  const day = editionDay({
    day: { phase: 'jaarverslag', year: 2023 },
    chapters: [INPUT, first, culture],
    coverage: {
      read: 3,
      expected: 5,
      unreliable: [{ name: 'DEF (X)', pages: null }],
      missing: ['JenV (VI)'],
    },
    warning: 'Voorbeeld met gereconstrueerde gegevens. Niet citeren.',
    language: 'nl',
  });
  expect(day.name).toBe('verantwoordingsdag-2024');
  expect(day.title).toBe('Verantwoordingsdag 2024: overzicht evaluatieonderzoek');
  await expect(day.body).toMatchFileSnapshot('golden/verantwoordingsdag.md');
  expect(editionDayName({ phase: 'begroting', year: 2025 })).toBe('prinsjesdag-2024');
});

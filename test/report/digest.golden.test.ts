import { expect, test } from 'vitest';
import type { Event } from '../../src/ledger/event.ts';
import { digestDocument } from '../../src/report/digest.ts';
import type { DigestInput } from '../../src/report/digest.ts';
import type { LineStudy } from '../../src/report/event-line.ts';
import { BODY_LIMIT } from '../../src/report/document.ts';
import type { Mention } from '../../src/report/mention.ts';
import type { Dossier } from '../../src/report/plan.ts';
import { startReport } from '../../src/report/start-report.ts';
import { parseWeek, periodBetween } from '../../src/report/week.ts';
import { eventOf, mentionOf, sourceOf, year } from '../support/report.ts';

const LABELS: Readonly<Record<string, string>> = {
  XV: 'SZW (XV)',
  X: 'DEF (X)',
  VIII: 'OCW (VIII)',
};

const WEEK = parseWeek('2024-W20') ?? expect.fail('2024 has a week 20');

/** A study with one change from jaarverslag 2022 to jaarverslag 2023. */
function changed(
  study: string,
  chapter: string,
  title: string,
  event: Pick<Event, 'kind'> & Partial<Event>,
): readonly [Event, LineStudy] {
  const [before, after] = [`${chapter}/2022-jaarverslag`, `${chapter}/2023-jaarverslag`];
  const absent = event.kind === 'not-accounted-for';
  const told = eventOf({
    ...event,
    title,
    study,
    edition: after,
    against: before,
    rows: absent ? [] : [0],
  });
  const finished = event.after === 'afgerond' ? 'afgerond' : 'lopend';
  const mentions = [
    mentionOf(before, { title, page: 248, pageLabel: '246' }),
    ...(absent ? [] : [mentionOf(after, { title, status: finished })]),
  ];
  return [
    told,
    {
      title,
      mentions,
      events: [told],
      issueUrl: `https://github.com/voorbeeld/begrotingswacht/issues/${study.slice(-1)}`,
    },
  ];
}

const STATUS = {
  kind: 'status-changed',
  field: 'status',
  before: 'lopend',
  after: 'afgerond',
} as const;

const CHANGES = [
  changed('s00001', 'XV', 'Brede studie Achterstand en evenredigheid monitoring', STATUS),
  changed('s00002', 'XV', 'Evaluatie Wet WIA', {
    kind: 'postponed',
    field: 'completion',
    before: '2023',
    after: '2026',
  }),
  changed('s00003', 'X', 'Evaluatie EMASOH', {
    kind: 'status-reverted',
    field: 'status',
    before: 'afgerond',
    after: 'lopend',
  }),
  changed('s00004', 'VIII', 'Monitor Leven lang ontwikkelen', { kind: 'not-accounted-for' }),
  changed('s00005', 'VIII', 'Verkenning @cultuur #12 | <b>', { kind: 'added', news: 'no' }),
  changed('s00006', 'VIII', 'Evaluatie kansengelijkheid', {
    kind: 'conclusions-changed',
    field: 'conclusions',
    before: 'Van de 24 aanbevelingen zijn er 19 overgenomen.',
    after: 'Van de 24 aanbevelingen zijn er 17 overgenomen.',
  }),
  changed('s00007', 'X', 'Evaluatie lichte wijziging', {
    kind: 'retitled',
    news: 'no',
    field: 'title',
    before: 'x',
  }),
];

const STUDIES = new Map(CHANGES.map(([event, study]) => [event.study ?? '', study]));

const INPUT: DigestInput = {
  period: WEEK,
  events: CHANGES.map(([event]) => event),
  study: (id) => STUDIES.get(id),
  chapterLabel: (chapter) => LABELS[chapter] ?? chapter,
  coverage: {
    read: 24,
    expected: 25,
    unreliable: [{ name: 'Defensie (X)', pages: 'blz. 180–195' }],
    missing: ['Financiën (IX)'],
  },
  lastCheck: '2024-05-19T04:17:00.000Z',
  quiet: 'heartbeat',
  language: 'nl',
};

test('a week with changes', async () => {
  const theme = eventOf({
    kind: 'theme-absent',
    study: null,
    title: 'Thema 3: Cultuur',
    before: 'Thema 3: Cultuur',
    news: 'light',
    edition: 'VIII/2025-begroting',
    rows: [],
    againstRows: [4, 5, 6],
  });
  const digest = digestDocument({ ...INPUT, events: [...INPUT.events, theme] });
  expect(digest?.name).toBe('2024-W20');
  expect(digest?.title).toBe('Week 20 (13–19 mei 2024): 7 wijzigingen in 3 begrotingshoofdstukken');
  await expect(digest?.body).toMatchFileSnapshot('golden/overzicht-week.md');
});

test('the same week in English', async () => {
  const digest = digestDocument({ ...INPUT, language: 'en' });
  await expect(digest?.body).toMatchFileSnapshot('golden/digest-week.en.md');
});

const CALM: DigestInput = {
  ...INPUT,
  events: CHANGES.map(([event]) => event).filter(({ kind }) => kind === 'retitled'),
  coverage: { read: 25, expected: 25, unreliable: [], missing: [] },
};

test('a quiet week, when it is told', async () => {
  const digest = digestDocument({
    ...CALM,
    warning: 'Voorbeeld met gereconstrueerde gegevens. Niet citeren.',
  });
  expect(digest?.title).toBe('Week 20 (13–19 mei 2024): geen wijzigingen');
  await expect(digest?.body).toMatchFileSnapshot('golden/overzicht-stille-week.md');
});

test('a quiet week is told as often as asked', () => {
  expect(digestDocument({ ...CALM, quiet: 'silent' })).toBeNull();
  expect(digestDocument({ ...CALM, quiet: 'heartbeat' })).not.toBeNull();
  // 6 May 2024 is the month's first Monday.
  const weeks = ['2024-W18', '2024-W19', '2024-W20'].map((name) => parseWeek(name) ?? WEEK);
  const told = weeks.filter((period) => digestDocument({ ...CALM, quiet: 'monthly', period }));
  expect(told.map(({ name }) => name)).toEqual(['2024-W19']);
});

test('what was not read is told in a silent week too', () => {
  const unreliable = [{ name: 'Defensie (X)', pages: null }];
  const unread = digestDocument({
    ...CALM,
    quiet: 'silent',
    coverage: { ...CALM.coverage, unreliable },
  });
  expect(unread?.body).toContain('Niet betrouwbaar uit te lezen: Defensie (X).');
  const down = digestDocument({
    ...CALM,
    quiet: 'silent',
    coverage: { ...CALM.coverage, unreachable: ['repository.overheid.nl'] },
  });
  expect(down?.body).toContain('niet bereikbaar: repository.overheid.nl');
});

test('several weeks make one digest', () => {
  const digest = digestDocument({ ...INPUT, period: periodBetween('2024-04-15', '2024-05-19') });
  expect(digest?.name).toBe('2024-W16--2024-W20');
  expect(digest?.title).toMatch(/^Weken 16–20 \(15 april–19 mei 2024\): 6 wijzigingen in 3 /);
});

test('a digest of many changes leaves out the lightest and says so', () => {
  const many = Array.from({ length: 900 }, (_, index) =>
    changed(
      `s${index}`,
      'XV',
      `Evaluatie ${index} ${'van de regeling '.repeat(8)}`,
      index === 899
        ? {
            kind: 'status-reverted',
            field: 'status',
            before: 'afgerond',
            after: 'lopend',
          }
        : STATUS,
    ),
  );
  const studies = new Map(many.map(([event, study]) => [event.study ?? '', study]));
  const digest = digestDocument({
    ...INPUT,
    events: many.map(([event]) => event),
    study: (id) => studies.get(id),
  });
  expect(digest?.body.length).toBeLessThanOrEqual(BODY_LIMIT);
  expect(digest?.body).toContain('900 wijzigingen bij 900 onderzoeken');
  expect(digest?.body).toContain('### Teruggezet');
  expect(digest?.body).toMatch(
    /Wegens de lengte zijn \d+ regels met het minste gewicht hier weggelaten/,
  );
});

const START = {
  chapter: 'XV',
  chapterLabel: 'SZW (XV)',
  phase: 'jaarverslag',
  editions: [sourceOf('XV/2023-jaarverslag'), sourceOf('XV/2022-jaarverslag')],
  language: 'nl',
} as const;

function dossier(id: string, title: string, ...mentions: readonly Mention[]): Dossier {
  return { id, title, mentions };
}

test('the start report of a chapter', async () => {
  const plan = { status: null, conclusions: null, page: 214, pageLabel: '212' } as const;
  const wia = 'Evaluatie Wet WIA';
  const studies = [
    dossier(
      's00001',
      'Brede studie Achterstand en evenredigheid monitoring',
      mentionOf('XV/2022-jaarverslag', { page: 248, pageLabel: '246' }),
      mentionOf('XV/2023-jaarverslag', { status: 'afgerond', conclusions: 'Kleiner verschil.' }),
    ),
    dossier(
      's00002',
      wia,
      mentionOf('XV/2023-begroting', { ...plan, title: wia }),
      mentionOf('XV/2023-jaarverslag', {
        title: wia,
        completion: year(2025),
        page: 250,
        pageLabel: '248',
      }),
    ),
    dossier(
      's00003',
      'Evaluatie SUWI',
      mentionOf('XV/2023-begroting', { ...plan, title: 'Evaluatie SUWI' }),
    ),
    dossier(
      's00004',
      'Verkenning',
      mentionOf('XV/2023-begroting', { ...plan, title: 'Verkenning', completion: year(2027) }),
    ),
  ];
  const events = [
    eventOf({
      ...STATUS,
      edition: 'XV/2023-jaarverslag',
      against: 'XV/2022-jaarverslag',
      told: 'baseline',
    }),
    eventOf({
      kind: 'added',
      news: 'no',
      study: 's00002',
      title: wia,
      edition: 'XV/2023-jaarverslag',
    }),
  ];
  const report = startReport({ ...START, studies, events });
  expect(report.name).toBe('stand-bij-aanvang-XV-jaarverslag');
  await expect(report.body).toMatchFileSnapshot('golden/stand-bij-aanvang.md');
});

test('a start report of a begroting plans only, and one of many studies stays within the limit', () => {
  const studies = Array.from({ length: 1_500 }, (_, index) => {
    const title = `Evaluatie ${index} ${'x'.repeat(80)}`;
    const mention = mentionOf('XV/2025-begroting', { title, status: null }, { row: index });
    return { id: `s${index}`, title, mentions: [mention] };
  });
  const report = startReport({
    ...START,
    phase: 'begroting',
    editions: [sourceOf('XV/2025-begroting')],
    studies,
    events: [],
  });
  expect(report.body.length).toBeLessThanOrEqual(BODY_LIMIT);
  expect(report.body).toContain(
    'In begroting 2025 staan 1500 onderzoeken: 1500 zonder vermelde status.',
  );
  expect(report.body).not.toContain('Gepland en gerealiseerd');
  expect(report.body).toMatch(/Wegens de lengte zijn \d+ onderzoeken hier weggelaten/);
});

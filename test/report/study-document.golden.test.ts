import { expect, test } from 'vitest';
import { studyDocument } from '../../src/report/study-document.ts';
import type { StudyInput } from '../../src/report/study-input.ts';
import { eventOf, inputOf, mentionOf, printOf, sourceOf, year } from '../support/report.ts';

const CONCLUSIONS =
  'De verschillen tussen groepen zijn kleiner geworden. Van de 24 aanbevelingen zijn er 19 overgenomen. De monitor wordt in 2025 herhaald.';

const REVISED =
  'De verschillen tussen groepen zijn kleiner geworden. Van de 24 aanbevelingen zijn er 17 geheel en 2 deels overgenomen. De monitor wordt in 2026 herhaald.';

/** Title, labels, state, body and comments in one page that a person can read. */
function page(input: StudyInput): string {
  const { title, labels, state, body, news } = studyDocument(input);
  const end = state.open ? 'open' : `gesloten: ${state.reason}`;
  const comments = news.map((item) => `\n---- reactie: ${item.event}\n\n${item.body}`);
  return [`${title}\n[${labels.join('] [')}]\n(${end})\n\n${body}`, ...comments].join('');
}

const BEFORE = mentionOf('XV/2022-jaarverslag', { page: 248, pageLabel: '246' });
const PLANNED = mentionOf('XV/2023-begroting', {
  status: null,
  conclusions: null,
  page: 214,
  pageLabel: '212',
});

const FINISHED = mentionOf('XV/2023-jaarverslag', { status: 'afgerond', conclusions: CONCLUSIONS });

const STATUS_CHANGED = eventOf({
  kind: 'status-changed',
  field: 'status',
  before: 'lopend',
  after: 'afgerond',
  edition: 'XV/2023-jaarverslag',
  against: 'XV/2022-jaarverslag',
});

const CONCLUSIONS_ADDED = eventOf({
  kind: 'conclusions-added',
  field: 'conclusions',
  before: '',
  after: CONCLUSIONS,
  edition: 'XV/2023-jaarverslag',
  against: 'XV/2022-jaarverslag',
});

const STATUS_INPUT = inputOf({
  records: [PLANNED, BEFORE, FINISHED],
  events: [STATUS_CHANGED, CONCLUSIONS_ADDED],
});

test('status changed, with conclusions', async () => {
  await expect(page(STATUS_INPUT)).toMatchFileSnapshot('golden/status-gewijzigd.md');
});

test('the same in English', async () => {
  const english = page({ ...STATUS_INPUT, language: 'en' });
  await expect(english).toMatchFileSnapshot('golden/status-changed.en.md');
});

test('postponed for the second time, with the reason in a footnote and a warning', async () => {
  const oldest = mentionOf('XV/2022-begroting', {
    status: null,
    conclusions: null,
    completion: year(2022),
    page: 205,
    pageLabel: '203',
  });
  const plan2023 = mentionOf('XV/2024-begroting', {
    status: null,
    conclusions: null,
    page: 210,
    pageLabel: '208',
  });
  const plan2025 = mentionOf('XV/2025-begroting', {
    status: null,
    conclusions: null,
    completion: year(2025),
    page: 214,
    pageLabel: '212',
    footnotes: [
      {
        mark: '2',
        on: 'completion',
        text: 'Vertraging door de latere levering van gegevens door het CBS.',
      },
    ],
  });
  const postponed = { kind: 'postponed', field: 'completion' } as const;
  const input = inputOf({
    records: [oldest, PLANNED, plan2023, plan2025],
    events: [
      eventOf({
        ...postponed,
        before: '2022',
        after: '2023',
        edition: 'XV/2023-begroting',
        against: 'XV/2022-begroting',
        told: 'baseline',
      }),
      eventOf({
        ...postponed,
        before: '2023',
        after: '2025',
        edition: 'XV/2025-begroting',
        against: 'XV/2024-begroting',
        recorded: '2024-09-17T13:20:00.000Z',
      }),
    ],
    warning: 'Voorbeeld met gereconstrueerde gegevens. Niet citeren.',
  });
  const told = page({ ...input, untold: input.events.slice(1) });
  await expect(told).toMatchFileSnapshot('golden/tweede-verschuiving.md');
});

test('conclusions changed in a few words', async () => {
  const input = inputOf({
    records: [
      mentionOf('XV/2022-jaarverslag', {
        status: 'afgerond',
        conclusions: CONCLUSIONS,
        page: 248,
        pageLabel: '246',
      }),
      mentionOf('XV/2023-jaarverslag', { status: 'afgerond', conclusions: REVISED }),
    ],
    events: [
      eventOf({
        kind: 'conclusions-changed',
        field: 'conclusions',
        before: CONCLUSIONS,
        after: REVISED,
        edition: 'XV/2023-jaarverslag',
        against: 'XV/2022-jaarverslag',
      }),
    ],
  });
  await expect(page(input)).toMatchFileSnapshot('golden/conclusies-gewijzigd.md');
});

test('conclusions rewritten', async () => {
  const rewritten =
    'Het onderzoek laat zien dat de regeling haar doel heeft bereikt; wel vraagt de uitvoering door gemeenten aandacht.';
  const input = inputOf({
    records: [
      mentionOf('XV/2022-jaarverslag', { status: 'afgerond', conclusions: CONCLUSIONS }),
      mentionOf('XV/2023-jaarverslag', { status: 'afgerond', conclusions: rewritten }),
    ],
    events: [
      eventOf({
        kind: 'conclusions-changed',
        field: 'conclusions',
        before: CONCLUSIONS,
        after: rewritten,
        edition: 'XV/2023-jaarverslag',
        against: 'XV/2022-jaarverslag',
      }),
    ],
  });
  await expect(page(input)).toMatchFileSnapshot('golden/conclusies-herschreven.md');
});

test('conclusions that are no longer stated', async () => {
  const input = inputOf({
    records: [
      mentionOf('XV/2022-jaarverslag', { status: 'afgerond', conclusions: CONCLUSIONS }),
      mentionOf('XV/2023-jaarverslag', { status: 'afgerond', conclusions: '' }),
    ],
    events: [
      eventOf({
        kind: 'conclusions-removed',
        field: 'conclusions',
        before: CONCLUSIONS,
        after: '',
        edition: 'XV/2023-jaarverslag',
        against: 'XV/2022-jaarverslag',
      }),
    ],
  });
  await expect(page(input)).toMatchFileSnapshot('golden/conclusies-weggelaten.md');
});

test('no longer listed', async () => {
  const planned = mentionOf('XV/2024-begroting', {
    status: null,
    conclusions: null,
    completion: year(2025),
    page: 210,
    pageLabel: '208',
  });
  const input = inputOf({
    records: [PLANNED, planned],
    events: [
      eventOf({
        kind: 'vanished',
        edition: 'XV/2025-begroting',
        against: 'XV/2024-begroting',
        rows: [],
        recorded: '2024-09-17T13:20:00.000Z',
      }),
    ],
    editions: [sourceOf('XV/2025-begroting')],
  });
  await expect(page(input)).toMatchFileSnapshot('golden/niet-meer-vermeld.md');
});

test('set back from finished to running', async () => {
  const input = inputOf({
    records: [
      mentionOf('XV/2022-jaarverslag', { status: 'afgerond', page: 248, pageLabel: '246' }),
      mentionOf('XV/2023-jaarverslag', {
        status: 'lopend',
        footnotes: [{ mark: '1', on: 'status', text: null }],
      }),
    ],
    events: [
      eventOf({
        kind: 'status-reverted',
        field: 'status',
        before: 'afgerond',
        after: 'lopend',
        edition: 'XV/2023-jaarverslag',
        against: 'XV/2022-jaarverslag',
      }),
    ],
  });
  await expect(page(input)).toMatchFileSnapshot('golden/teruggezet.md');
});

test('planned, and not accounted for', async () => {
  const input = inputOf({
    records: [PLANNED],
    events: [
      eventOf({
        kind: 'not-accounted-for',
        edition: 'XV/2023-jaarverslag',
        against: 'XV/2022-jaarverslag',
        rows: [],
        againstRows: [],
      }),
    ],
    editions: [sourceOf('XV/2023-jaarverslag')],
  });
  await expect(page(input)).toMatchFileSnapshot('golden/niet-verantwoord.md');
});

test('not accounted for, with prose of the annex that says why', async () => {
  const text =
    'De brede studie Achterstand en evenredigheid monitoring is niet doorgegaan: de gegevens waren ontoereikend.';
  const source = sourceOf('XV/2023-jaarverslag');
  const place = { page: 250, pageLabel: '248', toPage: 250, table: 'Thema 15', row: null };
  const input = inputOf({
    records: [PLANNED],
    events: [
      eventOf({
        kind: 'not-accounted-for',
        edition: 'XV/2023-jaarverslag',
        against: 'XV/2022-jaarverslag',
        rows: [],
        againstRows: [],
      }),
    ],
    editions: [source],
    notes: new Map([['XV/2023-jaarverslag', [{ text, place }]]]),
  });
  await expect(page(input)).toMatchFileSnapshot('golden/niet-doorgegaan.md');
});

test('an annex with prose about something else is not said to give no reason', () => {
  const source = sourceOf('XV/2023-jaarverslag');
  const place = { page: 250, pageLabel: '248', toPage: 250, table: 'Thema 15', row: null };
  const notes = [{ text: 'Enkele onderzoeken zijn vervallen.', place }];
  const annex = { heading: 'Bijlage 3', pages: [235, 253] as const, notes };
  const absent = eventOf({ kind: 'not-accounted-for', edition: 'XV/2023-jaarverslag', rows: [] });
  const input = inputOf({ records: [PLANNED], events: [absent], editions: [{ ...source, annex }] });
  const { body } = studyDocument(input);
  expect(body).toContain('Een toelichting bij dit onderzoek is niet gevonden.');
  expect(body).not.toContain('geen reden');
});

test('a footnote on a cell that did not change says where it hangs, and stands behind those that did', () => {
  const shared = { mark: '3', text: 'Het rapport is nog niet openbaar.' };
  const after = mentionOf('XV/2023-jaarverslag', {
    status: 'afgerond',
    footnotes: [
      { mark: '1', on: 'articles', text: 'Voorheen artikel 12.' },
      { mark: '2', on: 'status', text: 'Eerder afgerond dan voorzien.' },
      { ...shared, on: 'theme' },
      { ...shared, on: 'completion' },
      { mark: '4', on: 'header', text: 'Jaar van afronding van het onderzoek.' },
    ],
  });
  const input = inputOf({ records: [BEFORE, after], events: [STATUS_CHANGED] });
  expect(studyDocument(input).body).toContain(
    'Toelichting van het ministerie: “Eerder afgerond dan voorzien.” (voetnoot 2); ' +
      '“Het rapport is nog niet openbaar.” (voetnoot 3); “Voorheen artikel 12.” (voetnoot 1 bij begrotingsartikel)',
  );
});

test('fields that different editions stated last', () => {
  const plan = mentionOf('XV/2024-begroting', {
    status: null,
    conclusions: null,
    completion: year(2024),
    page: 210,
    pageLabel: '208',
  });
  const now = mentionOf('XV/2023-jaarverslag', { status: 'te starten', completion: year(2026) });
  const edition = 'XV/2023-jaarverslag';
  const input = inputOf({
    records: [BEFORE, plan, now],
    events: [
      eventOf({
        kind: 'status-reverted',
        field: 'status',
        before: 'lopend',
        after: 'te starten',
        edition,
        against: 'XV/2022-jaarverslag',
      }),
      eventOf({
        kind: 'postponed',
        field: 'completion',
        before: '2024',
        after: '2026',
        edition,
        against: 'XV/2024-begroting',
      }),
    ],
  });
  const { body } = studyDocument(input);
  expect(body).toContain('**Afronding twee jaar later: van 2024 naar 2026**');
  expect(body).toContain('| Status | Lopend | Te starten |');
  expect(body).toMatch(/\| Afronding \| 2024 \(begroting 2024, \[blz\. 208\]\(\S+\)\) \| 2026 \|/);
});

test('a new round after a finished one', async () => {
  const title = 'Periodieke rapportage gezonde en veilige arbeidsomstandigheden';
  const input = inputOf({
    records: [
      mentionOf('XV/2022-jaarverslag', {
        title,
        status: 'afgerond',
        completion: year(2022),
        page: 248,
        pageLabel: '246',
      }),
      mentionOf('XV/2023-jaarverslag', { title, status: 'te starten', completion: year(2028) }),
    ],
    events: [
      eventOf({
        kind: 'new-cycle',
        field: 'completion',
        before: '2022',
        after: '2028',
        edition: 'XV/2023-jaarverslag',
        against: 'XV/2022-jaarverslag',
        news: 'light',
        title,
      }),
    ],
  });
  await expect(page(input)).toMatchFileSnapshot('golden/nieuwe-ronde.md');
});

test('from an unformatted print, without a printed page number before it', async () => {
  const print = printOf('XV/2023-jaarverslag', { unformatted: true, published: '2024-05-15' });
  const input = inputOf({
    records: [
      mentionOf('XV/2022-jaarverslag', { page: 248, pageLabel: null }),
      mentionOf('XV/2023-jaarverslag', { status: 'afgerond' }, { print }),
    ],
    events: [STATUS_CHANGED],
  });
  await expect(page(input)).toMatchFileSnapshot('golden/onopgemaakt.md');
});

test('a correction, and a final print that differs from the unformatted one', async () => {
  const former = printOf('XV/2023-jaarverslag', { unformatted: true, published: '2024-05-15' });
  const republished = eventOf({
    ...STATUS_CHANGED,
    id: 'later print',
    before: 'afgerond',
    after: 'lopend',
    kind: 'status-reverted',
    against: 'XV/2023-jaarverslag',
    cause: 'republished',
  });
  const correction = eventOf({
    ...republished,
    id: 'correction',
    cause: 'correction',
    corrects: STATUS_CHANGED.id,
    against: null,
    againstRows: [],
    recorded: '2024-05-21T04:17:00.000Z',
  });
  const input = inputOf({
    records: [BEFORE, mentionOf('XV/2023-jaarverslag')],
    events: [STATUS_CHANGED, republished, correction],
    untold: [republished, correction],
    editions: [sourceOf('XV/2023-jaarverslag', { former })],
  });
  await expect(page(input)).toMatchFileSnapshot('golden/rectificatie.md');
});

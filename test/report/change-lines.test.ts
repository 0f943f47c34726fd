import { expect, test } from 'vitest';
import { changeLines } from '../../src/report/change-lines.ts';
import { eventOf, mentionOf, year } from '../support/report.ts';

const REPORT = { edition: 'XV/2023-jaarverslag', against: 'XV/2022-jaarverslag' } as const;
const BEFORE = 'Van de 24 aanbevelingen zijn er 19 overgenomen. De monitor wordt in 2025 herhaald.';
const AFTER = 'Van de 24 aanbevelingen zijn er 17 overgenomen. De monitor wordt in 2025 herhaald.';

const MENTIONS = [
  mentionOf('XV/2022-jaarverslag', { conclusions: BEFORE, page: 248, pageLabel: '246' }),
  mentionOf('XV/2023-jaarverslag', {
    status: 'afgerond',
    conclusions: AFTER,
    completion: year(2024),
  }),
];

const EVENTS = [
  eventOf({
    ...REPORT,
    kind: 'conclusions-changed',
    field: 'conclusions',
    before: BEFORE,
    after: AFTER,
  }),
  eventOf({
    ...REPORT,
    kind: 'status-changed',
    field: 'status',
    before: 'lopend',
    after: 'afgerond',
  }),
  eventOf({
    ...REPORT,
    kind: 'added',
    study: 's00002',
    title: 'Verkenning\u001B[31m rood',
    againstRows: [],
  }),
];

test('a block for each study: sentence, before and after with their pages, marked words', () => {
  const lines = changeLines(EVENTS, {
    language: 'nl',
    mentionsOf: ({ study }) => (study === 's00001' ? MENTIONS : []),
    eventsOf: ({ study }) => EVENTS.filter((event) => event.study === study),
  });
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "Brede studie Achterstand en evenredigheid monitoring
      Conclusies gewijzigd
      Van de 24 aanbevelingen zijn er [-19-]{+17+} overgenomen. De monitor wordt in 2025 herhaald.
      jaarverslag 2022, blz. 246 → jaarverslag 2023, blz. 251
      Status gewijzigd van “Lopend” naar “Afgerond”
      Lopend (jaarverslag 2022, blz. 246) → Afgerond (jaarverslag 2023, blz. 251)

    Verkenning [31m rood
      Nieuw in de bijlage
    "
  `);
});

test('no line is wider than asked, and no control character reaches the terminal', () => {
  const lines = changeLines(EVENTS, {
    language: 'nl',
    mentionsOf: () => MENTIONS,
    eventsOf: () => EVENTS,
    width: 60,
  });
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
  expect(lines.join('')).not.toMatch(/\p{Cc}/u);
});

function linesOf(
  kind: 'conclusions-added' | 'conclusions-removed' | 'conclusions-changed',
): string {
  const texts = { before: 'Het werkt.', after: 'Geen enkel effect gevonden.' };
  const context = { language: 'nl', mentionsOf: () => [], eventsOf: () => [] } as const;
  return changeLines([eventOf({ ...REPORT, ...texts, kind })], context).join('\n');
}

test('texts that were added, removed or rewritten stand whole between their marks', () => {
  expect(linesOf('conclusions-added')).toContain('  {+Geen enkel effect gevonden.+}');
  expect(linesOf('conclusions-removed')).toContain('  [-Het werkt.-]');
  expect(linesOf('conclusions-changed')).toContain(
    '  [-Het werkt.-]\n  {+Geen enkel effect gevonden.+}',
  );
});

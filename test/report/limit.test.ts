import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangeKind } from '../../src/change/comparison.ts';
import { citation } from '../../src/report/citation.ts';
import { BODY_LIMIT } from '../../src/report/document.ts';
import { DUTCH } from '../../src/report/dutch.ts';
import { studyDocument } from '../../src/report/study-document.ts';
import { eventOf, inputOf, mentionOf } from '../support/report.ts';

/** Texts of all lengths, made of signs that Markdown escapes, so that they grow. */
const long = fc
  .tuple(
    fc.constantFrom('woord ', '*_`|<b> ', '@a #1 https://a.nl ', '😀', 'x'),
    fc.nat({ max: 15_000 }),
  )
  .map(([piece, times]) => piece.repeat(times).trim());

const kinds = fc.constantFrom(...(Object.keys(DUTCH.statements) as ChangeKind[]));

test('body and comments stay within the limit, and keep what to cite', () => {
  fc.assert(
    fc.property(
      fc.record({ before: long, after: long, title: long, theme: long, note: long, kind: kinds }),
      fc.integer({ min: 1, max: 400 }),
      ({ before, after, title, theme, note, kind }, count) => {
        const footnotes = [{ mark: '1', on: 'title' as const, text: note }];
        const row = { title, theme, footnotes, conclusions: after, type: before };
        const records = [
          ...Array.from({ length: count }, () => mentionOf('XV/2022-jaarverslag', row)),
          mentionOf('XV/2023-jaarverslag', row),
        ];
        const sides = {
          edition: 'XV/2023-jaarverslag',
          against: 'XV/2022-jaarverslag',
          before,
          after,
          title,
        };
        const events = [
          eventOf({ ...sides, kind, field: 'status' }),
          eventOf({ ...sides, id: 'c', kind: 'conclusions-changed', field: 'conclusions' }),
        ];
        const document = studyDocument(inputOf({ records, events }));
        expect(document.title.length).toBeLessThanOrEqual(256);
        expect(document.body.length).toBeLessThanOrEqual(BODY_LIMIT);
        expect(document.body).toContain(
          'Aanhalen als: Kamerstukken II 2023/24, 36 560 XV, nr. 1, p. 251',
        );
        expect(document.news.map(({ event }) => event)).toEqual(events.map(({ id }) => id));
        expect(document.news.filter(({ body }) => body.length > BODY_LIMIT)).toEqual([]);
      },
    ),
    { numRuns: 10 },
  );
}, 60_000);

test('what is cut is said, with the place of the full text; conclusions go before anything else', () => {
  const conclusions = 'Een bevinding van het onderzoek. '.repeat(3_000).trim();
  const records = [
    mentionOf('XV/2022-jaarverslag', { page: 248, pageLabel: '246' }),
    mentionOf('XV/2023-jaarverslag', { status: 'afgerond', conclusions }),
  ];
  const event = eventOf({
    kind: 'conclusions-added',
    field: 'conclusions',
    before: '',
    after: conclusions,
    edition: 'XV/2023-jaarverslag',
    against: 'XV/2022-jaarverslag',
  });
  const { body } = studyDocument(inputOf({ records, events: [event] }));
  expect(body).toContain('Hier ingekort; de volledige tekst staat in jaarverslag 2023, blz. 251.');
  expect(body).toContain('Alle vermeldingen sinds jaarverslag 2022 (2)');
  expect(body.length).toBeGreaterThan(15_000);
});

test('a title is cut between characters', () => {
  const title = '😀'.repeat(200);
  const records = [mentionOf('XV/2023-jaarverslag', { title })];
  const document = studyDocument(inputOf({ records, events: [] }));
  expect(document.title.length).toBeLessThanOrEqual(256);
  expect(document.title.isWellFormed()).toBe(true);
});

test('a paper is cited by parliamentary year, number and printed page', () => {
  expect(citation(mentionOf('XV/2025-begroting', { pageLabel: '212' }))).toBe(
    'Kamerstukken II 2024/25, 36 600 XV, nr. 2, p. 212',
  );
  expect(citation(mentionOf('XV/2023-jaarverslag', { pageLabel: null }))).toBe(
    'Kamerstukken II 2023/24, 36 560 XV, nr. 1',
  );
  // The number of the dossier is not known.
  expect(citation(mentionOf('XV/2026-begroting'))).toBeNull();
});

test('the same input gives the same document', () => {
  const records = [mentionOf('XV/2023-jaarverslag')];
  const input = inputOf({
    records,
    events: [eventOf({ kind: 'added', edition: 'XV/2023-jaarverslag' })],
  });
  expect(studyDocument(input)).toEqual(studyDocument(input));
});

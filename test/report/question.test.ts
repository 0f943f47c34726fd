import { expect, test } from 'vitest';
import type { Event } from '../../src/ledger/event.ts';
import { DUTCH } from '../../src/report/dutch.ts';
import type { Mention } from '../../src/report/mention.ts';
import { openQuestions, stateOf } from '../../src/report/question.ts';
import { eventOf, mentionOf, year } from '../support/report.ts';

const RUNNING = mentionOf('XV/2022-jaarverslag', { completion: year(2022) });
const OVERDUE = eventOf({
  kind: 'overdue',
  field: 'completion',
  before: '2022',
  after: '2022',
  edition: 'XV/2022-jaarverslag',
});

function closing(events: readonly Event[], mentions: readonly Mention[]): string {
  const state = stateOf(events, mentions, DUTCH);
  return state.open ? 'open' : state.reason;
}

function finished(row: Parameters<typeof mentionOf>[1]): Mention {
  return mentionOf('XV/2023-jaarverslag', { status: 'afgerond', ...row });
}

test('a passed year is open until the study is finished or planned anew', () => {
  expect(openQuestions([OVERDUE], [RUNNING])).toEqual(['overdue']);
  const sameYear = mentionOf('XV/2024-begroting', { completion: year(2022), status: null });
  expect(openQuestions([OVERDUE], [RUNNING, sameYear])).toEqual(['overdue']);
  const noYear = mentionOf('XV/2024-begroting', { completion: null, status: null });
  expect(openQuestions([OVERDUE], [RUNNING, noYear])).toEqual(['overdue']);
  const later = mentionOf('XV/2024-begroting', { completion: year(2025), status: null });
  expect(closing([OVERDUE], [RUNNING, later])).toBe(
    'Opnieuw gepland, voor 2025, in begroting 2024',
  );
});

test('a finished study closes with what it left, and stays open when it left nothing', () => {
  expect(closing([OVERDUE], [RUNNING, finished({ conclusions: 'Het werkt.' })])).toBe(
    'Afgerond, conclusies vermeld in jaarverslag 2023',
  );
  const links = [{ url: 'https://www.rijksoverheid.nl/rapport', text: 'hier' }];
  expect(closing([OVERDUE], [RUNNING, finished({ links })])).toBe(
    'Afgerond, rapport gekoppeld in jaarverslag 2023',
  );
  expect(openQuestions([OVERDUE], [RUNNING, finished({})])).toEqual(['unsupported']);
  // Without a column for conclusions nothing can be missed in it.
  const noColumn = { conclusions: null };
  const before = mentionOf('XV/2022-jaarverslag', noColumn);
  expect(closing([], [before, finished(noColumn)])).toBe('Afgerond volgens jaarverslag 2023');
});

test('a study that is no longer listed is open until it is listed again', () => {
  const gone = eventOf({ kind: 'vanished', edition: 'XV/2024-begroting', rows: [] });
  const planned = mentionOf('XV/2023-begroting', { status: null, completion: year(2025) });
  expect(openQuestions([gone], [planned])).toEqual(['vanished']);
  const back = mentionOf('XV/2025-begroting', { status: null, completion: year(2025) });
  expect(closing([gone], [planned, back])).toBe('Weer vermeld in begroting 2025');
  const missed = eventOf({ kind: 'not-accounted-for', edition: 'XV/2023-jaarverslag', rows: [] });
  expect(openQuestions([gone, missed], [planned])).toEqual(['not-accounted-for', 'vanished']);
});

test('a study that was set back is open until its status changes again', () => {
  const back = eventOf({ kind: 'status-reverted', edition: 'XV/2022-jaarverslag' });
  expect(openQuestions([back], [RUNNING])).toEqual(['status-reverted']);
  const corrected = eventOf({
    kind: 'status-reverted',
    edition: 'XV/2022-jaarverslag',
    cause: 'correction',
    corrects: back.id,
  });
  expect(openQuestions([back, { ...corrected, id: 'e2' }], [RUNNING])).toEqual([]);
});

test('that a study is no longer listed asks nothing once it is taken back', () => {
  const planned = mentionOf('XV/2023-begroting', { status: null, completion: year(2025) });
  const gone = eventOf({ kind: 'vanished', edition: 'XV/2024-begroting', rows: [] });
  const corrected = { ...gone, id: 'e2', cause: 'correction', corrects: gone.id } as const;
  expect(openQuestions([gone, corrected], [planned])).toEqual([]);
});

test('a new round after a finished one asks nothing of the finished one', () => {
  const done = mentionOf('XV/2022-jaarverslag', { status: 'afgerond' });
  const planned = mentionOf('XV/2024-begroting', { status: null, completion: year(2028) });
  const round = eventOf({ kind: 'new-cycle', edition: 'XV/2024-begroting' });
  expect(openQuestions([], [done, planned])).toEqual(['unsupported']);
  expect(closing([round], [done, planned])).toBe('Na begroting 2024 staat geen vraag open');
});

test('the order in which mentions are given says nothing', () => {
  const later = mentionOf('XV/2024-begroting', { completion: year(2025), status: null });
  expect(openQuestions([OVERDUE], [later, RUNNING])).toEqual([]);
});

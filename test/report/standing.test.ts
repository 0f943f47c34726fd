import { expect, test } from 'vitest';
import { stillStanding } from '../../src/report/standing.ts';
import { eventOf } from '../support/report.ts';

const EDITION = 'XV/2023-jaarverslag';
const status = eventOf({ kind: 'status-reverted', field: 'status', edition: EDITION, id: 'e1' });
const overdue = eventOf({ kind: 'overdue', field: 'completion', edition: EDITION, id: 'e2' });
const linked = eventOf({ kind: 'report-linked', field: 'links', edition: EDITION, id: 'e3' });
const other = { ...status, id: 'e4', study: 's00002' };
const finished = eventOf({
  kind: 'status-changed',
  field: 'status',
  edition: EDITION,
  id: 'e5',
  cause: 'republished',
});

test('a later print takes the place of what it says otherwise, and of the year that passed', () => {
  expect(stillStanding([status, overdue, linked, other, finished])).toEqual([
    linked,
    other,
    finished,
  ]);
});

test('a correction takes the place of what it corrects, in whatever edition the mistake was', () => {
  const correction = {
    ...finished,
    cause: 'correction',
    corrects: 'e1',
    edition: 'XV/2022-jaarverslag',
  } as const;
  expect(stillStanding([status, linked, correction])).toEqual([linked, correction]);
});

test('what a later edition shows takes the place of nothing', () => {
  const later = { ...finished, cause: 'successor' } as const;
  expect(stillStanding([status, overdue, later])).toEqual([status, overdue, later]);
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedEditions,
  expectedOn,
  paperNumber,
  prinsjesdag,
  publicationOrder,
  vergaderjaar,
  verantwoordingsdag,
} from '../../src/edition/calendar.ts';
import { requireEditionId } from '../../src/edition/edition.ts';

function ids(chapter: string, since: number, now: string): readonly string[] {
  return expectedEditions(chapter, since, new Date(now)).map((edition) => edition.id);
}

describe('days of the budget year', () => {
  it.each([
    [2023, '2023-09-19'],
    [2024, '2024-09-17'],
    [2025, '2025-09-16'],
    [2026, '2026-09-15'],
    [2027, '2027-09-21'],
    [2028, '2028-09-19'],
  ])('has Prinsjesdag %i on %s', (year, date) => {
    expect(prinsjesdag(year)).toBe(date);
  });

  it.each([
    [2023, '2023-05-17'],
    [2024, '2024-05-15'],
    [2025, '2025-05-21'],
    [2026, '2026-05-20'],
    [2027, '2027-05-19'],
    [2028, '2028-05-17'],
  ])('has Verantwoordingsdag %i on %s', (year, date) => {
    expect(verantwoordingsdag(year)).toBe(date);
  });

  it('is always the third such weekday of its month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        const [budget, report] = [new Date(prinsjesdag(year)), new Date(verantwoordingsdag(year))];
        expect([budget.getUTCMonth(), budget.getUTCDay()]).toEqual([8, 2]);
        expect([report.getUTCMonth(), report.getUTCDay()]).toEqual([4, 3]);
        for (const day of [budget.getUTCDate(), report.getUTCDate()]) {
          expect(Math.ceil(day / 7)).toBe(3);
        }
      }),
    );
  });

  it('expects a begroting before its year and a jaarverslag after it', () => {
    expect(expectedOn({ year: 2027, phase: 'begroting' })).toBe('2026-09-15');
    expect(expectedOn({ year: 2022, phase: 'jaarverslag' })).toBe('2023-05-17');
  });
});

describe('where the search service files a paper', () => {
  it.each([
    ['XV/2022-jaarverslag', '2022-2023'],
    ['XV/2025-jaarverslag', '2025-2026'],
    ['XV/2027-begroting', '2026-2027'],
    ['XV/2023-begroting', '2022-2023'],
  ])('puts %s in parliamentary year %s', (id, expected) => {
    expect(vergaderjaar(requireEditionId(id))).toBe(expected);
  });

  it('has the report as paper 1 and the explanatory memorandum as paper 2', () => {
    expect(paperNumber('jaarverslag')).toBe('1');
    expect(paperNumber('begroting')).toBe('2');
  });
});

describe('expectedEditions', () => {
  it('lists in order of publication all editions whose day has come', () => {
    expect(ids('XV', 2021, '2024-11-24T00:00:00Z')).toEqual([
      'XV/2021-begroting',
      'XV/2022-begroting',
      'XV/2021-jaarverslag',
      'XV/2023-begroting',
      'XV/2022-jaarverslag',
      'XV/2024-begroting',
      'XV/2023-jaarverslag',
      'XV/2025-begroting',
    ]);
  });

  it('expects an edition from the first hour of its day in The Hague', () => {
    expect(ids('XV', 2026, '2026-09-14T21:59:59Z')).not.toContain('XV/2027-begroting');
    expect(ids('XV', 2026, '2026-09-14T22:00:00Z')).toContain('XV/2027-begroting');
  });

  it('gives the number by rule and leaves the dossier open', () => {
    const [edition] = expectedEditions('XV', 2023, new Date('2022-12-01'));
    expect(edition).toEqual({
      id: 'XV/2023-begroting',
      chapter: 'XV',
      year: 2023,
      phase: 'begroting',
      dossier: null,
      number: '2',
    });
  });

  it('does not expect papers of a chapter before it existed or after it ended', () => {
    expect(ids('XX', 2021, '2026-06-01T00:00:00Z')).toEqual([
      'XX/2025-begroting',
      'XX/2026-begroting',
      'XX/2025-jaarverslag',
    ]);
    expect(ids('XIX', 2021, '2026-06-01T00:00:00Z')).toEqual([
      'XIX/2022-begroting',
      'XIX/2022-jaarverslag',
    ]);
  });

  it('expects every year of a chapter it does not know', () => {
    expect(ids('XXIV', 2025, '2025-10-01T00:00:00Z')).toEqual([
      'XXIV/2025-begroting',
      'XXIV/2026-begroting',
    ]);
  });

  it('never lists less at a later moment', () => {
    const moment = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const before = ids('XV', 2019, earlier.toISOString());
        const after = ids('XV', 2019, later.toISOString());
        expect(after.slice(0, before.length)).toEqual(before);
      }),
    );
  });
});

describe('order of editions', () => {
  it('sorts by day, then by chapter', () => {
    const editions = ['XV/2024-begroting', 'XV/2022-jaarverslag', 'VI/2024-begroting'];
    expect(
      editions
        .map(requireEditionId)
        .sort(publicationOrder)
        .map(({ id }) => id),
    ).toEqual(['XV/2022-jaarverslag', 'VI/2024-begroting', 'XV/2024-begroting']);
  });
});

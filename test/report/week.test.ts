import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { amsterdamDate, dateRange, dayAndTime, longDate } from '../../src/report/date.ts';
import {
  isWithin,
  parsePeriod,
  parseWeek,
  periodBetween,
  weekBefore,
  weekOf,
  wholeWeeks,
} from '../../src/report/week.ts';

test.each([
  ['2024-05-16T04:17:00Z', '2024-W20', '2024-05-13', '2024-05-19'],
  ['2024-12-30T12:00:00Z', '2025-W01', '2024-12-30', '2025-01-05'],
  ['2025-12-29T12:00:00Z', '2026-W01', '2025-12-29', '2026-01-04'],
  ['2026-12-31T12:00:00Z', '2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-01-03T12:00:00Z', '2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-01-04T12:00:00Z', '2027-W01', '2027-01-04', '2027-01-10'],
])('%s is in %s', (instant, name, start, end) => {
  expect(weekOf(new Date(instant))).toMatchObject({ name, start, end });
});

test('the day is the one in Amsterdam, in winter and in summer', () => {
  expect(weekOf(new Date('2024-05-19T21:59:59Z')).name).toBe('2024-W20');
  expect(weekOf(new Date('2024-05-19T22:00:00Z')).name).toBe('2024-W21');
  expect(weekOf(new Date('2024-12-29T22:59:59Z')).name).toBe('2024-W52');
  expect(weekOf(new Date('2024-12-29T23:00:00Z')).name).toBe('2025-W01');
});

test('a name gives its week, and only a week that the year has', () => {
  expect(parseWeek('2024-W20')).toMatchObject({ start: '2024-05-13', end: '2024-05-19' });
  expect(parseWeek('2026-W53')).toMatchObject({ start: '2026-12-28' });
  for (const name of ['2025-W53', '2024-W00', '2024-W54', '2024-20', 'W20', '2024-W5']) {
    expect(parseWeek(name)).toBeNull();
  }
});

test('every day is in the week that its name gives, seven days after the week before', () => {
  const day = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2090-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (instant) => {
      const week = weekOf(instant);
      expect(parseWeek(week.name)).toEqual(week);
      expect(isWithin(week, instant.toISOString())).toBe(true);
      expect(isWithin(weekBefore(week), instant.toISOString())).toBe(false);
      expect(Date.parse(week.start) - Date.parse(weekBefore(week).start)).toBe(7 * 86_400_000);
    }),
  );
});

test('a period is a week, some weeks, or days', () => {
  expect(periodBetween('2024-05-13', '2024-05-19').name).toBe('2024-W20');
  const weeks = periodBetween('2024-04-15', '2024-05-19');
  expect(weeks.name).toBe('2024-W16--2024-W20');
  expect(wholeWeeks(weeks)?.map(({ number }) => number)).toEqual([16, 20]);
  const days = periodBetween('2024-05-14', '2024-05-19');
  expect(days.name).toBe('2024-05-14--2024-05-19');
  expect(wholeWeeks(days)).toBeNull();
});

test('dates as people write them', () => {
  expect(longDate('2024-05-16', 'nl')).toBe('16 mei 2024');
  expect(longDate('2024-05-15T22:30:00.000Z', 'nl')).toBe('16 mei 2024');
  expect(longDate('2024-05-16', 'en')).toBe('16 May 2024');
  expect(dayAndTime('2024-05-19T04:17:00.000Z', 'nl')).toBe('zondag 06:17');
  expect(amsterdamDate(new Date('2024-12-31T23:00:00Z'))).toBe('2025-01-01');
  expect(dateRange('2024-05-13', '2024-05-19', 'nl')).toBe('13–19 mei 2024');
  expect(dateRange('2024-04-29', '2024-05-05', 'nl')).toBe('29 april–5 mei 2024');
  expect(dateRange('2024-12-30', '2025-01-05', 'nl')).toBe('30 december 2024–5 januari 2025');
  expect(dateRange('2024-05-16', '2024-05-16', 'nl')).toBe('16 mei 2024');
});

test('the name of a period gives it back; any other text gives none', () => {
  for (const [start, end] of [
    ['2024-05-13', '2024-05-19'],
    ['2024-04-15', '2024-05-19'],
    ['2024-05-14', '2024-05-16'],
  ] as const) {
    const period = periodBetween(start, end);
    expect(parsePeriod(period.name)).toEqual({ name: period.name, start, end });
  }
  for (const name of [
    '',
    '2024',
    '2024-W20--x',
    '2024-05-19--2024-05-13',
    '2024-W20--2024-W21--2024-W22',
  ]) {
    expect(parsePeriod(name)).toBeNull();
  }
});

import { expect, it } from 'vitest';
import { firstYearReported, yearMeaning } from '../../src/edition/models.ts';

it.each([
  ['jaarverslag', 2020, 'offered', 2016],
  ['jaarverslag', 2021, 'completed', 2018],
  ['jaarverslag', 2023, 'completed', 2020],
  ['begroting', 2020, 'completed', null],
  [null, 2020, 'completed', null],
  ['jaarverslag', null, 'completed', null],
] as const)(
  'of %s %j the years are %s, the first one reported %j',
  (phase, year, meaning, first) => {
    expect(yearMeaning({ phase, year })).toBe(meaning);
    expect(firstYearReported({ phase, year })).toBe(first);
  },
);

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCompletion } from '../../src/study/completion.ts';

const none = { from: null, to: null, open: false, latest: false, unknown: false };

describe('parseCompletion', () => {
  it.each([
    ['2023', { ...none, from: 2023, to: 2023 }],
    ['2018', { ...none, from: 2018, to: 2018 }],
    ['2022-2023', { ...none, from: 2022, to: 2023 }],
    ['2022–2023', { ...none, from: 2022, to: 2023 }],
    ['2022 - 2023', { ...none, from: 2022, to: 2023 }],
    ['2025/2026', { ...none, from: 2025, to: 2026 }],
    ['2022-23', { ...none, from: 2022, to: 2023 }],
    ['2023, 2025', { ...none, from: 2023, to: 2025 }],
    ['2025, 2027 en 2029', { ...none, from: 2025, to: 2029 }],
    ['2025, N.t.b.', { ...none, from: 2025, unknown: true }],
    ['2023 e.v.', { ...none, from: 2023, open: true }],
    ['2023 ev', { ...none, from: 2023, open: true }],
    ['2023 en verder', { ...none, from: 2023, open: true }],
    ['2021, 2023 en verder', { ...none, from: 2021, open: true }],
    ['n.t.b.', { ...none, unknown: true }],
    ['N.t.b.', { ...none, unknown: true }],
    ['ntb', { ...none, unknown: true }],
    ['Nog te bepalen', { ...none, unknown: true }],
    ['Uiterlijk 2028', { ...none, to: 2028, latest: true }],
    ['uiterlijk 2031', { ...none, to: 2031, latest: true }],
    ['Afronding in 2028', { ...none, from: 2028, to: 2028 }],
    ['20231', { ...none, from: 2023, to: 2023 }],
    ['T1 2024', { ...none, from: 2024, to: 2024 }],
    ['Q4 2022', { ...none, from: 2022, to: 2022 }],
    ['2024-06', { ...none, from: 2024, to: 2024 }],
    ['eerste helft van 2023', { ...none, from: 2023, to: 2023 }],
    ['jaarlijks', { ...none, unknown: true }],
    ['?', { ...none, unknown: true }],
  ])('%s', (printed, expected) => {
    expect(parseCompletion(printed)).toEqual(expected);
  });

  it.each([[null], [''], ['  ']])('states nothing for %j', (printed) => {
    expect(parseCompletion(printed)).toBeNull();
  });

  it('never throws, never turns the years round, and always says something of a filled cell', () => {
    const part = fc.constantFrom(
      '2021',
      '2024',
      '2030',
      '-',
      '/',
      ', ',
      ' ',
      'e.v.',
      'n.t.b.',
      'uiterlijk ',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const completion = parseCompletion(text);
        expect(completion === null).toBe(text.trim() === '');
        if (completion === null) return;
        const { from, to, open, latest, unknown } = completion;
        expect(from ?? 0).toBeLessThanOrEqual(to ?? 9999);
        expect(from !== null || to !== null || unknown || open || latest).toBe(true);
      }),
    );
  });

  it('keeps the outer years of any list', () => {
    const years = fc.array(fc.integer({ min: 1990, max: 2049 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(years, fc.constantFrom(', ', '-', '/', ' en '), (list, separator) => {
        const completion = parseCompletion(list.join(separator));
        expect(completion?.from).toBe(Math.min(...list));
        expect(completion?.to).toBe(Math.max(...list));
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALLEST_GROUP, substitutionOf } from '../../src/change/groups.ts';
import { emptyLedger, record } from '../../src/ledger/ledger.ts';
import type { Event } from '../../src/ledger/event.ts';
import { lineEdition, stepsOf } from '../support/lines.ts';
import type { LineRow } from '../support/lines.ts';

const NAMES = ['WIA', 'WW', 'Wajong', 'AOW', 'Anw', 'Wkb'];

/** The events when each row of a begroting says this of a study, and the next begroting that. */
function eventsOf(
  before: (name: string, index: number) => Partial<LineRow>,
  after: (name: string, index: number) => Partial<LineRow>,
  count = NAMES.length,
): readonly Event[] {
  const names = NAMES.slice(0, count);
  const rows = (cells: typeof before): readonly LineRow[] =>
    names.map((name, index) => ({ is: `s${index + 1}`, ...cells(name, index) }));
  const [, step] = stepsOf(
    lineEdition('XV/2024-begroting', ...rows(before)),
    lineEdition('XV/2025-begroting', ...rows(after)),
  );
  return record(emptyLedger(), {
    changes: step?.changes ?? [],
    edition: 'XV/2025-begroting',
    against: 'XV/2024-begroting',
    cause: 'successor',
    told: 'tell',
    recorded: '2024-09-18T04:17:00.000Z',
  }).events;
}

const typed = (type: string) => () => ({ type });

const id = (count: number): string | undefined =>
  eventsOf(
    () => ({ type: 'a' }),
    () => ({ type: 'b' }),
    count,
  )[0]?.id;

const wordsIn = (text: string | undefined): number => (text ? text.split(' ').length : 0);

describe('the same change on many studies of one edition', () => {
  it('is one event that lists its rows: a renamed ministry in titles', () => {
    const events = eventsOf(
      (name) => ({ title: `Evaluatie ${name} door EZK in 2024` }),
      (name) => ({ title: `Evaluatie ${name} door EZ in 2024` }),
    );
    expect(events).toMatchObject([
      {
        kind: 'retitled',
        news: 'no',
        study: null,
        studies: ['s1', 's2', 's3', 's4', 's5', 's6'],
        before: 'EZK',
        after: 'EZ',
        edition: 'XV/2025-begroting',
        rows: [0, 1, 2, 3, 4, 5],
        against: 'XV/2024-begroting',
        againstRows: [0, 1, 2, 3, 4, 5],
      },
    ]);
  });

  it('is one event: a renumbered article, whatever stands behind the point', () => {
    const events = eventsOf(
      (_name, index) => ({ articles: `37.${index + 1}` }),
      (_name, index) => ({ articles: `38.${index + 1}` }),
    );
    expect(events).toMatchObject([{ kind: 'articles-changed', before: '37', after: '38' }]);
  });

  it.each([
    ['type', 'Beleidsdoorlichting', 'Periodieke rapportage', 'type-changed'],
    ['theme', 'Thema 1: Arbeid', 'Thema 1: Werk', 'theme-changed'],
  ])('is one event: another word for a %s', (field, before, after, kind) => {
    const events = eventsOf(
      () => ({ [field]: before }),
      () => ({ [field]: after }),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind, study: null });
  });

  it('is one event from five studies on', () => {
    expect(eventsOf(typed('a'), typed('b'), SMALLEST_GROUP)).toHaveLength(1);
    const few = eventsOf(typed('a'), typed('b'), SMALLEST_GROUP - 1);
    expect(few.map(({ study, studies }) => [study, studies])).toEqual([
      ['s1', undefined],
      ['s2', undefined],
      ['s3', undefined],
      ['s4', undefined],
    ]);
  });

  it('leaves out who has another change of the same field', () => {
    const events = eventsOf(
      () => ({ type: 'Ex-post' }),
      (_name, index) => ({ type: index === 2 ? 'Ex-durante' : 'Ex-post evaluatie' }),
    );
    expect(events.map(({ study, rows }) => [study, rows])).toEqual([
      [null, [0, 1, 3, 4, 5]],
      ['s3', [2]],
    ]);
  });

  it('is never what became of a study', () => {
    const events = eventsOf(
      () => ({ status: 'Lopend', completion: '2024', conclusions: '' }),
      () => ({ status: 'Afgerond', completion: '2024', conclusions: 'Goed.' }),
    );
    expect(events).toHaveLength(2 * NAMES.length);
    expect(events.every(({ study }) => study !== null)).toBe(true);
  });

  it('has an id that does not depend on how many studies it changes', () => {
    expect(id(5)).toBe(id(6));
  });
});

describe('the words that were replaced', () => {
  it.each([
    ['retitled', 'Monitor SZW 2024', 'Monitor SZW en VWS 2024', '', 'en VWS'],
    ['retitled', 'Evaluatie “WW”', 'Wetsevaluatie "WW"', 'Evaluatie', 'Wetsevaluatie'],
    ['articles-changed', '1, 2.1', '1, 2.2', '2.1', '2.2'],
    ['articles-changed', '31', '31.3', '31', '31.3'],
    ['articles-changed', '31.1, 31.2', '32.1, 32.2', '31', '32'],
    ['articles-changed', '1', '1, 2', '', '2'],
    ['type-changed', 'Ex-Post', 'ex-durante', 'ex-post', 'ex-durante'],
  ] as const)('%s from %j to %j', (kind, before, after, gone, come) => {
    expect(substitutionOf(kind, before, after)).toEqual({ before: gone, after: come });
  });

  it('put back give the later title', () => {
    const words = fc.array(fc.constantFrom('wet', 'SZW', 'en', 'VWS'), { maxLength: 6 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        const found = substitutionOf('retitled', before, after);
        expect(wordsIn(found?.after) - wordsIn(found?.before)).toBe(
          wordsIn(after) - wordsIn(before),
        );
        expect(after.includes(found?.after ?? '?')).toBe(true);
        expect(before.includes(found?.before ?? '?')).toBe(true);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/change/compare.ts';
import { lastYearOf } from '../../src/change/completion.ts';
import type { KnownStudy } from '../../src/change/known.ts';
import type { LineEdition } from '../../src/change/line.ts';
import { lineOf, replay } from '../../src/change/line.ts';
import { stateOf } from '../../src/change/state.ts';
import { textOf } from '../../src/change/study-changes.ts';
import { plain } from '../../src/change/text.ts';
import { parseCompletion } from '../../src/study/completion.ts';
import { lineEdition } from '../support/lines.ts';
import type { LineRow } from '../support/lines.ts';
import { anyCells, anyEdition, study } from '../support/studies.ts';

const IDS = ['s1', 's2', 's3', 's4'];
const EDITIONS = [2022, 2023, 2024, 2025].flatMap((year) => [
  `XV/${year}-begroting`,
  `XV/${year}-jaarverslag`,
]);

const anyRows: fc.Arbitrary<readonly LineRow[]> = fc
  .array(fc.tuple(fc.constantFrom(...IDS), anyCells), { maxLength: 5 })
  .map((rows) => rows.map(([is, cells]) => ({ ...cells, is })));

/** Editions of one chapter over both phases, some of them missing, in order of publication. */
const anyLine: fc.Arbitrary<readonly LineEdition[]> = fc
  .subarray(EDITIONS, { minLength: 2 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => anyRows.map((rows) => lineEdition(id, ...rows)))).map(lineOf),
  );

function eventIdsOf(editions: readonly LineEdition[]): readonly string[] {
  return replay(lineOf(editions)).flatMap(({ changes }) => changes.map(({ eventId }) => eventId));
}

/** A row that states just what is known. */
function restated(id: string, { round }: KnownStudy): LineRow {
  return {
    is: id,
    title: round.title.value,
    status: round.status?.value ?? null,
    completion: round.completion?.value.text ?? null,
    conclusions: round.conclusions?.value ?? null,
    type: round.type?.value ?? null,
    theme: round.theme?.value ?? null,
    description: round.description?.value ?? null,
    articles: round.articles?.value.join(', ') ?? null,
    links: (round.links?.value ?? []).map((url) => ({ url, text: 'hier' })),
  };
}

describe('a line', () => {
  it('tells the same events in every run, in whatever order its editions were found', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(eventIdsOf(structuredClone(line).toReversed())).toEqual(eventIdsOf(line));
      }),
    );
  });

  it('tells of an edition what it told on the day it was the last one', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(), (line, size) => {
        const early = replay(line.slice(0, 1 + (size % line.length)));
        expect(replay(line).slice(0, early.length)).toEqual(early);
      }),
    );
  });

  it('tells no event of two editions', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const told = replay(line).flatMap(({ edition, changes }) =>
          [...new Set(changes.map(({ eventId }) => eventId))].map((id) => [id, edition] as const),
        );
        expect(new Map(told).size).toBe(told.length);
      }),
    );
  });

  it('tells nothing of a print of the same text', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(), (line, place) => {
        const printed = line[place % line.length] as LineEdition;
        const steps = replay(lineOf([...line, structuredClone(printed)]));
        const again = steps.find(({ cause }) => cause === 'republished');
        expect(again?.changes).toEqual([]);
        expect(again?.known).toEqual(
          steps.find(({ edition }) => edition.edition.id === printed.edition.id)?.known,
        );
      }),
    );
  });

  it('tells nothing of an edition that states what is known, but that a year has passed', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom('begroting', 'jaarverslag'), (line, phase) => {
        const known = replay(line).at(-1)?.known ?? new Map<string, KnownStudy>();
        const rows = [...known].filter(([key]) => !key.includes('/'));
        const next = lineEdition(
          `XV/2027-${phase}`,
          ...rows.map(([id, round]) => restated(id, round)),
        );
        const changes = replay(lineOf([...line, next])).at(-1)?.changes ?? [];
        expect(changes.filter(({ kind }) => kind !== 'overdue')).toEqual([]);
      }),
    );
  });

  it('never tells a passed year of a study that is known to be finished', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        for (const { edition, changes } of replay(line)) {
          for (const { kind, row } of changes) {
            if (kind !== 'overdue') continue;
            expect(edition.studies[row ?? -1]?.status).toMatch(/te starten|lopend/);
          }
        }
      }),
    );
  });

  it('has each study that an edition does not list in one change of presence at most', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        for (const { edition, changes } of replay(line)) {
          const absent = changes.filter(({ row }) => row === null).map(({ study: id }) => id);
          expect(new Set(absent).size).toBe(absent.length);
          expect(absent.filter((id) => edition.ids.includes(id ?? ''))).toEqual([]);
        }
      }),
    );
  });
});

/** What a row of a line states of a field. */
function textIn(line: readonly LineEdition[], id: string | null, row: number, field: string) {
  const edition = line.find((one) => one.edition.id === id);
  const stated = edition?.studies[row];
  return stated ? textOf(field, stateOf(stated, 'completed')) : null;
}

describe('what a line tells of a field', () => {
  it('stands in the two rows of one study that it names, and the row before is the last that said so', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        for (const [place, { edition, changes }] of replay(line).entries()) {
          for (const { field, row, against, before, after, study: id } of changes) {
            if (field === null || row === null) continue;
            const from = against?.edition.id ?? null;
            expect(edition.ids[row]).toBe(id);
            expect(textIn(line, edition.edition.id, row, field)).toBe(after);
            if (from === null) continue;
            const said = line.find((one) => one.edition.id === from);
            expect(said?.ids[against?.row ?? -1]).toBe(id);
            expect(textIn(line, from, against?.row ?? -1, field)).toBe(before);
            expect(line.findIndex((one) => one.edition.id === from)).toBeLessThan(place);
          }
        }
      }),
    );
  });

  it('is the same in whatever order the rows of an edition stand', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const once = line.map((edition) => {
          const rows = [...new Set(edition.ids)].map((id) => edition.ids.indexOf(id));
          return { ...edition, ...rowsAt(edition, rows) };
        });
        const turned = once.map((edition) => ({
          ...edition,
          ...rowsAt(edition, [...edition.ids.keys()].toReversed()),
        }));
        expect(eventIdsOf(turned).toSorted()).toEqual(eventIdsOf(once).toSorted());
      }),
    );
  });
});

function rowsAt(
  { ids, studies }: LineEdition,
  rows: readonly number[],
): Pick<LineEdition, 'ids' | 'studies'> {
  return {
    ids: rows.map((row) => ids[row] ?? ''),
    studies: rows.map((row) => studies[row] ?? study()),
  };
}

const FIELDS = ['status', 'conclusions', 'articles', 'type', 'theme', 'title', 'description'];

describe('compare', () => {
  it('tells every difference: what was before and the changes give what is after', () => {
    const titles = ['Wet X', 'Monitor Y', 'Pilot', 'Regeling Z'];
    const two = fc.tuple(
      anyEdition(titles, 'XV/2022-jaarverslag'),
      anyEdition(titles, 'XV/2023-jaarverslag'),
    );
    fc.assert(
      fc.property(two, ([before, after]) => {
        const { pairs, changes } = compare(before, after);
        for (const pair of pairs) {
          const was = stateOf(before.studies[pair.before.row] ?? study(), 'completed');
          const is = stateOf(after.studies[pair.after.row] ?? study(), 'completed');
          const own = changes.filter(({ afterRow }) => afterRow === pair.after.row);
          const isNewRound = own.some(({ kind }) => kind === 'new-cycle');
          const now = (field: string): string | null => {
            const change = own.find((told) => told.field === field && told.kind !== 'overdue');
            return change ? change.after : textOf(field, was);
          };
          for (const field of FIELDS) {
            const stated = textOf(field, is);
            // What is stated for the first time is no change but for a status; a new round begins with any.
            if (stated === null || (field !== 'status' && textOf(field, was) === null)) continue;
            if (isNewRound && ['status', 'conclusions'].includes(field)) continue;
            expect(plain(now(field) ?? '')).toBe(plain(stated));
          }
          const told = lastYearOf(parseCompletion(now('completion')));
          expect([null, told]).toContain(is.completion?.to ?? null);
        }
      }),
    );
  });
});

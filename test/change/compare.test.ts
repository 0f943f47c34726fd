import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/change/compare.ts';
import type { ComparedEdition } from '../../src/change/compared-edition.ts';
import type { ChangeKind, Comparison } from '../../src/change/comparison.ts';
import { comparisonSchema } from '../../src/change/schema.ts';
import type { Phase } from '../../src/edition/edition.ts';
import { anyCells, anyEdition, edition, study } from '../support/studies.ts';

const TITLES = ['Wet X', 'wet x', 'Wet-X', 'Monitor Y', 'Monitor Y 2017', 'Monitor Y 2018', ''];
const APART = ['Wet X', 'Monitor Y', 'Monitor Y 2017', 'Periodieke rapportage Z', 'Pilot'];
const PRESENCE: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'added',
  'vanished',
  'aged-out',
  'awaiting-report',
  'not-accounted-for',
  'theme-absent',
  'moved',
]);
const anyPhase = fc.constantFrom<Phase>('begroting', 'jaarverslag');

/** Rows of an edition, titles and all alike as often as not. */
function anyRows(id: string): fc.Arbitrary<ComparedEdition> {
  return fc
    .array(fc.tuple(fc.constantFrom(...TITLES), anyCells), { maxLength: 8 })
    .map((rows) => edition(id, ...rows.map(([title, cells]) => study({ ...cells, title }))));
}

const anyTwo = anyPhase.chain((phase) =>
  fc.tuple(anyRows(`XV/2022-${phase}`), anyRows(`XV/2023-${phase}`)),
);

/** Every place where a row of one side stands. */
function placesOf(comparison: Comparison, side: 'before' | 'after'): readonly number[] {
  const { pairs, changes, review } = comparison;
  return [
    ...pairs.map((pair) => pair[side].row),
    ...changes
      .filter(({ kind }) => PRESENCE.has(kind))
      .map((change) => (side === 'before' ? change.beforeRow : change.afterRow))
      .filter((row) => row !== null),
    ...review.flatMap((item) => item[side].map(({ row }) => row)),
  ].sort((one, other) => one - other);
}

const turned = (side: ComparedEdition): ComparedEdition => ({
  ...side,
  studies: side.studies.toReversed(),
});

const changesOf = (comparison: Comparison): readonly string[] =>
  comparison.changes
    .map(({ beforeRow: _before, afterRow: _after, ...change }) => JSON.stringify(change))
    .sort();

describe('compare', () => {
  it('has every row of each side in exactly one place', () => {
    fc.assert(
      fc.property(anyTwo, ([before, after]) => {
        const comparison = compare(before, after);
        expect(placesOf(comparison, 'before')).toEqual([...before.studies.keys()]);
        expect(placesOf(comparison, 'after')).toEqual([...after.studies.keys()]);
      }),
    );
  });

  it('finds nothing between an edition and itself', () => {
    fc.assert(
      fc.property(anyRows('XV/2022-jaarverslag'), (rows) => {
        expect(compare(rows, rows).changes).toEqual([]);
      }),
    );
  });

  it('finds the same changes in whatever order the rows stand', () => {
    const two = fc.tuple(
      anyEdition(APART, 'XV/2023-begroting'),
      anyEdition(APART, 'XV/2024-begroting'),
    );
    fc.assert(
      fc.property(two, ([before, after]) => {
        expect(changesOf(compare(turned(before), turned(after)))).toEqual(
          changesOf(compare(before, after)),
        );
      }),
    );
  });

  it('turns rows that are new into rows that left when the sides are swapped', () => {
    fc.assert(
      fc.property(anyTwo, ([before, after]) => {
        const added = compare(before, after).changes.filter(({ kind }) => kind === 'added');
        const left = compare(after, before).changes.filter(
          ({ kind, beforeRow }) => PRESENCE.has(kind) && kind !== 'moved' && beforeRow !== null,
        );
        expect(left.map(({ beforeRow }) => beforeRow)).toEqual(
          added.map(({ afterRow }) => afterRow),
        );
      }),
    );
  });

  it('gives the same event ids in every run, and none twice for different facts', () => {
    fc.assert(
      fc.property(anyTwo, ([before, after]) => {
        const comparison = compare(before, after);
        expect(compare(structuredClone(before), structuredClone(after))).toEqual(comparison);
        const facts = comparison.changes.map(({ eventId, kind }) => `${eventId} ${kind}`);
        const ids = comparison.changes.map(({ eventId }) => eventId);
        expect(new Set(ids).size).toBe(new Set(facts).size);
      }),
    );
  });

  it('prints what its schema says', () => {
    fc.assert(
      fc.property(anyTwo, ([before, after]) => {
        const comparison = compare(before, after);
        expect(comparisonSchema.parse(comparison)).toEqual(comparison);
      }),
    );
  });
});

const firstId = (before: ComparedEdition, after: ComparedEdition): string | undefined =>
  compare(before, after).changes[0]?.eventId;

describe('event ids', () => {
  const running = edition('XV/2022-jaarverslag', study({ status: 'Lopend' }));
  const done = edition('XV/2023-jaarverslag', study({ status: 'Afgerond' }));

  it('do not depend on texts, rows or capitals of a title', () => {
    const other = edition(
      'XV/2023-jaarverslag',
      study({ title: 'Iets anders', completion: '2030' }),
      study({ title: 'EVALUATIE Programma preventie beroepsziekten', status: 'Afgerond' }),
    );
    const changed = compare(edition('XV/2022-jaarverslag', study({ status: 'Te starten' })), other);
    expect(changed.changes.find(({ kind }) => kind === 'status-changed')?.eventId).toBe(
      firstId(running, done),
    );
  });

  it('depend on the id in the register, the edition and the cause', () => {
    const ids = new Set([
      firstId(running, done),
      firstId({ ...running, ids: ['s00001'] }, { ...done, ids: ['s00001'] }),
      firstId({ ...running, ids: ['s00002'] }, { ...done, ids: ['s00002'] }),
      firstId(running, { ...done, edition: edition('XV/2024-jaarverslag').edition }),
      compare(running, done, { cause: 'correction' }).changes[0]?.eventId,
      firstId({ ...running, edition: done.edition }, done),
    ]);
    expect(ids.size).toBe(6);
  });

  it('stay the same from version to version', () => {
    expect(firstId(running, done)).toMatchInlineSnapshot(`"67cddbc4d0ee4819"`);
  });
});

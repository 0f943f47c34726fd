import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CqlError, RELATIONS, parseCql } from '../../src/demo/standin/cql.ts';
import type { Boolean, Expression, Relation } from '../../src/demo/standin/cql.ts';
import { queryProblem, runQuery } from '../../src/demo/standin/evaluate.ts';
import { recordAt } from '../../src/demo/standin/record.ts';
import type { SruRecord } from '../../src/demo/standin/record.ts';
import { paperOf } from '../support/source.ts';

const NOW = new Date('2026-11-24');

function recordOf(changes: Parameters<typeof paperOf>[1]): SruRecord {
  const record = recordAt(paperOf('XV/2022-jaarverslag', changes), NOW);
  if (!record) throw new Error('the sample paper is published');
  return record;
}

const RECORDS = [
  recordOf({ publication: 'kst-36360-XV-1' }),
  recordOf({ publication: 'kst-36360-XV-2', number: '2', subrubriek: null }),
  recordOf({
    publication: 'kst-36410-VII-1',
    chapter: 'VII',
    dossier: '36410',
    dossierTitle: 'Financiën; "De Nederlandsche Bank"',
  }),
  recordOf({ publication: 'kst-36410-1', chapter: null, dossier: '36410', modified: '2026-05-18' }),
];

function found(query: string): readonly string[] {
  return runQuery(parseCql(query), RECORDS).records.map(({ identifier }) => identifier);
}

describe('relations of a query', () => {
  it.each([
    ['w.dossiernummer=="36360-XV"', ['kst-36360-XV-1', 'kst-36360-XV-2']],
    ['w.dossiernummer=="36360-xv"', []],
    ['w.dossiernummer=="36360"', []],
    ['w.dossiernummer="36410"', ['kst-36410-VII-1', 'kst-36410-1']],
    ['w.dossiernummer="36360-xv"', ['kst-36360-XV-1', 'kst-36360-XV-2']],
    ['dt.title="financien"', ['kst-36410-VII-1']],
    ['dt.title="sociale werkgelegenheid"', []],
    [
      'dt.title all "werkgelegenheid SOCIALE 2022"',
      ['kst-36360-XV-1', 'kst-36360-XV-2', 'kst-36410-1'],
    ],
    ['dt.title any "bank gemeentefonds"', ['kst-36410-VII-1']],
    ['w.dossiertitel="de \\"nederlandsche\\" bank"', ['kst-36410-VII-1']],
    ['dt.modified>=2026-05-18', ['kst-36410-1']],
    ['dt.identifier>"kst-36360-XV-2"', ['kst-36410-VII-1', 'kst-36410-1']],
    ['w.subrubriek==Jaarverslag AND w.ondernummer==2', []],
    ['w.publicatienaam==Kamerstuk NOT w.ondernummer==1', ['kst-36360-XV-2']],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('sorts as asked', () => {
    const all = 'c.product-area==officielepublicaties';
    expect(found(`${all} sortBy dt.identifier/sort.descending`)).toEqual([
      'kst-36410-VII-1',
      'kst-36410-1',
      'kst-36360-XV-2',
      'kst-36360-XV-1',
    ]);
    expect(found(`${all} sortBy dt.modified/sort.descending dt.identifier`)[0]).toBe('kst-36410-1');
  });

  it('drops an impossible date without refusing the query', () => {
    const query = parseCql('w.ondernummer==2 AND dt.modified>=2026-02-29');
    expect(runQuery(query, RECORDS)).toMatchObject({
      records: [{ identifier: 'kst-36360-XV-2' }],
      ignored: ['2026-02-29'],
    });
  });
});

describe('text that is no query', () => {
  it.each([
    '',
    '   ',
    'w.ondernummer',
    'w.ondernummer==',
    'w.ondernummer==1 AND',
    'w.ondernummer==1 AND NOT w.ondernummer==2',
    'w.ondernummer==1 and w.ondernummer==2',
    '(w.ondernummer==1',
    'w.ondernummer==1)',
    'w.ondernummer exact 1',
    'dt.title="open',
    "dt.title='a b'",
    'w.ondernummer==1 sortBy',
    'w.ondernummer==1 sortBy dt.date/descending',
  ])('is refused: %s', (query) => {
    expect(() => parseCql(query)).toThrow(CqlError);
  });

  it('is refused in the words of the service', () => {
    expect(() => parseCql('dt.title=a  c.product-area==b')).toThrow(
      "line 1:12 mismatched input 'c.product-area' expecting {<EOF>, AND, OR, NOT, PROX, SORTBY}",
    );
    expect(queryProblem(parseCql('dcterms.title=a'))).toBe('unknown prefix dcterms');
    expect(queryProblem(parseCql('w.documentsoort==a'))).toBe('unknown index w.documentsoort');
    expect(queryProblem(parseCql('dt.title=a sortBy dcterms.date'))).toBe('unknown prefix dcterms');
  });

  it('never breaks the parser in another way', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      '\\',
      '==',
      '=',
      'AND',
      'NOT',
      'sortBy',
      'a',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        let error: unknown = null;
        try {
          parseCql(words.join(' '));
        } catch (caught) {
          error = caught;
        }
        expect(error === null || error instanceof CqlError).toBe(true);
      }),
    );
  });
});

/** Parentheses around every operand on the right; on the left they may be left out. */
function written(query: Expression, onTheRight = false): string {
  if (query.kind === 'clause') {
    return `${query.index} ${query.relation} "${query.term.replace(/["\\]/gu, '\\$&')}"`;
  }
  const text = `${written(query.left)} ${query.kind} ${written(query.right, true)}`;
  return onTheRight ? `(${text})` : text;
}

/** Lists in place of truth values, so that it shares nothing with how a query is evaluated. */
function combined(query: Expression): readonly SruRecord[] {
  if (query.kind === 'clause') return runQuery(parseCql(written(query)), RECORDS).records;
  const [left, right] = [combined(query.left), combined(query.right)];
  if (query.kind === 'AND') return left.filter((record) => right.includes(record));
  if (query.kind === 'NOT') return left.filter((record) => !right.includes(record));
  return RECORDS.filter((record) => left.includes(record) || right.includes(record));
}

describe('any query', () => {
  const INDEXES = ['dt.identifier', 'w.dossiernummer', 'w.ondernummer', 'dt.title'] as const;
  const clause: fc.Arbitrary<Expression> = fc.record({
    kind: fc.constant('clause' as const),
    index: fc.constantFrom(...INDEXES),
    relation: fc.constantFrom<Relation>(...RELATIONS),
    term: fc.oneof(
      fc.constantFrom(
        '1',
        '2',
        '36360-XV',
        '36410',
        'kst-36410-1',
        'Financiën',
        'jaarverslag 2022',
      ),
      fc.string({ unit: fc.constantFrom('a', '"', '\\', ' ', '(', '1', 'é'), maxLength: 5 }),
    ),
  });
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      clause,
      fc.record({
        kind: fc.constantFrom<Boolean>('AND', 'OR', 'NOT'),
        left: tie('expression'),
        right: tie('expression'),
      }),
    ),
  }));

  it('is read as it was written', () => {
    fc.assert(
      fc.property(expression, (query) => {
        expect(parseCql(written(query)).where).toEqual(query);
      }),
    );
  });

  it('finds what its clauses find, combined', () => {
    fc.assert(
      fc.property(expression, (query) => {
        expect(runQuery(parseCql(written(query)), RECORDS).records).toEqual(combined(query));
      }),
    );
  });
});

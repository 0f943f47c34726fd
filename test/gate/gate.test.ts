import { describe, expect, it } from 'vitest';
import { failedGates } from '../../src/gate/gate.ts';
import type { FormerEdition, GateName } from '../../src/gate/gate.ts';
import { confidenceOf } from '../../src/study/confidence.ts';
import type { Extraction, Notice, TextAccount } from '../../src/study/extraction.ts';
import type { Study } from '../../src/study/study.ts';
import { snapshot, study } from '../support/studies.ts';
import type { StudyCells } from '../support/studies.ts';

const ACCOUNT: TextAccount = {
  total: 1200,
  cell: 900,
  heading: 40,
  header: 30,
  footnote: 20,
  note: 10,
  furniture: 100,
  outside: 100,
  notice: 0,
};

function extraction(
  studies: readonly Study[],
  { notices = [], account = ACCOUNT }: Partial<Pick<Extraction, 'notices' | 'account'>> = {},
): Extraction {
  const { edition, annex } = snapshot('XV/2022-jaarverslag');
  return { schemaVersion: 1, edition, annex, account, studies, notices };
}

/** Twenty rows; the first of them with other cells. */
function rows(...others: readonly StudyCells[]): readonly Study[] {
  const cells = { type: 'Ex-post', completion: '2022', status: 'Afgerond', articles: '1' };
  return Array.from({ length: 20 }, (_, index) =>
    study({ title: `Evaluatie ${index}`, ...cells, ...others[index] }),
  );
}

function times<Value>(count: number, value: Value): readonly Value[] {
  return Array.from({ length: count }, () => value);
}

function gates(read: Extraction, former: FormerEdition | null = null): readonly GateName[] {
  return failedGates(read, former).map(({ gate }) => gate);
}

function notice(kind: Notice['kind'], items?: number): Notice {
  return { kind, message: `a ${kind}`, place: null, ...(items !== undefined && { items }) };
}

const former = (studies: number): FormerEdition => ({ id: 'XV/2021-jaarverslag', studies });

it('an edition as they are passes, and so does one without annex', () => {
  expect(gates(extraction(rows()), former(20))).toEqual([]);
  expect(gates({ ...extraction([]), annex: null }, former(20))).toEqual([]);
});

describe.each<{
  readonly gate: GateName;
  readonly fires: readonly (readonly [Extraction, (FormerEdition | null)?])[];
  readonly passes: readonly (readonly [Extraction, (FormerEdition | null)?])[];
}>([
  {
    gate: 'header-unknown',
    fires: [[extraction(rows(), { notices: [notice('unknown-header')] })]],
    passes: [[extraction(rows(), { notices: [notice('unknown-status')] })]],
  },
  {
    gate: 'required-columns',
    fires: [[extraction([study({ title: 'Evaluatie', description: 'Niets.' })])]],
    passes: [
      ...(['type', 'completion', 'status', 'articles'] as const).map(
        (key) => [extraction([study({ title: 'Evaluatie', [key]: '' })])] as const,
      ),
      // An annex without tables has no header, and titles all the same.
      [extraction([study({ title: 'Evaluatie' })], { account: { ...ACCOUNT, header: 0 } })],
      [extraction([])],
    ],
  },
  {
    gate: 'empty-titles',
    fires: [
      [extraction(rows(...times(2, { title: '' })))],
      [extraction([study({ title: '', type: 'x' }), study({ type: 'x' })])],
    ],
    passes: [[extraction(rows({ title: '' }))]],
  },
  {
    gate: 'known-status',
    fires: [[extraction(rows(...times(5, { status: 'Ex-post' })))]],
    passes: [
      [extraction(rows(...times(4, { status: 'Ex-post' })))],
      [extraction([study({ status: 'Vertraagd' })])],
      [extraction(rows(...times(20, { status: 'N.t.b.' })))],
      [extraction(rows(...times(20, { status: '[te starten/lopend/afgerond]' })))],
      [extraction(rows(...times(20, { status: '' })))],
      [extraction(rows(...times(20, { status: null })))],
    ],
  },
  {
    gate: 'known-completion',
    fires: [[extraction(rows(...times(5, { completion: 'Afgerond' })))]],
    passes: [
      [extraction(rows(...times(4, { completion: 'jaarlijks' })))],
      [extraction(rows(...times(20, { completion: 'n.t.b.' })))],
      [extraction(rows(...times(20, { completion: '' })))],
      [extraction([study({ completion: 'jaarlijks' })])],
    ],
  },
  {
    gate: 'study-count',
    fires: [
      [extraction([]), former(1)],
      [extraction(rows()), former(41)],
      [extraction(rows()), former(6)],
    ],
    passes: [
      [extraction([]), former(0)],
      [extraction([])],
      [extraction(rows()), former(40)],
      [extraction(rows()), former(7)],
      [extraction(rows()), former(3)],
      [extraction(rows().slice(0, 1)), former(3)],
    ],
  },
  {
    gate: 'text-lost',
    fires: [
      [extraction(rows(), { notices: [notice('text-outside-table', 21)] })],
      [
        extraction(rows(), {
          notices: [notice('text-outside-table', 11), notice('text-outside-table', 10)],
        }),
      ],
    ],
    passes: [
      [extraction(rows(), { notices: [notice('text-outside-table', 20)] })],
      [extraction(rows(), { notices: [notice('placeholder', 300)] })],
      [extraction(rows(), { notices: [notice('text-outside-table', 21)], account: null })],
    ],
  },
  {
    gate: 'pages-missing',
    fires: [
      [extraction(rows(), { notices: [notice('page-without-text')] })],
      [extraction(rows(), { notices: [notice('page-numbers-jump')] })],
    ],
    passes: [[extraction(rows(), { notices: [notice('edition-unclear')] })]],
  },
  {
    gate: 'low-confidence',
    fires: [[extraction(withLow(5))]],
    passes: [[extraction(withLow(4))], [extraction(withLow(1).slice(0, 1))]],
  },
])('the gate $gate', ({ gate, fires, passes }) => {
  it('stops what it is for, by itself', () => {
    for (const [read, held] of fires) expect(gates(read, held)).toEqual([gate]);
  });

  it('lets through what annexes show', () => {
    for (const [read, held] of passes) expect(gates(read, held)).toEqual([]);
  });
});

function withLow(count: number): readonly Study[] {
  const low = confidenceOf([
    { kind: 'suspicious-value', on: 'articles', level: 'low', message: 'is odd' },
  ]);
  return rows().map((row, index) => ({
    ...row,
    confidence: index < count ? low : confidenceOf([]),
  }));
}

it('a table without any title fails the columns it must have as well', () => {
  expect(gates(extraction([study({ title: '', type: 'x' })]))).toEqual([
    'required-columns',
    'empty-titles',
  ]);
});

it('says the figures', () => {
  const read = extraction(rows(...times(5, { status: 'Ex-post' })));
  expect(failedGates(read, former(41)).map(({ message }) => message)).toEqual([
    '5 of 20 statuses are none of the official words, such as “Ex-post” (25 %; at most 20 % is expected)',
    '20 studies, where XV/2021-jaarverslag has 41; at least 50 % of that is expected',
  ]);
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mention } from '../../src/report/mention.ts';
import { finishedFlags, PLAN_PARTS, planCounts, planOutcome } from '../../src/report/plan.ts';
import type { Dossier } from '../../src/report/plan.ts';
import { editionOf, mentionOf, year } from '../support/report.ts';

const REPORT = editionOf('XV/2023-jaarverslag');
const UNKNOWN = { from: null, to: null, open: false, latest: false, unknown: true };
const SINCE = { from: 2023, to: null, open: true, latest: false, unknown: false };

const plan = (edition: string, to: number): Mention =>
  mentionOf(edition, { status: null, conclusions: null, completion: year(to) });
const told = (
  edition: string,
  status: 'afgerond' | 'lopend' | 'te starten' | null,
  to: number,
): Mention => mentionOf(edition, { status, completion: year(to) });

const P22 = plan('XV/2022-begroting', 2022);
const P23 = plan('XV/2023-begroting', 2023);
const LATER = plan('XV/2024-begroting', 2025);

/** What is known of one study, and the list it ends in; null for none. */
const CASES: readonly (readonly [string, readonly Mention[], string | null])[] = [
  ['finished', [P23, told('XV/2023-jaarverslag', 'afgerond', 2023)], 'finished'],
  ['planned for an earlier year', [P22, told('XV/2023-jaarverslag', 'afgerond', 2023)], 'finished'],
  ['running', [P23, told('XV/2023-jaarverslag', 'lopend', 2023)], 'running'],
  ['yet to start', [P23, told('XV/2023-jaarverslag', 'te starten', 2023)], 'running'],
  ['later by the report', [P23, told('XV/2023-jaarverslag', 'lopend', 2024)], 'later'],
  [
    'later by the year beside the status',
    [
      P23,
      mentionOf('XV/2023-jaarverslag', {
        status: 'lopend',
        completion: year(2023),
        statusCompletion: 2024,
      }),
    ],
    'later',
  ],
  ['later by the newest begroting', [P23, LATER], 'later'],
  [
    'later by the newest begroting, running by the report',
    [P23, LATER, told('XV/2023-jaarverslag', 'lopend', 2023)],
    'running',
  ],
  [
    'moved before the year began',
    [plan('XV/2022-begroting', 2023), plan('XV/2023-begroting', 2025)],
    null,
  ],
  [
    'brought forward within the year',
    [plan('XV/2023-begroting', 2025), plan('XV/2024-begroting', 2023)],
    'unaccounted',
  ],
  ['not listed', [P23], 'unaccounted'],
  ['listed without a status', [P23, told('XV/2023-jaarverslag', null, 2023)], 'unstated'],
  ['finished before', [P22, told('XV/2022-jaarverslag', 'afgerond', 2022)], null],
  [
    'finished before, listed again',
    [
      P22,
      told('XV/2022-jaarverslag', 'afgerond', 2022),
      told('XV/2023-jaarverslag', 'afgerond', 2022),
    ],
    null,
  ],
  [
    'finished by the newest begroting',
    [P23, told('XV/2024-begroting', 'afgerond', 2023)],
    'finished',
  ],
  [
    'finished before and planned anew',
    [told('XV/2021-jaarverslag', 'afgerond', 2021), P23],
    'unaccounted',
  ],
  ['running last year', [told('XV/2022-jaarverslag', 'lopend', 2022)], 'unaccounted'],
  ['a row of an old report without statuses', [told('XV/2021-jaarverslag', null, 2021)], null],
  ['new in the report', [told('XV/2023-jaarverslag', 'afgerond', 2023)], null],
  ['planned for later', [plan('XV/2023-begroting', 2026)], null],
  [
    'without a year',
    [mentionOf('XV/2023-begroting', { status: null, completion: UNKNOWN })],
    'undated',
  ],
  [
    'from 2023 on',
    [mentionOf('XV/2023-begroting', { status: null, completion: SINCE })],
    'undated',
  ],
  [
    'no longer with a year',
    [P23, mentionOf('XV/2024-begroting', { status: null, completion: UNKNOWN })],
    'undated',
  ],
  [
    'without a year, finished',
    [
      mentionOf('XV/2023-begroting', { status: null, completion: UNKNOWN }),
      told('XV/2023-jaarverslag', 'afgerond', 2023),
    ],
    null,
  ],
];

function dossier(id: string, mentions: readonly Mention[]): Dossier {
  return { id, title: `Evaluatie ${id}`, mentions };
}

const LISTS = [...PLAN_PARTS, 'unstated', 'unsure', 'undated'] as const;

function listsOf(mentions: readonly Mention[], unsure: ReadonlySet<string> = new Set()): string[] {
  const outcome = planOutcome([dossier('s1', mentions)], REPORT, unsure);
  return LISTS.filter((list) => outcome[list].length > 0);
}

test.for(CASES)('%s', ([, mentions, list]) => {
  expect(listsOf(mentions)).toEqual(list === null ? [] : [list]);
});

test('a study that a row under review may be is in no number', () => {
  expect(listsOf([P23], new Set(['s1']))).toEqual(['unsure']);
  expect(listsOf([P23, told('XV/2023-jaarverslag', 'lopend', 2023)], new Set(['s1']))).toEqual([
    'running',
  ]);
});

test('the row that planned it and the row that shows the outcome go with it', () => {
  const now = told('XV/2023-jaarverslag', 'afgerond', 2023);
  const [row] = planOutcome([dossier('s1', [P22, P23, now])], REPORT).finished;
  expect(row).toMatchObject({ planned: P23, year: 2023, now });
});

test('every study is in one list at most, and the numbers are those of the lists', () => {
  const mention = fc.constantFrom(...CASES.flatMap(([, mentions]) => mentions));
  const some = fc.array(mention, { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), fc.boolean(), (all, isUnsure) => {
      const dossiers = all.map((mentions, index) => dossier(`s${index}`, mentions));
      const unsure = new Set(isUnsure ? ['s0', 's1'] : []);
      const outcome = planOutcome(dossiers, REPORT, unsure);
      const ids = LISTS.flatMap((list) =>
        outcome[list].map((it) => ('study' in it ? it.study.id : it.id)),
      );
      expect(new Set(ids).size).toBe(ids.length);
      const { total, ...parts } = planCounts(outcome);
      expect(parts).toEqual(
        Object.fromEntries(PLAN_PARTS.map((part) => [part, outcome[part].length])),
      );
      expect(total).toBe(PLAN_PARTS.reduce((sum, part) => sum + outcome[part].length, 0));
    }),
  );
});

test('flags of finished rows: no conclusions where there is a column, and no link to the report', () => {
  const link = [{ url: 'https://open.overheid.nl/r', text: 'rapport' }];
  const rows = [
    mentionOf('XV/2023-jaarverslag', { status: 'afgerond', conclusions: '' }),
    mentionOf('XV/2023-jaarverslag', { status: 'afgerond', conclusions: null, links: link }),
    mentionOf('XV/2023-jaarverslag', { status: 'afgerond', conclusions: 'Werkt.', links: link }),
    mentionOf('XV/2023-jaarverslag', { status: 'lopend', conclusions: '' }),
  ];
  const dossiers = rows.map((row, index) => dossier(`s${index}`, [row]));
  const flags = finishedFlags(dossiers, REPORT);
  expect(flags.withoutConclusions).toEqual([rows[0]]);
  expect(flags.withoutReport).toEqual([rows[0]]);
  const earlier = mentionOf('XV/2022-jaarverslag', { links: link });
  const linked = finishedFlags([dossier('s1', [earlier, rows[0] ?? earlier])], REPORT);
  expect(linked.withoutReport).toEqual([]);
});

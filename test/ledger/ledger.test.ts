import { diffLines } from 'diff';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparedEdition } from '../../src/change/compared-edition.ts';
import type { LineEdition } from '../../src/change/line.ts';
import { requireEditionId } from '../../src/edition/edition.ts';
import type { Event, Ledger } from '../../src/ledger/event.ts';
import {
  awaiting,
  decodeLedger,
  emptyLedger,
  encodeLedger,
  record,
} from '../../src/ledger/ledger.ts';
import type { Entry, Recorded } from '../../src/ledger/ledger.ts';
import { failureOf } from '../support/failure.ts';
import { stepsOf } from '../support/lines.ts';
import { anyCells, edition, study } from '../support/studies.ts';

const RECORDED = '2024-05-16T05:17:00.000Z';

/** Records what a later edition shows; each title is a study of its own. */
function recordAll(
  ledger: Ledger,
  before: ComparedEdition,
  after: ComparedEdition,
  more: Partial<Entry> = {},
): Recorded {
  const titles = [...new Set([...before.studies, ...after.studies].map(({ title }) => title))];
  const [one, other] = [before, after].map(({ edition: { id }, studies }): LineEdition => {
    const ids = studies.map(
      ({ title }) => `s${String(titles.indexOf(title) + 1).padStart(5, '0')}`,
    );
    return { edition: requireEditionId(id ?? ''), studies, ids };
  });
  const [, step] = stepsOf(...[one, other].filter((side) => side !== undefined));
  return record(ledger, {
    changes: step?.changes ?? [],
    edition: after.edition.id ?? '',
    against: before.edition.id,
    cause: 'successor',
    told: 'tell',
    recorded: RECORDED,
    ...more,
  });
}

const LOPEND = edition('XV/2022-jaarverslag', study({ status: 'Lopend', conclusions: '' }));
const AFGEROND = edition(
  'XV/2023-jaarverslag',
  study({ status: 'Afgerond', conclusions: 'Goed.' }),
);

const row = (title: string, theme: string): ReturnType<typeof study> =>
  study({ title, theme, completion: '2026' });

const twice = (status: string): readonly ReturnType<typeof study>[] => [
  study({ status }),
  study({ status }),
];

describe('record', () => {
  it('keeps what changed, where it stands and when it was recorded', () => {
    const { ledger, events } = recordAll(emptyLedger(), LOPEND, AFGEROND);
    expect(ledger.events).toEqual(events);
    expect(events.map(({ kind }) => kind)).toEqual(['status-changed', 'conclusions-added']);
    expect(events[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      recorded: RECORDED,
      told: 'tell',
      kind: 'status-changed',
      news: 'yes',
      study: 's00001',
      title: 'Evaluatie Programma preventie beroepsziekten',
      field: 'status',
      before: 'lopend',
      after: 'afgerond',
      edition: 'XV/2023-jaarverslag',
      rows: [0],
      against: 'XV/2022-jaarverslag',
      againstRows: [0],
      cause: 'successor',
    });
  });

  it('adds nothing the second time, whatever the run says', () => {
    const once = recordAll(emptyLedger(), LOPEND, AFGEROND);
    const again = recordAll(once.ledger, LOPEND, AFGEROND, {
      recorded: '2025-01-01T00:00:00.000Z',
      told: 'history',
    });
    expect(again).toEqual({ ledger: once.ledger, events: [] });
  });

  it('makes one event of the rows of a theme that is left out', () => {
    const { events } = recordAll(
      emptyLedger(),
      edition(
        'XV/2023-begroting',
        row('A', 'Thema 1: Zorg'),
        row('C', 'Thema 2'),
        row('B', 'Thema 1: Zorg'),
      ),
      edition('XV/2024-begroting', row('D', 'Thema 2')),
    );
    expect(events.find(({ kind }) => kind === 'theme-absent')).toMatchObject({
      study: null,
      studies: ['s00001', 's00003'],
      title: 'Thema 1: Zorg',
      rows: [],
      againstRows: [0, 2],
    });
    expect(events.filter(({ kind }) => kind === 'theme-absent')).toHaveLength(1);
  });

  it('makes one event of a study that is listed twice', () => {
    const [before, after] = [
      edition('XV/2022-jaarverslag', ...twice('Lopend')),
      edition('XV/2023-jaarverslag', ...twice('Afgerond')),
    ];
    const { events } = recordAll(emptyLedger(), before, after);
    expect(events).toMatchObject([{ study: 's00001', rows: [0, 1], againstRows: [0, 1] }]);
  });
});

describe('awaiting', () => {
  it('gives each study the news that the channel has not delivered', () => {
    const { ledger } = recordAll(
      emptyLedger(),
      edition(
        'XV/2022-jaarverslag',
        study({ title: 'A', status: 'Lopend', type: 'x', conclusions: '' }),
      ),
      edition(
        'XV/2023-jaarverslag',
        study({ title: 'A', status: 'Afgerond', type: 'y', conclusions: 'Goed.' }),
        study({ title: 'B', status: 'Lopend', completion: '2022' }),
      ),
    );
    const kinds = (delivered: ReadonlySet<string>): readonly unknown[] =>
      [...awaiting(ledger, delivered)].map(([id, events]) => [id, events.map(({ kind }) => kind)]);
    expect(kinds(new Set())).toEqual([
      ['s00001', ['status-changed', 'conclusions-added']],
      ['s00002', ['overdue']],
    ]);
    const told = ledger.events.find(({ kind }) => kind === 'status-changed')?.id ?? '';
    expect(kinds(new Set([told]))).toEqual([
      ['s00001', ['conclusions-added']],
      ['s00002', ['overdue']],
    ]);
  });

  it.each(['baseline', 'history'] as const)('never gives out %s', (told) => {
    const { ledger } = recordAll(emptyLedger(), LOPEND, AFGEROND, { told });
    expect(awaiting(ledger, new Set()).size).toBe(0);
  });
});

describe('the file of the ledger', () => {
  const { ledger } = recordAll(emptyLedger(), LOPEND, AFGEROND);

  it('gets one line more for each event and changes no other', () => {
    const [first] = ledger.events as [Event, ...Event[]];
    const shorter = encodeLedger({ ...ledger, events: [first] });
    const changes = diffLines(shorter, encodeLedger(ledger)).filter(
      ({ added, removed }) => added || removed,
    );
    expect(changes).toMatchObject([{ added: true, count: 1 }]);
    const empty = diffLines(encodeLedger(emptyLedger()), shorter);
    expect(empty.filter(({ removed }) => removed)).toEqual([]);
  });

  it('reads back as it was written', () => {
    const anyRow = anyCells.map((cells) => study(cells));
    fc.assert(
      fc.property(anyRow, anyRow, (before, after) => {
        const recorded = recordAll(
          emptyLedger(),
          edition('XV/2022-jaarverslag', before),
          edition('XV/2023-jaarverslag', after),
        );
        expect(decodeLedger(encodeLedger(recorded.ledger), 'ledger.json')).toEqual(recorded.ledger);
      }),
    );
  });

  it.each([
    ['a kind that is none', '"status-changed"', '"gewijzigd"', 'events[0].kind'],
    ['the mark of a merge', ', {', '<<<<<<< HEAD\n, {', 'unresolved merge'],
  ])('with %s is refused', async (_case, from, to, problem) => {
    const text = encodeLedger(ledger).replace(from, to);
    const failure = await failureOf(() => decodeLedger(text, 'ledger.json'));
    expect(failure).toMatchObject({ kind: 'snapshot-damaged', subject: 'ledger.json' });
    expect(failure.message).toContain(problem);
  });

  it('with an event twice is refused', async () => {
    const line = encodeLedger(ledger).split('\n')[2] ?? '';
    const text = encodeLedger(ledger).replace(line, `${line}\n${line}`);
    const failure = await failureOf(() => decodeLedger(text, 'ledger.json'));
    expect(failure.message).toContain('stands here twice');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldLine } from '../../src/app/line.ts';
import { takeIn } from '../../src/app/intake.ts';
import type { State } from '../../src/app/state.ts';
import { lineOf, replay } from '../../src/change/line.ts';
import { requireEditionId } from '../../src/edition/edition.ts';
import { NO_ACCEPTANCES } from '../../src/gate/acceptance.ts';
import { addTold, emptyDeliveries } from '../../src/ledger/deliveries.ts';
import { emptyLedger } from '../../src/ledger/ledger.ts';
import { emptyRegister } from '../../src/register/codec.ts';
import { NO_JUDGEMENTS } from '../../src/register/judgements.ts';
import { anyCells, snapshot, study } from '../support/studies.ts';
import type { StudyCells } from '../support/studies.ts';

/** A print as it is read: an edition with the rows of its annex. */
type Print = readonly [edition: string, ...rows: readonly StudyCells[]];

const START: State = {
  register: emptyRegister(),
  ledger: emptyLedger(),
  deliveries: emptyDeliveries(),
  baselines: {
    schemaVersion: 1,
    baselines: ['VI', 'XX', 'XV'].flatMap((chapter) =>
      (['begroting', 'jaarverslag'] as const).map((phase) => ({
        chapter,
        phase,
        completed: '2021-01-01T00:00:00.000Z',
        editions: [],
      })),
    ),
  },
  accepted: NO_ACCEPTANCES,
  judgements: NO_JUDGEMENTS,
  snapshots: new Map(),
};

function take(state: State, [id, ...rows]: Print, recorded = '2024-05-16T04:17:00.000Z'): State {
  const { edition: _edition, ...extraction } = snapshot(id, ...rows.map(study));
  const listing = {
    edition: requireEditionId(id),
    publication: 'kst-1',
    title: 'Een stuk',
    url: 'file:///een-stuk.pdf',
    unformatted: false,
    published: null,
    version: '1',
  };
  return takeIn(
    state,
    listing,
    { sha256: '0f'.repeat(32), xml: null },
    { ...extraction, schemaVersion: 1, edition: listing.edition, account: null },
    recorded,
  ).state;
}

const takeAll = (...prints: readonly Print[]): State =>
  prints.reduce((state, print) => take(state, print), START);

const told = ({ ledger }: State): readonly string[] =>
  ledger.events.map(({ edition, kind, cause, told: how }) =>
    [edition, cause === 'republished' ? 'again' : '', kind, how].filter(Boolean).join(' '),
  );

const idsOf = ({ ledger }: State): readonly string[] => ledger.events.map(({ id }) => id).sort();

const replayed = (state: State, chapter: string): readonly string[] =>
  [
    ...new Set(
      replay(lineOf(heldLine(state, chapter))).flatMap(({ changes }) =>
        changes.map(({ eventId }) => eventId),
      ),
    ),
  ].sort();

const X = 'Evaluatie Wet X';
const OTHER = { title: 'Monitor Y', completion: '2030' };

describe('the intake of one print after the other', () => {
  it('records what a replay of the line tells', () => {
    const years = [2022, 2023, 2024];
    const ids = years.flatMap((year) => [`XV/${year}-begroting`, `XV/${year - 1}-jaarverslag`]);
    const anyRows = fc
      .uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C'), anyCells), {
        selector: ([name]) => name,
      })
      .map((rows) =>
        rows.map(([name, cells]) => ({ ...cells, title: `Evaluatie regeling ${name}` })),
      );
    const anyPrints = fc.tuple(...ids.map((id) => anyRows.map((rows): Print => [id, ...rows])));
    fc.assert(
      fc.property(anyPrints, (prints) => {
        const state = takeAll(...prints);
        expect(idsOf(state)).toEqual(replayed(state, 'XV'));
      }),
      { numRuns: 30 },
    );
  });

  it('tells an edition at the end of the line', () => {
    expect(
      told(
        takeAll(
          ['XV/2023-begroting', { title: X, completion: '2022' }],
          ['XV/2022-jaarverslag', { title: X, status: 'Afgerond', completion: '2022' }],
        ),
      ),
    ).toEqual(['XV/2022-jaarverslag reported-finished tell']);
  });

  it('records an older edition as history, and leaves what was told as it was', () => {
    const later = takeAll(
      ['XV/2022-begroting', { title: X, completion: '2023' }],
      ['XV/2022-jaarverslag', { title: X, status: 'Lopend', completion: '2023' }],
      ['XV/2024-begroting', { title: X, completion: '2024' }],
    );
    const late = take(later, ['XV/2023-begroting', { title: X, completion: '2025' }]);
    expect(late.ledger.events.slice(0, later.ledger.events.length)).toEqual(later.ledger.events);
    expect(told(late).slice(later.ledger.events.length)).toEqual([
      'XV/2023-begroting postponed history',
    ]);
  });

  it('records an older edition of the other phase as history too', () => {
    expect(
      told(
        takeAll(
          ['XV/2023-begroting', { title: X, completion: '2022' }],
          ['XV/2024-begroting', { title: X, completion: '2024' }],
          ['XV/2022-jaarverslag', { title: X, status: 'Lopend', completion: '2022' }],
        ),
      ),
    ).toEqual([
      'XV/2024-begroting postponed tell',
      'XV/2022-jaarverslag reported-unfinished history',
      'XV/2022-jaarverslag overdue history',
    ]);
  });

  it('tells of a later print only what no later edition has stated since', () => {
    const row = { title: X, completion: '2026' };
    const state = takeAll(
      ['XV/2023-begroting', row, OTHER],
      ['XV/2022-jaarverslag', { ...row, status: 'Te starten' }, { ...OTHER, conclusions: '' }],
      ['XV/2024-begroting', { ...row, status: 'Lopend' }, OTHER],
    );
    const before = state.ledger.events.length;
    const again = take(state, [
      'XV/2022-jaarverslag',
      { ...row, status: 'Lopend' },
      { ...OTHER, conclusions: 'Een tussenstand.' },
    ]);
    expect(told(again).slice(before)).toEqual([
      'XV/2022-jaarverslag again status-changed history',
      'XV/2022-jaarverslag again conclusions-added tell',
    ]);
  });

  it('records nothing when a run that was killed takes the same print in again', () => {
    const prints: readonly Print[] = [
      ['XV/2022-jaarverslag', { title: X, status: 'Lopend' }],
      ['XV/2023-jaarverslag', { title: X, status: 'Afgerond' }],
    ];
    const state = takeAll(...prints);
    const snapshots = new Map(state.snapshots);
    snapshots.delete('XV/2023-jaarverslag');
    const again = take({ ...state, snapshots }, prints[1] as Print, '2025-01-01T00:00:00.000Z');
    expect(again.ledger).toEqual(state.ledger);
    expect(again.register).toEqual(state.register);
  });
});

describe('a study that moves to another chapter', () => {
  const row = { title: X, completion: '2028' };
  const former: Print = ['VI/2024-begroting', row, OTHER];
  const left: Print = ['VI/2025-begroting', OTHER];
  const found: Print = ['XX/2025-begroting', row];

  it.each([
    ['the chapter that it left', [former, left, found]],
    ['the chapter that it moved to', [former, found, left]],
  ])('is not missing, though the paper of %s is read first', (_which, prints) => {
    const state = takeAll(...prints);
    expect(told(state)).toEqual(['XX/2025-begroting moved tell']);
    expect(idsOf(state)).toEqual(replayed(state, 'VI'));
  });

  it('stays told as missing where readers have that', () => {
    const state = takeAll(former, left);
    expect(told(state)).toEqual(['VI/2025-begroting vanished tell']);
    const deliveries = addTold(state.deliveries, 'github', idsOf(state));
    expect(told(take({ ...state, deliveries }, found))).toEqual([
      'VI/2025-begroting vanished tell',
      'XX/2025-begroting moved tell',
    ]);
  });
});

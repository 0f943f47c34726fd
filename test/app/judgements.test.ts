import { expect, it } from 'vitest';
import { judge } from '../../src/app/judge.ts';
import { reviewText } from '../../src/app/review.ts';
import { takeIn } from '../../src/app/intake.ts';
import type { State } from '../../src/app/state.ts';
import { requireEditionId } from '../../src/edition/edition.ts';
import { emptyDeliveries } from '../../src/ledger/deliveries.ts';
import { NO_BASELINES } from '../../src/ledger/baselines.ts';
import { emptyLedger } from '../../src/ledger/ledger.ts';
import { NO_ACCEPTANCES } from '../../src/gate/acceptance.ts';
import { emptyRegister } from '../../src/register/codec.ts';
import { NO_JUDGEMENTS } from '../../src/register/judgements.ts';
import type { Verdict } from '../../src/register/judgements.ts';
import { ticksIn } from '../../src/report/review-list.ts';
import { snapshot, study } from '../support/studies.ts';
import type { StudyCells } from '../support/studies.ts';

const RECORDED = '2025-09-16T04:17:00.000Z';
const TITLE = 'Evaluatie Wet kinderopvang toezicht kwaliteit';

const EMPTY: State = {
  register: emptyRegister(),
  ledger: emptyLedger(),
  deliveries: emptyDeliveries(),
  // As if the first pass was over, so that what comes is told.
  baselines: {
    ...NO_BASELINES,
    baselines: [{ chapter: 'XV', phase: 'begroting', completed: RECORDED, editions: [] }],
  },
  accepted: NO_ACCEPTANCES,
  judgements: NO_JUDGEMENTS,
  snapshots: new Map(),
};

function after(
  editions: Readonly<Record<string, readonly StudyCells[]>>,
  from: State = EMPTY,
): State {
  let state = from;
  for (const [id, rows] of Object.entries(editions)) {
    const edition = requireEditionId(id);
    const { studies, notices, annex } = snapshot(id, ...rows.map(study));
    const listing = {
      edition,
      publication: id,
      title: id,
      url: 'https://repository.overheid.nl/x.pdf',
      version: '1',
      unformatted: false,
      published: null,
      xml: null,
    };
    const read = { sha256: '0f'.repeat(32), xml: null };
    const extraction = {
      schemaVersion: 1 as const,
      edition,
      annex,
      account: null,
      studies,
      notices,
    };
    ({ state } = takeIn(state, listing as never, read, extraction, RECORDED));
  }
  return state;
}

function judgedAs(state: State, verdict: Verdict, ...studies: readonly string[]): State {
  const judgement = { verdict, studies, date: '2025-10-01', reason: 'nagevraagd', who: 'J.' };
  return judge({ ...state, judgements: { schemaVersion: 1, judgements: [judgement] } }, RECORDED);
}

const NEAR = {
  'XV/2025-begroting': [{ title: TITLE, completion: '2027', status: 'Lopend' }],
  'XV/2026-begroting': [{ title: `${TITLE} BES`, completion: '2027', status: 'Lopend' }],
};

it('tells nothing of a study in doubt, neither as new nor as gone', () => {
  const state = after(NEAR);
  expect(state.register.studies).toHaveLength(2);
  expect(state.ledger.events.filter(({ edition }) => edition === 'XV/2026-begroting')).toEqual([]);
});

it('asks about it in a list with boxes, the same bytes every time', () => {
  const state = after(NEAR);
  const text = reviewText(state);
  expect(reviewText(after(NEAR))).toBe(text);
  expect(text).toContain('### s00002');
  expect(text).toContain('one of the titles is narrower than the other');
  expect(ticksIn(text)).toEqual([]);
  const ticked = text.replace('- [ ] the same study', '- [x] the same study');
  expect(ticksIn(ticked)).toEqual([{ verdict: 'same', studies: ['s00001', 's00002'] }]);
  expect(reviewText(judgedAs(state, 'not-same', 's00001', 's00002'))).toContain(
    'There is nothing to judge.',
  );
});

it('corrects what was told and a judgement shows to be wrong', () => {
  const state = after({
    'XV/2025-begroting': [{ title: 'Doorlichting IGO', completion: '2029', status: 'Lopend' }],
    'XV/2026-begroting': [
      { title: 'Marechaussee in de wijk', completion: '2029', status: 'Lopend' },
    ],
  });
  const vanished = state.ledger.events.find(({ kind }) => kind === 'vanished');
  if (!vanished) throw new Error('nothing vanished');
  const deliveries = {
    schemaVersion: 1 as const,
    channels: { outbox: { told: [vanished.id], periodic: [] } },
  };
  const corrected = judgedAs({ ...state, deliveries }, 'same', 's00001', 's00002');
  expect(corrected.ledger.events.at(-1)).toMatchObject({
    cause: 'correction',
    corrects: vanished.id,
    kind: 'vanished',
  });
  expect(judge(corrected, RECORDED)).toBe(corrected);
});

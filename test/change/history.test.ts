import { expect, it } from 'vitest';
import { EDITIONS } from '../../fixtures/history/model.ts';
import { EDITION_KEYS, rowsOf } from '../../fixtures/history/rows.ts';
import { LIVES, SHARED } from '../../fixtures/history/script.ts';
import type { ChangeKind } from '../../src/change/comparison.ts';
import { lineOf, replay } from '../../src/change/line.ts';
import { ABSENCE_RULES } from '../../src/change/absence-rules.ts';
import { PAIR_RULES } from '../../src/change/rules.ts';
import { requireEditionId } from '../../src/edition/edition.ts';
import type { Event } from '../../src/ledger/event.ts';
import { eventsOf } from '../../src/ledger/ledger.ts';
import { toldBy, toldInScript } from '../support/history.ts';
import { study } from '../support/studies.ts';

const LINE = lineOf(
  EDITION_KEYS.map((key) => {
    const rows = rowsOf(key);
    return {
      edition: requireEditionId(EDITIONS[key]),
      studies: rows.map(({ life: _life, link, ...cells }) =>
        study({ ...cells, links: link === null ? [] : [{ url: link, text: 'Afgerond' }] }),
      ),
      ids: rows.map(({ life }) => String(life)),
    };
  }),
);

const EVENTS: readonly Event[] = replay(LINE).flatMap(({ edition, against, cause, changes }) =>
  eventsOf({
    changes,
    edition: edition.edition.id,
    against: against?.id ?? null,
    cause,
    told: 'tell',
    recorded: '2024-09-18T04:17:00.000Z',
  }),
);

function titleOf(id: string): string {
  return LIVES[Number(id)]?.title ?? id;
}

it('ten editions over both phases tell what truly happened, no more and no less', () => {
  expect(toldBy(EVENTS, titleOf)).toEqual(toldInScript(LIVES, SHARED));
});

it('the history has every kind of change in it', () => {
  const kinds = new Set<ChangeKind>(
    [...PAIR_RULES, ...ABSENCE_RULES].map(({ kind }) => kind).concat('added', 'moved'),
  );
  expect(new Set(EVENTS.map(({ kind }) => kind))).toEqual(kinds);
});

import { describe, expect, it } from 'vitest';
import { emptyRegister } from '../../src/register/codec.ts';
import { enroll } from '../../src/register/enroll.ts';
import { explainStudy } from '../../src/register/explain.ts';
import { findStudy } from '../../src/register/find.ts';
import { applyJudgements } from '../../src/register/judge.ts';
import { NO_JUDGEMENTS } from '../../src/register/judgements.ts';
import type { Judgements } from '../../src/register/judgements.ts';
import type { Register } from '../../src/register/register.ts';
import { statedIn } from '../../src/register/stated.ts';
import { matchText } from '../../src/report/match-text.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { failureOf } from '../support/failure.ts';
import { snapshot, study } from '../support/studies.ts';

const CELLS = { type: 'Ex-post evaluatie', completion: '2027', articles: '1' };
const EDITIONS: readonly Snapshot[] = [
  snapshot(
    'XV/2025-begroting',
    study({ ...CELLS, title: 'Evaluatie Programma preventie beroepszieken:' }),
    study({ ...CELLS, title: 'Evaluatie Wet kinderopvang toezicht' }),
    study({ ...CELLS, title: 'Doorlichting IGO' }),
  ),
  snapshot(
    'XV/2026-begroting',
    study({ ...CELLS, title: 'Evaluatie programma preventie beroepsziekten' }),
    study({ ...CELLS, title: 'Evaluatie Wet kinderopvang toezicht BES' }),
    study({ ...CELLS, title: 'Marechaussee in de wijk' }),
  ),
];
const SNAPSHOTS = new Map(EDITIONS.map((held) => [held.edition.id, held]));

function register(): Register {
  return EDITIONS.reduce(
    (before, held) => enroll(before, held, { stated: statedIn(before, SNAPSHOTS) }).register,
    emptyRegister(),
  );
}

function explained(wanted: string, judgements: Judgements = NO_JUDGEMENTS): string {
  const judged = applyJudgements(register(), judgements);
  return matchText(explainStudy(judged, SNAPSHOTS, judgements, findStudy(judged, wanted)));
}

describe('explain', () => {
  it('says how a study was known in each edition, with features and scores', () => {
    expect(explained('preventie')).toMatchInlineSnapshot(`
      "s00001 (XV) Evaluatie programma preventie beroepsziekten
        since XV/2025-begroting: Evaluatie Programma preventie beroepszieken:
        since XV/2026-begroting: Evaluatie programma preventie beroepsziekten
        thresholds: one study from 0.78, without doubt and 0.08 better than any other; asked from 0.7

      XV/2025-begroting: new: no earlier edition read has it
        row 1: Evaluatie Programma preventie beroepszieken:

      XV/2026-begroting: known by a similar title
        row 1: Evaluatie programma preventie beroepsziekten (score 0.97)
        candidates:
          0.97 pair   s00001 “Evaluatie Programma preventie beroepszieken:” ~ row 1 “Evaluatie programma preventie beroepsziekten”
               title 0.96 · years +0.25 · type +0.15 · articles +0.15"
    `);
  });

  it('says what a study may be, and why that was not decided', () => {
    const text = explained('s00004');
    expect(text).toContain('may be s00002 (XV/2026-begroting');
    expect(text).toContain('one of the titles is narrower than the other · open, see review.md');
  });

  it('says which judgement was used', () => {
    const judgement = {
      verdict: 'same',
      studies: ['s00003', 's00005'],
      date: '2026-01-02',
      reason: 'asked the ministry',
      who: 'J. de Vries',
    } as const;
    const text = explained('s00005', { schemaVersion: 1, judgements: [judgement] });
    expect(text).toContain('s00003 (XV) Marechaussee in de wijk');
    expect(text).toContain('known by the judgement of a person');
    expect(text).toContain('judgement of 2026-01-02 by J. de Vries: same (asked the ministry)');
  });
});

describe('the study that is meant', () => {
  it.each(['s00001', 'evaluatie programma preventie beroepsziekten', 'beroepszieken'])(
    '%s',
    (wanted) => {
      expect(findStudy(register(), wanted).id).toBe('s00001');
    },
  );

  it('is asked for when several fit', async () => {
    const failure = await failureOf(() => findStudy(register(), 'kinderopvang'));
    expect(failure.kind).toBe('usage');
    expect(failure.message).toContain(
      's00002 (XV) Evaluatie Wet kinderopvang toezicht; s00004 (XV)',
    );
  });

  it('is said not to be there', async () => {
    const failure = await failureOf(() => findStudy(register(), 'stikstof'));
    expect(failure.kind).toBe('not-found');
  });
});

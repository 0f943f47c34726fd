import { describe, expect, it } from 'vitest';
import type { Line, LineEdition } from '../../src/change/line.ts';
import { lineOf, replay } from '../../src/change/line.ts';
import { correctionsOf } from '../../src/ledger/corrections.ts';
import type { Event } from '../../src/ledger/event.ts';
import { eventsOf } from '../../src/ledger/ledger.ts';
import { lineEdition } from '../support/lines.ts';
import type { LineRow } from '../support/lines.ts';

const RECORDED = '2024-05-16T05:17:00.000Z';
const LATER = '2024-09-01T05:17:00.000Z';

/** The news of a line. */
function told(line: Line): readonly Event[] {
  const events = replay(line).flatMap(({ edition, against, cause, changes }) =>
    eventsOf({
      changes,
      edition: edition.edition.id,
      against: against?.id ?? null,
      cause,
      told: 'tell',
      recorded: RECORDED,
    }),
  );
  return events.filter(({ news }) => news !== 'no');
}

function reports(before: readonly LineRow[], after: readonly LineRow[]): Line {
  return lineOf([
    lineEdition('XV/2022-jaarverslag', ...before),
    lineEdition('XV/2023-jaarverslag', ...after),
  ]);
}

const running = { is: 's1', status: 'Lopend', completion: '2024' };
const done = { ...running, status: 'Afgerond' };

const withIds = (edition: LineEdition, ...ids: readonly string[]): LineEdition => ({
  ...edition,
  ids,
});

const planned = (is: string, theme: string): LineRow => ({ is, theme, completion: '2027' });

describe('corrections', () => {
  it('are none when everything told still stands', () => {
    const line = reports([running], [done]);
    expect(correctionsOf(line, structuredClone(line), told(line), LATER)).toEqual([]);
  });

  it('take back a status that was misread, where it was told', () => {
    const former = reports([running], [done]);
    const events = told(former);
    expect(correctionsOf(former, reports([running], [running]), events, LATER)).toEqual([
      {
        ...events[0],
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        news: 'yes',
        before: 'afgerond',
        after: 'lopend',
        against: null,
        againstRows: [],
        cause: 'correction',
        corrects: events[0]?.id,
        recorded: LATER,
      },
    ]);
  });

  it('find the row again when a re-read found another one above it', () => {
    const former = reports([running], [done]);
    const now = reports([running], [{ is: 's2' }, running]);
    expect(correctionsOf(former, now, told(former), LATER)).toMatchObject([
      { study: 's1', rows: [1], before: 'afgerond', after: 'lopend' },
    ]);
  });

  it('name the earlier edition when the mistake was there', () => {
    const former = reports([running], [{ ...running, completion: '2026' }]);
    const now = reports([{ ...running, completion: '2026' }], [{ ...running, completion: '2026' }]);
    expect(correctionsOf(former, now, told(former), LATER)).toMatchObject([
      { kind: 'postponed', edition: 'XV/2022-jaarverslag', before: '2024', after: '2026' },
    ]);
  });

  it('say that a study is listed after all', () => {
    const former = reports([{ ...running, completion: '2023' }, { is: 's2' }], [{ is: 's2' }]);
    const now = reports(
      [{ ...running, completion: '2023' }, { is: 's2' }],
      [{ is: 's2' }, { ...done, completion: '2023' }],
    );
    expect(correctionsOf(former, now, told(former), LATER)).toMatchObject([
      { kind: 'not-accounted-for', rows: [1], before: null, after: 'Evaluatie s1' },
    ]);
  });

  it('say that a theme was not left out', () => {
    const all = [planned('s1', 'Thema 1'), planned('s2', 'Thema 2'), planned('s3', 'Thema 2')];
    const line = (...rows: readonly LineRow[]): Line =>
      lineOf([lineEdition('XV/2023-begroting', ...all), lineEdition('XV/2024-begroting', ...rows)]);
    const former = line(...all.slice(0, 1));
    expect(correctionsOf(former, line(...all), told(former), LATER)).toMatchObject([
      { kind: 'theme-absent', study: null, rows: [1, 2], after: 'Evaluatie s2' },
    ]);
  });

  it('name the status when a year that was told to have passed was that of a finished study', () => {
    const late = { ...running, completion: '2023' };
    const former = reports([late], [late]);
    const now = reports([late], [{ ...late, status: 'Afgerond' }]);
    expect(correctionsOf(former, now, told(former), LATER)).toMatchObject([
      { kind: 'overdue', field: 'status', before: 'lopend', after: 'afgerond' },
    ]);
  });

  it('take back what a person parts again', () => {
    const former = reports([running], [done]);
    const [before, after] = former as [LineEdition, LineEdition];
    const now = [before, withIds(after, 's2')];
    expect(correctionsOf(former, now, told(former), LATER)).toMatchObject([
      { study: 's1', kind: 'status-changed', rows: [0], before: 'afgerond', after: null },
    ]);
  });

  it('are none when a person joins studies and every row says what it said', () => {
    const former = lineOf([
      withIds(lineEdition('XV/2021-jaarverslag', running), 's7'),
      ...reports([running], [done]),
    ]);
    const now = former.map((edition) => withIds(edition, 's7'));
    expect(correctionsOf(former, now, told(former), LATER)).toEqual([]);
  });

  it('are none for what is true and was only said earlier by another edition', () => {
    const former = reports([running], [done]);
    const begroting = (status: string | null): LineEdition =>
      lineEdition('XV/2024-begroting', { ...running, status });
    const line = lineOf([begroting(null), ...former]);
    const now = lineOf([begroting('Afgerond'), ...former]);
    expect(told(now)[0]?.edition).toBe('XV/2024-begroting');
    expect(correctionsOf(line, now, told(former), LATER)).toEqual([]);
  });

  it('are none for what was not told, nor for what was told of other editions', () => {
    const former = reports([running], [done]);
    const now = reports([running], [running]);
    expect(correctionsOf(former, now, [], LATER)).toEqual([]);
    const others = lineOf([lineEdition('V/2022-jaarverslag'), lineEdition('V/2023-jaarverslag')]);
    expect(correctionsOf(others, others, told(former), LATER)).toEqual([]);
  });

  it('are told once, and corrected in their turn', () => {
    const former = reports([running], [done]);
    const now = reports([running], [running]);
    const events = told(former);
    const first = correctionsOf(former, now, events, LATER);
    expect(correctionsOf(now, now, [...events, ...first], LATER)).toEqual([]);
    const second = correctionsOf(now, former, [...events, ...first], LATER);
    expect(second).toMatchObject([{ before: 'lopend', after: 'afgerond', corrects: first[0]?.id }]);
    expect(new Set([...events, ...first, ...second].map(({ id }) => id)).size).toBe(3);
  });
});

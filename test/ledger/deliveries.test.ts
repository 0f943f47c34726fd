import { describe, expect, it } from 'vitest';
import {
  addPeriodic,
  addTold,
  decodeDeliveries,
  emptyDeliveries,
  encodeDeliveries,
  periodicIn,
  toldIn,
} from '../../src/ledger/deliveries.ts';
import { failureOf } from '../support/failure.ts';

describe('deliveries', () => {
  it('remember each channel apart, new ids at the end', () => {
    let deliveries = addTold(emptyDeliveries(), 'outbox', ['b', 'a', 'b']);
    deliveries = addTold(deliveries, 'outbox', ['0', 'a']);
    deliveries = addPeriodic(deliveries, 'github', ['2026-W47']);
    expect([...toldIn(deliveries, 'outbox')]).toEqual(['a', 'b', '0']);
    expect([...toldIn(deliveries, 'github')]).toEqual([]);
    expect([...periodicIn(deliveries, 'github')]).toEqual(['2026-W47']);
    expect([...periodicIn(deliveries, 'toString')]).toEqual([]);
  });

  it('are the same object when nothing is new', () => {
    const deliveries = addTold(emptyDeliveries(), 'outbox', ['a']);
    expect(addTold(deliveries, 'outbox', ['a'])).toBe(deliveries);
    expect(addTold(deliveries, 'github', [])).toBe(deliveries);
  });

  it('read back as they were written, one id a line, channels by name', () => {
    let deliveries = addTold(emptyDeliveries(), 'outbox', ['a', 'b']);
    deliveries = addPeriodic(deliveries, 'github', ['2026-W47']);
    const text = encodeDeliveries(deliveries);
    expect(decodeDeliveries(text, 'deliveries.json')).toEqual(deliveries);
    expect(text.indexOf('github')).toBeLessThan(text.indexOf('outbox'));
    expect(text).toContain('        "a",\n        "b"\n');
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('are refused when damaged', async () => {
    const failure = await failureOf(() =>
      decodeDeliveries('{"schemaVersion":1,"channels":{"outbox":{"told":[1]}}}', 'deliveries.json'),
    );
    expect(failure).toMatchObject({ kind: 'snapshot-damaged', subject: 'deliveries.json' });
    expect(failure.message).toContain('channels.outbox.told[0]');
  });
});

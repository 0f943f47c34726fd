import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeJson } from '../../src/failure/decode.ts';
import { decodeLedger } from '../../src/ledger/ledger.ts';
import { decodeDeliveries } from '../../src/ledger/deliveries.ts';
import { decodeRegister } from '../../src/register/codec.ts';
import { decodeSnapshot, encodeSnapshot } from '../../src/snapshot/codec.ts';
import { SNAPSHOT_VERSION, snapshotMigrations } from '../../src/snapshot/migrations.ts';
import { decodeSide } from '../../src/snapshot/side.ts';
import { failureOf } from '../support/failure.ts';

/** Written when snapshots had version 1, and cut to three studies; the third has a year of five digits. */
const FIRST = readFileSync(new URL('golden/snapshot-1.json', import.meta.url), 'utf8');

describe('a snapshot of version 1', () => {
  const snapshot = decodeSnapshot(FIRST, 'XV/2022-jaarverslag.json');

  it('is read, with the year that it cannot have parsed again from what is printed', () => {
    const [first, , third] = snapshot.studies;
    expect(snapshot.schemaVersion).toBe(SNAPSHOT_VERSION);
    expect(first?.completion).toMatchObject({ from: 2019, to: 2019 });
    expect(third?.printed.completion).toBe('20231');
    expect(third?.completion).toMatchObject({ from: 2023, to: 2023 });
  });

  it('is written in the present form, with nothing else changed', () => {
    const lines = FIRST.split('\n');
    const written = encodeSnapshot(snapshot).split('\n');
    const changed = written.flatMap((line, index) => (line === lines[index] ? [] : [line.trim()]));
    expect(written).toHaveLength(lines.length);
    expect(changed).toEqual([
      `"schemaVersion": ${SNAPSHOT_VERSION},`,
      '"completion": { "from": 2023, "to": 2023, "open": false, "latest": false, "unknown": false },',
    ]);
    expect(decodeSnapshot(encodeSnapshot(snapshot), 'x')).toEqual(snapshot);
  });

  it('can be compared', () => {
    expect(decodeSide(FIRST.replaceAll('20231', '2023'), 'x').studies).toHaveLength(3);
  });
});

it('there is a way from every older form of a snapshot', () => {
  const older = Array.from({ length: SNAPSHOT_VERSION - 1 }, (_, index) => index + 1);
  expect(Object.keys(snapshotMigrations).map(Number)).toEqual(older);
});

it.each([
  ['snapshot', decodeSnapshot],
  ['register', decodeRegister],
  ['ledger', decodeLedger],
  ['list of deliveries', decodeDeliveries],
] as const)(
  'a %s of a later version is refused, and nothing is read of it',
  async (what, decode) => {
    const failure = await failureOf(
      () => void decode('{ "schemaVersion": 99, "more": true }', 'x.json'),
    );
    expect(failure.kind).toBe('newer-schema');
    expect(failure.subject).toBe('x.json');
    expect(failure.problem).toContain(what);
    expect(failure.problem).toContain('99');
    expect(failure.remedy).toBe('Update begrotingswacht');
  },
);

it('older forms become the present one step by step', () => {
  const options = {
    kind: 'usage' as const,
    what: 'a test',
    remedy: 'None',
    versions: {
      current: 3,
      migrations: {
        1: ({ a, ...rest }: Record<string, unknown>) => ({ ...rest, b: [a] }),
        2: ({ b, ...rest }: Record<string, unknown>) => ({ ...rest, c: { b } }),
      },
    },
  };
  const schema = z.object({
    schemaVersion: z.literal(3),
    c: z.object({ b: z.array(z.string()) }),
  });
  const expected = { schemaVersion: 3, c: { b: ['x'] } };
  const read = (text: string): unknown => decodeJson(schema, text, 'x', options);
  expect(read('{ "schemaVersion": 1, "a": "x" }')).toEqual(expected);
  expect(read('{ "schemaVersion": 2, "b": ["x"] }')).toEqual(expected);
  expect(read(JSON.stringify(expected))).toEqual(expected);
});

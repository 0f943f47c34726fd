import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLastCheckStore } from '../../src/archive/last-check-store.ts';
import { createPrintStore } from '../../src/archive/print-store.ts';
import type { Listing } from '../../src/edition/listing.ts';
import { failureOf } from '../support/failure.ts';
import { temporaryFolder } from '../support/folders.ts';
import { put } from '../support/git.ts';

const BYTES = Buffer.from('%PDF-1.7\n…\n%%EOF\n');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');
const OTHER = 'a'.repeat(64);

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
});

describe('a print', () => {
  it('is kept under its sha256 and read back byte for byte', async () => {
    const store = createPrintStore({ folder });
    expect(await store.read(SHA256)).toBeNull();
    expect(await store.keep(BYTES)).toBe(SHA256);
    expect(await readdir(folder)).toStrictEqual([`${SHA256}.pdf`]);
    expect(Buffer.from((await store.read(SHA256)) ?? [])).toStrictEqual(BYTES);
  });

  it('that was altered is refused, and mended by keeping it again', async () => {
    const store = createPrintStore({ folder });
    await store.keep(BYTES);
    await writeFile(join(folder, `${SHA256}.pdf`), 'altered');
    const failure = await failureOf(() => store.read(SHA256));
    expect(failure.kind).toBe('print-altered');
    expect(failure.subject).toBe(join(folder, `${SHA256}.pdf`));
    await store.keep(BYTES);
    expect(await store.read(SHA256)).not.toBeNull();
  });

  it('is never looked for outside the folder', async () => {
    await expect(createPrintStore({ folder }).read('../secret')).rejects.toThrow('is no sha256');
  });
});

function listing(publication: string, version = 'v'): Listing {
  const id = 'XV/2022-jaarverslag';
  return {
    edition: { id, chapter: 'XV', year: 2022, phase: 'jaarverslag', dossier: '36360', number: '1' },
    publication,
    title: 'Jaarverslag 2022',
    url: `https://repository.overheid.nl/${encodeURIComponent(publication)}.pdf`,
    unformatted: false,
    published: '2023-05-17',
    version,
  };
}

describe('what was fetched', () => {
  it('is known by publication and version, also to the next run', async () => {
    const store = createPrintStore({ folder });
    expect(await store.fetched('kst-36360-XV-1', '2023-05-17')).toBeNull();
    await store.remember(listing('kst-36360-XV-1', '2023-05-17'), SHA256);
    await store.remember(listing('kst-36360-XV-1', '2023-06-01'), OTHER);
    const next = createPrintStore({ folder });
    expect(await next.fetched('kst-36360-XV-1', '2023-05-17')).toBe(SHA256);
    expect(await next.fetched('kst-36360-XV-1', '2023-06-01')).toBe(OTHER);
    expect(await next.fetched('kst-36360-XV-1', 'toString')).toBeNull();
    expect(await next.fetched('kst-36360-xv-1', '2023-05-17')).toBeNull();
  });

  it('is listed with the last version of each publication', async () => {
    const store = createPrintStore({ folder });
    expect(await store.remembered()).toStrictEqual([]);
    await store.remember(listing('kst-2', '1'), SHA256);
    await store.remember(listing('kst-1', '1'), SHA256);
    await store.remember(listing('kst-1', '2'), OTHER);
    await put(join(folder, 'fetched', 'damaged.json'), '{');
    expect(await createPrintStore({ folder }).remembered()).toStrictEqual([
      { listing: listing('kst-1', '2'), sha256: OTHER },
      { listing: listing('kst-2', '1'), sha256: SHA256 },
    ]);
  });

  it('is kept apart for publications of any name', async () => {
    const store = createPrintStore({ folder });
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 300 }), {
      minLength: 2,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(names, async ([one = '', other = '']) => {
        await store.remember(listing(one), SHA256);
        await store.remember(listing(other), OTHER);
        expect(await store.fetched(one, 'v')).toBe(SHA256);
        expect(await store.fetched(other, 'v')).toBe(OTHER);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['', '{', 'null', '[]', '{"listing":{},"versions":{"v":"no hash"}}'])(
    'counts as unknown when its file holds %j',
    async (damage) => {
      const store = createPrintStore({ folder });
      await store.remember(listing('kst-1'), SHA256);
      const [file = ''] = await readdir(join(folder, 'fetched'));
      await put(join(folder, 'fetched', file), damage);
      expect(await store.fetched('kst-1', 'v')).toBeNull();
      await store.remember(listing('kst-1'), SHA256);
      expect(await store.fetched('kst-1', 'v')).toBe(SHA256);
    },
  );
});

describe('the last check', () => {
  const check = {
    finished: '2026-11-23T05:17:40.123Z',
    unread: [{ edition: 'XV/2025-jaarverslag', quarantined: true }],
    sourceFailed: false,
  };

  it('is there for the next run', async () => {
    expect(await createLastCheckStore({ folder }).read()).toBeNull();
    await createLastCheckStore({ folder }).write(check);
    expect(await createLastCheckStore({ folder }).read()).toStrictEqual(check);
  });

  it.each(['', '{}', '{"finished":"yesterday","unread":[],"sourceFailed":false}'])(
    'is unknown when its file holds %j',
    async (damage) => {
      await put(join(folder, 'last-check.json'), damage);
      expect(await createLastCheckStore({ folder }).read()).toBeNull();
    },
  );
});

import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPrintStore } from '../../src/archive/print-store.ts';
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
    await expect(createPrintStore({ folder }).read('../secret')).rejects.toThrow('sha256');
  });
});

describe('what was fetched', () => {
  it('is known by publication and version, also to the next run', async () => {
    const store = createPrintStore({ folder });
    expect(await store.fetched('kst-36360-XV-1', '2023-05-17')).toBeNull();
    await store.remember('kst-36360-XV-1', '2023-05-17', SHA256);
    await store.remember('kst-36360-XV-1', '2023-06-01', OTHER);
    const next = createPrintStore({ folder });
    expect(await next.fetched('kst-36360-XV-1', '2023-05-17')).toBe(SHA256);
    expect(await next.fetched('kst-36360-XV-1', '2023-06-01')).toBe(OTHER);
    expect(await next.fetched('kst-36360-XV-1', 'toString')).toBeNull();
    expect(await next.fetched('kst-36360-xv-1', '2023-05-17')).toBeNull();
  });

  it('is kept apart for publications of any name', async () => {
    const store = createPrintStore({ folder });
    const names = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), {
      minLength: 2,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(names, async ([one = '', other = '']) => {
        await store.remember(one, 'v', SHA256);
        await store.remember(other, 'v', OTHER);
        expect(await store.fetched(one, 'v')).toBe(SHA256);
        expect(await store.fetched(other, 'v')).toBe(OTHER);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['', '{', 'null', '[]', '{"publication":"kst-1","versions":{"v":"no hash"}}'])(
    'counts as unknown when its file holds %j',
    async (damage) => {
      const store = createPrintStore({ folder });
      await store.remember('kst-1', 'v', SHA256);
      const [file = ''] = await readdir(join(folder, 'fetched'));
      await put(join(folder, 'fetched', file), damage);
      expect(await store.fetched('kst-1', 'v')).toBeNull();
      await store.remember('kst-1', 'v', SHA256);
      expect(await store.fetched('kst-1', 'v')).toBe(SHA256);
    },
  );
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolder } from '../../../src/archive/folder.ts';
import { createDigestFileChannel } from '../../../src/delivery/digest-file/channel.ts';
import { digest, studies } from '../../support/delivery.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'begrotingswacht-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a digest is a file of its name, written again only when it says something else', async () => {
  const channel = createDigestFileChannel(createFolder({ folder }));
  expect(await channel.deliverPeriodic(digest())).toMatchObject({
    channel: 'digest-file',
    created: 1,
    told: ['2024-W20'],
    failures: [],
  });
  expect(await readFile(join(folder, '2024-W20.md'), 'utf8')).toBe(
    '# Week 2024-W20\n\n41 wijzigingen\n',
  );
  expect(await channel.deliverPeriodic(digest())).toMatchObject({
    created: 0,
    skipped: 1,
    told: ['2024-W20'],
  });
  const more = { ...digest(), body: '# Week 2024-W20\n\n42 wijzigingen' };
  expect(await channel.deliverPeriodic(more)).toMatchObject({ updated: 1, skipped: 0 });
  expect(await readFile(join(folder, '2024-W20.md'), 'utf8')).toContain('42');
});

test('lists that programs may want stand beside the document as JSON', async () => {
  const channel = createDigestFileChannel(createFolder({ folder }));
  const report = { ...digest('verslag-XV-2023-jaarverslag'), data: { edition: 'XV/2023' } };
  expect(await channel.deliverPeriodic(report)).toMatchObject({ created: 1 });
  const data = await readFile(join(folder, 'verslag-XV-2023-jaarverslag.json'), 'utf8');
  expect(JSON.parse(data)).toEqual({ edition: 'XV/2023' });
});

test('studies are no business of this channel', async () => {
  const receipt = await createDigestFileChannel(createFolder({ folder })).deliverStudies(
    studies(2),
    20,
  );
  expect(receipt).toMatchObject({ created: 0, skipped: 0, queued: 0, told: [], failures: [] });
  expect(await readdir(folder)).toEqual([]);
});

test('a folder that cannot be written is a failure in the receipt', async () => {
  await writeFile(join(folder, 'digests'), 'a file in the way');
  const channel = createDigestFileChannel(createFolder({ folder: join(folder, 'digests') }));
  const receipt = await channel.deliverPeriodic(digest());
  expect(receipt).toMatchObject({ created: 0, told: [] });
  expect(receipt.failures).toHaveLength(1);
});

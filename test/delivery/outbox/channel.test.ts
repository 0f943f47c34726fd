import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFolder } from '../../../src/archive/folder.ts';
import { createOutboxChannel } from '../../../src/delivery/outbox/channel.ts';
import type { Channel } from '../../../src/port/channel.ts';
import { digest, studies, study } from '../../support/delivery.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'begrotingswacht-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

function outbox(): Channel {
  return createOutboxChannel(createFolder({ folder }));
}

function read(path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}

describe('the page of a study', () => {
  test('has title, labels and state in front, then the issue', async () => {
    const receipt = await outbox().deliverStudies([study('s1', ['e1'])], 20);
    expect(receipt).toEqual({
      channel: 'outbox',
      created: 1,
      updated: 0,
      commented: 0,
      skipped: 0,
      queued: 0,
      told: ['e1'],
      failures: [],
    });
    expect(await read('issues/s1.md')).toMatchInlineSnapshot(`
      "---
      title: "SZW (XV) · Onderzoek s1"
      labels: ["niet meer vermeld"]
      state: open
      ---

      **Stand van s1**

      Lopend

      <!-- begrotingswacht:1 study=s1 told=e1 head=108 -->
      "
    `);
  });

  test('gets later news below it, as comments stand below an issue', async () => {
    await outbox().deliverStudies([study('s1', ['e1'])], 20);
    await outbox().deliverStudies([study('s1', ['e2', 'e3'])], 20);
    const state = { open: false, reason: 'Afgerond, “conclusies” vermeld' } as const;
    const last = study('s1', ['e3', 'e4'], { body: 'Nu afgerond', state });
    const receipt = await outbox().deliverStudies([last], 20);
    expect(receipt).toMatchObject({ created: 0, commented: 1, told: ['e3', 'e4'] });
    expect(await read('issues/s1.md')).toMatchInlineSnapshot(`
      "---
      title: "SZW (XV) · Onderzoek s1"
      labels: ["niet meer vermeld"]
      state: closed
      reason: "Afgerond, “conclusies” vermeld"
      ---

      Nu afgerond

      ---

      Bericht e2

      ---

      Bericht e3

      ---

      Bericht e4

      <!-- begrotingswacht:1 study=s1 told=e1,e2,e3,e4 head=138 -->
      "
    `);
  });

  test('is not touched by a second identical run, whatever line ends it got', async () => {
    const documents = [study('s1', ['e1']), study('s2', ['e2'])];
    await outbox().deliverStudies(documents, 20);
    const text = await read('issues/s1.md');
    await writeFile(join(folder, 'issues/s1.md'), text.replaceAll('\n', '\r\n'));
    const before = await Promise.all(
      ['s1', 's2'].map((it) => stat(join(folder, `issues/${it}.md`))),
    );
    const receipt = await outbox().deliverStudies(documents, 20);
    expect(receipt).toMatchObject({
      created: 0,
      updated: 0,
      commented: 0,
      skipped: 2,
      told: ['e1', 'e2'],
    });
    const after = await Promise.all(
      ['s1', 's2'].map((it) => stat(join(folder, `issues/${it}.md`))),
    );
    expect(after.map((it) => [it.ino, it.mtimeMs])).toEqual(
      before.map((it) => [it.ino, it.mtimeMs]),
    );
  });

  test('shows the present state when it changed without news', async () => {
    await outbox().deliverStudies([study('s1', ['e1'])], 20);
    const receipt = await outbox().deliverStudies([study('s1', [], { body: 'Nieuwe stand' })], 20);
    expect(receipt).toMatchObject({ updated: 1, commented: 0 });
    expect(await read('issues/s1.md')).toContain('Nieuwe stand');
  });

  test('is not made without news', async () => {
    expect(await outbox().deliverStudies([study('s1', [])], 20)).toMatchObject({
      created: 0,
      skipped: 1,
    });
  });

  test('that was changed by hand is left as it is, and the others go on', async () => {
    await outbox().deliverStudies([study('s1', ['e1'])], 20);
    await writeFile(join(folder, 'issues/s1.md'), 'Van een mens\n');
    const receipt = await outbox().deliverStudies([study('s1', ['e2']), study('s2', ['e3'])], 20);
    expect(receipt).toMatchObject({ created: 1, queued: 1, told: ['e3'] });
    expect(receipt.failures[0]?.message).toMatch(/outbox\/issues\/s1\.md: .*by hand.*Restore it/);
    expect(await read('issues/s1.md')).toBe('Van een mens\n');
  });

  test('keeps every news item whatever its text, and tells each once', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'a\n\n---\n\nb',
        '---',
        '<!-- begrotingswacht:1 study=s1 told=x head=3 -->',
        '\r\n\n',
      ),
    );
    const nextNews = text.map((it) => `Bericht ${it}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, nextNews), { minLength: 1, maxLength: 5 }),
        async (runs) => {
          const files = new Map<string, string>();
          const channel = createOutboxChannel({
            read: async (path) => files.get(path) ?? null,
            write: async (path, content) => void files.set(path, content),
          });
          for (const [index, [body, news]] of runs.entries()) {
            const item = { event: `e${index}`, body: news };
            const receipt = await channel.deliverStudies(
              [study('s1', [], { body, news: [item] })],
              20,
            );
            expect(receipt).toMatchObject({ told: [item.event], failures: [], skipped: 0 });
          }
          const page = files.get('issues/s1.md') ?? '';
          for (const [, news] of runs.slice(1)) {
            expect(page).toContain(news.replaceAll(/\r\n?/g, '\n').trim());
          }
          expect(page).toContain(`told=${runs.map((_, index) => `e${index}`).join(',')} `);
        },
      ),
      { numRuns: 50 },
    );
  });
});

test('the cap leaves the rest for the next runs', async () => {
  const receipts = [];
  for (let run = 0; run < 2; run += 1) receipts.push(await outbox().deliverStudies(studies(3), 2));
  expect(receipts.map((it) => [it.created, it.skipped, it.queued])).toEqual([
    [2, 0, 1],
    [1, 2, 0],
  ]);
});

test('digests and start reports stand beside the issues', async () => {
  const report = { ...digest('stand-bij-aanvang-XV-jaarverslag'), kind: 'start-report' } as const;
  expect(await outbox().deliverPeriodic(digest())).toMatchObject({
    created: 1,
    told: ['2024-W20'],
  });
  expect(await outbox().deliverPeriodic(report)).toMatchObject({ created: 1 });
  expect(await read('2024-W20.md')).toBe('# Week 2024-W20\n\n41 wijzigingen\n');
  expect(await outbox().deliverPeriodic(digest())).toMatchObject({
    created: 0,
    skipped: 1,
    told: ['2024-W20'],
  });
});

test('a folder that takes no files is one failure, and nothing counts as told', async () => {
  await writeFile(join(folder, 'issues'), 'in the way');
  const receipt = await outbox().deliverStudies(studies(2), 20);
  expect(receipt).toMatchObject({ created: 0, queued: 2, told: [] });
  expect(receipt.failures).toHaveLength(1);
});

test('a name that leads out of the folder is a mistake of ours', async () => {
  await expect(outbox().deliverStudies([study('../s1', ['e1'])], 20)).rejects.toThrow('file name');
  await expect(outbox().deliverPeriodic(digest('../W20'))).rejects.toThrow('file name');
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JAARVERSLAG_2022 } from '../../fixtures/editions/jaarverslag-2022.ts';
import { draw } from '../../fixtures/typesetter/draw.ts';
import type { EditionContent } from '../../fixtures/typesetter/edition-content.ts';
import { typeset } from '../../fixtures/typesetter/typeset.ts';
import { bundledPapers } from '../../src/demo/bundled.ts';
import type { Ledger } from '../../src/ledger/event.ts';
import { contents } from '../support/folders.ts';
import { MORNINGS, snapshotFile, watchedFolder } from '../support/watch.ts';
import type { WatchedFolder } from '../support/watch.ts';

const EDITION = 'XV/2022-jaarverslag';
const GONE = 'Evaluatie arbocatalogi';
const WEEK_LATER = '2023-05-25T04:17:00Z';

/** The jaarverslag of 2022 as printed a second time, without one of its studies. */
async function laterPrint(): Promise<Uint8Array> {
  const content: EditionContent = {
    ...JAARVERSLAG_2022,
    parts: JAARVERSLAG_2022.parts.map((part) =>
      part.kind === 'annex'
        ? {
            ...part,
            annex: {
              ...part.annex,
              tables: part.annex.tables.map((table) => ({
                ...table,
                studies: table.studies.filter((study) => !JSON.stringify(study).includes(GONE)),
              })),
            },
          }
        : part,
    ),
  };
  return draw(content, typeset(content).sheets);
}

/** A folder that holds the first print, and a source that has the second from a week later on. */
async function beforeLaterPrint(): Promise<WatchedFolder> {
  const watched = await watchedFolder();
  const read = laterPrint;
  for (const paper of await bundledPapers()) {
    if (paper.edition.id !== EDITION) continue;
    watched.standin.publish({ ...paper, revisions: [{ at: '2023-05-24T10:00:00Z', read }] });
  }
  await watched.check(MORNINGS['XV/2021-jaarverslag']);
  await watched.check(MORNINGS[EDITION]);
  return watched;
}

test('a later print of an edition is compared with the former one, and told as such', async () => {
  const { folder, check } = await beforeLaterPrint();
  const summary = await check(WEEK_LATER);
  expect(summary.errors).toEqual([]);
  expect(summary.editions.find(({ id }) => id === EDITION)).toMatchObject({
    outcome: 'republished',
    studies: 23,
  });
  expect(summary.changes.map(({ title }) => title)).toEqual([GONE]);
  const { events } = JSON.parse(
    readFileSync(join(folder, 'snapshots', 'ledger.json'), 'utf8'),
  ) as Ledger;
  const later = events.filter(({ recorded }) => recorded.startsWith('2023-05-25'));
  expect(later.map(({ cause }) => cause)).toContain('republished');
  for (const { cause, told } of later)
    expect(told).toBe(cause === 'republished' ? 'tell' : 'history');
});

test('killed before the snapshot of a later print, the next run ends as if nothing had happened', async () => {
  const { folder, check } = await beforeLaterPrint();
  const path = snapshotFile(folder, EDITION);
  const former = readFileSync(path, 'utf8');
  await check(WEEK_LATER);
  const expected = contents(join(folder, 'snapshots'));
  writeFileSync(path, former);
  const again = await check(WEEK_LATER);
  expect(again.errors).toEqual([]);
  expect(contents(join(folder, 'snapshots'))).toEqual(expected);
});

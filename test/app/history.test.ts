import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EDITIONS } from '../../fixtures/history/model.ts';
import type { EditionKey } from '../../fixtures/history/model.ts';
import { historyPaper, RESET, USUAL } from '../../fixtures/history/papers.ts';
import { LIVES, SHARED } from '../../fixtures/history/script.ts';
import { check } from '../../src/app/check.ts';
import type { Summary } from '../../src/app/summary.ts';
import { portsFor } from '../../src/cli/ports.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { decodeLedger } from '../../src/ledger/ledger.ts';
import { decodeRegister } from '../../src/register/codec.ts';
import { foldTitle } from '../../src/study/title.ts';
import { temporaryFolder } from '../support/folders.ts';
import { toldBy, toldInScript } from '../support/history.ts';
import { readInProcess } from '../support/in-process.ts';

interface Watched {
  /** Puts papers into the folder that is watched, and looks at it on a morning. */
  readonly appear: (
    morning: string,
    ...papers: readonly (readonly [EditionKey, Uint8Array])[]
  ) => Promise<Summary>;
  readonly read: (file: string) => string;
}

function watched(): Watched {
  const folder = temporaryFolder();
  const source = join(folder, 'papers');
  mkdirSync(source);
  const written = { source: { folder: source } };
  const config = parseConfig(JSON.stringify(written), { file: 'test', env: {}, folder });
  return {
    async appear(morning, ...papers) {
      for (const [key, bytes] of papers) {
        writeFileSync(join(source, `${EDITIONS[key].replace('/', '-')}.pdf`), bytes);
      }
      const ports = await portsFor({
        config,
        secrets: { githubToken: null },
        clock: () => new Date(morning),
      });
      return check(
        { chapters: ['VI', 'XX'], since: 2020, issueCap: 100, warning: null, language: 'nl' },
        { ...ports, reader: { ...ports.reader, read: readInProcess } },
      );
    },
    read: (file) => readFileSync(join(folder, 'snapshots', file), 'utf8'),
  };
}

async function papersOf(
  ...keys: readonly EditionKey[]
): Promise<readonly (readonly [EditionKey, Uint8Array])[]> {
  return Promise.all(keys.map(async (key) => [key, await historyPaper(key)] as const));
}

test('ten printed editions over both phases tell what truly happened, no more and no less', async () => {
  const { appear, read } = watched();
  const first = await appear('2021-05-20T04:17:00Z', ...(await papersOf('B21', 'J20')));
  const second = await appear(
    '2024-05-16T04:17:00Z',
    ...(await papersOf('B22', 'J21', 'B23', 'J22', 'B24', 'J23')),
  );
  const third = await appear('2024-09-18T04:17:00Z', ...(await papersOf('J23+', 'B25', 'X25')));
  expect([first, second, third].flatMap(({ errors }) => errors)).toEqual([]);
  const { events } = decodeLedger(read('ledger.json'), 'ledger.json');
  const { studies } = decodeRegister(read('register.json'), 'register.json');
  const titleOf = (id: string): string => {
    const folds = studies.find((it) => it.id === id)?.titles.map(({ title }) => foldTitle(title));
    return LIVES.find(({ title }) => folds?.includes(foldTitle(title)))?.title ?? id;
  };
  expect(toldBy(events, titleOf)).toEqual(toldInScript(LIVES, SHARED));
  const untold = events.filter(({ told }) => told !== 'tell');
  expect(new Set(untold.map(({ edition }) => edition))).toEqual(new Set(['XX/2025-begroting']));
}, 60_000);

test('a print of the same text that is set otherwise, and another note digit, tell nothing', async () => {
  const { appear } = watched();
  await appear(
    '2023-05-18T04:17:00Z',
    ['B23', await historyPaper('B23', { ...USUAL, mark: '1' })],
    ['J22', await historyPaper('J22', { ...USUAL, mark: '1' })],
  );
  const again = await appear(
    '2023-05-25T04:17:00Z',
    ['B23', await historyPaper('B23', { ...RESET, mark: '1' })],
    ['J22', await historyPaper('J22', { ...USUAL, mark: '2' })],
  );
  expect(again.errors).toEqual([]);
  expect(again.editions.map(({ outcome }) => outcome)).toEqual(['republished', 'republished']);
  expect(again.changes).toEqual([]);
}, 60_000);

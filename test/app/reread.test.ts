import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { EXTRACTOR_VERSION } from '../../src/annex/extract.ts';
import { check } from '../../src/app/check.ts';
import type { CheckPorts } from '../../src/app/check.ts';
import { rereadAll } from '../../src/app/reread-all.ts';
import type { Summary } from '../../src/app/summary.ts';
import { portsFor } from '../../src/cli/ports.ts';
import { parseConfig } from '../../src/config/parse.ts';
import type { Register } from '../../src/register/register.ts';
import type { Run } from '../../src/page/page.ts';
import { contents, temporaryFolder } from '../support/folders.ts';
import { git, newRepository } from '../support/git.ts';
import { readInProcess } from '../support/in-process.ts';
import { HEADERS, plainRows, smallEdition, withCells } from '../support/small-editions.ts';

const EDITION = 'XV/2022-jaarverslag';
const FIRST = '2022-05-19T04:17:00.000Z';
const SECOND = '2023-05-18T04:17:00.000Z';
const THIRD = '2023-06-01T04:17:00.000Z';
const OPTIONS = {
  chapters: ['XV'],
  since: 2021,
  issueCap: 20,
  warning: null,
  language: 'nl',
} as const;

/** How a reader with a fault reads what is printed. */
type Misread = (piece: Run, earlier: readonly Run[]) => string;

const TRULY: Misread = ({ text }) => text;

/** The real ports, with a reader that has a fault. */
async function portsIn(folder: string, now: string, misread: Misread): Promise<CheckPorts> {
  const written = JSON.stringify({ source: { folder: 'stukken' } });
  const config = parseConfig(written, { file: 'test', env: {}, folder });
  const ports = await portsFor({
    config,
    secrets: { githubToken: null },
    clock: () => new Date(now),
  });
  const { reader } = ports;
  return {
    ...ports,
    reader: {
      readMarkup: reader.readMarkup,
      read: async (bytes, name, use) =>
        readInProcess(bytes, name, async (document) =>
          use({
            ...document,
            async page(number) {
              const page = await document.page(number);
              const runs = page.runs.map((piece, index) => ({
                ...piece,
                text: misread(piece, page.runs.slice(0, index)),
              }));
              return { ...page, runs };
            },
          }),
        ),
    },
  };
}

async function run(folder: string, now: string, misread: Misread = TRULY): Promise<Summary> {
  return check(OPTIONS, await portsIn(folder, now, misread));
}

/** As if the snapshot had been written by a former version of the reader. */
async function ageSnapshot(folder: string, edition = EDITION): Promise<void> {
  const file = join(folder, 'snapshots', `${edition}.json`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(`"extractor": ${EXTRACTOR_VERSION}`, '"extractor": 1'));
  await git(folder, 'add', 'snapshots');
  await git(folder, 'commit', '--quiet', '--no-gpg-sign', '--message=Age');
}

/** In how many editions each study stands, by id. */
function seen(folder: string): readonly number[] {
  const text = readFileSync(join(folder, 'snapshots', 'register.json'), 'utf8');
  return (JSON.parse(text) as Register).studies.map(({ editions }) => editions.length);
}

function told(folder: string): Record<string, string> {
  return contents(join(folder, 'outbox'));
}

async function subjects(folder: string): Promise<readonly string[]> {
  return (await git(folder, 'log', '--format=%s')).split('\n');
}

/** A checked folder under git that holds the jaarverslag of 2021, of whose studies all are running. */
let base = '';

const RUNNING = withCells(plainRows(6), 3, ...Array<string>(6).fill('Lopend')).map((row) =>
  row.with(2, '2024'),
);

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'begrotingswacht-reread-'));
  mkdirSync(join(base, 'stukken'));
  const first = await smallEdition(2021, [{ headers: HEADERS, rows: RUNNING }]);
  writeFileSync(join(base, 'stukken', 'XV-2021-jaarverslag.pdf'), first);
  await newRepository(base);
  await run(base, FIRST);
  const second = await smallEdition(2022, [
    { headers: HEADERS, rows: withCells(RUNNING, 3, 'Afgerond') },
  ]);
  writeFileSync(join(base, 'second.pdf'), second);
  return () => rmSync(base, { recursive: true, force: true });
});

/** The same folder for one test, with the jaarverslag of 2022 read by a reader with a fault. */
async function folderRead(misread: Misread): Promise<string> {
  const folder = temporaryFolder();
  cpSync(base, folder, { recursive: true });
  cpSync(join(folder, 'second.pdf'), join(folder, 'stukken', 'XV-2022-jaarverslag.pdf'));
  await run(folder, SECOND, misread);
  await ageSnapshot(folder);
  return folder;
}

/** The status of the third study is printed as Lopend. */
const wrongStatus: Misread = ({ text }, earlier) =>
  text === 'Lopend' && earlier.filter((it) => it.text === 'Lopend').length === 1
    ? 'Afgerond'
    : text;

const strangeStatus: Misread = ({ text }) => text.replace(/Lopend|Afgerond/, 'Groen');

/** In the title of the fourth study. */
const wrongTitle: Misread = ({ text }, earlier) =>
  text === '4' && earlier.at(-1)?.text === 'regeling' ? 'A' : text;

test('a better reading alone is no news, and is committed apart', async () => {
  const folder = await folderRead(wrongTitle);
  const outbox = told(folder);
  const summary = await run(folder, THIRD);
  expect(summary.rereads).toEqual([{ id: EDITION, studies: 6, otherwise: 1, corrections: [] }]);
  expect(summary).toMatchObject({ changes: [], deliveries: [], errors: [] });
  expect(told(folder)).toEqual(outbox);
  // The row is the study again whose title it bears.
  expect(seen(folder)).toEqual([2, 2, 2, 2, 2, 2, 0]);
  expect((await subjects(folder)).slice(0, 2)).toEqual([
    `Technical upgrade of ${EDITION} to extractor ${EXTRACTOR_VERSION}: 6 studies, 1 read otherwise`,
    'Age',
  ]);
  expect(await git(folder, 'log', '-1', '--format=%(trailers:key=Cause,valueonly)|%as')).toBe(
    'reread\n|2023-06-01',
  );
  expect((await run(folder, THIRD)).rereads).toEqual([]);
});

test('a title that was misread in every edition is the same study when it is read well', async () => {
  const folder = temporaryFolder();
  cpSync(join(base, 'stukken'), join(folder, 'stukken'), { recursive: true });
  await newRepository(folder);
  await run(folder, FIRST, wrongTitle);
  cpSync(join(base, 'second.pdf'), join(folder, 'stukken', 'XV-2022-jaarverslag.pdf'));
  await run(folder, SECOND, wrongTitle);
  await ageSnapshot(folder, 'XV/2021-jaarverslag');
  await ageSnapshot(folder);
  const outbox = told(folder);
  const { rereads } = await run(folder, THIRD);
  expect(rereads.map(({ id, corrections }) => [id, corrections])).toEqual([
    ['XV/2021-jaarverslag', []],
    [EDITION, []],
  ]);
  expect(seen(folder)).toEqual([2, 2, 2, 2, 2, 2]);
  expect(told(folder)).toEqual(outbox);
});

test('what was told of a misread cell is corrected once, where it was told', async () => {
  const folder = await folderRead(wrongStatus);
  const outbox = told(folder);
  const issue = Object.keys(outbox).find(
    (path) => path.startsWith('issues/') && outbox[path]?.includes('regeling 3'),
  );
  if (issue === undefined) throw new Error('nothing was told of the third study');
  expect(outbox[issue]).toContain('Afgerond');
  const summary = await run(folder, THIRD);
  expect(summary.rereads).toMatchObject([
    { id: EDITION, otherwise: 1, corrections: [expect.any(String)] },
  ]);
  const now = told(folder);
  const rewritten = Object.keys(now).filter((path) => now[path] !== outbox[path]);
  // The report on the edition says from now on what is true.
  expect(rewritten.filter((path) => !path.startsWith('verslag-'))).toEqual([issue]);
  expect(Object.keys(now)).toEqual(Object.keys(outbox));
  const corrected = now[issue];
  expect(Buffer.from(corrected ?? '', 'latin1').toString('utf8')).toMatch(
    /Rectificatie:\*\* onze melding van 18 mei 2023 was onjuist \(leesfout\)/,
  );
  expect((await subjects(folder)).slice(0, 2)).toEqual([
    'Record what was delivered',
    `Technical upgrade of ${EDITION} to extractor ${EXTRACTOR_VERSION}: 6 studies, 1 read otherwise, 1 correction`,
  ]);
  const after = contents(folder);
  const again = await run(folder, THIRD);
  expect(again).toMatchObject({ rereads: [], deliveries: [] });
  expect(contents(folder)).toEqual(after);
});

test('reread reads every kept print again, and tells the correction by itself', async () => {
  const folder = await folderRead(wrongStatus);
  const outbox = told(folder);
  const ports = await portsIn(folder, THIRD, TRULY);
  const { rereads, deliveries, errors } = await rereadAll(OPTIONS, ports);
  expect(errors).toEqual([]);
  expect(rereads).toMatchObject([{ id: EDITION, otherwise: 1 }]);
  expect(deliveries).toMatchObject([
    { channel: 'outbox', created: 0, commented: 1 },
    { channel: 'digest-file', created: 0, updated: 1 },
  ]);
  expect(told(folder)).not.toEqual(outbox);
  expect(await rereadAll(OPTIONS, ports)).toEqual({ rereads: [], deliveries: [], errors: [] });
});

test('a print that is gone is fetched again by check, and named by reread', async () => {
  const folder = await folderRead(wrongTitle);
  rmSync(join(folder, '.begrotingswacht', 'prints'), { recursive: true });
  const { rereads, errors } = await rereadAll(OPTIONS, await portsIn(folder, THIRD, TRULY));
  expect(rereads).toEqual([]);
  expect(errors.map(({ kind, edition }) => [kind, edition])).toEqual([
    ['print-missing', 'XV/2021-jaarverslag'],
    ['print-missing', EDITION],
  ]);
  const summary = await run(folder, THIRD);
  expect(summary.errors).toEqual([]);
  expect(summary.rereads).toMatchObject([{ id: EDITION }]);
});

test('a reading that fails a gate takes the place of no other one, and waits for a look', async () => {
  const folder = await folderRead(TRULY);
  const held = contents(join(folder, 'snapshots'));
  for (const misread of [strangeStatus, TRULY]) {
    const summary = await run(folder, THIRD, misread);
    expect(summary.errors.map(({ kind, edition }) => [kind, edition])).toEqual([
      ['quarantined', EDITION],
    ]);
    expect(summary.rereads).toEqual([]);
    expect(contents(join(folder, 'snapshots'))).toEqual(held);
  }
});

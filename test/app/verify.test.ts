import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { check } from '../../src/app/check.ts';
import type { CheckPorts } from '../../src/app/check.ts';
import { verify } from '../../src/app/verify.ts';
import type { Verification } from '../../src/app/verify.ts';
import { portsFor } from '../../src/cli/ports.ts';
import { parseConfig } from '../../src/config/parse.ts';
import type { Ledger } from '../../src/ledger/event.ts';
import { contents, temporaryFolder } from '../support/folders.ts';
import { git, newRepository } from '../support/git.ts';
import { readInProcess } from '../support/in-process.ts';
import { HEADERS, plainRows, smallEdition, withCells } from '../support/small-editions.ts';

const EDITION = 'XV/2022-jaarverslag';

async function portsIn(folder: string, now: string): Promise<CheckPorts> {
  const written = JSON.stringify({ source: { folder: 'stukken' } });
  const config = parseConfig(written, { file: 'test', env: {}, folder });
  const ports = await portsFor({
    config,
    secrets: { githubToken: null },
    clock: () => new Date(now),
  });
  return { ...ports, reader: { readMarkup: ports.reader.readMarkup, read: readInProcess } };
}

const OPTIONS = {
  chapters: ['XV'],
  since: 2021,
  issueCap: 20,
  warning: null,
  language: 'nl',
} as const;

/** A folder that holds two editions, the second of which was told. */
let base = '';
let folder = '';

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'begrotingswacht-verify-'));
  mkdirSync(join(base, 'stukken'));
  await newRepository(base);
  const running = withCells(plainRows(4), 3, 'Lopend', 'Lopend');
  for (const [year, rows, now] of [
    [2021, running, '2022-05-19T04:17:00.000Z'],
    [2022, plainRows(4), '2023-05-18T04:17:00.000Z'],
  ] as const) {
    const print = await smallEdition(year, [{ headers: HEADERS, rows }]);
    writeFileSync(join(base, 'stukken', `XV-${year}-jaarverslag.pdf`), print);
    await check(OPTIONS, await portsIn(base, now));
  }
  return () => rmSync(base, { recursive: true, force: true });
});

beforeEach(() => {
  folder = temporaryFolder();
  cpSync(base, folder, { recursive: true });
});

async function verified(): Promise<Verification> {
  return verify(await portsIn(folder, '2023-06-01T04:17:00.000Z'));
}

/** Changes one file below snapshots/. */
function change(path: string, altered: (text: string) => string): void {
  const file = join(folder, 'snapshots', path);
  const text = readFileSync(file, 'utf8');
  expect(altered(text)).not.toBe(text);
  writeFileSync(file, altered(text));
}

function withoutGit(): void {
  rmSync(join(folder, '.git'), { recursive: true });
}

test('what this command wrote is whole, and looking at it changes nothing', async () => {
  const before = contents(folder);
  const index = readFileSync(join(folder, '.git', 'index'));
  expect(await verified()).toEqual({ snapshots: 2, proven: 2, findings: [], notes: [] });
  expect(contents(folder)).toEqual(before);
  expect(readFileSync(join(folder, '.git', 'index')).equals(index)).toBe(true);
});

test.each([
  'register.json',
  'ledger.json',
  'deliveries.json',
  'baselines.json',
  'XV/studies.csv',
  `${EDITION}.json`,
])('one altered byte in %s is reported', async (path) => {
  for (const at of [0.4, 0.9]) {
    cpSync(join(base, 'snapshots'), join(folder, 'snapshots'), { recursive: true });
    change(path, (text) => {
      const place = [...text.matchAll(/[a-z0-9]/g)].at(
        Math.floor(at * [...text.matchAll(/[a-z0-9]/g)].length),
      )?.index;
      if (place === undefined) throw new Error(`${path} is empty`);
      return `${text.slice(0, place)}${text[place] === 'e' ? 'a' : 'e'}${text.slice(place + 1)}`;
    });
    const { findings } = await verified();
    expect(findings.map(({ subject }) => subject)).toContain(path);
    for (const { remedy } of findings) expect(remedy).not.toBe('');
  }
});

test.each([
  [`${EDITION}.json`, 'Ex-post evaluatie', 'Ex-ante evaluatie', 'its print reads otherwise'],
  [`${EDITION}.json`, '"url": "', '"url":  "', 'as this command writes it'],
  ['register.json', 'regeling 3', 'regeling 8', 'none of its titles'],
  ['register.json', '"rows": [2]', '"rows": [1]', 'several studies'],
  ['register.json', '"rows": [2]', '"rows": [7]', 'no such row'],
  ['XV/studies.csv', 'afgerond', 'lopend', 'as this command writes it'],
])(
  'without git %s with %s as %s is found by what it must go with',
  async (path, from, to, problem) => {
    withoutGit();
    change(path, (text) => text.replace(from, to));
    const { findings } = await verified();
    expect(findings.map((it) => `${it.subject}: ${it.problem}`).join('\n')).toContain(problem);
    expect(findings.map(({ subject }) => subject)).toContain(path);
  },
);

test('an event of a study or a row that is not there, or that is not there itself, is named', async () => {
  withoutGit();
  const { events } = JSON.parse(
    readFileSync(join(folder, 'snapshots', 'ledger.json'), 'utf8'),
  ) as Ledger;
  const told = events.find((event) => event.told === 'tell');
  change('ledger.json', (text) => text.replace('"study":"s00001"', '"study":"s00099"'));
  expect((await verified()).findings[0]?.problem).toContain('s00099');
  change('ledger.json', (text) =>
    text.replace('s00099', 's00001').replace('"rows":[0]', '"rows":[40]'),
  );
  expect((await verified()).findings[0]?.problem).toContain(`${EDITION} study 41`);
  rmSync(join(folder, 'snapshots', 'ledger.json'));
  const { findings } = await verified();
  expect(findings.map(({ problem }) => problem).join('\n')).toContain(`event ${told?.id}`);
});

test('a print that is gone proves nothing, and one that was altered is damage', async () => {
  const prints = join(folder, '.begrotingswacht', 'prints');
  const first = Object.keys(contents(prints)).find((path) => path.endsWith('.pdf')) ?? '';
  writeFileSync(join(prints, first), 'altered');
  const altered = await verified();
  expect(altered).toMatchObject({ proven: 1, notes: [] });
  expect(altered.findings[0]?.subject).toContain(first);
  rmSync(join(prints, first));
  const gone = await verified();
  expect(gone).toMatchObject({ proven: 1, findings: [] });
  expect(gone.notes[0]?.problem).toContain('not kept here');
});

test('a file that cannot be read at all is named, with what to do', async () => {
  change('register.json', (text) => text.slice(0, -20));
  const { findings } = await verified();
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ subject: 'register.json' });
  expect(findings[0]?.remedy).toContain('git');
});

test('a file in an older form is no damage, and is written anew by check, committed apart', async () => {
  change(`${EDITION}.json`, (text) => text.replace('"schemaVersion": 2', '"schemaVersion": 1'));
  await git(folder, 'commit', '--quiet', '--no-gpg-sign', '--all', '--message=Age');
  expect(await verified()).toMatchObject({ proven: 2, findings: [] });
  const summary = await check(OPTIONS, await portsIn(folder, '2023-06-01T04:17:00.000Z'));
  expect(summary).toMatchObject({ changes: [], deliveries: [], errors: [] });
  expect(await git(folder, 'log', '-1', '--format=%s')).toBe(
    'Technical upgrade of 1 file to the present form',
  );
  expect(await git(folder, 'diff', 'HEAD~2', 'HEAD')).toBe('');
});

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  encrypted,
  htmlPage,
  notAPdf,
  scan,
  truncated,
  unknownHeader,
  withoutAnnex,
} from '../../fixtures/broken.ts';
import type { Extraction } from '../../src/study/extraction.ts';
import { runCommand } from '../support/command.ts';
import { contents, temporaryFolder } from '../support/folders.ts';

const JAARVERSLAG = readFileSync(
  new URL('../../fixtures/XV-2022-jaarverslag.pdf', import.meta.url),
);

interface Case {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
  readonly code: number;
  /** Words of the cause and of the remedy. */
  readonly says: readonly RegExp[];
}

const UNREADABLE: readonly Case[] = [
  { name: 'not a PDF', bytes: notAPdf, code: 1, says: [/not a PDF/i] },
  { name: 'an HTML error page', bytes: htmlPage, code: 1, says: [/web page/] },
  {
    name: 'a truncated PDF',
    bytes: () => truncated(JAARVERSLAG),
    code: 1,
    says: [/cut|%%EOF|end/i],
  },
  { name: 'an encrypted PDF', bytes: async () => encrypted(), code: 1, says: [/password/i] },
  { name: 'a scan', bytes: async () => scan(), code: 1, says: [/pictures|text/i] },
];

describe('extract refuses with one sentence', () => {
  test.for(UNREADABLE)('$name', async ({ bytes, code, says }) => {
    const folder = temporaryFolder();
    const file = join(folder, 'stuk.pdf');
    writeFileSync(file, await bytes());
    const result = await runCommand(['extract', file], { cwd: folder });
    expect(result.code).toBe(code);
    expect(result.stdout).toBe('');
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).toContain(file);
    for (const words of says) expect(result.stderr).toMatch(words);
  });

  test('a file that is not there', async () => {
    const result = await runCommand(['extract', 'nergens.pdf']);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('nergens.pdf: there is no such file');
  });
});

test('extract: no annex is a value, with a notice', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'stuk.pdf');
  writeFileSync(file, await withoutAnnex());
  const result = await runCommand(['extract', file, '--format', 'json'], { cwd: folder });
  expect(result.code).toBe(0);
  const extraction = JSON.parse(result.stdout) as Extraction;
  expect(extraction.annex).toBeNull();
  expect(extraction.studies).toEqual([]);
  expect(extraction.notices.map(({ kind }) => kind)).toContain('no-annex');
});

test('extract: an unknown header is quarantine', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'stuk.pdf');
  writeFileSync(file, await unknownHeader());
  const result = await runCommand(['extract', file, '--format', 'json'], { cwd: folder });
  expect(result.code).toBe(3);
  const extraction = JSON.parse(result.stdout) as Extraction;
  expect(extraction.studies).toEqual([]);
  expect(extraction.notices.map(({ kind }) => kind)).toContain('unknown-header');
  expect(result.stderr).toContain(file);
});

/** A folder with a config whose source is a folder of PDFs, holding the jaarverslag of 2021 already. */
async function checkedFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'begrotingswacht-bad-input-'));
  const prints = join(folder, 'stukken');
  mkdirSync(prints);
  const former = new URL('../../fixtures/XV-2021-jaarverslag.pdf', import.meta.url);
  writeFileSync(join(prints, 'XV-2021-jaarverslag.pdf'), readFileSync(former));
  const config = { source: { folder: 'stukken' } };
  writeFileSync(join(folder, 'begrotingswacht.config.json'), JSON.stringify(config));
  const first = await runCommand(['check'], { cwd: folder, env: NOW });
  expect(first).toMatchObject({ code: 0 });
  return folder;
}

const NOW = { BEGROTINGSWACHT_NOW: '2023-05-18T06:17:00+02:00' };

describe('check leaves what is stored as it was', () => {
  let checked = '';
  beforeAll(async () => {
    checked = await checkedFolder();
    return () => rmSync(checked, { recursive: true, force: true });
  });
  const cases: readonly Case[] = [
    ...UNREADABLE,
    {
      name: 'no annex where there was one',
      bytes: async () => withoutAnnex(),
      code: 1,
      says: [/no evaluation annex/],
    },
    {
      name: 'an unknown header',
      bytes: async () => unknownHeader(),
      code: 3,
      says: [/quarantine/],
    },
  ];

  test.for(cases)('$name', async ({ bytes, code, says }) => {
    const folder = temporaryFolder();
    cpSync(checked, folder, { recursive: true });
    const stored = contents(join(folder, 'snapshots'));
    writeFileSync(join(folder, 'stukken', 'XV-2022-jaarverslag.pdf'), await bytes());
    const result = await runCommand(['check', '--format', 'json'], { cwd: folder, env: NOW });
    expect(result.code).toBe(code);
    const { errors, editions } = JSON.parse(result.stdout) as {
      errors: { message: string; edition: string }[];
      editions: { id: string; outcome: string }[];
    };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.edition).toBe('XV/2022-jaarverslag');
    for (const words of says) expect(errors[0]?.message).toMatch(words);
    expect(editions.find(({ id }) => id === 'XV/2022-jaarverslag')?.outcome).toBe(
      code === 3 ? 'quarantined' : 'failed',
    );
    expect(contents(join(folder, 'snapshots'))).toEqual(stored);
  });
});

test('check: a config with a wrong key does nothing', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'begrotingswacht.config.json'), '{ "chapter": ["XV"] }');
  const result = await runCommand(['check'], { cwd: folder });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain('begrotingswacht.config.json');
  expect(result.stderr).toContain('chapter');
  expect(result.stderr).toContain('chapters');
  expect(Object.keys(contents(folder))).toEqual(['begrotingswacht.config.json']);
});

test('check: a snapshots folder that cannot be written', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'snapshots'), 'a file where the folder should be');
  const result = await runCommand(['check', '--offline'], { cwd: folder });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain(join(folder, 'snapshots'));
  expect(contents(folder)).toEqual({ snapshots: 'a file where the folder should be' });
});

test('wrong usage is exit code 2 with a hint', async () => {
  const cases = [
    ['weg'],
    ['extract'],
    ['extract', 'x.pdf', '--format', 'xml'],
    ['check', '--chapter', 'ZZ'],
    ['digest', '--week', '2026-W60'],
    ['diff', 'XV/2022-jaarverslag', 'XV/2023-jaarverslag'],
  ];
  for (const args of cases) {
    const result = await runCommand(args, { cwd: temporaryFolder() });
    expect({ args, code: result.code, stdout: result.stdout }).toEqual({
      args,
      code: 2,
      stdout: '',
    });
    expect(result.stderr).not.toBe('');
  }
});

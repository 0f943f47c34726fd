import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { unknownHeader, withoutAnnex } from '../../fixtures/broken.ts';
import type { Extraction } from '../../src/study/extraction.ts';
import { runCommand } from '../support/command.ts';
import { contents, temporaryFolder } from '../support/folders.ts';

const JV_2021 = fileURLToPath(new URL('../../fixtures/XV-2021-jaarverslag.pdf', import.meta.url));

test('extract --explain draws each page of the annex, and prints the same as without', async () => {
  const folder = temporaryFolder();
  const plain = await runCommand(['extract', JV_2021]);
  const args = ['extract', JV_2021, '--explain', 'uitleg'];
  const result = await runCommand(args, { cwd: folder });
  expect(result).toMatchObject({ code: 0, stdout: plain.stdout });
  expect(result.stderr).toContain(join('uitleg', 'index.html'));
  const { annex, studies } = JSON.parse(plain.stdout) as Extraction;
  const files = contents(join(folder, 'uitleg'));
  expect(annex?.pages).toEqual([11, 12]);
  expect(Object.keys(files)).toEqual(['index.html', 'page-11.svg', 'page-12.svg']);
  const cards = files['index.html']?.match(/<article /gu);
  expect(cards).toHaveLength(studies.length);
  expect((await runCommand(args, { cwd: folder })).code).toBe(0);
  expect(contents(join(folder, 'uitleg'))).toEqual(files);
});

test('extract --explain: an unknown header is drawn, since somebody has to look', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'stuk.pdf'), await unknownHeader());
  const result = await runCommand(['extract', 'stuk.pdf', '--explain', 'x'], { cwd: folder });
  expect(result.code).toBe(3);
  const { 'index.html': index = '', ...pictures } = contents(join(folder, 'x'));
  expect(index).toContain('unknown-header');
  expect(index).toContain('<strong>header-unknown</strong>');
  expect(index).toContain('begrotingswacht check --accept');
  expect(Object.keys(pictures).length).toBeGreaterThan(0);
});

test('extract --explain: without an annex the index says so', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'stuk.pdf'), await withoutAnnex());
  const result = await runCommand(['extract', 'stuk.pdf', '--explain', 'x'], { cwd: folder });
  expect(result.code).toBe(0);
  const files = contents(join(folder, 'x'));
  expect(Object.keys(files)).toEqual(['index.html']);
  expect(files['index.html']).toContain('No evaluation annex was found');
});

test('extract --explain: a folder that is not ours ends in one sentence, and nothing is done', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'vol'));
  writeFileSync(join(folder, 'vol', 'notities.txt'), 'van mij');
  writeFileSync(join(folder, 'bestand'), 'van mij');
  const before = contents(folder);
  for (const [name, says] of [
    ['vol', 'vol: it holds notities.txt, which was not made here'],
    ['bestand', 'bestand: a file stands where a folder is needed'],
    ['', 'Give a path'],
  ] as const) {
    const result = await runCommand(['extract', JV_2021, '--explain', name], { cwd: folder });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(says);
  }
  expect(contents(folder)).toEqual(before);
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../support/command.ts';
import { contents, temporaryFolder } from '../support/folders.ts';
import { git } from '../support/git.ts';

const WARNING = 'Voorbeeld met gereconstrueerde gegevens. Niet citeren.';

test('demo shows the whole way, and says first that its data are an example', async () => {
  const folder = join(temporaryFolder(), 'demo');
  const result = await runCommand(['demo', '--keep', folder]);
  expect(result.stderr).toBe('');
  expect(result.code).toBe(0);
  expect(result.stdout.split('\n')[0]).toBe(WARNING);
  expect(result.stdout).toMatch(/Status gewijzigd van “Lopend” naar “Afgerond”/);
  expect(result.stdout).toMatch(/Afronding (een|twee) jaar later: van \d{4} naar \d{4}/);
  expect(result.stdout).toMatch(/\[-.+-\]/);

  const subjects = (await git(folder, 'log', '--format=%s', '--reverse')).split('\n');
  const editions = subjects.filter((subject) => subject.includes(' XV/'));
  expect(editions.map((subject) => subject.replaceAll(/\d+(?= )/g, 'n'))).toEqual([
    'First record of XV/2021-jaarverslag: n studies',
    'First record of XV/2023-begroting: n studies, n changes',
    'Changes in XV/2022-jaarverslag: n studies, n changes, n of them news',
    'Changes in XV/2024-begroting: n studies, n changes, n of them news',
    'Changes in XV/2023-jaarverslag: n studies, n changes, n of them news',
  ]);
  expect(await git(folder, 'log', '-p', '--', 'snapshots/XV/studies.csv')).toMatch(/^\+s0/m);
  expect(await git(folder, 'status', '--porcelain', 'snapshots', 'digests')).toBe('');

  const documents = [
    ...Object.entries(contents(join(folder, 'outbox'))),
    ...Object.entries(contents(join(folder, 'digests'))),
  ];
  expect(documents.length).toBeGreaterThan(5);
  for (const [name, text] of documents) {
    expect({
      name,
      warned: Buffer.from(text, 'latin1').toString('utf8').includes(WARNING),
    }).toEqual({
      name,
      warned: true,
    });
  }
  expect(
    readdirSync(join(folder, 'digests')).filter((name) => /^\d{4}-W\d\d\.md$/.test(name)),
  ).not.toEqual([]);
});

test('demo does not write into a folder that holds something', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  const stored = contents(folder);
  const { code, stderr } = await runCommand(['demo', '--keep', folder]);
  expect(code).toBe(2);
  expect(stderr).toContain('not empty');
  expect(contents(folder)).toEqual(stored);
});

test('the demo stands in --help, and no verb that is not there', async () => {
  const { stdout, code } = await runCommand(['--help']);
  expect(code).toBe(0);
  const verbs = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, verb]) => verb);
  expect(verbs).toEqual([
    'check',
    'watch',
    'extract',
    'diff',
    'digest',
    'history',
    'explain',
    'editions',
    'reread',
    'verify',
    'export',
    'doctor',
    'demo',
    'help',
  ]);
  const manifest = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  expect((await runCommand(['--version'])).stdout.trim()).toBe(manifest.version);
});

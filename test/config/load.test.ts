import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { CONFIG_FILE, loadConfig } from '../../src/config/load.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { temporaryFolder } from '../support/folders.ts';

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
});

it('gives the defaults when the working folder has no file', async () => {
  const config = await loadConfig({ file: null, folder, env: {} });
  expect(config).toStrictEqual(parseConfig(null, { file: CONFIG_FILE, env: {}, folder }));
});

it('takes the file of the working folder', async () => {
  await writeFile(join(folder, CONFIG_FILE), '{ "since": 2022 }');
  expect((await loadConfig({ file: null, folder, env: {} })).since).toBe(2022);
});

it('starts relative paths from the folder of a named file', async () => {
  await mkdir(join(folder, 'bot'));
  await writeFile(join(folder, 'bot', 'my.json'), '{}');
  const config = await loadConfig({ file: 'bot/my.json', folder, env: {} });
  expect(config.snapshots).toBe(join(folder, 'bot', 'snapshots'));
});

it.each([
  ['missing.json', 'missing.json: there is no such file'],
  ['.', 'it cannot be read (EISDIR)'],
])('fails for %s, which a user named', async (file, message) => {
  await expect(loadConfig({ file, folder, env: {} })).rejects.toMatchObject({
    kind: 'config',
    message: expect.stringContaining(message) as string,
  });
});

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOwnFolder } from '../../src/archive/own-folder.ts';
import { contents, temporaryFolder } from '../support/folders.ts';

const madeBy = '<!-- ours -->';

function own(folder: string): ReturnType<typeof createOwnFolder> {
  return createOwnFolder({ folder, madeBy });
}

it('makes the folder, and makes it anew: what is not made again goes', async () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  await own(folder).replace(
    new Map([
      ['1.svg', `${madeBy}1`],
      ['2.svg', `${madeBy}2`],
    ]),
  );
  await own(folder).replace(new Map([['1.svg', `${madeBy}one`]]));
  expect(contents(folder)).toEqual({ '1.svg': `${madeBy}one` });
});

it('takes an empty folder', async () => {
  const folder = temporaryFolder();
  await own(folder).requireOwn();
  expect(readdirSync(folder)).toEqual([]);
});

it.each(['notities.txt', '.verborgen', 'page-1.svg'])(
  'leaves a folder alone that holds %s of somebody else',
  async (name) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'index.html'), madeBy);
    writeFileSync(join(folder, name), 'van mij');
    const before = contents(folder);
    const replaced = own(folder).replace(new Map([['index.html', `${madeBy}new`]]));
    await expect(replaced).rejects.toMatchObject({
      kind: 'usage',
      message: `${folder}: it holds ${name}, which was not made here. Name a new folder or an empty one.`,
    });
    expect(contents(folder)).toEqual(before);
  },
);

it('leaves a folder alone that holds another folder', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'index.html'));
  await expect(own(folder).requireOwn()).rejects.toMatchObject({ kind: 'usage' });
});

it('refuses a file, also above it', async () => {
  const file = join(temporaryFolder(), 'bestand');
  writeFileSync(file, 'van mij');
  for (const folder of [file, join(file, 'onder')])
    await expect(own(folder).requireOwn()).rejects.toMatchObject({
      kind: 'not-writable',
      problem: 'a file stands where a folder is needed',
    });
});

it('refuses a folder that cannot be made, because a file stands where one of its parents should', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(own(join(file, 'pictures')).requireOwn()).rejects.toMatchObject({
    kind: 'not-writable',
  });
});

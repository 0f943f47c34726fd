import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFolder } from '../../src/archive/folder.ts';
import { failureOf } from '../support/failure.ts';
import { temporaryFolder } from '../support/folders.ts';
import { put } from '../support/git.ts';

const MODULE = pathToFileURL('src/archive/folder.ts').href;
const POSIX = process.platform !== 'win32';

let top = '';

beforeEach(() => {
  top = temporaryFolder();
});

describe('requireWritable', () => {
  it('leaves no trace, whether the folder is there or not', async () => {
    await createFolder({ folder: join(top, 'a', 'b') }).requireWritable();
    await createFolder({ folder: top }).requireWritable();
    expect(await readdir(top)).toStrictEqual([]);
  });

  it('refuses a folder that is a file, and one below a file', async () => {
    await put(join(top, 'file'), 'kept');
    for (const folder of [join(top, 'file'), join(top, 'file', 'snapshots')]) {
      const failure = await failureOf(() => createFolder({ folder }).requireWritable());
      expect(failure.kind).toBe('not-writable');
      expect(failure.message).toContain(join(top, 'file'));
      expect(failure.message).toContain('a file stands where a folder is needed');
    }
    expect(await readFile(join(top, 'file'), 'utf8')).toBe('kept');
  });

  it.runIf(process.platform === 'linux')('refuses a file system that takes no files', async () => {
    const failure = await failureOf(() => createFolder({ folder: '/proc/x' }).requireWritable());
    expect(failure.kind).toBe('not-writable');
    expect(failure.message).toMatch(/^\/proc\/x: .+\. Make room or correct the permissions/u);
  });
});

describe('read', () => {
  it('refuses bytes that are no UTF-8, rather than guess letters', async () => {
    await writeFile(join(top, 'a.json'), Buffer.from([0x22, 0xe9, 0x22]));
    const failure = await failureOf(() => createFolder({ folder: top }).read('a.json'));
    expect(failure.kind).toBe('snapshot-damaged');
    expect(failure.subject).toBe(join(top, 'a.json'));
  });

  it('tells a folder in the place of a file from no file', async () => {
    await mkdir(join(top, 'a.json'));
    const folder = createFolder({ folder: top });
    expect((await failureOf(() => folder.read('a.json'))).kind).toBe('snapshot-damaged');
    expect(await folder.read('b.json')).toBeNull();
  });

  it('never leaves its folder', async () => {
    const folder = createFolder({ folder: join(top, 'inside') });
    await put(join(top, 'outside.txt'), 'x');
    await expect(folder.read('../outside.txt')).rejects.toThrow('leads out of');
    await expect(folder.write('../outside.txt', 'y')).rejects.toThrow('leads out of');
    expect(await readFile(join(top, 'outside.txt'), 'utf8')).toBe('x');
  });
});

describe('write', () => {
  it('does not touch a file that already has this content', async () => {
    const folder = createFolder({ folder: top });
    await folder.write('a.json', '1\n');
    const before = await stat(join(top, 'a.json'), { bigint: true });
    await folder.write('a.json', '1\n');
    const after = await stat(join(top, 'a.json'), { bigint: true });
    expect([after.ino, after.mtimeNs]).toStrictEqual([before.ino, before.mtimeNs]);
  });

  it('names the path and the cause when a file stands in the way', async () => {
    const folder = createFolder({ folder: top });
    await folder.write('XV', 'a file');
    const failure = await failureOf(() => folder.write('XV/2022-jaarverslag.json', '{}'));
    expect(failure.kind).toBe('not-writable');
    expect(failure.message).toContain('a file stands where a folder is needed');
    expect(await folder.read('XV')).toBe('a file');
  });

  it('keeps apart writes of one file at the same time', async () => {
    const folder = createFolder({ folder: top });
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(1000));
    await Promise.all(texts.map(async (text) => folder.write('a', text)));
    expect(texts).toContain(await folder.read('a'));
    expect(await readdir(top)).toStrictEqual(['a']);
  });

  it('clears away what a killed process left, and only that', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const alive = process.ppid;
    await put(join(top, 'XV', `.a.json.${dead}-1.tmp`), 'half');
    await put(join(top, 'XV', `.b.json.${alive}-1.tmp`), 'under way');
    await put(join(top, '.notes.tmp'), 'of a person');
    await createFolder({ folder: top }).write('c.json', '{}');
    expect(await readdir(join(top, 'XV'))).toStrictEqual([`.b.json.${alive}-1.tmp`]);
    expect((await readdir(top)).sort()).toStrictEqual(['.notes.tmp', 'XV', 'c.json']);
  });

  it.runIf(POSIX)(
    'keeps the old file whole when only part of the new one can be written',
    async () => {
      await put(join(top, 'a.json'), 'old');
      // The limit lets the first part of the write through, as a disk does that fills up meanwhile.
      const script = `
      import { createFolder } from ${JSON.stringify(MODULE)};
      const folder = createFolder({ folder: ${JSON.stringify(top)} });
      try { await folder.write('a.json', 'x'.repeat(500_000)); }
      catch (error) { process.stdout.write(error.message); }`;
      const limited =
        'trap "" XFSZ; ulimit -f 64; exec "$0" --input-type=module-typescript --eval "$1"';
      const { stdout } = spawnSync('bash', ['-c', limited, process.execPath, script], {
        encoding: 'utf8',
      });
      expect(stdout).toContain('larger than the system allows');
      expect(await readFile(join(top, 'a.json'), 'utf8')).toBe('old');
      expect(await readdir(top)).toStrictEqual(['a.json']);
    },
  );

  it('leaves the old file or the new one, whole, when it is killed at any moment', async () => {
    const size = 400_000;
    const script = `
      import { createFolder } from ${JSON.stringify(MODULE)};
      const folder = createFolder({ folder: ${JSON.stringify(top)} });
      process.stdout.write('ready');
      for (let turn = 0; ; turn++) await folder.write('a', String(turn % 10).repeat(${size}));`;
    await put(join(top, 'a'), 'o'.repeat(size));
    for (let round = 0; round < 5; round++) {
      await killWhileWriting(script);
      const text = await readFile(join(top, 'a'), 'utf8');
      expect(text).toHaveLength(size);
      expect(new Set(text).size).toBe(1);
    }
    await createFolder({ folder: top }).write('b', 'next run');
    expect((await readdir(top)).sort()).toStrictEqual(['a', 'b']);
  });
});

/** Starts the script, and kills it in the middle of a write after it has shown that it runs. */
async function killWhileWriting(script: string): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => {
    child.stdout.once('data', () => resolve());
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  while (!(await readdir(top)).some((name) => name.endsWith('.tmp'))) {
    // Look again: the process is between two writes.
  }
  child.kill('SIGKILL');
  await ended;
}

it.runIf(POSIX)('lists a file behind a symbolic link', async () => {
  await put(join(top, 'kept', 'a.json'), '{}');
  await mkdir(join(top, 'snapshots'));
  await symlink(join(top, 'kept', 'a.json'), join(top, 'snapshots', 'a.json'));
  expect(await createFolder({ folder: join(top, 'snapshots') }).list('')).toStrictEqual(['a.json']);
});

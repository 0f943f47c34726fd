import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StatedEdition } from '../../src/edition/edition.ts';
import { requireEditionId } from '../../src/edition/edition.ts';
import { Failure } from '../../src/failure/failure.ts';
import { editionOfName } from '../../src/source/folder/file-name.ts';
import { createFolderSource } from '../../src/source/folder/source.ts';
import { failureOf } from '../support/failure.ts';
import { temporaryFolder } from '../support/folders.ts';
import { pdfBytes, wanted } from '../support/source.ts';

const NOTHING: StatedEdition = {
  id: null,
  chapter: null,
  year: null,
  phase: null,
  dossier: null,
  number: null,
};

async function folderWith(files: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const folder = temporaryFolder();
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return folder;
}

/** Reads the edition out of the sample file's own text, as a real reader would from its footer. */
function stating() {
  const opened: string[] = [];
  const identify = async (bytes: Uint8Array, name: string): Promise<StatedEdition> => {
    opened.push(name);
    const [id] = /[A-Z]+\/20\d\d-[a-z]+/u.exec(new TextDecoder().decode(bytes)) ?? [];
    return id === undefined ? NOTHING : { ...requireEditionId(id), dossier: '36360', number: '1' };
  };
  return { opened, identify };
}

describe('the name of a file', () => {
  it.each([
    ['XV-2022-jaarverslag.pdf', 'XV/2022-jaarverslag'],
    ['XV/2022-jaarverslag.pdf', 'XV/2022-jaarverslag'],
    ['papers/IIB/2023-begroting.PDF', 'IIB/2023-begroting'],
    ['papers/xv-2022-Jaarverslag.pdf', 'XV/2022-jaarverslag'],
  ])('%s states %s', (path, id) => {
    expect(editionOfName(path)).toEqual(requireEditionId(id));
  });

  it.each(['2022-jaarverslag.pdf', 'kst-36360-XV-1.pdf', 'XV-2022-slotwet.pdf', 'SZWXVI-2022.pdf'])(
    '%s states none',
    (path) => {
      expect(editionOfName(path)).toBeNull();
    },
  );
});

describe('a folder of PDFs', () => {
  it('lists the wanted editions by name, from all folders in it, and fetches their bytes', async () => {
    const folder = await folderWith({
      'XV-2022-jaarverslag.pdf': pdfBytes('one'),
      'older/XV/2021-jaarverslag.pdf': pdfBytes('two'),
      'VI-2022-jaarverslag.pdf': pdfBytes('not wanted'),
      'notes.txt': 'no PDF',
      '._XV-2021-jaarverslag.pdf': 'left by another system',
    });
    const { identify, opened } = stating();
    const source = createFolderSource({ folder, identify });
    const { listings, failures } = await source.list(
      ['XV/2021-jaarverslag', 'XV/2022-jaarverslag', 'XV/2023-jaarverslag'].map((id) => wanted(id)),
    );
    expect(failures).toEqual([]);
    expect(listings).toMatchObject([
      {
        edition: wanted('XV/2021-jaarverslag'),
        publication: 'older/XV/2021-jaarverslag.pdf',
        url: expect.stringMatching(/^file:\/\/.*older\/XV\/2021-jaarverslag\.pdf$/u),
        published: null,
      },
      { edition: wanted('XV/2022-jaarverslag'), publication: 'XV-2022-jaarverslag.pdf' },
    ]);
    const [two, one] = await Promise.all(listings.map(async (listing) => source.fetch(listing)));
    expect([one, two]).toEqual([Buffer.from(pdfBytes('one')), Buffer.from(pdfBytes('two'))]);
    expect(opened).toEqual([]);
  });

  it('asks the print where the name does not say it, once for each file', async () => {
    const folder = await folderWith({ 'scan (3).pdf': pdfBytes('XV/2022-jaarverslag') });
    const { identify, opened } = stating();
    const source = createFolderSource({ folder, identify });
    for (let time = 0; time < 2; time += 1) {
      const { listings } = await source.list([wanted('XV/2022-jaarverslag')]);
      expect(listings).toMatchObject([
        { edition: wanted('XV/2022-jaarverslag', 'known'), publication: 'scan (3).pdf' },
      ]);
    }
    expect(opened).toEqual(['scan (3).pdf']);
  });

  it('gives a file another version when its bytes change, and only then', async () => {
    const folder = await folderWith({ 'XV-2022-jaarverslag.pdf': pdfBytes('one') });
    const source = createFolderSource({ folder, identify: stating().identify });
    const version = async () =>
      (await source.list([wanted('XV/2022-jaarverslag')])).listings[0]?.version;
    const first = await version();
    const file = join(folder, 'XV-2022-jaarverslag.pdf');
    await copyFile(file, join(folder, 'copy'));
    await copyFile(join(folder, 'copy'), file);
    expect(await version()).toBe(first);
    await writeFile(file, pdfBytes('two'));
    expect(await version()).not.toBe(first);
  });

  it('names each file it cannot place, with the remedy, beside the rest', async () => {
    const folder = await folderWith({
      'XV-2022-jaarverslag.pdf': pdfBytes('named'),
      'unknown.pdf': pdfBytes('says nothing'),
      'page.pdf': '<!doctype html><html><body>Bad gateway</body></html>',
      'locked.pdf': pdfBytes('locked'),
    });
    const { identify } = stating();
    const source = createFolderSource({
      folder,
      identify: async (bytes, name) => {
        if (name !== 'locked.pdf') return identify(bytes, name);
        throw new Failure('encrypted-pdf', {
          subject: name,
          problem: 'locked',
          remedy: 'Unlock it',
        });
      },
    });
    const { listings, failures } = await source.list([wanted('XV/2022-jaarverslag')]);
    expect(listings).toHaveLength(1);
    expect(failures).toMatchObject([
      { edition: null, failure: { kind: 'encrypted-pdf', subject: 'locked.pdf' } },
      { edition: null, failure: { kind: 'html-instead-of-pdf', subject: 'page.pdf' } },
      {
        edition: null,
        failure: {
          subject: 'unknown.pdf',
          remedy: expect.stringContaining('XV-2022-jaarverslag.pdf'),
        },
      },
    ]);
  });

  it('takes none of two files of one edition', async () => {
    const folder = await folderWith({
      'XV-2022-jaarverslag.pdf': pdfBytes('one'),
      'XV/2022-jaarverslag.pdf': pdfBytes('two'),
    });
    const source = createFolderSource({ folder, identify: stating().identify });
    const { listings, failures } = await source.list([wanted('XV/2022-jaarverslag')]);
    expect(listings).toEqual([]);
    expect(failures[0]?.failure.message).toContain(
      'XV-2022-jaarverslag.pdf, XV/2022-jaarverslag.pdf',
    );
  });

  it('says when a listed file is half a PDF, or gone', async () => {
    const folder = await folderWith({
      'XV-2022-jaarverslag.pdf': pdfBytes('one').subarray(0, 3000),
    });
    const source = createFolderSource({ folder, identify: stating().identify });
    const [listing] = (await source.list([wanted('XV/2022-jaarverslag')])).listings;
    const fetched = async () => listing && source.fetch(listing);
    expect(await failureOf(fetched)).toMatchObject({ kind: 'truncated-pdf' });
    await rm(join(folder, 'XV-2022-jaarverslag.pdf'));
    expect(await failureOf(fetched)).toMatchObject({ kind: 'print-missing' });
  });

  it('that is not there is a failure of the whole', async () => {
    const folder = join(temporaryFolder(), 'nothing');
    const source = createFolderSource({ folder, identify: stating().identify });
    const failure = await failureOf(async () => source.list([wanted('XV/2022-jaarverslag')]));
    expect(failure).toMatchObject({ kind: 'not-found', subject: folder });
  });
});

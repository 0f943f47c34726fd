import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { editionId, parseEditionId } from '../../edition/edition.ts';
import type { Edition, StatedEdition } from '../../edition/edition.ts';
import type { Listing } from '../../edition/listing.ts';
import { checkPrintBytes } from '../../edition/print-bytes.ts';
import { Failure, isFailure } from '../../failure/failure.ts';
import type { Source, SourceAnswer } from '../../port/source.ts';
import { editionOfName } from './file-name.ts';
import { listPdfs, readPdf } from './files.ts';

export interface FolderSourceOptions {
  /** Searched with all folders in it. */
  readonly folder: string;
  /** What a print says of itself, for a file whose name does not say it. May throw a Failure. */
  readonly identify: (bytes: Uint8Array, name: string) => Promise<StatedEdition>;
}

interface FoundFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly edition: Edition;
}

/**
 * A folder of PDFs in place of the search service. A file's edition is the one in its name, such as
 * `XV-2022-jaarverslag.pdf` or `XV/2022-jaarverslag.pdf`, else the one its print states. A file that
 * tells neither, and two files of one edition, are failures: nothing is taken on a guess.
 * `list` throws a Failure `not-found` when there is no such folder.
 */
export function createFolderSource({ folder, identify }: FolderSourceOptions): Source {
  /** By sha256, so that each file is opened once while it stays the same. */
  const identified = new Map<string, Edition | Failure>();

  async function editionOf(path: string): Promise<Edition | Failure> {
    const named = editionOfName(path);
    if (named) return named;
    try {
      const bytes = await readPdf(folder, path);
      const hash = sha256(bytes);
      const edition = identified.get(hash) ?? (await identifyBytes(bytes, path));
      if (!isFailure(edition)) identified.set(hash, edition);
      return edition;
    } catch (error) {
      if (isFailure(error)) return error;
      throw error;
    }
  }

  async function identifyBytes(bytes: Uint8Array, path: string): Promise<Edition | Failure> {
    checkPrintBytes(bytes, path);
    const { chapter, year, phase, dossier, number } = await identify(bytes, path);
    if (chapter === null || year === null || phase === null) return unidentified(path);
    const edition = parseEditionId(editionId(chapter, year, phase));
    return edition ? { ...edition, dossier, number } : unidentified(path);
  }

  async function list(wanted: readonly Edition[]): Promise<SourceAnswer> {
    const files: FoundFile[] = [];
    const failures: { edition: Edition | null; failure: Failure }[] = [];
    for (const path of await listPdfs(folder)) {
      const edition = await editionOf(path);
      if (isFailure(edition)) failures.push({ edition: null, failure: edition });
      else files.push({ path, edition });
    }
    const listings: Listing[] = [];
    for (const edition of wanted) {
      try {
        const listing = await listingOf(
          edition,
          files.filter((file) => file.edition.id === edition.id),
        );
        if (listing) listings.push(listing);
      } catch (error) {
        if (!isFailure(error)) throw error;
        failures.push({ edition, failure: error });
      }
    }
    return { listings, failures };
  }

  async function listingOf(wanted: Edition, files: readonly FoundFile[]): Promise<Listing | null> {
    const [file, ...others] = files;
    if (!file) return null;
    if (others.length > 0) throw severalFiles(wanted, files);
    const { path, edition } = file;
    const dossier = wanted.dossier ?? edition.dossier;
    return {
      edition: { ...wanted, dossier, number: wanted.number ?? edition.number },
      publication: path,
      title: path,
      url: pathToFileURL(resolve(folder, path)).href,
      unformatted: false,
      published: null,
      version: sha256(await readPdf(folder, path)),
    };
  }

  async function fetch({ url, publication }: Listing): Promise<Uint8Array> {
    const bytes = await readPdf(folder, fileURLToPath(url));
    checkPrintBytes(bytes, publication);
    return bytes;
  }

  return { list, fetch };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function unidentified(path: string): Failure {
  return new Failure('wrong-edition', {
    subject: path,
    problem: 'neither the name nor the print says which edition this is',
    remedy: 'Name the file after its edition, such as XV-2022-jaarverslag.pdf',
  });
}

function severalFiles(edition: Edition, files: readonly FoundFile[]): Failure {
  return new Failure('wrong-edition', {
    subject: edition.id,
    problem: `more than one file is this edition (${files.map(({ path }) => path).join(', ')})`,
    remedy: 'Leave only the one to be read; none was taken',
  });
}

import { Failure } from '../../failure/failure.ts';
import type { PrintStore } from '../../port/archive.ts';
import type { Source } from '../../port/source.ts';

/** The prints that were kept, as a source: for a pass without network. Each publication's newest print. */
export function createOfflineSource(prints: PrintStore): Source {
  return {
    async list(wanted) {
      const ids = new Set(wanted.map(({ id }) => id));
      const remembered = await prints.remembered();
      const listings = remembered.map(({ listing }) => listing);
      return { listings: listings.filter(({ edition }) => ids.has(edition.id)), failures: [] };
    },
    async fetch(listing) {
      const sha256 = await prints.fetched(listing.publication, listing.version);
      const bytes = sha256 === null ? null : await prints.read(sha256);
      if (bytes) return bytes;
      throw new Failure('print-missing', {
        subject: listing.publication,
        problem: 'its print is not kept here',
        remedy: 'Run the check again without --offline',
      });
    },
  };
}

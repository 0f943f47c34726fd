import { Failure } from '../../failure/failure.ts';
import type { Listing } from '../../edition/listing.ts';
import type { PrintForm, PrintStore } from '../../port/archive.ts';
import type { Source } from '../../port/source.ts';

/** The prints that were kept, as a source: for a pass without network. Each publication's newest print. */
export function createOfflineSource(prints: PrintStore): Source {
  async function kept(
    { publication, version }: Listing,
    form: PrintForm,
  ): Promise<Uint8Array | null> {
    const sha256 = await prints.fetched(publication, version, form);
    return sha256 === null ? null : prints.read(sha256);
  }
  async function read(listing: Listing, form: PrintForm): Promise<Uint8Array> {
    const bytes = await kept(listing, form);
    if (bytes) return bytes;
    throw new Failure('print-missing', {
      subject: listing.publication,
      problem: 'its print is not kept here',
      remedy: 'Run the check again without --offline',
    });
  }
  /** An XML that was not kept cannot be held beside the PDF, which is no fault of the edition. */
  async function withoutMissingXml({ xml, ...listing }: Listing): Promise<Listing> {
    const isKept = xml !== undefined && (await kept(listing, 'xml')) !== null;
    return isKept ? { ...listing, xml } : listing;
  }
  return {
    async list(wanted) {
      const ids = new Set(wanted.map(({ id }) => id));
      const remembered = await prints.remembered();
      const listings = remembered
        .map(({ listing }) => listing)
        .filter(({ edition }) => ids.has(edition.id));
      return { listings: await Promise.all(listings.map(withoutMissingXml)), failures: [] };
    },
    fetch: async (listing) => read(listing, 'pdf'),
    fetchXml: async (listing) => read(listing, 'xml'),
  };
}

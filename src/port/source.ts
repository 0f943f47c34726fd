import type { Edition } from '../edition/edition.ts';
import type { Listing } from '../edition/listing.ts';
import type { Failure } from '../failure/failure.ts';

/** Where editions come from. */
export interface Source {
  /** Finds the given editions. One that does not exist yet is simply not listed; a fault is a failure beside the rest. */
  list(wanted: readonly Edition[]): Promise<SourceAnswer>;
  /** Bytes of the listed print, checked to be a whole PDF. Throws a Failure. */
  fetch(listing: Listing): Promise<Uint8Array>;
  /** Bytes of the XML edition that is listed beside it; left out by a source that has none. Throws a Failure. */
  readonly fetchXml?: (listing: Listing) => Promise<Uint8Array>;
}

export interface SourceAnswer {
  readonly listings: readonly Listing[];
  readonly failures: readonly { readonly edition: Edition | null; readonly failure: Failure }[];
}

import type { Edition } from './edition.ts';

/** One record of a source: an edition that exists, and where its print can be fetched. */
export interface Listing {
  readonly edition: Edition;
  /** Id of the publication, such as `kst-36360-XV-1` or `kst-1259252`; a file name for a folder. */
  readonly publication: string;
  /** Title of the paper as the source gives it. */
  readonly title: string;
  /** URL of the PDF (the record's own itemUrl) or a file: URL. */
  readonly url: string;
  /** URL of the XML edition of the same paper; left out when the source lists none. */
  readonly xml?: string;
  /** First days: the ministry's own print, other page numbers, another id than the final one. */
  readonly unformatted: boolean;
  /** ISO date of publication; null when the source does not say. */
  readonly published: string | null;
  /** Changes when the source touches the record; compared for equality only, never parsed. */
  readonly version: string;
}

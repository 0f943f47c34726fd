import type { Edition } from '../edition/edition.ts';
import type { Annex, Notice } from '../study/extraction.ts';
import type { Study } from '../study/study.ts';
import type { SNAPSHOT_VERSION } from './migrations.ts';

/** Which print was read: enough to fetch it again and to know it is the same. */
export interface PrintReference {
  readonly sha256: string;
  readonly url: string;
  readonly publication: string;
  readonly title: string;
  readonly unformatted: boolean;
  /** ISO date; null when the source does not say. */
  readonly published: string | null;
  /** The XML edition that the reading was held together with; left out when there was none. */
  readonly xml?: { readonly sha256: string; readonly url: string };
}

/** What we hold of one edition: the reading of one print by one extractor. */
export interface Snapshot {
  readonly schemaVersion: typeof SNAPSHOT_VERSION;
  readonly edition: Edition;
  readonly print: PrintReference;
  /** Version of the reading rules; a higher one on the same print is a re-read, never news. */
  readonly extractor: number;
  readonly annex: Annex | null;
  readonly studies: readonly Study[];
  readonly notices: readonly Notice[];
}

import { isFailure } from '../failure/failure.ts';
import type { PrintStore } from '../port/archive.ts';
import type { Source } from '../port/source.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export interface FetchMissingPorts {
  readonly source: Source;
  readonly prints: PrintStore;
}

/**
 * Fetches the prints of these snapshots that are not kept here, and the XML beside them. One that the
 * source has no more, or has otherwise now, stays missing: whoever needs it will say so.
 */
export async function fetchMissing(
  snapshots: readonly Snapshot[],
  { source, prints }: FetchMissingPorts,
): Promise<void> {
  for (const { edition, print } of snapshots) {
    const { xml, ...pdf } = print;
    const listing = { ...pdf, edition, version: '', ...(xml ? { xml: xml.url } : {}) };
    const { fetchXml } = source;
    await keep(print.sha256, prints, async () => source.fetch(listing));
    if (xml && fetchXml) await keep(xml.sha256, prints, async () => fetchXml(listing));
  }
}

async function keep(
  sha256: string,
  prints: PrintStore,
  fetch: () => Promise<Uint8Array>,
): Promise<void> {
  try {
    if ((await prints.read(sha256)) === null) await prints.keep(await fetch());
  } catch (error) {
    if (!isFailure(error) || error.kind === 'not-writable') throw error;
  }
}

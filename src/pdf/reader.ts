import { checkPrintBytes } from '../edition/print-bytes.ts';
import { Failure } from '../failure/failure.ts';
import type { PdfDocument, Reader } from '../port/reader.ts';
import { startReading } from './reading-process.ts';
import { startChild } from './start-child.ts';

export interface ReaderLimits {
  /** Of work per document, time in which the caller does other things left out. */
  readonly seconds: number;
  /** Resident memory of the reading process. */
  readonly megabytes: number;
  /** Size of the file. */
  readonly bytes: number;
  readonly pages: number;
}

const DEFAULT_LIMITS: ReaderLimits = {
  seconds: 120,
  megabytes: 1024,
  bytes: 100 * 1024 * 1024,
  pages: 2000,
};

/**
 * A reader that opens each print in a process of its own, started for it and ended after it: whatever a
 * file does, this process goes on. Beside what the port says, `limit-exceeded` names the limit, and
 * `page` throws RangeError for a page that the document does not have.
 *
 * With `startAhead` the process for the first print starts at once, while the caller is still loading.
 */
export function createReader({
  startAhead = false,
  ...limits
}: Partial<ReaderLimits> & { readonly startAhead?: boolean } = {}): Reader {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  let ahead = startAhead ? startChild(bounds.megabytes) : null;
  return {
    async read(bytes, name, use) {
      checkPrintBytes(bytes, name);
      if (bytes.length > bounds.bytes) {
        throw new Failure('limit-exceeded', {
          subject: name,
          problem: `the file has ${bytes.length} bytes, more than the ${bounds.bytes} that are read`,
          remedy: 'Check that this is the paper itself and not a bundle of papers',
        });
      }
      const child = ahead ?? startChild(bounds.megabytes);
      ahead = null;
      const reading = startReading(child, bytes, name, bounds);
      try {
        const { pageCount, tagged, repaired } = await reading.ask<'document'>({
          about: 'document',
          byteLength: bytes.length,
          mostPages: bounds.pages,
        });
        function checked(page: number): number {
          if (Number.isInteger(page) && page >= 1 && page <= pageCount) return page;
          throw new RangeError(`${name} has pages 1 to ${pageCount}, not ${page}`);
        }
        let unchecked = false;
        async function check(): Promise<void> {
          if (unchecked) await reading.ask<'letters'>({ about: 'letters' });
        }
        const document: PdfDocument = {
          name,
          pageCount,
          tagged,
          repaired,
          outline: () => reading.ask<'outline'>({ about: 'outline' }),
          text: async (page) => reading.ask<'text'>({ about: 'text', page: checked(page) }),
          page: async (page) => {
            const read = await reading.ask<'page'>({ about: 'page', page: checked(page) });
            unchecked = true;
            return read;
          },
          check,
        };
        const result = await use(document);
        await check();
        return result;
      } finally {
        await reading.end();
      }
    },
  };
}

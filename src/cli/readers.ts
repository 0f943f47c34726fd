import { createMarkupReader } from '../markup/reader.ts';
import { createReader } from '../pdf/reader.ts';
import type { MarkupReader, Reader } from '../port/reader.ts';
import { clearHeap } from './engine.ts';

/** Reads prints of either form. With `startAhead` the process for the first PDF starts at once. */
export function createReaders({
  startAhead = false,
}: { readonly startAhead?: boolean } = {}): Reader & MarkupReader {
  const pdfs = createReader({ startAhead });
  return {
    ...createMarkupReader(),
    async read(bytes, name, use) {
      clearHeap();
      return pdfs.read(bytes, name, use);
    },
  };
}

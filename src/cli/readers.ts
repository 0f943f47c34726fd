import { createMarkupReader } from '../markup/reader.ts';
import { createReader } from '../pdf/reader.ts';
import type { MarkupReader, Reader } from '../port/reader.ts';

/** Reads prints of either form. With `startAhead` the process for the first PDF starts at once. */
export function createReaders({
  startAhead = false,
}: { readonly startAhead?: boolean } = {}): Reader & MarkupReader {
  return { ...createReader({ startAhead }), ...createMarkupReader() };
}

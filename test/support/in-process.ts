import { openDocument } from '../../src/pdf/open.ts';
import { readOutline } from '../../src/pdf/outline.ts';
import { readPage } from '../../src/pdf/read-page.ts';
import { readText } from '../../src/pdf/text.ts';
import type { PdfDocument } from '../../src/port/reader.ts';

function quiet(): void {}

const NO_COMPLAINTS = { damage: () => null };

/**
 * Reads a PDF of our own making as the reading process does, but in this process: starting one for each
 * of many small files takes longer than reading them. What pdf.js says to the console is left out.
 */
export async function readInProcess<Result>(
  bytes: Uint8Array,
  name: string,
  use: (document: PdfDocument) => Promise<Result>,
): Promise<Result> {
  const { log, info, warn } = console;
  Object.assign(console, { log: quiet, info: quiet, warn: quiet });
  try {
    const document = await openDocument(new Uint8Array(bytes));
    try {
      const marks: unknown = await document.getMarkInfo();
      const labels = await document.getPageLabels().catch(() => null);
      return await use({
        name,
        pageCount: document.numPages,
        tagged: marks instanceof Map && marks.get('Marked') === true,
        outline: () => readOutline(document),
        text: async (page) => readText(await document.getPage(page), NO_COMPLAINTS),
        page: async (page) =>
          readPage(
            document,
            await document.getPage(page),
            labels?.[page - 1] ?? null,
            NO_COMPLAINTS,
          ),
      });
    } finally {
      await document.loadingTask.destroy();
    }
  } finally {
    Object.assign(console, { log, info, warn });
  }
}

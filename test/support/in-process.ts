import { openDocument } from '../../src/pdf/open.ts';
import { readOutline } from '../../src/pdf/outline.ts';
import { readPage } from '../../src/pdf/read-page.ts';
import { createTexts } from '../../src/pdf/text.ts';
import { createTurns } from '../../src/pdf/turns.ts';
import type { PdfDocument } from '../../src/port/reader.ts';

function quiet(): void {}

const NO_COMPLAINTS = { damage: () => null, repaired: false };

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
      const texts = createTexts(NO_COMPLAINTS);
      const inTurn = createTurns();
      const labels = await document.getPageLabels().catch(() => null);
      return await use({
        name,
        pageCount: document.numPages,
        repaired: false,
        tagged: marks instanceof Map && marks.get('Marked') === true,
        outline: () => readOutline(document),
        text: (page) => inTurn(async () => texts.lines(await document.getPage(page))),
        page: (page) =>
          inTurn(async () =>
            readPage(document, await document.getPage(page), labels?.[page - 1] ?? null, texts),
          ),
      });
    } finally {
      await document.loadingTask.destroy();
    }
  } finally {
    Object.assign(console, { log, info, warn });
  }
}

import { createHash } from 'node:crypto';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openDocument } from '../../src/pdf/open.ts';
import { readOutline } from '../../src/pdf/outline.ts';
import { createPages } from '../../src/pdf/pages.ts';
import type { Pages } from '../../src/pdf/pages.ts';
import { createTurns } from '../../src/pdf/turns.ts';
import type { PdfDocument } from '../../src/port/reader.ts';

function quiet(): void {}

const NO_COMPLAINTS = { damage: () => null, repaired: false };

/** What a document was asked, and what it answered, by the sha256 of its bytes. */
type Answers = Map<string, Promise<unknown>>;
const documents = new Map<string, Answers>();
const MOST_DOCUMENTS = 32;

/**
 * Reads a PDF of our own making as the reading process does, but in this process: starting one for each
 * of many small files takes longer than reading them. What pdf.js says to the console is left out. The
 * same bytes are asked the same only once.
 */
export async function readInProcess<Result>(
  bytes: Uint8Array,
  name: string,
  use: (document: PdfDocument) => Promise<Result>,
): Promise<Result> {
  const answers = answersOf(bytes);
  const file = openedOnce(bytes);
  async function answer<Answer>(
    question: string,
    find: (document: PDFDocumentProxy) => Promise<Answer>,
  ): Promise<Answer> {
    const known = answers.get(question);
    if (known) return known as Promise<Answer>;
    const found = file.document().then(find);
    answers.set(question, found);
    found.catch(() => answers.delete(question));
    return found;
  }
  try {
    const { pageCount, tagged, labels } = await answer('document', async (document) => {
      const marks: unknown = await document.getMarkInfo();
      return {
        pageCount: document.numPages,
        tagged: marks instanceof Map && marks.get('Marked') === true,
        labels: await document.getPageLabels().catch(() => null),
      };
    });
    let pages: Pages | null = null;
    const pagesOf = (document: PDFDocumentProxy): Pages =>
      (pages ??= createPages(document, NO_COMPLAINTS));
    const inTurn = createTurns();
    const check = async (): Promise<void> => inTurn(async () => pages?.check());
    const result = await use({
      name,
      pageCount,
      repaired: false,
      tagged,
      outline: () => answer('outline', readOutline),
      text: (page) =>
        answer(`text ${page}`, async (document) =>
          inTurn(async () => pagesOf(document).text(page)),
        ),
      page: (page) =>
        answer(`page ${page}`, async (document) =>
          inTurn(async () => pagesOf(document).page(page, labels?.[page - 1] ?? null)),
        ),
      check,
    });
    await check();
    return result;
  } catch (error) {
    // What was not checked may not be answered again.
    answers.clear();
    throw error;
  } finally {
    await file.close();
  }
}

/** The ones that were read last stay. */
function answersOf(bytes: Uint8Array): Answers {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const answers: Answers = documents.get(hash) ?? new Map<string, Promise<unknown>>();
  documents.delete(hash);
  documents.set(hash, answers);
  const [oldest = ''] = documents.keys();
  if (documents.size > MOST_DOCUMENTS) documents.delete(oldest);
  return answers;
}

/** A document that is opened when it is first asked something new. */
function openedOnce(bytes: Uint8Array): {
  document(): Promise<PDFDocumentProxy>;
  close(): Promise<void>;
} {
  let opened: Promise<PDFDocumentProxy> | null = null;
  return {
    async document() {
      if (opened === null) mute();
      return (opened ??= openDocument(new Uint8Array(bytes)));
    },
    async close() {
      if (opened === null) return;
      const document = await opened.catch(() => null);
      await document?.loadingTask.destroy();
      unmute();
    },
  };
}

let open = 0;
let loud: Partial<Console> = {};

function mute(): void {
  open += 1;
  if (open > 1) return;
  const { log, info, warn } = console;
  loud = { log, info, warn };
  Object.assign(console, { log: quiet, info: quiet, warn: quiet });
}

function unmute(): void {
  open -= 1;
  if (open === 0) Object.assign(console, loud);
}

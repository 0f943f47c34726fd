import { Failure } from '../src/failure/failure.ts';
import { extractPrint } from '../src/app/extract.ts';
import { listenToConsole } from '../src/pdf/complaints.ts';
import { FaultError } from '../src/pdf/fault.ts';
import { openDocument } from '../src/pdf/open.ts';
import { readOutline } from '../src/pdf/outline.ts';
import { readPage } from '../src/pdf/read-page.ts';
import { createTexts } from '../src/pdf/text.ts';
import { createTurns } from '../src/pdf/turns.ts';
import type { Reader } from '../src/port/reader.ts';

/**
 * The reader without a process of its own for each file, so that thousands can be read in a minute. It
 * has no limits: who uses it runs in a process that may be ended.
 */
export const bareReader: Reader = {
  async read(bytes, name, use) {
    const complaints = listenToConsole(() => {});
    const document = await told(name, () => openDocument(new Uint8Array(bytes)));
    const texts = createTexts(complaints);
    const inTurn = createTurns();
    async function onPage<Result>(
      number: number,
      read: (page: Awaited<ReturnType<typeof document.getPage>>) => Promise<Result>,
    ): Promise<Result> {
      return told(name, () =>
        inTurn(async () => {
          const page = await document.getPage(number);
          try {
            return await read(page);
          } finally {
            page.cleanup();
          }
        }),
      );
    }
    try {
      return await use({
        name,
        pageCount: document.numPages,
        tagged: false,
        repaired: complaints.repaired,
        outline: () => told(name, () => readOutline(document)),
        text: (number) => onPage(number, (page) => texts.lines(page)),
        page: (number) => onPage(number, (page) => readPage(document, page, null, texts)),
      });
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

/** As the reading process does: what pdf.js throws is damage of the file. */
async function told<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    const fault =
      cause instanceof FaultError
        ? cause.fault
        : ({ kind: 'damaged-pdf', problem: 'it cannot be read' } as const);
    throw new Failure(fault.kind, { subject: name, problem: fault.problem, remedy: '', cause });
  }
}

/** Reads the annex of a file in this process. Throws a Failure for a file that is refused. */
export async function readBare(bytes: Uint8Array): ReturnType<typeof extractPrint> {
  return extractPrint(bareReader, bytes, 'mutant.pdf');
}

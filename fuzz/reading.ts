import { Failure } from '../src/failure/failure.ts';
import { extractPrint } from '../src/app/extract.ts';
import { listenToConsole } from '../src/pdf/complaints.ts';
import { FaultError } from '../src/pdf/fault.ts';
import { openDocument } from '../src/pdf/open.ts';
import { readOutline } from '../src/pdf/outline.ts';
import { createPages } from '../src/pdf/pages.ts';
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
    const pages = createPages(document, complaints);
    const inTurn = createTurns();
    async function asked<Result>(act: () => Promise<Result>): Promise<Result> {
      return told(name, () => inTurn(act));
    }
    const check = async (): Promise<void> => asked(() => pages.check());
    try {
      const result = await use({
        name,
        pageCount: document.numPages,
        tagged: false,
        repaired: complaints.repaired,
        outline: () => told(name, () => readOutline(document)),
        text: (number) => asked(() => pages.text(number)),
        page: (number) => asked(() => pages.page(number, null)),
        check,
      });
      await check();
      return result;
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

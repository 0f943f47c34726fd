import { isFailure } from '../failure/failure.ts';
import type { Receipt } from '../port/channel.ts';
import type { PeriodicDocument } from '../report/document.ts';
import type { Files } from './files.ts';
import { markdownPath, replaceFile } from './files.ts';
import { receiptOf, startTally } from './receipt.ts';

/** Writes a document as `<name>.md`, and its data as `<name>.json`. A Failure of the folder stands in the receipt. */
export async function writePeriodic(
  channel: string,
  files: Files,
  document: PeriodicDocument,
): Promise<Receipt> {
  const tally = startTally();
  const path = markdownPath('', document.name);
  try {
    // The data first: whoever finds the document finds its data too.
    if (document.data !== undefined) {
      const data = `${JSON.stringify(document.data, null, 2)}\n`;
      await replaceFile(files, path.replace(/\.md$/, '.json'), data);
    }
    tally[await replaceFile(files, path, `${document.body.trimEnd()}\n`)] += 1;
    tally.told.add(document.name);
  } catch (error) {
    if (!isFailure(error)) throw error;
    tally.failures.push(error);
  }
  return receiptOf(channel, tally);
}

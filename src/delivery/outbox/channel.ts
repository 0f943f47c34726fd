import { Failure, isFailure } from '../../failure/failure.ts';
import type { Channel } from '../../port/channel.ts';
import type { StudyDocument } from '../../report/document.ts';
import type { Files } from '../files.ts';
import { markdownPath, withLineFeeds } from '../files.ts';
import { writePeriodic } from '../periodic-file.ts';
import { receiptOf, startTally } from '../receipt.ts';
import type { Tally } from '../receipt.ts';
import { parseStudyFile, renderStudyFile } from './study-file.ts';

/**
 * The same documents as files, for when there is no token: `issues/<study>.md` with the issue and
 * its comments, `<name>.md` for digests and start reports. The files themselves say what was told.
 */
export function createOutboxChannel(files: Files): Channel {
  const name = 'outbox';
  return {
    name,
    async deliverStudies(documents, cap) {
      const tally = startTally();
      try {
        for (const document of documents) await writeStudy(files, document, cap, tally);
      } catch (error) {
        // A folder that takes no file takes no other one either.
        if (!isFailure(error)) throw error;
        tally.failures.push(error);
      }
      return receiptOf(name, tally, documents);
    },
    deliverPeriodic: (document) => writePeriodic(name, files, document),
  };
}

async function writeStudy(
  files: Files,
  document: StudyDocument,
  cap: number,
  tally: Tally,
): Promise<void> {
  const path = markdownPath('issues/', document.study);
  const stored = await files.read(path);
  const before = stored === null ? null : parseStudyFile(stored);
  if (stored !== null && before === null) {
    tally.failures.push(altered(path));
    return;
  }
  const fresh = document.news.filter((item) => !before?.told.includes(item.event));
  if (before === null && fresh.length === 0) {
    tally.skipped += 1;
    return;
  }
  if (before === null && tally.created >= cap) return;
  const text = renderStudyFile(document, before, fresh);
  if (stored !== null && withLineFeeds(stored) === text) {
    tally.skipped += 1;
  } else {
    await files.write(path, text);
    if (before === null) tally.created += 1;
    else if (fresh.length > 0) tally.commented += fresh.length;
    else tally.updated += 1;
  }
  for (const item of document.news) tally.told.add(item.event);
}

function altered(path: string): Failure {
  return new Failure('delivery-failed', {
    subject: `outbox/${path}`,
    problem: 'the file was changed by hand, so what it told already cannot be seen',
    remedy: 'Restore it, or remove it to have it written anew',
  });
}

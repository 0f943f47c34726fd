import type { StudyDocument } from '../../report/document.ts';
import { readStudyMarker } from '../../report/marker.ts';
import type { Issue } from './answer.ts';
import { attempt } from './desk.ts';
import type { Desk } from './desk.ts';
import { closeDuplicate } from './duplicates.ts';
import { STUDY_LABEL } from './labels.ts';
import { createStudyIssue, isIssueOf, updateStudyIssue } from './study-issue.ts';

/**
 * Delivers the documents one after another. The issues are listed once; the first fault that all of
 * them would meet ends the delivery, and what is left stays queued.
 */
export async function deliverStudies(
  desk: Desk,
  documents: readonly StudyDocument[],
  cap: number,
): Promise<void> {
  const { client, tally } = desk;
  let issues: ReadonlyMap<string, readonly Issue[]> = new Map();
  let goesOn = await attempt(desk, { issue: null, title: null }, async () => {
    issues = byStudy(await client.issues(STUDY_LABEL));
  });
  for (const [original, ...others] of issues.values()) {
    for (const duplicate of others.filter((issue) => issue.open)) {
      if (!goesOn || !original) break;
      const subject = { issue: duplicate.number, title: duplicate.title };
      goesOn = await attempt(desk, subject, () => closeDuplicate(desk, duplicate, original));
    }
  }
  let newest: readonly Issue[] | null = null;
  for (const document of documents) {
    if (!goesOn) break;
    const listed = issues.get(document.study)?.[0];
    const subject = { issue: listed?.number ?? null, title: document.title };
    goesOn = await attempt(desk, subject, async () => {
      if (listed) return updateStudyIssue(desk, document, listed);
      if (document.news.length === 0) {
        tally.skipped += 1;
        return;
      }
      // GitHub lists a new issue under its label seconds or minutes late.
      newest ??= await client.newestIssues();
      const unlisted = newest.findLast((issue) => isIssueOf(issue, document.study));
      if (unlisted) return updateStudyIssue(desk, document, unlisted);
      if (tally.created < cap) return createStudyIssue(desk, document);
    });
  }
}

/** Issues of each study, oldest first: the oldest is the one that counts. */
function byStudy(issues: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const found = new Map<string, Issue[]>();
  for (const issue of [...issues].sort((one, other) => one.number - other.number)) {
    const study = readStudyMarker(issue.body)?.study;
    if (study !== undefined) found.set(study, [...(found.get(study) ?? []), issue]);
  }
  return found;
}

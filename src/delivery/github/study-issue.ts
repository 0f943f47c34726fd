import type { StudyDocument } from '../../report/document.ts';
import {
  readEventMarker,
  readFlipMarker,
  readStudyMarker,
  withEventMarker,
  withFlipMarker,
  withStudyMarker,
} from '../../report/marker.ts';
import type { Flip } from '../../report/marker.ts';
import { withLineFeeds } from '../files.ts';
import { writesOf } from '../receipt.ts';
import type { Comment, Issue } from './answer.ts';
import { createOnce } from './arrive.ts';
import type { IssuePatch } from './client.ts';
import { believable } from './desk.ts';
import type { Desk } from './desk.ts';
import { labelsRefused } from './fault.ts';
import { flipOf } from './flip.ts';
import { hasLabel, sameLabels, STUDY_LABEL } from './labels.ts';

/** Whether this is the issue of the study: by its marker, never by its title. People cannot set our label. */
export function isIssueOf(issue: Issue, study: string): boolean {
  return hasLabel(issue.labels, STUDY_LABEL) && readStudyMarker(issue.body)?.study === study;
}

/** Makes the issue; its body tells all news. One whose question is answered is closed right away. */
export async function createStudyIssue(desk: Desk, document: StudyDocument): Promise<void> {
  const { client, clock, labels, tally } = desk;
  const told = document.news.map((item) => item.event);
  const draft = {
    title: document.title,
    body: withStudyMarker(document.body, { study: document.study, told }),
    labels: await labels.settle([], wantedLabels(document)),
  };
  const made = await createOnce(
    () => client.createIssue(draft),
    async () => {
      const newest = await client.newestIssues();
      return newest.find((issue) => isIssueOf(issue, document.study)) ?? null;
    },
    clock,
  );
  tally.created += 1;
  for (const event of told) tally.told.add(event);
  if (!hasLabel(made.labels, STUDY_LABEL)) throw labelsRefused(client.repository, made.number);
  if (!document.state.open) await settle(desk, document, await client.issue(made.number));
}

/**
 * Brings an issue up to date: one comment for each event that neither its body nor a comment tells,
 * the body, title, labels and state as the document has them. Reads only, when nothing differs.
 */
export async function updateStudyIssue(
  desk: Desk,
  document: StudyDocument,
  listed: Issue,
): Promise<void> {
  const { client, tally } = desk;
  const before = writesOf(tally);
  if (await isUpToDate(desk, document, listed)) {
    for (const item of document.news) tally.told.add(item.event);
  } else {
    // The list may be minutes old by now, and people edit too.
    await settle(desk, document, await client.issue(listed.number));
  }
  if (writesOf(tally) === before) tally.skipped += 1;
}

async function settle(desk: Desk, document: StudyDocument, issue: Issue): Promise<void> {
  const { client, tally } = desk;
  const comments = believable(await client.comments(issue.number), issue).map((it) => it.body);
  const heard = new Set([...toldInBody(issue), ...comments.map(readEventMarker)]);
  for (const { event } of document.news) if (heard.has(event)) tally.told.add(event);
  const fresh = document.news.filter((item) => !heard.has(item.event));
  const lastFlip = comments.map(readFlipMarker).findLast((it) => it !== null) ?? null;
  const flip = flipOf(document.state, issue, lastFlip, fresh.length > 0);

  // Reopened first and closed last: after a crash in between, the next run sees what is left to do.
  if (flip !== 'closed') await update(desk, document, issue, flip);
  for (const item of fresh) {
    const isLast = item === fresh.at(-1);
    const text = isLast && flip === 'closed' ? withReason(desk, document, item.body) : item.body;
    const body = withEventMarker(text, item.event, isLast && flip !== null ? flip : undefined);
    await comment(desk, issue.number, body, async () =>
      (await heardNow(desk, issue)).some((it) => readEventMarker(it.body) === item.event),
    );
    tally.told.add(item.event);
  }
  if (fresh.length === 0 && flip !== null && flip !== lastFlip) {
    await comment(desk, issue.number, flipComment(desk, document, flip), async () => {
      const flips = (await heardNow(desk, issue)).map((it) => readFlipMarker(it.body));
      return flips.findLast((it) => it !== null) === flip;
    });
  }
  if (flip === 'closed') await update(desk, document, issue, flip);
}

async function isUpToDate(desk: Desk, document: StudyDocument, issue: Issue): Promise<boolean> {
  const told = toldInBody(issue);
  return (
    document.news.every((item) => told.includes(item.event)) &&
    document.state.open === issue.open &&
    Object.keys(await differences(desk, document, issue)).length === 0
  );
}

async function update(
  desk: Desk,
  document: StudyDocument,
  issue: Issue,
  flip: Flip | null,
): Promise<void> {
  const patch = {
    ...(await differences(desk, document, issue)),
    ...(flip === null ? {} : stateOf(flip)),
  };
  if (Object.keys(patch).length === 0) return;
  await desk.client.updateIssue(issue.number, patch);
  desk.tally.updated += 1;
}

async function differences(desk: Desk, document: StudyDocument, issue: Issue): Promise<IssuePatch> {
  const body = withStudyMarker(document.body, {
    study: document.study,
    told: toldInBody(issue),
  });
  const labels = await desk.labels.settle(issue.labels, wantedLabels(document));
  return {
    ...(onOneLine(issue.title) === onOneLine(document.title) ? {} : { title: document.title }),
    ...(stored(issue.body) === stored(body) ? {} : { body }),
    ...(sameLabels(labels, issue.labels) ? {} : { labels }),
  };
}

/** Posts a comment once, also when the reply gets lost. */
async function comment(
  { client, clock, tally }: Desk,
  issue: number,
  body: string,
  isThere: () => Promise<boolean>,
): Promise<void> {
  await createOnce(
    async () => {
      await client.createComment(issue, body);
      return true;
    },
    async () => (await isThere()) || null,
    clock,
  );
  tally.commented += 1;
}

async function heardNow({ client }: Desk, issue: Issue): Promise<readonly Comment[]> {
  return believable(await client.comments(issue.number), issue);
}

function flipComment({ words }: Desk, { state }: StudyDocument, flip: Flip): string {
  return withFlipMarker(state.open ? words.reopened : words.closed(state.reason), flip);
}

function withReason({ words }: Desk, { state }: StudyDocument, body: string): string {
  return state.open ? body : `${body.trimEnd()}\n\n${words.closed(state.reason)}`;
}

function stateOf(flip: Flip): IssuePatch {
  return flip === 'closed'
    ? { state: 'closed', state_reason: 'completed' }
    : { state: 'open', state_reason: 'reopened' };
}

function wantedLabels(document: StudyDocument): readonly string[] {
  return [STUDY_LABEL, ...document.labels];
}

function toldInBody(issue: Issue): readonly string[] {
  return readStudyMarker(issue.body)?.told ?? [];
}

function stored(body: string): string {
  return withLineFeeds(body).trimEnd();
}

function onOneLine(title: string): string {
  return title.replaceAll(/\s+/g, ' ').trim();
}

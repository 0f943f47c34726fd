import type { PeriodicDocument } from '../../report/document.ts';
import {
  isDigestIssue,
  readDigestMarker,
  withDigestIssueMarker,
  withDigestMarker,
} from '../../report/marker.ts';
import { createOnce } from './arrive.ts';
import { believable } from './desk.ts';
import type { Desk } from './desk.ts';
import { labelsRefused } from './fault.ts';
import { hasLabel } from './labels.ts';

/**
 * Tells a digest as one comment on the one issue that bears them all, so that people can subscribe to
 * that issue alone. A digest that is there already, by its name, is skipped.
 */
export async function deliverDigest(
  desk: Desk,
  digest: PeriodicDocument,
  label: string,
): Promise<void> {
  const { client, clock, tally } = desk;
  const issue = await client.issue(
    (await findIssue(desk, label)) ?? (await makeIssue(desk, label)),
  );
  const isTold = async (): Promise<boolean> => {
    const comments = believable(await client.comments(issue.number), issue);
    return comments.some((it) => readDigestMarker(it.body) === digest.name);
  };
  if (await isTold()) {
    tally.skipped += 1;
  } else {
    const body = withDigestMarker(digest.body, digest.name);
    await createOnce(
      async () => {
        await client.createComment(issue.number, body);
        return true;
      },
      async () => (await isTold()) || null,
      clock,
    );
    tally.commented += 1;
  }
  tally.told.add(digest.name);
}

/** The oldest one under the label; else among the newest, which GitHub lists sooner. */
async function findIssue({ client }: Desk, label: string): Promise<number | null> {
  const listed = (await client.issues(label)).filter((issue) => isDigestIssue(issue.body));
  if (listed.length > 0) return Math.min(...listed.map((issue) => issue.number));
  return newestIssue(client, label);
}

async function newestIssue(client: Desk['client'], label: string): Promise<number | null> {
  const newest = await client.newestIssues();
  const found = newest.filter((it) => hasLabel(it.labels, label) && isDigestIssue(it.body));
  return found.at(-1)?.number ?? null;
}

async function makeIssue(
  { client, clock, labels, tally, words }: Desk,
  label: string,
): Promise<number> {
  const draft = {
    title: words.digestTitle,
    body: withDigestIssueMarker(words.digestBody),
    labels: await labels.settle([], [label]),
  };
  const number = await createOnce(
    async () => {
      const made = await client.createIssue(draft);
      if (!hasLabel(made.labels, label)) throw labelsRefused(client.repository, made.number);
      return made.number;
    },
    () => newestIssue(client, label),
    clock,
  );
  tally.created += 1;
  return number;
}

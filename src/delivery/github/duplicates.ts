import { readDuplicateMarker, withDuplicateMarker } from '../../report/marker.ts';
import type { Issue } from './answer.ts';
import { createOnce } from './arrive.ts';
import { believable } from './desk.ts';
import type { Desk } from './desk.ts';

/**
 * Closes an issue that another run made for the same study, with a comment that links the original. The
 * marker of a duplicate then hides that of the study, so that a person may do with it what they like.
 */
export async function closeDuplicate(
  { client, clock, tally, words }: Desk,
  duplicate: Issue,
  original: Issue,
): Promise<void> {
  const text = withDuplicateMarker(words.duplicate(original.number), original.number);
  const isSaid = async (): Promise<boolean> => {
    const comments = believable(await client.comments(duplicate.number), duplicate);
    return comments.some((it) => readDuplicateMarker(it.body) === original.number);
  };
  if (!(await isSaid())) {
    await createOnce(
      async () => {
        await client.createComment(duplicate.number, text);
        return true;
      },
      async () => (await isSaid()) || null,
      clock,
    );
    tally.commented += 1;
  }
  await client.updateIssue(duplicate.number, {
    body: withDuplicateMarker(duplicate.body, original.number),
    state: 'closed',
    state_reason: 'not_planned',
  });
  tally.updated += 1;
}

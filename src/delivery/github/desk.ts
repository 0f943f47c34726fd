import type { Tally } from '../receipt.ts';
import type { Comment, Issue } from './answer.ts';
import type { Client } from './client.ts';
import { isAboutOneIssue, isServiceFault, toFailure } from './fault.ts';
import type { LabelKeeper } from './labels.ts';
import type { Clock } from './pace.ts';
import type { ChannelWords } from './words.ts';

/** Everything that one delivery works with. */
export interface Desk {
  readonly client: Client;
  readonly labels: LabelKeeper;
  readonly words: ChannelWords;
  readonly clock: Clock;
  readonly tally: Tally;
}

/** What a piece of work is about, for the failure that may come of it. */
export interface Subject {
  /** null when there is no issue yet. */
  readonly issue: number | null;
  /** Title of the document, or null for the repository as a whole. */
  readonly title: string | null;
}

/**
 * Does one piece of work and keeps a fault of the service as a Failure.
 * @returns false when there is no use in going on: the next piece would fail the same way
 */
export async function attempt(
  { client, tally }: Desk,
  { issue, title }: Subject,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!isServiceFault(error)) throw error;
    const single = isAboutOneIssue(error, issue);
    const name = issue === null ? '' : `#${issue}`;
    const about = single && title !== null ? ` (${title})` : '';
    tally.failures.push(toFailure(error, client.repository, name + about));
    return single;
  }
}

const OUTSIDERS: ReadonlySet<string | null> = new Set([
  'NONE',
  'CONTRIBUTOR',
  'FIRST_TIMER',
  'FIRST_TIME_CONTRIBUTOR',
  'MANNEQUIN',
]);

/**
 * Comments whose marker can be believed: whoever has nothing to do with the repository could otherwise
 * keep news from being told. The login alone will not do: a bot's identity changes with its token.
 */
export function believable(comments: readonly Comment[], issue: Issue): readonly Comment[] {
  return comments.filter(
    ({ author, isBot, association }) =>
      isBot || author === issue.author || !OUTSIDERS.has(association),
  );
}

import type { StudyDocument } from '../../report/document.ts';
import type { Flip } from '../../report/marker.ts';
import type { Issue } from './answer.ts';

/** A person who gives an issue this label keeps it closed. */
const NO_REOPEN = 'no-reopen';

/** Closed for a reason that is not “done”: that is a person's decision, never ours. */
const CLOSED_FOR_GOOD: ReadonlySet<string | null> = new Set(['not_planned', 'duplicate']);

/**
 * Whether the issue is to be closed or reopened. A person's decision stands: what one closed for good
 * stays closed, what one closed or reopened otherwise stays so until there is news.
 * @param lastFlip what our last comment on its state said; null when there is none
 * @param news whether this delivery tells an event that readers of the issue do not have yet
 */
export function flipOf(
  state: StudyDocument['state'],
  issue: Pick<Issue, 'open' | 'stateReason' | 'labels'>,
  lastFlip: Flip | null,
  news: boolean,
): Flip | null {
  if (state.open === issue.open) return null;
  if (state.open) {
    if (CLOSED_FOR_GOOD.has(issue.stateReason)) return null;
    if (issue.labels.some((label) => label.toLowerCase() === NO_REOPEN)) return null;
    return news || lastFlip === 'closed' ? 'reopened' : null;
  }
  const reopenedByPerson = issue.stateReason === 'reopened' && lastFlip === 'closed';
  return reopenedByPerson && !news ? null : 'closed';
}

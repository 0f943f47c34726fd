import type { NewsItem, StudyDocument } from '../../report/document.ts';
import { readFileMarker, withFileMarker } from '../../report/marker.ts';
import { withLineFeeds } from '../files.ts';

/** What is known of a study's file that was written before. */
export interface StudyFile {
  readonly told: readonly string[];
  /** Everything below the present state: the comments, each under a rule. */
  readonly comments: string;
}

const RULE = '\n\n---\n\n';

/** Takes a file apart; null when it is not as renderStudyFile left it. */
export function parseStudyFile(stored: string): StudyFile | null {
  const text = withLineFeeds(stored);
  const marker = readFileMarker(text);
  if (marker === null) return null;
  const end = text.trimEnd().lastIndexOf('\n\n');
  const comments = text.slice(marker.head, end);
  const intact = marker.head <= end && (comments === '' || comments.startsWith(RULE));
  return intact ? { told: marker.told, comments } : null;
}

/**
 * The issue as one page for a person: title, labels and state in front, then the present state, then
 * each later news item under a rule, oldest first, as comments stand below an issue.
 */
export function renderStudyFile(
  document: StudyDocument,
  before: StudyFile | null,
  fresh: readonly NewsItem[],
): string {
  const head = `${frontMatter(document)}\n\n${document.body}`.trimEnd();
  // The news of a new issue is in its body.
  const added = before === null ? [] : fresh.map((item) => RULE + item.body.trim());
  const told = [...(before?.told ?? []), ...fresh.map((item) => item.event)];
  const text = [head, before?.comments ?? '', ...added].join('');
  return `${withFileMarker(text, { study: document.study, told, head: head.length })}\n`;
}

function frontMatter({ title, labels, state }: StudyDocument): string {
  // A JSON string is a YAML string as well.
  const lines = [
    `title: ${JSON.stringify(title)}`,
    `labels: [${labels.map((label) => JSON.stringify(label)).join(', ')}]`,
    `state: ${state.open ? 'open' : 'closed'}`,
    ...(state.open ? [] : [`reason: ${JSON.stringify(state.reason)}`]),
  ];
  return ['---', ...lines, '---'].join('\n');
}

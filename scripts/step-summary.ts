/**
 * Turns the summary of `check --format json` (standard input) into the Markdown of a step summary of
 * GitHub Actions (standard output).
 */
import { text } from 'node:stream/consumers';
import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Summary } from '../src/app/summary.ts';

/** Actions refuses a step summary above 1,024 KiB; the JSON in the log has every change. */
const MOST_CHANGES = 200;

/** The text is empty when the command stopped before its summary; its reason is then in the log. */
export function stepSummary(json: string): string {
  if (json.trim() === '')
    return toText([paragraph('check stopped before it had a summary: see the log.')]);
  const { editions, changes, deliveries, errors } = JSON.parse(json) as Summary;
  const news = changes.filter((change) => change.news !== 'no');
  return toText([
    heading('Editions'),
    ...table(
      ['edition', 'outcome', 'studies', 'changes'],
      editions.map((edition) => [edition.id, edition.outcome, edition.studies, edition.changes]),
    ),
    heading('News'),
    ...table(
      ['edition', 'kind', 'study', 'before', 'after'],
      news
        .slice(0, MOST_CHANGES)
        .map(({ edition, kind, title, before, after }) => [edition, kind, title, before, after]),
    ),
    ...(news.length > MOST_CHANGES
      ? [paragraph(`${news.length - MOST_CHANGES} more are in the log.`)]
      : []),
    heading('Deliveries'),
    ...table(
      ['channel', 'created', 'updated', 'commented', 'skipped', 'queued'],
      deliveries.map((each) => [
        each.channel,
        each.created,
        each.updated,
        each.commented,
        each.skipped,
        each.queued,
      ]),
    ),
    heading('Errors'),
    ...table(
      ['edition', 'kind', 'message'],
      errors.map((error) => [error.edition, error.kind, error.message]),
    ),
  ]);
}

type Cell = string | number | null;

function table(header: readonly string[], rows: readonly (readonly Cell[])[]): RootContent[] {
  if (rows.length === 0) return [paragraph('None.')];
  return [{ type: 'table', children: [header, ...rows].map(tableRow) }];
}

function tableRow(cells: readonly Cell[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [plain(String(cell ?? '–'))] })),
  };
}

function heading(words: string): RootContent {
  return { type: 'heading', depth: 3, children: [plain(words)] };
}

function paragraph(words: string): RootContent {
  return { type: 'paragraph', children: [plain(words)] };
}

function plain(words: string): PhrasingContent {
  return { type: 'text', value: words.replace(/\s+/gu, ' ') };
}

function toText(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return toMarkdown(root, { extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
}

if (import.meta.main) process.stdout.write(stepSummary(await text(process.stdin)));

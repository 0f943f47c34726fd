import type { RootContent } from 'mdast';
import type { EventLine } from './event-line.ts';
import { heading, table } from './markdown.ts';
import type { Words } from './vocabulary.ts';
import { DIGEST_GROUPS, groupOf } from './weight.ts';
import type { DigestGroup } from './weight.ts';

/** What happened there asks for a reason: that there is none is said. */
const ASKED: ReadonlySet<DigestGroup> = new Set<DigestGroup>([
  'reverted',
  'conclusions',
  'not-accounted-for',
  'vanished',
  'overdue',
  'postponed',
]);

/**
 * A table for each kind of change, weightiest first, with the ministry's reason and where it says so.
 * @param labelOf first column, for a document about several chapters
 */
export function changeTables(
  lines: readonly EventLine[],
  words: Words,
  labelOf: ((line: EventLine) => string) | null = null,
): readonly RootContent[] {
  const { report, terms } = words;
  const byGroup = Map.groupBy(lines, ({ events: [main] }) => (main ? groupOf(main) : 'other'));
  return DIGEST_GROUPS.flatMap((group) => {
    const own = byGroup.get(group) ?? [];
    if (own.length === 0) return [];
    const rows = own.map((line) => [
      ...(labelOf ? [labelOf(line)] : []),
      line.name.length > 0 ? line.name : '–',
      line.said,
      line.quotes.length === 0 && ASKED.has(group) ? line.noReason : line.quotes.join('; '),
      line.source,
    ]);
    return [
      heading(2, words.groups[group]),
      table(
        [
          ...(labelOf ? [report.chapter] : []),
          terms.title,
          report.change,
          report.reason,
          report.where,
        ],
        rows,
      ),
    ];
  });
}

import type { AnnexNote } from '../study/extraction.ts';
import { placeOf } from './context.ts';
import { joinLines } from './join.ts';
import { textOf } from './line.ts';
import type { Line } from './line.ts';
import type { WordCounts } from './words.ts';

/** Lines of prose as paragraphs, each with the heading it stands under. */
export function notesOf(
  lines: readonly Line[],
  heading: string,
  labels: ReadonlyMap<number, string>,
  words: WordCounts,
): readonly AnnexNote[] {
  return paragraphs(lines).flatMap((paragraph) => {
    const [first, last] = [paragraph[0]?.page, paragraph.at(-1)?.page];
    const text = joinLines(
      paragraph.map(({ runs }) => ({
        text: textOf(runs),
        softHyphen: runs.at(-1)?.softHyphen ?? false,
      })),
      words,
    );
    if (!first || !last || text === '') return [];
    return [{ text, place: placeOf(first, last, labels, heading, null) }];
  });
}

/** A paragraph ends where more white follows, or where a page ends behind a full stop. */
function paragraphs(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    if (last && goesOn(last, line)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

function goesOn(last: Line, line: Line): boolean {
  if (last.page !== line.page) return !/[.!?:]$/u.test(textOf(last.runs));
  return line.baseline - last.baseline < 1.45 * last.size && Math.abs(line.size - last.size) < 0.4;
}

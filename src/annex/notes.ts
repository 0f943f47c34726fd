import type { AnnexNote } from '../study/extraction.ts';
import { joinLines } from './join.ts';
import { textOf } from './line.ts';
import type { Line } from './line.ts';
import { pagesOf } from './page-row.ts';
import { placeOf } from './table-row.ts';
import type { WordCounts } from './words.ts';

/** A note with its first line, by which notes of all kinds are put in reading order. */
export interface PlacedNote {
  readonly note: AnnexNote;
  readonly line: Line;
}

/** Lines of prose as paragraphs, each with the heading it stands under. */
export function notesOf(
  lines: readonly Line[],
  heading: string,
  labels: ReadonlyMap<number, string>,
  words: WordCounts,
): readonly PlacedNote[] {
  return paragraphs(lines).flatMap((paragraph) => {
    const parts = paragraph.map(({ runs }) => ({
      text: textOf(runs),
      softHyphen: runs.at(-1)?.softHyphen ?? false,
    }));
    return noteOf(paragraph, heading, labels, joinLines(parts, words)) ?? [];
  });
}

/** One note; null for one without text. */
export function noteOf(
  lines: readonly Line[],
  heading: string,
  labels: ReadonlyMap<number, string>,
  text: string,
): PlacedNote | null {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || text === '') return null;
  return {
    note: { text, place: placeOf(pagesOf(first.page, last.page, labels), heading, null) },
    line: first,
  };
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

/** Notes as they stand on the pages. */
export function inReadingOrder(notes: readonly PlacedNote[]): readonly AnnexNote[] {
  return notes
    .toSorted((one, other) => {
      const pages = one.line.page.number - other.line.page.number;
      return pages === 0 ? one.line.baseline - other.line.baseline : pages;
    })
    .map(({ note }) => note);
}

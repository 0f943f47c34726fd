import type { Line } from './line.ts';
import { isTabular } from './columns.ts';
import type { HeaderColumn } from './header.ts';

/** A footnote as it stands under a table or at the foot of a page. */
export interface Footnote {
  readonly mark: string;
  readonly lines: Line[];
}

const PLAIN_LEAD = /^(?:(\d{1,2})\)?|([*†‡]{1,3})\)?)$/;
const NOOT = /^Noot$/i;

/**
 * The mark with which a line opens a footnote, or null. A raised mark tells by itself; a mark of the
 * text's own size only in smaller print, or when that mark is still without its note.
 */
export function footnoteMark(
  line: Line,
  bodySize: number,
  columns: readonly HeaderColumn[],
  isPending: (mark: string) => boolean,
): string | null {
  const [first, second] = line.runs;
  if (!first) return null;
  const lead = line.marks.find((mark) => mark.lead && mark.base === first);
  if (lead) return lead.text;
  if (!second || isTabular(line, columns)) return null;
  if (NOOT.test(first.text)) return /^(\d{1,2}):?$/.exec(second.text)?.[1] ?? null;
  const plain = PLAIN_LEAD.exec(first.text);
  const mark = plain?.[1] ?? plain?.[2] ?? gluedStar(first.text);
  if (mark === undefined || second.x - first.right > 2 * line.size) return null;
  return line.size < bodySize * 0.96 || isPending(mark) ? mark : null;
}

function gluedStar(text: string): string | undefined {
  return /^([*†‡]{1,3})\p{L}/u.exec(text)?.[1];
}

/** True when a line carries on the footnote that the line before it belongs to. */
export function continuesFootnote(line: Line, before: Line): boolean {
  return (
    line.page === before.page &&
    Math.abs(line.size - before.size) < 0.4 &&
    line.baseline - before.baseline < 1.7 * before.size
  );
}

import type { Notice } from '../study/extraction.ts';
import { phrases, textOf } from './line.ts';
import type { Line } from './line.ts';
import { pagesOf } from './page-row.ts';
import { placeOf } from './table-row.ts';

/** Gaps wider than this many ems part cells; justified prose has narrower ones. */
const CELL_GAP = 1.5;
/** Whole values of the columns for completion and status, as no sentence sets them apart by white. */
const VALUE =
  /^(?:(?:uiterlijk )?(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d| e\.?v\.?| en verder)?|n\.?t\.?b\.?|te starten|lopend|afgerond)$/iu;

/**
 * Lines kept as notes that show cells as a row of a table does: a value set apart by white, or three
 * texts and more so parted. A row without its header or heading is taken for a note.
 */
export function noteRows(
  notes: readonly (readonly Line[])[],
  labels: ReadonlyMap<number, string>,
): readonly Notice[] {
  return notes.flatMap((lines) => {
    const line = lines.find(isLikeRow);
    if (!line) return [];
    const text = phrases(line.runs, CELL_GAP).map(textOf).join(' | ');
    const message = `text that was kept as a note stands in cells, as a row of a table does: “${text}”`;
    const place = placeOf(pagesOf(line.page, line.page, labels), null, null);
    return [{ kind: 'row-among-notes', message, place }];
  });
}

function isLikeRow(line: Line): boolean {
  // One word before a gap may be a bullet, a number or the mark of a note.
  const [first, ...others] = phrases(line.runs, CELL_GAP);
  if (others.length === 0 || (first?.length === 1 && others.length === 1)) return false;
  return others.length > 1 || others.some((part) => VALUE.test(textOf(part)));
}

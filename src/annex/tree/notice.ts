import type { Notice } from '../../study/extraction.ts';
import type { CellRow, StructureDoubt } from '../cells.ts';
import { pagesOf } from '../page-row.ts';
import type { SortedRows } from '../study-rows.ts';
import { placeOf } from '../table-row.ts';
import type { Difference } from './difference.ts';

/** Most letters of a reading that a notice shows. */
const SHOWN = 160;

export interface NoticeContext {
  /** Name of the table. */
  readonly table: string;
  /** Numbers printed on the pages. */
  readonly labels: ReadonlyMap<number, string>;
}

/** Says where place and structure differ, how each reads, and which was kept. */
export function structureNotices(
  rows: readonly CellRow[],
  differences: readonly Difference[],
  { studies }: SortedRows,
  { table, labels }: NoticeContext,
): readonly Notice[] {
  return differences.map((difference) => {
    const { lines } = difference.row;
    const position = rows.findIndex((row) => row.lines[0] === lines[0]);
    const index = studies.findIndex(({ record }) => record.row === position);
    const [first, last] = [lines[0]?.line.page, lines.at(-1)?.line.page];
    const { column } = difference;
    const subject = column === null ? 'a row' : `the cell under “${column.label}”`;
    return {
      kind: 'structure-differs',
      message: `${subject} ${said(difference)}`,
      place:
        first && last
          ? placeOf(pagesOf(first, last, labels), table, index === -1 ? null : index + 1)
          : null,
    };
  });
}

/** The same as a doubt of the rows that were kept. */
export function doubtOf(difference: Omit<Difference, 'row'>): StructureDoubt {
  const { column, level } = difference;
  const message = said(difference);
  return { column: column?.index ?? null, doubt: { kind: 'structure-differs', level, message } };
}

function said({ byPlace, byStructure, kept, reason }: Omit<Difference, 'row'>): string {
  return (
    `reads “${short(byPlace)}” by its place and “${short(byStructure)}” by the structure tree of ` +
    `the file; the reading by ${kept} was kept: ${reason}`
  );
}

function short(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

import type { Notice } from '../../study/extraction.ts';
import type { CellRow, StructureDoubt } from '../cells.ts';
import { textOf } from '../line.ts';
import { pagesOf } from '../page-row.ts';

import type { SortedRows } from '../study-rows.ts';
import { placeOf } from '../table-row.ts';
import type { Difference } from './difference.ts';
import type { RoleDifference } from './role-differences.ts';

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

/** Says which lines are used as the tree has them and not as their places tell; lines of one kind together. */
export function roleNotices(
  differences: readonly RoleDifference[],
  { table, labels }: NoticeContext,
): readonly Notice[] {
  const groups: RoleDifference[][] = [];
  for (const difference of differences) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const same =
      last?.byPlace === difference.byPlace && last.byStructure === difference.byStructure;
    if (group && same && last.line.page === difference.line.page) group.push(difference);
    else groups.push([difference]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const text = short(group.map(({ line }) => textOf(line.runs)).join(' '));
    const message =
      `“${text}” reads like a ${first.byPlace} by its place and like a ${first.byStructure} by the ` +
      'structure tree of the file; the reading by structure was kept: nearly all rows of the table are in its cells';
    const { page } = first.line;
    return [
      {
        kind: 'structure-differs',
        message,
        place: placeOf(pagesOf(page, page, labels), table, null),
      },
    ];
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

import type { Notice } from '../study/extraction.ts';
import type { CellRow } from './cells.ts';
import type { TableContext } from './context.ts';
import { isSubtheme, isTheme } from './heading.ts';
import type { Record } from './record.ts';
import type { SortedRows } from './study-rows.ts';
import { placeOf } from './table-row.ts';

/** A table as far as it tells names of groups from studies. */
export interface NamedTable {
  readonly context: Pick<TableContext, 'name'>;
  readonly rows: readonly CellRow[];
  readonly sorted: SortedRows;
}

/** Where more names of one table are set as titles are, it is the way of the table. */
const MOST = 2;

/**
 * Names of groups that may be studies of which nothing is left but the title: the few that stand in the
 * column of the titles, in the type of the titles. Names of groups mostly stand in another type, or have
 * the word for it, or end with a colon (“Recent afgerond evaluatieonderzoek:”, LNV, jaarverslag 2021).
 */
export function loneNames(tables: readonly NamedTable[]): readonly Notice[] {
  return tables.flatMap(({ context, rows, sorted }) => {
    const titles = new Set(sorted.studies.flatMap(({ record }) => faceOf(record, rows) ?? []));
    const lone = sorted.names.filter((record) => {
      const text = textOfName(record);
      if (isTheme(text) || isSubtheme(text) || text.endsWith(':')) return false;
      const face = faceOf(record, rows);
      return face !== null && titles.has(face);
    });
    if (lone.length > MOST) return [];
    return lone.map((record) => {
      const message = `“${textOfName(record)}” stands alone in its row, but in the column and the type of the titles: look whether it is a study that lost its other cells`;
      return { kind: 'lone-title', message, place: placeOf(record.extent, context.name, null) };
    });
  });
}

function textOfName({ wide, texts }: Record): string {
  return wide ?? [...texts.values()].join(' ').trim();
}

/** Column and type of the first text of a row: where it begins and in which letters. */
function faceOf({ row }: Record, rows: readonly CellRow[]): string | null {
  const cells = rows[row]?.cells ?? [];
  const column = cells.findIndex(({ lines }) => lines.length > 0);
  const first = cells[column]?.lines[0]?.runs[0];
  return first ? `${column} ${first.font} ${first.bold} ${first.size.toFixed(1)}` : null;
}

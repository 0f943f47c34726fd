import type { Notice } from '../study/extraction.ts';
import { textOf } from './line.ts';
import { pagesOf } from './page-row.ts';
import { placeOf } from './table-row.ts';
import type { RawTable } from './tables.ts';

/**
 * Headers with nothing under them up to the next header or the end of the annex. SZW (jaarverslag 2022)
 * prints one for a theme without studies and says so in a note under it; without such a note rows may
 * be missing.
 */
export function bareTables(
  tables: readonly RawTable[],
  labels: ReadonlyMap<number, string>,
): readonly Notice[] {
  return tables.flatMap(({ bare, footnotes, notes }) => {
    if (footnotes.length > 0 || notes.length > 0) return [];
    return bare.flatMap(({ lines }) => {
      const [first] = lines;
      const last = lines.at(-1);
      if (!first || !last) return [];
      const header = lines.map(({ runs }) => textOf(runs)).join(' ');
      const message = `the header “${header}” has no row under it: look whether studies are missing`;
      const place = placeOf(pagesOf(first.page, last.page, labels), null, null);
      return [{ kind: 'table-without-studies', message, place }];
    });
  });
}

import { compact } from './fold.ts';
import { isPartOf, sameLabels, type NamedColumns } from './header.ts';
import { isCaption, isSubtheme, isTheme } from './heading.ts';

/** A table so far, with what stands above it and its headers. */
export interface HeadedTable {
  readonly headings: readonly { readonly text: string }[];
  readonly bands: readonly NamedColumns[];
}

/** True when a header carries on the table before it, given the headings between the two. */
export function carriesOn(
  table: HeadedTable,
  band: NamedColumns,
  headings: readonly { readonly text: string }[],
): boolean {
  const full = table.bands[0];
  if (!full || !(sameLabels(band, full) || isPartOf(band, full) || isPartOf(full, band)))
    return false;
  return headings.every(
    ({ text }) => isSubtheme(text) || isRepeated(text, table) || isInside(text, table),
  );
}

/** “Tabel 58 … (vervolg)”, or the heading once more at the top of the next page. */
export function isRepeated(text: string, table: Pick<HeadedTable, 'headings'>): boolean {
  const letters = compact(text).replace(/vervolg$/, '');
  return table.headings.some((heading) => compact(heading.text) === letters);
}

/** Under a caption only another caption or theme begins a new table. */
function isInside(text: string, table: HeadedTable): boolean {
  const captioned = table.headings.some((heading) => isCaption(heading.text));
  return captioned && !isCaption(text) && !isTheme(text);
}

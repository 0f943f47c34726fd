import type { Layout, Piece, RowLayout, TableLayout } from '../../page/layout.ts';

/** The layout of each page: what stands on others is left out, but a row that runs over pages stays whole. */
export function byPage(layout: Layout): (page: number) => Layout {
  const parts = layout.tables.map(partsOf);
  return (page) => ({
    roles: layout.roles,
    tables: parts.flatMap((tables) => tables.get(page) ?? []),
  });
}

function partsOf(table: TableLayout): ReadonlyMap<number, TableLayout> {
  const rows = grouped(table.rows, pagesOfRow);
  const headings = grouped(table.headings, pagesOf);
  const headers = grouped(table.headers, pagesOf);
  const footnotes = grouped(table.footnotes, ({ pieces }) => pagesOf(pieces));
  const stretches = grouped(table.stretches, ({ page }) => [page]);
  const pages = [rows, headings, headers, footnotes, stretches].flatMap((it) => [...it.keys()]);
  return new Map(
    [...new Set(pages)].map((page) => [
      page,
      {
        ...table,
        rows: rows.get(page) ?? [],
        headings: headings.get(page) ?? [],
        headers: headers.get(page) ?? [],
        footnotes: footnotes.get(page) ?? [],
        stretches: stretches.get(page) ?? [],
      },
    ]),
  );
}

function grouped<Part>(
  parts: readonly Part[],
  pagesOfPart: (part: Part) => readonly number[],
): ReadonlyMap<number, readonly Part[]> {
  const groups = new Map<number, Part[]>();
  for (const part of parts)
    for (const page of new Set(pagesOfPart(part))) {
      const group = groups.get(page);
      if (group) group.push(part);
      else groups.set(page, [part]);
    }
  return groups;
}

function pagesOf(pieces: readonly Piece[]): readonly number[] {
  return pieces.map(({ page }) => page);
}

function pagesOfRow({ cells }: RowLayout): readonly number[] {
  return cells.flatMap(({ pieces, marks }) => [...pagesOf(pieces), ...pagesOf(marks)]);
}

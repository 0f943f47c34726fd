import type { ColumnLayout, Layout, StretchLayout, TableLayout } from '../../page/layout.ts';
import type { Box } from '../../page/page.ts';
import { grown, hullOn, rectangle } from './box.ts';
import { fieldName, tintOf } from './field.ts';
import { element, escaped, length } from './markup.ts';

/** Headings, headers, column edges and footnotes of the tables on one page. */
export function tableLayer(page: number, { tables }: Layout): string {
  return tables
    .flatMap((table) => [
      ...headings(table, page),
      ...headers(table, page),
      ...table.stretches
        .filter((stretch) => stretch.page === page)
        .map((stretch) => columns(stretch, table)),
      ...footnotes(table, page),
    ])
    .join('\n');
}

function headings(table: TableLayout, page: number): readonly string[] {
  return table.headings.flatMap((lines) => {
    const box = hullOn(lines, page);
    return box ? [marked('heading', grown(box, 1.5), 'heading or caption of a table')] : [];
  });
}

function headers(table: TableLayout, page: number): readonly string[] {
  return table.headers.flatMap((lines) => {
    const box = hullOn(lines, page);
    return box ? [marked('header', grown(box, 1.5), 'header: it names the columns')] : [];
  });
}

function footnotes(table: TableLayout, page: number): readonly string[] {
  return table.footnotes.flatMap(({ mark, pieces }) => {
    const box = hullOn(pieces, page);
    return box ? [marked('note', grown(box, 1), `footnote ${mark} of “${table.name}”`)] : [];
  });
}

function marked(name: string, box: Box, title: string): string {
  return element(
    'g',
    { class: `mark-${name}` },
    element('title', {}, escaped(title)),
    element('rect', rectangle(box)),
  );
}

/** Where each column begins, from the header on the page, if any, down to the last row. */
function columns(stretch: StretchLayout, table: TableLayout): string {
  const { size, first, last } = stretch;
  const header = headerAbove(stretch, table);
  const top = Math.min(header?.y ?? Infinity, first - 0.78 * size) - 1.5;
  const bottom = last + 0.45 * size;
  const edges = stretch.columns.map(
    ({ from, field }) =>
      `<path class="edge t-${tintOf(field, table.titles)}" d="M${length(from - 1)} ${length(top)}V${length(bottom)}"/>`,
  );
  return element(
    'g',
    { class: 'columns' },
    ...edges,
    ...stretch.columns.map((column) => chip(column, table.titles, bottom, 0.58 * size)),
  );
}

/** The name of the column as it was understood, below its last row, where there is room. */
function chip(
  { label, field, from }: ColumnLayout,
  titles: string | null,
  top: number,
  size: number,
): string {
  const name = fieldName(field, titles);
  const width = name.length * 0.56 * size + 0.6 * size;
  const box = { x: from - 1, right: from - 1 + width, y: top, bottom: top + 1.25 * size };
  const printed = label === '' ? 'a column without a header' : `the column “${label}”`;
  return element(
    'g',
    { class: `chip t-${tintOf(field, titles)}` },
    element('title', {}, escaped(`${printed}, taken for: ${name}`)),
    element('rect', { ...rectangle(box), rx: 0.2 * size }),
    element(
      'text',
      { x: from - 1 + 0.3 * size, y: top + 0.9 * size, 'font-size': size },
      escaped(name),
    ),
  );
}

/** The header nearest above a stretch on its page. */
function headerAbove({ page, first }: StretchLayout, table: TableLayout): Box | null {
  const above = table.headers.flatMap((lines) => {
    const box = hullOn(lines, page);
    return box && box.y < first ? [box] : [];
  });
  return above.toSorted((one, other) => other.y - one.y)[0] ?? null;
}

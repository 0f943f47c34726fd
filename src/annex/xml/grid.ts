import { elementsIn, isElement, type MarkupElement } from '../../page/markup.ts';

/** An entry of a table with the rows and columns it covers. */
export interface GridCell {
  readonly element: MarkupElement;
  /** First and last column, from 0. */
  readonly from: number;
  readonly to: number;
  /** Row in which it begins, from 0. */
  readonly row: number;
}

export interface GridRow {
  readonly part: 'head' | 'body' | 'foot';
  /** By column; null where no entry stands. */
  readonly cells: readonly (GridCell | null)[];
}

export interface Grid {
  readonly columns: number;
  readonly rows: readonly GridRow[];
}

/** More than any table has; a file that says so is not believed. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 100_000;

/**
 * The rows of a tgroup with each entry in its place, by the rules of the CALS table model: by its
 * colname, its namest and nameend or its spanname where it has one, else in the next free column;
 * morerows says how many further rows it covers.
 */
export function gridOf(group: MarkupElement): Grid {
  const specs = elementsIn(group, 'colspec');
  const position = new Map<string, number>();
  let next = 0;
  for (const { attributes } of specs) {
    const number = Number(attributes['colnum']);
    if (Number.isInteger(number) && number > 0) next = number - 1;
    position.set(attributes['colname'] ?? '', next);
    next += 1;
  }
  const spans = new Map(
    elementsIn(group, 'spanspec').map(({ attributes }) => [
      attributes['spanname'] ?? '',
      attributes,
    ]),
  );
  const wanted = Number(group.attributes['cols']);
  let columns = Math.min(
    MOST_COLUMNS,
    Math.max(1, next, Number.isInteger(wanted) && wanted > 0 ? wanted : 0),
  );

  function placeOf(
    entry: MarkupElement,
    free: number,
    cells: readonly (GridCell | null)[],
  ): readonly [from: number, to: number] {
    const own = entry.attributes;
    const span = spans.get(own['spanname'] ?? '') ?? own;
    const from = position.get(span['namest'] ?? own['colname'] ?? '') ?? free;
    const to = position.get(span['nameend'] ?? '') ?? from;
    // A named place that is taken is not believed.
    const first = cells[from] ? free : from;
    return [first, Math.max(first, to)];
  }

  const rows: GridRow[] = [];
  const covered: { readonly cell: GridCell; left: number }[] = [];
  for (const [part, row] of rowsIn(group)) {
    if (rows.length >= MOST_ROWS) break;
    const cells: (GridCell | null)[] = Array.from({ length: columns }, () => null);
    for (const open of covered) {
      if (open.left === 0) continue;
      open.left -= 1;
      for (let at = open.cell.from; at <= open.cell.to; at += 1) cells[at] ??= open.cell;
    }
    let free = 0;
    for (const element of row.children.filter(isElement)) {
      while (free < MOST_COLUMNS - 1 && cells[free]) free += 1;
      const [from, stated] = placeOf(element, free, cells);
      // What does not fit stays in the last column, so that its text is kept.
      const to = Math.min(stated, MOST_COLUMNS - 1);
      const taken = cells.findIndex((other, at) => at > from && at <= to && other !== null);
      const cell: GridCell = { element, from, to: taken > 0 ? taken - 1 : to, row: rows.length };
      for (let at = from; at <= cell.to; at += 1) cells[at] = cell;
      free = cell.to + 1;
      const more = Number(element.attributes['morerows'] ?? 0);
      if (Number.isInteger(more) && more > 0) covered.push({ cell, left: more });
    }
    columns = Math.max(columns, cells.length);
    rows.push({ part, cells: cells.map((cell) => cell ?? null) });
  }
  return { columns, rows };
}

type Part = GridRow['part'];

/** Rows of head, body and foot in that order, whatever their order in the file. */
function rowsIn(group: MarkupElement): readonly (readonly [Part, MarkupElement])[] {
  const parts: readonly (readonly [string, Part])[] = [
    ['thead', 'head'],
    ['tbody', 'body'],
    ['tfoot', 'foot'],
  ];
  const within = parts.flatMap(([name, part]) =>
    elementsIn(group, name).flatMap((element) =>
      elementsIn(element, 'row').map((row) => [part, row] as const),
    ),
  );
  const loose = elementsIn(group, 'row').map((row) => ['body', row] as const);
  return [...within, ...loose];
}

/** The groups of a table; one without them is taken as its own group. */
export function groupsOf(table: MarkupElement): readonly MarkupElement[] {
  const groups = elementsIn(table, 'tgroup');
  return groups.length > 0 ? groups : [table];
}

/** What stands in a table beside its title and groups: notes, sources, remarks. */
export function besideGroups(table: MarkupElement): readonly MarkupElement[] {
  return table.children
    .filter(isElement)
    .filter(({ name }) => name !== 'title' && name !== 'tgroup' && name !== 'colspec')
    .filter(({ name }) => !['thead', 'tbody', 'tfoot', 'row', 'spanspec'].includes(name));
}

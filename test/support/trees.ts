import type { Page, Run, TreeNode } from '../../src/page/page.ts';
import type { Origin } from './pages.ts';

type Cell = Exclude<Origin, { readonly table: null }>;

/** How a producer tags a table, or fails to. */
export interface Tagging {
  /** Browsers leave empty cells out, formatters write them. */
  readonly emptyCells: boolean;
  /** THead and TBody around the rows, P around the text of a cell: office software. */
  readonly wrapped: boolean;
  /** What a header printed again is: its cells once more, or page furniture. */
  readonly header: 'attached' | 'artifact';
  /** A table may be one for the tree, or begin anew on each page or with each row. */
  readonly tables: 'whole' | 'page' | 'row';
  /** Blank cells under text in the first column are covered by it. */
  readonly spans: boolean;
  /** Names header cells, and lets each cell name its own. */
  readonly headers: boolean;
  /** False for a run that the producer forgot to tag. */
  readonly isTagged: (run: Run) => boolean;
  /** Where the producer has a run; null for a paragraph outside the table. */
  readonly cellOf: (cell: Cell, run: Run) => Cell | null;
}

export const BROWSER: Tagging = {
  emptyCells: false,
  wrapped: false,
  header: 'attached',
  tables: 'whole',
  spans: false,
  headers: false,
  isTagged: () => true,
  cellOf: (cell) => cell,
};
export const FORMATTER: Tagging = { ...BROWSER, emptyCells: true, header: 'artifact' };
export const OFFICE: Tagging = { ...FORMATTER, wrapped: true };

/** Puts the structure tree of a producer over pages as pdf.js gives it: each page has all rows of its tables. */
export function tagged(
  pages: readonly Page[],
  origins: ReadonlyMap<Run, Origin>,
  tagging: Tagging,
): Page[] {
  const placed = pages.map((page) => page.runs.map((run) => placeRun(run, origins, tagging)));
  const shape = shapeOf(placed.flat());
  return pages.map((page, index) => {
    const own = placed[index] ?? [];
    const ids = new Map<string, string>();
    const runs = own.map(({ run, place, artifact }): Run => {
      if (place === null) return { ...run, artifact: artifact || run.artifact };
      const key = keyOf(place);
      const id = ids.get(key) ?? `p${page.number}R_mc${ids.size}`;
      ids.set(key, id);
      return { ...run, contentId: id };
    });
    return { ...page, runs, tree: treeOf(own, ids, shape, tagging) };
  });

  function placeRun(
    run: Run,
    all: ReadonlyMap<Run, Origin>,
    { isTagged, cellOf }: Tagging,
  ): Placed {
    const origin = all.get(run);
    if (!origin || !isTagged(run)) return { run, place: null, artifact: false };
    if (origin.table === null) return { run, place: origin, artifact: false };
    if (origin.header && tagging.header === 'artifact' && isAgain(run, origin)) {
      return { run, place: null, artifact: true };
    }
    const cell = cellOf(origin, run);
    return {
      run,
      place: cell ?? { table: null, text: 1e6 + origin.table * 1e4 + origin.row },
      artifact: false,
    };
  }
  /** Whether a header stands on a page before. */
  function isAgain(run: Run, { table, row }: Cell): boolean {
    const page = pages.findIndex(({ runs }) => runs.includes(run));
    return pages.slice(0, page).some(({ runs }) =>
      runs.some((other) => {
        const origin = origins.get(other);
        return origin?.table === table && origin.row === row;
      }),
    );
  }
}

interface Placed {
  readonly run: Run;
  readonly place: Origin | null;
  readonly artifact: boolean;
}

/** Rows of each table, with the cells in them that have text on any page. */
type Shape = ReadonlyMap<number, ReadonlyMap<number, ReadonlyMap<number, Cell>>>;

function shapeOf(placed: readonly Placed[]): Shape {
  const shape = new Map<number, Map<number, Map<number, Cell>>>();
  for (const { place } of placed) {
    if (place === null || place.table === null) continue;
    const rows = shape.get(place.table) ?? new Map<number, Map<number, Cell>>();
    const cells = rows.get(place.row) ?? new Map<number, Cell>();
    shape.set(place.table, rows.set(place.row, cells.set(place.cell, place)));
  }
  return shape;
}

function keyOf(place: Origin): string {
  return place.table === null ? `${place.text}` : `${place.table}/${place.row}/${place.cell}`;
}

function treeOf(
  own: readonly Placed[],
  ids: ReadonlyMap<string, string>,
  shape: Shape,
  tagging: Tagging,
): TreeNode {
  const children: TreeNode[] = [];
  const done = new Set<number | string>();
  for (const { place } of own) {
    if (place === null) continue;
    if (place.table === null) {
      if (!done.has(`${place.text}`))
        children.push(node('P', [{ contentId: ids.get(keyOf(place)) ?? '' }]));
      done.add(`${place.text}`);
    } else if (!done.has(place.table)) {
      done.add(place.table);
      children.push(...tablesOf(place.table, ids, shape, tagging));
    }
  }
  return node('Root', [node('Document', children)]);
}

function tablesOf(
  table: number,
  ids: ReadonlyMap<string, string>,
  shape: Shape,
  tagging: Tagging,
): TreeNode[] {
  const all = [...(shape.get(table) ?? [])].sort(([a], [b]) => a - b);
  const isHere = (row: number, cells: ReadonlyMap<number, Cell>): boolean =>
    [...cells.keys()].some((cell) => ids.has(`${table}/${row}/${cell}`));
  const shown = tagging.tables === 'whole' ? all : all.filter(([row, cells]) => isHere(row, cells));
  const rows = shown.map(([row, cells], at) => {
    const here = isHere(row, cells);
    return node(
      'TR',
      here ? cellsOf(row, cells, all.slice(all.length - shown.length + at + 1)) : [],
    );
  });
  if (tagging.tables === 'row') return rows.map((row) => node('Table', [row]));
  if (!tagging.wrapped) return [node('Table', rows)];
  return [node('Table', [node('THead', rows.slice(0, 1)), node('TBody', rows.slice(1))])];

  function cellsOf(
    row: number,
    cells: ReadonlyMap<number, Cell>,
    below: readonly (readonly [number, ReadonlyMap<number, Cell>])[],
  ): TreeNode[] {
    const [some] = cells.values();
    const count = Math.max(some?.cells ?? 1, ...[...cells.keys()].map((cell) => cell + 1));
    const width = Math.max(
      ...all.flatMap(([, other]) => [...other.values()].map((cell) => cell.cells)),
    );
    const found: TreeNode[] = [];
    for (let index = 0; index < count; index += 1) {
      const cell = cells.get(index);
      if (!cell && (!tagging.emptyCells || (index === 0 && tagging.spans))) continue;
      const id = ids.get(`${table}/${row}/${index}`);
      const content = id === undefined ? [] : [{ contentId: id }];
      const inner = tagging.wrapped ? [node('P', content)] : [node('NonStruct', content)];
      const blanks = below.findIndex(([, other]) => other.has(0));
      const span = blanks === -1 ? below.length + 1 : blanks + 1;
      found.push({
        ...node(cell?.header === true ? 'TH' : 'TD', inner),
        columnSpan: count === 1 ? width : 1,
        rowSpan: tagging.spans && index === 0 && cell?.header !== true && count > 1 ? span : 1,
        ...(tagging.headers && cell?.header === true ? { id: `h${table}-${index}` } : {}),
        ...(tagging.headers && count > 1 ? { headers: [`h${table}-${index}`] } : {}),
      });
    }
    return found;
  }
}

function node(role: string, children: TreeNode['children']): TreeNode {
  return { role, columnSpan: 1, rowSpan: 1, children };
}

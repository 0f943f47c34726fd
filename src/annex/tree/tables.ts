import type { Page, TreeNode } from '../../page/page.ts';

/** A table as the structure tree of the file has it, over all its pages. */
export interface TreeTable {
  /** By their position in the table; a row that is broken over pages is one row. */
  readonly rows: readonly TreeRow[];
}

export interface TreeRow {
  readonly table: TreeTable;
  /** 0-based position in its table. */
  readonly position: number;
  readonly cells: TreeCell[];
}

export interface TreeCell {
  readonly row: TreeRow;
  readonly header: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Its name as a header cell; null when it has none. */
  readonly id: string | null;
  readonly headers: readonly string[];
  /** Marked content in it, nested tables left out. */
  readonly contentIds: string[];
}

/** What the structure trees of a paper's pages say of its text. */
export interface TreeReading {
  readonly tables: readonly TreeTable[];
  /** The cell that marked content stands in; absent outside tables, and where two cells claim it. */
  cellOf(contentId: string | null): TreeCell | null;
  /** The nearest role that says what text is (H1 to H6, Caption, Note, P, …); null inside a cell and outside the tree. */
  roleOf(contentId: string | null): string | null;
}

interface OpenTable extends TreeTable {
  readonly rows: TreeRow[];
}

/** Roles that say what text is, strongest first; in a note in a paragraph the text is a note. */
const TELLING: readonly RegExp[] = [
  /^(?:FE)?Note$/,
  /^Caption$/,
  /^(?:H\d?|Title)$/,
  /^(?:P|L|LI|LBody)$/,
];

/**
 * Reads the tables out of the structure trees of pages that follow each other. The trees name no
 * elements, so that a table that runs on over pages is known by its number of rows, all of which
 * stand in the tree of each page, and by the rows that have text there.
 */
export function treeReading(pages: readonly Page[]): TreeReading {
  const tables: OpenTable[] = [];
  const roles = new Map<string, string>();
  let open: OpenTable | null = null;
  for (const { tree, runs } of pages) {
    const own: OpenTable[] = [];
    const texts = new Set(runs.map(({ contentId }) => contentId));
    if (tree) walk(tree, null, { tables: own, roles, texts });
    const filled = own.filter(({ rows }) => rows.some(isFilled));
    const [first] = filled;
    if (first && open && runsOn(open, first)) {
      carryOn(open, first);
      filled.shift();
    }
    tables.push(...filled);
    open = filled.at(-1) ?? (first ? open : null);
  }
  const cells = cellsByContent(tables);
  return {
    tables,
    cellOf: (contentId) => (contentId === null ? null : (cells.get(contentId) ?? null)),
    roleOf: (contentId) => (contentId === null ? null : (roles.get(contentId) ?? null)),
  };
}

interface Found {
  readonly tables: OpenTable[];
  readonly roles: Map<string, string>;
  /** Content that has text on the page. */
  readonly texts: ReadonlySet<string | null>;
}

function walk(node: TreeNode, role: string | null, found: Found): void {
  if (node.role === 'Table') {
    readTable(node, found);
    return;
  }
  const own = strength(node.role) <= strength(role) ? node.role : role;
  for (const child of node.children) {
    if (!('contentId' in child)) walk(child, own, found);
    else if (own !== null) found.roles.set(child.contentId, own);
  }
}

function readTable(node: TreeNode, found: Found): void {
  const table: OpenTable = { rows: [] };
  found.tables.push(table);
  function readRows(parent: TreeNode): void {
    for (const child of parent.children) {
      if ('contentId' in child) continue;
      if (child.role === 'TR') readRow(child);
      else if (child.role === 'Caption' || child.role === 'Table') walk(child, null, found);
      else readRows(child);
    }
  }
  function readRow(child: TreeNode): void {
    const row: TreeRow = { table, position: table.rows.length, cells: [] };
    table.rows.push(row);
    readCells(child, row);
  }
  function readCells(parent: TreeNode, row: TreeRow): void {
    for (const child of parent.children) {
      if ('contentId' in child) continue;
      if (child.role !== 'TD' && child.role !== 'TH') {
        if (child.role === 'Table') walk(child, null, found);
        else readCells(child, row);
        continue;
      }
      const contentIds: string[] = [];
      row.cells.push({
        row,
        header: child.role === 'TH',
        columnSpan: child.columnSpan,
        rowSpan: child.rowSpan,
        id: child.id ?? null,
        headers: child.headers ?? [],
        contentIds,
      });
      readContent(child, contentIds);
    }
  }
  function readContent(parent: TreeNode, contentIds: string[]): void {
    for (const child of parent.children) {
      if ('contentId' in child) {
        if (found.texts.has(child.contentId)) contentIds.push(child.contentId);
      } else if (child.role === 'Table') walk(child, null, found);
      else readContent(child, contentIds);
    }
  }
  readRows(node);
}

function strength(role: string | null): number {
  const found = TELLING.findIndex((it) => role !== null && it.test(role));
  return found === -1 ? TELLING.length : found;
}

function isFilled({ cells }: TreeRow): boolean {
  return cells.some(({ contentIds }) => contentIds.length > 0);
}

/**
 * Whether the first table of a page is the last one of the page before. Rows that have text on both
 * are the one that is broken and the header, which is attached to its cells again on each page.
 */
function runsOn(open: OpenTable, next: OpenTable): boolean {
  if (open.rows.length !== next.rows.length) return false;
  const last = open.rows.findLastIndex(isFilled);
  return next.rows.every((row, position) => {
    if (!isFilled(row)) return true;
    const before = open.rows[position];
    if (!before || (isFilled(before) && before.cells.length !== row.cells.length)) return false;
    // The text of a cell that spans rows of both pages may stand on the second only.
    const spans = ({ rowSpan, contentIds }: TreeCell): boolean =>
      contentIds.length === 0 || position + rowSpan > last;
    return position >= last || row.cells.every((cell) => cell.header || spans(cell));
  });
}

function carryOn(open: OpenTable, next: OpenTable): void {
  for (const [position, row] of next.rows.entries()) {
    const before = open.rows[position];
    if (!before) continue;
    if (!isFilled(row)) continue;
    if (!isFilled(before)) {
      before.cells.splice(0, Infinity, ...row.cells.map((it) => ({ ...it, row: before })));
    } else {
      for (const [index, cell] of row.cells.entries()) {
        before.cells[index]?.contentIds.push(...cell.contentIds);
      }
    }
  }
}

function cellsByContent(tables: readonly TreeTable[]): Map<string, TreeCell | null> {
  const found = new Map<string, TreeCell | null>();
  for (const { rows } of tables) {
    for (const cell of rows.flatMap(({ cells }) => cells)) {
      for (const id of cell.contentIds) {
        const other = found.get(id);
        found.set(id, other === undefined || other === cell ? cell : null);
      }
    }
  }
  return found;
}

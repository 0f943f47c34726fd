import type { Line } from '../line.ts';
import type { TreeReading, TreeTable } from './tables.ts';

/** What the structure tree takes a line for. */
export type StructureRole = 'cell' | 'heading' | 'note' | 'text';

export interface LineRole {
  readonly role: StructureRole;
  /** The table of a cell. */
  readonly table: TreeTable | null;
}

/** Null where the tree says nothing of a line, or not one thing of all of its text. */
export type RoleFinder = (line: Line) => LineRole | null;

export function roleFinder(tree: TreeReading): RoleFinder {
  return ({ runs }) => {
    const [first, ...others] = runs.map(({ contentId }) => roleOfContent(contentId, tree));
    if (!first || others.some((it) => it?.role !== first.role || it.table !== first.table))
      return null;
    return first;
  };
}

function roleOfContent(contentId: string | null, tree: TreeReading): LineRole | null {
  const cell = tree.cellOf(contentId);
  if (cell) return { role: 'cell', table: cell.row.table };
  const role = tree.roleOf(contentId);
  if (role === null) return null;
  if (/^(?:H\d?|Title|Caption)$/.test(role)) return { role: 'heading', table: null };
  return { role: role.endsWith('Note') ? 'note' : 'text', table: null };
}

/** What the tree says of the lines under one header, where it can be relied on. */
export interface StructureOfLines {
  /** Lines of the table that do not look like rows of it. */
  readonly cells: ReadonlySet<Line>;
  /** Lines outside every table that look like rows of this one. */
  readonly outside: ReadonlySet<Line>;
  readonly headings: ReadonlySet<Line>;
}

const NOTHING: StructureOfLines = { cells: new Set(), outside: new Set(), headings: new Set() };

/**
 * Weighs the tree's word for lines under a header. It counts when it has nearly all lines with
 * values of two columns in cells (or, without any, nearly all that look like rows); a line with such
 * values stays a row whatever it says.
 * @param tabular lines that look like rows by their places
 * @param hasValues whether a line has text that fits two columns of few words
 */
export function structureOfLines(
  lines: readonly Line[],
  tabular: ReadonlySet<Line>,
  hasValues: (line: Line) => boolean,
  roleOf: RoleFinder,
): StructureOfLines {
  const valued = [...tabular].filter(hasValues);
  const rows = valued.length > 0 ? valued : [...tabular];
  const inCells = rows.flatMap((line) => roleOf(line) ?? []).filter(({ role }) => role === 'cell');
  if (inCells.length === 0 || inCells.length * 5 < rows.length * 4) return NOTHING;
  const tables = new Set(inCells.map(({ table }) => table));
  const found = { cells: new Set<Line>(), outside: new Set<Line>(), headings: new Set<Line>() };
  for (const line of lines) {
    const own = roleOf(line);
    if (own?.role === 'cell') {
      if (!tabular.has(line) && tables.has(own.table)) found.cells.add(line);
    } else if (own && !(tabular.has(line) && hasValues(line))) {
      found.outside.add(line);
      if (own.role === 'heading') found.headings.add(line);
    }
  }
  return found;
}

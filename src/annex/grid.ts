import type { Run } from '../page/page.ts';
import { asWide } from './body.ts';
import type { BodyLine } from './body.ts';
import { assign, columnAt } from './columns.ts';
import { cutsOf, isClosed, middleOf, startOf } from './grid-cuts.ts';
import type { Cuts } from './grid-cuts.ts';
import { hasInnerSide, homesAt, isWideRow, partedBelow } from './grid-wide.ts';
import { latticeOf } from './lattice.ts';
import type { Lattice } from './lattice.ts';
import type { Line } from './line.ts';

/** The part of a table on one page, cut into rows by the rules and filled boxes around its cells. */
export interface GridPage {
  readonly rows: readonly GridRow[];
  /** Number of edges between its rows. */
  readonly edges: number;
  /** True when an edge under its last line closes its last row. */
  readonly closed: boolean;
}

export type Hold = 'cells' | 'rules' | 'none';

export interface GridRow {
  /** Counts what edges part on this page; a text over the width below a row stands at its place. */
  readonly place: number;
  readonly wide: boolean;
  readonly lines: readonly BodyLine[];
  /** By column: the place at which its cell begins, when that is an earlier one. */
  readonly begun: ReadonlyMap<number, number>;
  /** Columns whose cell runs on into the next row. */
  readonly open: ReadonlySet<number>;
  /** False where nothing drawn tells for some column whether its cell spans rows. */
  readonly bounded: boolean;
  /**
   * How surely it is one row: cells with sides of their own are; between two rules a row may lack its
   * own; between filled boxes rows without a filling stand with nothing drawn between them.
   */
  readonly hold: Hold;
}

/**
 * Cuts lines of one table on one page along the edges drawn between them. Each column has its own
 * edges: where one is missing beside an edge of other columns, its cell spans the rows on both sides.
 */
export function gridOf(lines: readonly BodyLine[], bandLines: ReadonlySet<Line>): GridPage {
  const [first] = lines;
  if (!first) return { rows: [], edges: 0, closed: false };
  const { columns } = first;
  const lattice = latticeOf(first.line.page);
  const bodies = lines.map((body) => placed(body, lattice));
  const cuts = cutsOf(bodies, columns, lattice);
  const found: { lines: BodyLine[]; row: number }[] = [];
  for (const body of bodies) {
    for (const [row, part] of byRow(body, cuts)) {
      const last = found.find((it) => it.row === row);
      if (last) last.lines.push(part);
      else found.push({ row, lines: [part] });
    }
  }
  found.sort((a, b) => a.row - b.row);
  const rows = found.flatMap(({ row, lines: own }) => toRows(own, row));
  return { rows, edges: cuts.places.length, closed: isClosed(bodies, columns, lattice) };

  function toRows(own: readonly BodyLine[], row: number): GridRow[] {
    const begun = new Map<number, number>();
    const open = new Set<number>();
    const next = found.find((other) => other.row > row)?.row ?? Infinity;
    for (const column of columns.keys()) {
      const start = startOf(column, row, cuts);
      const place = found.find((other) => other.row >= start)?.row ?? row;
      if (place < row) begun.set(column, place);
      if (next < Infinity && startOf(column, next, cuts) <= row) open.add(column);
    }
    const bounded = cuts.unsure.every((at) => at[row - 1] !== true);
    const hold = holdOf(own, row);
    const parts = isWideRow(own, bandLines, lattice) ? [own] : partedBelow(own, lattice);
    return parts.map((part, index) => {
      const wide = index > 0 || isWideRow(part, bandLines, lattice);
      const shown = wide ? part.map(asWide) : part;
      return { place: row, wide, lines: shown, begun, open, bounded, hold };
    });
  }

  function holdOf(own: readonly BodyLine[], row: number): Hold {
    if (own.some((body) => hasInnerSide(body, lattice))) return 'cells';
    if (cuts.lined[row - 1] === true || cuts.lined[row] === true) return 'rules';
    const [upper, lower] = [own[0], own.at(-1)];
    const filled = lattice.boxes.some(
      (box) =>
        (!upper || box.y < middleOf(upper)) &&
        (!lower || box.bottom > middleOf(lower)) &&
        own.some(({ line }) => line.left > box.x - 1 && line.left < box.right),
    );
    return filled ? 'rules' : 'none';
  }
}

/** A line's runs by the row in which their cells begin: cells that span rows have lines beside those of others. */
function byRow(body: BodyLine, cuts: Cuts): Map<number, BodyLine> {
  const row = cuts.places.filter((place) => place < middleOf(body)).length;
  const starts = body.cells.map((_, column) => startOf(column, row, cuts));
  const filled = body.cells.flatMap((runs, column) => (runs.length > 0 ? [column] : []));
  const rows = new Set(filled.map((column) => starts[column] ?? row));
  const [only = row] = rows;
  if (rows.size < 2) return new Map([[only, body]]);
  return new Map(
    [...rows].map((start) => {
      const cells = body.cells.map((runs, column) => (starts[column] === start ? runs : []));
      const runs = cells.flat().sort((a, b) => a.x - b.x);
      const marks = body.line.marks.filter(({ run, base }) =>
        base && body.line.runs.includes(base) ? runs.includes(base) : nearestStart(run.x) === start,
      );
      const left = runs[0]?.x ?? 0;
      const right = Math.max(...runs.map((run) => run.right));
      return [start, { ...body, cells, line: { ...body.line, runs, marks, left, right } }];
    }),
  );

  /** Of a mark alone in its cell: the row of that cell when something else of the line is in it. */
  function nearestStart(x: number): number {
    const start = starts[columnAt(x, body.columns)] ?? row;
    return rows.has(start) ? start : only;
  }
}

/** A line with its runs by column; text of a cell over several columns stands in the first of them. */
function placed(body: BodyLine, lattice: Lattice): BodyLine {
  const { line, columns } = body;
  const cells = columns.map((): Run[] => []);
  const homes = homesAt(middleOf(body), columns, lattice);
  for (const [column, runs] of assign(line, columns).entries())
    cells[homes[column] ?? column]?.push(...runs);
  const wide = columns.length > 1 && homes.every((home) => home === 0);
  return wide ? asWide(body) : { ...body, cells, wide };
}

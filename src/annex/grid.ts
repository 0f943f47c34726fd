import type { Run } from '../page/page.ts';
import { asWide, filledColumns, isOneText } from './body.ts';
import type { BodyLine } from './body.ts';
import { assign, columnAt, crossings } from './columns.ts';
import type { Column } from './columns.ts';
import { hasEdge, latticeOf } from './lattice.ts';
import type { Edge, Lattice } from './lattice.ts';
import { phrases, textOf } from './line.ts';
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

interface Zone {
  readonly from: number;
  readonly to: number;
}

/** Edges closer together than this are one to a reader: doubled rules, a rule along a filled box. */
const DOUBLE = 3.2;
/** An edge bounds the cells of a column when it covers at least this part of its width. */
const COVERED = 0.6;

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
      const lines = wide ? part.map(asWide) : part;
      return { place: row, wide, lines, begun, open, bounded, hold };
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

/** Lines of a row of cells, and lines of one text over the whole width that stand below them. */
function partedBelow(lines: readonly BodyLine[], lattice: Lattice): (readonly BodyLine[])[] {
  const at = lines.findIndex((body, index) => {
    if (index === 0 || hasInnerSide(body, lattice) || !isLongText(body)) return false;
    return lines.slice(index).every((below) => isOneText(below) || runsThrough(below));
  });
  return at === -1 ? [lines] : [lines.slice(0, at), lines.slice(at)];
}

/** Some words over more than one column: more than a cell that runs over its side. */
function isLongText(body: BodyLine): boolean {
  const { line, columns } = body;
  return (
    line.runs.length > 3 && (isOneText(body) || runsThrough(body)) && crossings(line, columns) > 0
  );
}

interface Cuts {
  /** Where rows are parted, from top to bottom. */
  readonly places: readonly number[];
  /** Which of these places have a line of their own, not just the side of a filled box. */
  readonly lined: readonly boolean[];
  /** By column: which of these places bound its own cells. */
  readonly own: readonly (readonly boolean[])[];
  /** By column: at which of these places nothing tells whether its cell ends or spans. */
  readonly unsure: readonly (readonly boolean[])[];
}

function cutsOf(bodies: readonly BodyLine[], columns: readonly Column[], lattice: Lattice): Cuts {
  const zones = zonesOf(bodies, columns);
  const middles = bodies.map(middleOf);
  const [top, bottom] = [Math.min(...middles), Math.max(...middles)];
  const within = lattice.across.filter(({ at }) => at > top && at < bottom);
  const ofColumn = zones.map((zone, column) =>
    within.filter((edge) => covers(edge, zone) && !strikes(edge, column, bodies)),
  );
  const places: number[] = [];
  for (const { at } of ofColumn.flat().sort((a, b) => a.at - b.at)) {
    if (at - (places.at(-1) ?? -Infinity) > DOUBLE) places.push(at);
  }
  const near = (edges: readonly Edge[], place: number): readonly Edge[] =>
    edges.filter(({ at }) => at >= place && at - place <= DOUBLE);
  const drawn = ofColumn.map((edges) => places.map((place) => near(edges, place).length > 0));
  const lined = places.map((place) => near(ofColumn.flat(), place).some(({ side }) => !side));
  const unsure = zones.map((zone, column) =>
    places.map((place, index) => {
      if (drawn[column]?.[index] === true) return false;
      if (lined[index] === true) return false;
      return !lattice.boxes.some(
        (box) =>
          covers({ from: box.x, to: box.right }, zone) &&
          box.y < place - DOUBLE &&
          box.bottom > place + 2 * DOUBLE,
      );
    }),
  );
  const own = drawn.map((at, column) =>
    at.map((cut, index) => cut || unsure[column]?.[index] === true),
  );
  return { places, lined, own, unsure };
}

/** Whether an edge stands close under the last lines, beside at least half of the columns. */
function isClosed(
  bodies: readonly BodyLine[],
  columns: readonly Column[],
  { across }: Lattice,
): boolean {
  const bottom = Math.max(...bodies.map(({ line }) => line.baseline));
  const depth = 3 * Math.max(...bodies.map(({ line }) => line.size));
  const under = across.filter(({ at }) => at > bottom && at < bottom + depth);
  const zones = zonesOf(bodies, columns);
  return (
    zones.filter((zone) => under.some((edge) => covers(edge, zone))).length * 2 >= zones.length
  );
}

function zonesOf(bodies: readonly BodyLine[], columns: readonly Column[]): Zone[] {
  const left = Math.min(columns[0]?.x ?? 0, ...bodies.map(({ line }) => line.left));
  const right = Math.max(columns.at(-1)?.right ?? 0, ...bodies.map(({ line }) => line.right));
  return columns.map(({ from }, index) => ({
    from: Math.max(from, left),
    to: columns[index + 1]?.from ?? right,
  }));
}

function covers({ from, to }: Zone, zone: Zone): boolean {
  const common = Math.min(to, zone.to) - Math.max(from, zone.from);
  return common >= COVERED * (zone.to - zone.from);
}

/** An edge through the letters of a column is no side of a cell. */
function strikes({ at }: Edge, column: number, bodies: readonly BodyLine[]): boolean {
  return bodies.some(({ line, cells }) => {
    const depth = (line.baseline - at) / line.size;
    return depth > 0.12 && depth < 0.55 && (cells[column] ?? []).length > 0;
  });
}

/** Half the height of its small letters: what lies above an edge or below it. */
function middleOf({ line }: BodyLine): number {
  return line.baseline - 0.3 * line.size;
}

/** The row in which the cell of a column begins that a row has part in. */
function startOf(column: number, row: number, { own }: Cuts): number {
  return row === 0 ? 0 : (own[column]?.lastIndexOf(true, row - 1) ?? -1) + 1;
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

/** By column: the first of the columns that one cell spans at this height, where drawn sides show it. */
function homesAt(y: number, columns: readonly Column[], lattice: Lattice): number[] {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return [];
  const { down, boxes } = lattice;
  const lines = down.filter(({ side }) => !side);
  const framed =
    hasEdge(lines, { least: -Infinity, most: first.x + 2, beside: y }) &&
    hasEdge(lines, { least: last.x + 2, most: Infinity, beside: y });
  let home = 0;
  return columns.map(({ from, ruled }, index) => {
    const [least, most] = [from - 3, from + 3];
    const filled = boxes.some(
      (box) => box.y < y && box.bottom > y && box.x < least && box.right > most,
    );
    const lined = framed && lines.some(({ at }) => at > least && at < most);
    const open = ruled && (lined || filled) && !hasEdge(down, { least, most, beside: y });
    if (!open) home = index;
    return home;
  });
}

/**
 * True for one text over the whole width, or over all columns right of a cell that spans rows: as the
 * drawn sides of its cell show it, else by how it runs on through the columns.
 */
function isWideRow(
  lines: readonly BodyLine[],
  bandLines: ReadonlySet<Line>,
  lattice: Lattice,
): boolean {
  if (lines.some(({ line }) => bandLines.has(line))) return true;
  if (lines.every(({ wide }) => wide)) return true;
  if (lines.every((body) => isOverRest(body, lattice))) return true;
  if (lines.some((body) => hasInnerSide(body, lattice))) return false;
  if (!lines.every((body) => isOneText(body) || runsThrough(body))) return false;
  return (
    lines.some(({ line, columns }) => crossings(line, columns) > 0) ||
    (lines.some(reachesOver) && /[.!?]$/u.test(textOf(lines.at(-1)?.line.runs ?? [])))
  );
}

/** Words of a sentence may begin where columns do, by chance. */
function reachesOver({ line, columns }: BodyLine): boolean {
  return line.right > (columns[1]?.x ?? Infinity) + line.size;
}

/** All text of a line stands in a drawn cell from a column on to the last. */
function isOverRest(body: BodyLine, lattice: Lattice): boolean {
  const home = homesAt(middleOf(body), body.columns, lattice).at(-1) ?? 0;
  const [only, ...others] = filledColumns(body);
  return only === home && others.length === 0 && home <= body.columns.length / 2;
}

function hasInnerSide(body: BodyLine, { down }: Lattice): boolean {
  const beside = middleOf(body);
  return body.columns.some(
    ({ from, ruled }, index) =>
      index > 0 && ruled && hasEdge(down, { least: from - 3, most: from + 3, beside }),
  );
}

function runsThrough({ line, columns }: BodyLine): boolean {
  return phrases(line.runs, 1).length === 1 && crossings(line, columns) > 0;
}

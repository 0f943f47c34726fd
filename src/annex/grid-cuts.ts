import { isSpanning } from './body.ts';
import type { BodyLine } from './body.ts';
import type { Column } from './columns.ts';
import type { Edge, Lattice } from './lattice.ts';

interface Zone {
  readonly from: number;
  readonly to: number;
}

/** Edges closer together than this are one to a reader: doubled rules, a rule along a filled box. */
const DOUBLE = 3.2;
/** An edge bounds the cells of a column when it covers at least this part of its width. */
const COVERED = 0.6;

export interface Cuts {
  /** Where rows are parted, from top to bottom. */
  readonly places: readonly number[];
  /** Which of these places have a line of their own, not just the side of a filled box. */
  readonly lined: readonly boolean[];
  /** By column: which of these places bound its own cells. */
  readonly own: readonly (readonly boolean[])[];
  /** By column: at which of these places nothing tells whether its cell ends or spans. */
  readonly unsure: readonly (readonly boolean[])[];
}

export function cutsOf(
  bodies: readonly BodyLine[],
  columns: readonly Column[],
  lattice: Lattice,
): Cuts {
  const zones = zonesOf(bodies, columns, lattice);
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
  const lined = places.map((place) => near(ofColumn.flat(), place).some(({ side }) => !side));
  const striped = places.map(
    (place, index) => lined[index] === false && isStripe(place, zones, lattice.boxes),
  );
  // A stripe over the whole width runs on behind a cell that spans rows.
  const drawn = ofColumn.map((edges, column) =>
    places.map(
      (place, index) =>
        near(edges, place).length > 0 && !(striped[index] === true && isSpanning(columns, column)),
    ),
  );
  const unsure = zones.map((zone, column) =>
    places.map((place, index) => {
      if (drawn[column]?.[index] === true) return false;
      if (lined[index] === true) return false;
      if (striped[index] === true) return true;
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

/** Whether a place is a side of one filled box behind all columns. */
function isStripe(place: number, zones: readonly Zone[], boxes: Lattice['boxes']): boolean {
  return boxes.some(
    ({ x, right, y, bottom }) =>
      (Math.abs(y - place) <= DOUBLE || Math.abs(bottom - place) <= DOUBLE) &&
      zones.every((zone) => covers({ from: x, to: right }, zone)),
  );
}

/** Edges that are one with the edge at a place. */
function near(edges: readonly Edge[], place: number): readonly Edge[] {
  return edges.filter(({ at }) => at >= place && at - place <= DOUBLE);
}

/** Whether an edge stands close under the last lines, beside at least half of the columns. */
export function isClosed(
  bodies: readonly BodyLine[],
  columns: readonly Column[],
  lattice: Lattice,
): boolean {
  const bottom = Math.max(...bodies.map(({ line }) => line.baseline));
  const depth = 3 * Math.max(...bodies.map(({ line }) => line.size));
  const under = lattice.across.filter(({ at }) => at > bottom && at < bottom + depth);
  const zones = zonesOf(bodies, columns, lattice);
  return (
    zones.filter((zone) => under.some((edge) => covers(edge, zone))).length * 2 >= zones.length
  );
}

/** The name of the last column may stick out of the table: no text of its rows or edge reaches so far. */
function zonesOf(
  bodies: readonly BodyLine[],
  columns: readonly Column[],
  { across }: Lattice,
): Zone[] {
  const left = Math.min(columns[0]?.x ?? 0, ...bodies.map(({ line }) => line.left));
  const drawn = Math.max(...across.map(({ to }) => to));
  const named = columns.at(-1)?.right ?? 0;
  const bound = drawn > (columns.at(-1)?.x ?? 0) ? Math.min(named, drawn) : named;
  const right = Math.max(bound, ...bodies.map(({ line }) => line.right));
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
export function middleOf({ line }: BodyLine): number {
  return line.baseline - 0.3 * line.size;
}

/** The row in which the cell of a column begins that a row has part in. */
export function startOf(column: number, row: number, { own }: Cuts): number {
  return row === 0 ? 0 : (own[column]?.lastIndexOf(true, row - 1) ?? -1) + 1;
}

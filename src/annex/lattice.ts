import type { Box, Page, Rule, Run } from '../page/page.ts';
import { phrases } from './line.ts';

/** A drawn edge: of a horizontal one `at` is its y and `from` to `to` its extent in x; the reverse for a vertical one. */
export interface Edge {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** The side of a filled box: unlike a rule it says nothing of cells that are not filled. */
  readonly side: boolean;
}

/** What is drawn on a page to bound cells: rules, and the sides of filled boxes. */
export interface Lattice {
  readonly across: readonly Edge[];
  readonly down: readonly Edge[];
  readonly boxes: readonly Box[];
}

const known = new WeakMap<Page, Lattice>();

/** The lattice of a page; a page is immutable, so it is made once. */
export function latticeOf(page: Page): Lattice {
  const found = known.get(page) ?? toLattice(page);
  known.set(page, found);
  return found;
}

function toLattice({ rules, boxes, runs }: Page): Lattice {
  const across: Edge[] = [];
  const down: Edge[] = [];
  for (const { direction, x, y, length } of rules) {
    if (direction === 'vertical') down.push({ at: x, from: y, to: y + length, side: false });
    else if (isOneOfMany(x, length, rules) || !isUnderline(x, y, x + length, runs)) {
      across.push({ at: y, from: x, to: x + length, side: false });
    }
  }
  for (const { x, y, right, bottom } of boxes) {
    for (const at of [y, bottom]) across.push({ at, from: x, to: right, side: true });
    for (const at of [x, right]) down.push({ at, from: y, to: bottom, side: true });
  }
  return { across: joined(across), down: joined(down), boxes };
}

/** Rules between rows are all as wide as their table. */
function isOneOfMany(x: number, length: number, rules: readonly Rule[]): boolean {
  const same = rules.filter(
    (other) =>
      other.direction === 'horizontal' &&
      Math.abs(other.x - x) < 0.5 &&
      Math.abs(other.length - length) < 0.5,
  );
  return same.length > 2;
}

/** Drawn close under one text and exactly as wide: links, and what a ministry stresses. */
function isUnderline(from: number, y: number, to: number, runs: readonly Run[]): boolean {
  const above = runs
    .filter(
      (run) =>
        y > run.baseline - 0.05 * run.size &&
        y < run.baseline + 0.3 * run.size &&
        run.right > from &&
        run.x < to,
    )
    .sort((a, b) => a.x - b.x);
  const [first] = above;
  if (!first || Math.abs(first.x - from) > 2) return false;
  const right = Math.max(...above.map((run) => run.right));
  return Math.abs(right - to) < 2 && phrases(above, 1).length === 1;
}

/** Edges at one place that touch are one: cells have each their own box or border. */
function joined(edges: readonly Edge[]): Edge[] {
  const found: Edge[] = [];
  for (const edge of edges.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const last = found.at(-1);
    if (last && last.side === edge.side && edge.at - last.at < 0.3 && edge.from <= last.to + 1.2) {
      found[found.length - 1] = { ...last, to: Math.max(last.to, edge.to) };
    } else found.push(edge);
  }
  return found;
}

/** True when an edge of these stands at a place and covers a point beside it. */
export function hasEdge(
  edges: readonly Edge[],
  place: { readonly least: number; readonly most: number; readonly beside: number },
): boolean {
  return edges.some(
    ({ at, from, to }) =>
      at >= place.least && at <= place.most && from <= place.beside && to >= place.beside,
  );
}

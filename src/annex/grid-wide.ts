import type { Box } from '../page/page.ts';
import { filledColumns, isOneText } from './body.ts';
import type { BodyLine } from './body.ts';
import { crossings } from './columns.ts';
import type { Column } from './columns.ts';
import { middleOf } from './grid-cuts.ts';
import { hasEdge } from './lattice.ts';
import type { Edge, Lattice } from './lattice.ts';
import { phrases, textOf } from './line.ts';
import type { Line } from './line.ts';

/** By column: the first of the columns that one cell spans at this height, where drawn sides show it. */
export function homesAt(y: number, columns: readonly Column[], lattice: Lattice): number[] {
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
      (box) =>
        box.y < y &&
        box.bottom > y &&
        box.x < least &&
        box.right > most &&
        !isBehind(box, down, { least, most }),
    );
    const lined = framed && lines.some(({ at }) => at > least && at < most);
    const open = ruled && (lined || filled) && !hasEdge(down, { least, most, beside: y });
    if (!open) home = index;
    return home;
  });
}

/** What has sides of cells upon it is the background of a table or page, and says nothing of one cell. */
function isBehind(
  { y, bottom }: Box,
  down: readonly Edge[],
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  return down.some(
    ({ at, from, to }) => at > least && at < most && from > y - 1 && to < bottom + 1,
  );
}

/**
 * True for one text over the whole width, or over all columns right of a cell that spans rows: as the
 * drawn sides of its cell show it, else by how it runs on through the columns.
 */
export function isWideRow(
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

export function hasInnerSide(body: BodyLine, { down }: Lattice): boolean {
  const beside = middleOf(body);
  return body.columns.some(
    ({ from, ruled }, index) =>
      index > 0 && ruled && hasEdge(down, { least: from - 3, most: from + 3, beside }),
  );
}

function runsThrough({ line, columns }: BodyLine): boolean {
  return phrases(line.runs, 1).length === 1 && crossings(line, columns) > 0;
}
/** Lines of a row of cells, and lines of one text over the whole width that stand below them. */
export function partedBelow(lines: readonly BodyLine[], lattice: Lattice): (readonly BodyLine[])[] {
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

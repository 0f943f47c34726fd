import type { Page } from '../page/page.ts';
import { compact } from './fold.ts';
import { findFurniture } from './furniture.ts';
import { joinLines } from './join.ts';
import { linesOf, phrases, textOf, type Line } from './line.ts';
import { treeReading, type TreeCell } from './tree/tables.ts';
import { countWords, type WordCounts } from './words.ts';

/** A label and the value that stands beside it, as texts. */
export interface Pair {
  /** 1-based page on which it begins. */
  readonly page: number;
  readonly label: string;
  readonly value: string;
}

/** Lines of a pair before its texts are joined. */
interface OpenPair {
  readonly label: Line;
  readonly values: Line[];
}

/** Pieces of one line: what stands in the column of labels, and what in that of values. */
interface Halves {
  readonly label: Line | null;
  readonly value: Line | null;
}

/** Points by which texts of one column may begin apart. */
const ALIGNED = 2;

/**
 * Reads label/value pairs by their places: the forms that papers print instead of a table with a header.
 * A pair begins where one of the labels stands before the column of values, and ends at the next label or
 * at a line that stands in neither column; it may run on over pages.
 */
export function readPairs(pages: readonly Page[], labels: readonly string[]): readonly Pair[] {
  const body = pages.map(linesOf);
  const furniture = findFurniture(body);
  const lines = body.flat().filter((line) => !furniture.lines.has(line));
  const words = countWords(body.flat());
  return pairsIn(lines, labels).map((pair) => toPair(pair, words));
}

/**
 * Reads pairs by the structure tree. A row whose label is blank goes on with the one before; a row that
 * holds several labels is several pairs that its producer put into one, told apart by their places.
 */
export function readTreePairs(pages: readonly Page[], labels: readonly string[]): readonly Pair[] {
  const tree = treeReading(pages);
  const lines = pages.flatMap(linesOf);
  const words = countWords(lines);
  const edge = edgeOf(lines, labels);
  const cells = new Map<TreeCell, Line[]>();
  for (const line of lines) {
    for (const [cell, runs] of Map.groupBy(line.runs, (run) => tree.cellOf(run.contentId))) {
      if (cell) cells.set(cell, [...(cells.get(cell) ?? []), { ...line, runs }]);
    }
  }
  const pairs: OpenPair[] = [];
  for (const { cells: own } of tree.tables.flatMap(({ rows }) => rows)) {
    const [named = [], values = []] = own.map((cell) => cells.get(cell) ?? []);
    const [label] = named;
    if (!label) pairs.at(-1)?.values.push(...values);
    else if (named.filter((line) => isLabel(textOf(line.runs), labels)).length > 1) {
      const both = new Set([...named, ...values].flatMap(({ runs }) => runs));
      const whole = lines
        .map((line) => ({ ...line, runs: line.runs.filter((run) => both.has(run)) }))
        .filter(({ runs }) => runs.length > 0);
      pairs.push(...pairsIn(whole, labels, edge));
    } else pairs.push({ label: { ...label, runs: named.flatMap(({ runs }) => runs) }, values });
  }
  return pairs.map((pair) => toPair(pair, words));
}

function toPair({ label, values }: OpenPair, words: WordCounts): Pair {
  const parts = values.map(({ runs }) => ({
    text: textOf(runs),
    softHyphen: runs.at(-1)?.softHyphen ?? false,
  }));
  return { page: label.page.number, label: textOf(label.runs), value: joinLines(parts, words) };
}

function pairsIn(
  lines: readonly Line[],
  labels: readonly string[],
  edge = edgeOf(lines, labels),
): readonly OpenPair[] {
  if (edge === null) return [];
  const pairs: OpenPair[] = [];
  let open: OpenPair | null = null;
  let values: Line[] = [];
  for (const line of lines) {
    const halves = halvesOf(line, edge);
    if (!halves || (halves.label && !isLabel(textOf(halves.label.runs), labels))) {
      open = null;
      values = [];
      continue;
    }
    if (halves.label) {
      const from = halves.value ? values.length : ownBlock(values, line);
      // All of the values above would leave nothing to the label that they stand under.
      const own: Line[] = open && from === 0 ? [] : values.splice(from);
      open = { label: halves.label, values: own };
      values = own;
      pairs.push(open);
    }
    if (halves.value) values.push(halves.value);
  }
  return pairs;
}

/**
 * Where the last paragraph of values begins that reaches down to a label without a value at its height:
 * a label that is set lower than its text, or in the middle of it.
 */
function ownBlock(values: readonly Line[], label: Line): number {
  let from = values.length;
  let below = label;
  for (const line of values.toReversed()) {
    if (line.page !== below.page || below.baseline - line.baseline > PARTED * line.size) break;
    below = line;
    from -= 1;
  }
  return from;
}

/** Lines of one paragraph are not farther apart, in sizes. */
const PARTED = 1.6;

/** The left edge of the values: where most labels are followed by a text. */
function edgeOf(lines: readonly Line[], labels: readonly string[]): number | null {
  const starts = lines.flatMap(({ runs }) => {
    const [label = [], value] = phrases(runs, 1);
    return value?.[0] && isLabel(textOf(label), labels) ? [Math.round(value[0].x)] : [];
  });
  const counts = [...Map.groupBy(starts, (x) => x)].sort(
    (one, other) => other[1].length - one[1].length,
  );
  return counts[0]?.[0] ?? null;
}

/** A line parted at the edge of the values; null when a text runs over it. */
function halvesOf(line: Line, edge: number): Halves | null {
  const before = line.runs.filter((run) => run.x < edge - ALIGNED);
  const behind = line.runs.filter((run) => run.x >= edge - ALIGNED);
  if (before.some((run) => run.right > edge)) return null;
  const [last, next] = [before.at(-1), behind[0]];
  if (last && next && next.x - last.right < 0.5 * last.size) return null;
  const half = (runs: Line['runs']): Line | null => (runs.length > 0 ? { ...line, runs } : null);
  return { label: half(before), value: half(behind) };
}

function isLabel(text: string, labels: readonly string[]): boolean {
  const own = compact(text);
  return labels.some((label) => compact(label) === own);
}

import type { Run } from '../page/page.ts';
import { groupLabels } from './header-groups.ts';
import { cutTouching, joinedGroups } from './header-words.ts';
import { latticeOf } from './lattice.ts';
import { textOf, type Line } from './line.ts';
import type { Mark } from './mark.ts';
import type { TableColumn } from './table-row.ts';
import type { Field } from './vocabulary.ts';

export interface HeaderColumn extends TableColumn {
  readonly x: number;
  readonly right: number;
}

/** The lines that name the columns of a table, with what they name. */
export interface HeaderBand {
  readonly lines: readonly Line[];
  readonly columns: readonly HeaderColumn[];
  readonly marks: readonly Mark[];
}

/** Which labels name columns, and how many of them make a header. */
export interface HeaderNames {
  /** What a column of that label holds; null when the label is not known. */
  fieldOf(label: string): Field | null;
  /** True when a label is known letter by letter. */
  isKnown(label: string): boolean;
  /** True when no label has so many letters. */
  isTooLong(text: string): boolean;
  /** A cheap look before the close one: whether lines may stand in a header at all. */
  isLikely(lines: readonly Line[]): boolean;
  isHeader(header: { readonly columns: readonly TableColumn[] }): boolean;
}

/** A gap in the shadow of all header lines wider than this many ems parts two columns. */
const GUTTER = 0.5;
/**
 * The columns that lines of a header name.
 * @param below lines under the header, whose texts show where columns begin that touch in it
 */
export function bandOf(
  lines: readonly Line[],
  below: readonly Line[],
  names: HeaderNames,
): HeaderBand {
  const size = Math.max(...lines.map((line) => line.size));
  const over = groupLabels(lines);
  const runs = lines.flatMap((line) => line.runs.filter((run) => !over.has(run)));
  const groups = joinedGroups(
    shadows(runs, GUTTER * size, wallsBeside(lines)),
    (group) => labelOf(group, lines),
    (label) => names.isKnown(label),
  );
  const columns = groups.flatMap((group) => columnsOf(group, lines, below, names));
  return { lines, columns, marks: lines.flatMap((line) => line.marks) };
}

/** Where drawn lines stand between the cells of a header. */
function wallsBeside(lines: readonly Line[]): number[] {
  return lines.flatMap(({ page, baseline, size }) =>
    latticeOf(page)
      .down.filter(({ from, to }) => from < baseline - 0.3 * size && to > baseline - 0.3 * size)
      .map(({ at }) => at),
  );
}

/**
 * Groups of runs whose horizontal extents, taken over all lines, touch or nearly so, with no drawn line
 * between them.
 */
function shadows(runs: readonly Run[], gap: number, walls: readonly number[]): Run[][] {
  const groups: Run[][] = [];
  let right = -Infinity;
  for (const run of [...runs].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    const before = right;
    const walled = walls.some((at) => at > before - 1 && at < run.x + 1);
    if (group && run.x - right <= gap && !walled) group.push(run);
    else groups.push([run]);
    right = Math.max(right, run.right);
  }
  return groups;
}

/** One column, or several where narrow gutters left no more than a blank between their headers, or nothing. */
function columnsOf(
  runs: readonly Run[],
  lines: readonly Line[],
  below: readonly Line[],
  names: HeaderNames,
): readonly HeaderColumn[] {
  const whole = columnOf(runs, lines, names);
  if (whole.field !== null) return [whole];
  const parted = split(runs, lines, names) ?? numbered(runs, lines, names);
  if (parted) return parted;
  const own = new Set(runs);
  const ownLines = lines.map((line) => ({ ...line, runs: line.runs.filter((it) => own.has(it)) }));
  const cut = cutTouching(ownLines, below, (label) => names.isKnown(label));
  if (cut === ownLines) return [whole];
  return (
    split(
      cut.flatMap((line) => line.runs),
      cut,
      names,
    ) ?? [whole]
  );
}

/** “Nr.” over the numbers of the studies, close to the name of the next column. */
const NUMBER = /^(?:volg)?(?:nr|no|nummer)\.?$/iu;

function numbered(
  runs: readonly Run[],
  lines: readonly Line[],
  names: HeaderNames,
): HeaderColumn[] | null {
  const [first, ...others] = [...runs].sort((a, b) => a.x - b.x);
  if (!first || others.length === 0 || !NUMBER.test(first.text)) return null;
  const rest = columnOf(others, lines, names);
  return rest.field === null ? null : [columnOf([first], lines, names), rest];
}

/** Longer texts are no names of columns. */
const MOST_WORDS = 16;

function split(
  runs: readonly Run[],
  lines: readonly Line[],
  names: HeaderNames,
): HeaderColumn[] | null {
  if (runs.length > MOST_WORDS) return null;
  const sorted = [...runs].sort((a, b) => a.x - b.x);
  /** The columns of all runs from a place on; null when they cannot be told apart. */
  const rests: (HeaderColumn[] | null)[] = [];
  for (let from = sorted.length - 1; from >= 0; from -= 1) {
    const whole = columnOf(sorted.slice(from), lines, names);
    let found = whole.field === null ? null : [whole];
    for (let next = from + 1; next < sorted.length && !found; next += 1) {
      const [before, run] = [sorted[next - 1], sorted[next]];
      const rest = rests[next];
      if (!rest || !before || !run || run.x - before.x < 0.01) continue;
      const first = columnOf(sorted.slice(from, next), lines, names);
      if (first.field === null && names.isTooLong(first.label)) break;
      if (first.field !== null) found = [first, ...rest];
    }
    rests[from] = found;
  }
  return rests[0] ?? null;
}

function columnOf(runs: readonly Run[], lines: readonly Line[], names: HeaderNames): HeaderColumn {
  const label = labelOf(runs, lines);
  return {
    field: names.fieldOf(label),
    label,
    x: Math.min(...runs.map((run) => run.x)),
    right: Math.max(...runs.map((run) => run.right)),
  };
}

function labelOf(runs: readonly Run[], lines: readonly Line[]): string {
  const own = new Set(runs);
  const texts = lines.map((line) => textOf(line.runs.filter((run) => own.has(run))));
  return texts.filter((text) => text !== '').join(' ');
}

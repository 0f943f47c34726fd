import type { Doubt } from '../study/confidence.ts';
import type { Cell, CellPart, CellRow } from './cells.ts';
import { textOf } from './line.ts';

/** Lines of one cell further apart than this many times their usual distance have something between them. */
const APART = 1.5;
/** Ems from which a blank is too wide to be one, and by how much it must exceed the next widest of its line. */
const WIDE = 1.2;
const WIDEST = 2.5;
/** Ems of the narrowest blank that counts as one. */
const BLANK = 0.15;
/** What a word needs at the end of a line: itself with a blank, and room to spare. */
const ROOM = 1.2;
/** Cells with fewer lines do not tell whether they are filled line by line. */
const FEWEST_LINES = 3;
/** Typesetters that weigh whole paragraphs leave lines short in more than this part of the cells. */
const MOST_EARLY = 1 / 8;
const SENTENCE_END = /[.!?:;]["”’)\]]*$/u;

/**
 * Gaps in the texts of cells where a word or a line may be missing: more white between two lines of one
 * cell than lines have, unless paragraphs part there; a blank far wider than the others of its line; and a
 * line of prose that ends before the next word would have to, where hardly any other does.
 * @param pitch distance between lines of one cell, in points
 */
export function textGaps(
  rows: readonly CellRow[],
  pitch: number,
): ReadonlyMap<Cell, readonly Doubt[]> {
  const edges = rightEdges(rows);
  const found = new Map<Cell, Doubt[]>();
  const early = new Map<Cell, Doubt>();
  let whole = 0;
  for (const { cells, columns, wide } of rows) {
    if (wide) continue;
    for (const [column, cell] of cells.entries()) {
      const field = columns[column]?.field;
      const isProse = field === 'conclusions' || field === 'description';
      const doubts = cell.lines.flatMap((line, index) => {
        const next = cell.lines[index + 1];
        return [
          ...(next && isApart(line, next, pitch, isProse) ? [between(line, next)] : []),
          ...(hasWideBlank(line) ? [within(line)] : []),
        ];
      });
      if (doubts.length > 0) found.set(cell, doubts);
      const edge = edges.get(column);
      if (!isProse || edge === undefined || cell.lines.length < FEWEST_LINES) continue;
      whole += 1;
      const short = cell.lines.findIndex((line, index) =>
        endsEarly(line, cell.lines[index + 1], edge.get(line.page.number) ?? 0),
      );
      const line = cell.lines[short];
      if (line) early.set(cell, tooEarly(line));
    }
  }
  if (early.size > MOST_EARLY * whole) return found;
  for (const [cell, doubt] of early) found.set(cell, [...(found.get(cell) ?? []), doubt]);
  return found;
}

function isApart(line: CellPart, next: CellPart, pitch: number, isProse: boolean): boolean {
  if (line.page !== next.page || pitch === 0) return false;
  if (baseline(next) - baseline(line) <= APART * pitch) return false;
  return !isProse || !SENTENCE_END.test(textOf(line.runs));
}

function baseline({ runs }: CellPart): number {
  return runs[0]?.baseline ?? 0;
}

function hasWideBlank({ runs }: CellPart): boolean {
  const blanks = runs
    .map((run, index) => (run.x - (runs[index - 1]?.right ?? run.x)) / run.size)
    .filter((blank) => blank > BLANK)
    .toSorted((one, other) => other - one);
  const [widest = 0, second] = blanks;
  return second !== undefined && widest > WIDE && widest > WIDEST * second;
}

/** Where the lines of a column end on a page, by column and page; a long word that runs over it does not count. */
function rightEdges(rows: readonly CellRow[]): Map<number, Map<number, number>> {
  const ends = new Map<number, Map<number, number[]>>();
  for (const { cells, wide } of rows) {
    if (wide) continue;
    for (const [column, { lines }] of cells.entries()) {
      for (const { page, runs } of lines) {
        const last = runs.at(-1);
        if (!last || runs.length < 2) continue;
        const pages = ends.get(column) ?? new Map<number, number[]>();
        const all = pages.get(page.number) ?? [];
        all.push(last.right);
        pages.set(page.number, all);
        ends.set(column, pages);
      }
    }
  }
  return new Map(
    [...ends].map(([column, pages]) => [
      column,
      new Map([...pages].map(([page, all]) => [page, edgeOf(all)])),
    ]),
  );
}

function edgeOf(ends: readonly number[]): number {
  const sorted = ends.toSorted((one, other) => other - one);
  return sorted[Math.floor(sorted.length / 8)] ?? 0;
}

function endsEarly(line: CellPart, next: CellPart | undefined, edge: number): boolean {
  const [last, word] = [line.runs.at(-1), next?.runs[0]];
  if (!last || !word || next?.page !== line.page || line.cut) return false;
  if (SENTENCE_END.test(last.text)) return false;
  return edge - last.right > ROOM * (word.right - word.x + 0.35 * word.size) + 1;
}

function between(line: CellPart, next: CellPart): Doubt {
  const message = `has a cell with more white in it than its lines have, where text may be missing: between “${textOf(line.runs)}” and “${textOf(next.runs)}”`;
  return { kind: 'text-gap', level: 'low', message };
}

function within(line: CellPart): Doubt {
  const message = `has a cell with a gap in a line, where text may be missing or two cells may be one: “${textOf(line.runs)}”`;
  return { kind: 'text-gap', level: 'low', message };
}

function tooEarly(line: CellPart): Doubt {
  const message = `has a line that ends before its column does, where text may be missing: “${textOf(line.runs)}”`;
  return { kind: 'text-gap', level: 'low', message };
}

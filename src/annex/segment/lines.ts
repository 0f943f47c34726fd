import type { Run } from '../../page/page.ts';
import { isOneText, isRuledOff, isSpanning, type BodyLine } from '../body.ts';
import { hasBlankBetween, isBold, textOf } from '../line.ts';
import type { Field } from '../vocabulary.ts';

/** What a line has in one column. */
export interface Piece {
  readonly text: string;
  /** From its first to its last letter, in points. */
  readonly width: number;
  /** Of its first word, in points. */
  readonly firstWord: number;
  readonly bold: boolean;
}

/** A line with what parting into rows needs to know of it. */
export interface SegmentLine {
  readonly body: BodyLine;
  /** By column; null where it has no text, and in columns whose cells may span rows. */
  readonly pieces: readonly (Piece | null)[];
  readonly whole: Piece;
  /** It is one text over the whole width, and not one long word that sticks out of its cell. */
  readonly wide: boolean;
  /** Whether it can be part of one text over the whole width. */
  readonly oneText: boolean;
  readonly bold: boolean;
  /** A rule parts it from the line before. */
  readonly ruledOff: boolean;
  /** It stands behind a header on the page of the line before: no row runs on here. */
  readonly cut: boolean;
}

export function toSegmentLines(bodies: readonly BodyLine[]): SegmentLine[] {
  return bodies.map((body, index) => ({
    body,
    pieces: body.cells.map((runs, column) =>
      runs.length === 0 || (isSpanning(body.columns, column) && !body.wide) ? null : pieceOf(runs),
    ),
    whole: pieceOf(body.line.runs),
    wide: body.wide && body.line.runs.length > 1,
    oneText: body.wide || isOneText(body),
    bold: isBold(body.line),
    ruledOff: !body.top && isRuledOff(body),
    cut: body.top && bodies[index - 1]?.line.page === body.line.page,
  }));
}

function pieceOf(runs: readonly Run[]): Piece {
  const [first] = runs;
  const left = first?.x ?? 0;
  let end = first?.right ?? 0;
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    if (before && hasBlankBetween(before, run)) break;
    end = run.right;
  }
  const right = runs.at(-1)?.right ?? left;
  return {
    text: textOf(runs),
    width: right - left,
    firstWord: end - left,
    bold: runs.every((run) => run.bold),
  };
}

const SHORT: ReadonlySet<Field> = new Set(['completion', 'status', 'start']);
const SINGLE: ReadonlySet<Field> = new Set(['type', 'articles', 'year', 'article']);
const LONG: ReadonlySet<Field> = new Set(['description', 'conclusions', 'source']);

/** A column in which each row has one year or status. */
export function isDated(field: Field | null): boolean {
  return field !== null && SHORT.has(field);
}

export function isSingle(field: Field | null): boolean {
  return field !== null && SINGLE.has(field);
}

/** A column whose cells may hold paragraphs. */
export function isProse(field: Field | null): boolean {
  return field !== null && LONG.has(field);
}

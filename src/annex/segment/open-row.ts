import { isGoal, isSubtheme, isTheme } from '../heading.ts';
import { GROUP_NUMBER } from '../rows.ts';
import { INSTRUCTION } from '../study-rows.ts';
import { beginsValue } from '../values.ts';
import { COST } from './cost.ts';
import type { Habit } from './habit.ts';
import { isDated, isProse, isSingle } from './lines.ts';
import type { Piece, SegmentLine } from './lines.ts';

interface OpenCell {
  text: string;
  first: number;
  last: number;
  /** Pages turned since the row began, when the cell began. */
  startTurn: number;
  lastTurn: number;
  piece: Piece;
  values: number;
}

/** A row of cells under trial: takes one line after the other and tells what speaks against it. */
export interface OpenRow {
  /** Adds a line, and gives the cost so far of what can no longer be undone. */
  take(line: SegmentLine): number;
  /** Cost of the row when it ends here. */
  total(): number;
}

const SMALL_START = /^[\p{Ll})\],;]/u;
/** Fraction of the pitch within which heights are the same. */
const LEVEL = 0.35;

export function openRow(habit: Habit): OpenRow {
  const { pitch, fields } = habit;
  const cells: (OpenCell | null)[] = fields.map(() => null);
  let cost = 0;
  let turns = 0;
  let count = 0;
  let first: SegmentLine | null = null;
  let top = 0;
  let bottom = 0;

  function takePiece(piece: Piece, column: number, baseline: number): void {
    const field = fields[column] ?? null;
    const cell = cells[column];
    const begins =
      field !== null &&
      (isDated(field) || isSingle(field)) &&
      beginsValue(field, cell?.text ?? '', piece.text);
    if (!cell) {
      if (field !== null && (isDated(field) || isSingle(field)) && !begins) cost += COST.noValue;
      cells[column] = {
        text: piece.text,
        first: baseline,
        last: baseline,
        startTurn: turns,
        lastTurn: turns,
        piece,
        values: begins ? 1 : 0,
      };
      return;
    }
    if (begins) {
      cell.values += 1;
      if (cell.values > 1) cost += isDated(field) ? COST.secondDate : COST.secondValue;
    }
    if (!begins && isAmount(cell.piece.text) && isAmount(piece.text)) cost += COST.secondAmount;
    if (cell.lastTurn === turns && baseline - cell.last > 1.25 * pitch)
      cost += isProse(field) ? COST.paragraph : COST.hole;
    if (GROUP_NUMBER.test(piece.text)) cost += COST.numbered;
    if (isSubtheme(piece.text) || isGoal(piece.text)) cost += COST.secondName;
    if (cell.piece.bold !== piece.bold) cost += COST.boldWithin;
    if (hasRoom(cell.piece, piece, habit.widths[column] ?? 0))
      cost += isProse(field) ? COST.roomLeftInProse : COST.roomLeft;
    cell.text = `${cell.text} ${piece.text}`;
    cell.last = baseline;
    cell.lastTurn = turns;
    cell.piece = piece;
  }

  /** How far cells stand from the height that the habit asks for. */
  function alignmentCost(): number {
    const open = cells.filter((cell) => cell !== null);
    if (turns > 0) {
      if (habit.alignment !== 'top') return 0;
      const late = open.filter(({ startTurn }) => startTurn > 0).length;
      const low = open.filter((it) => it.startTurn === 0 && it.first - top > LEVEL * pitch).length;
      return late * COST.late + low * COST.misaligned;
    }
    const height: Record<Habit['alignment'], (cell: { first: number; last: number }) => number> = {
      top: (cell) => cell.first,
      middle: (cell) => (cell.first + cell.last) / 2,
      bottom: (cell) => cell.last,
    };
    const level = height[habit.alignment];
    const wanted = level({ first: top, last: bottom });
    return (
      open.filter((cell) => Math.abs(level(cell) - wanted) > LEVEL * pitch).length * COST.misaligned
    );
  }

  function contentCost(): number {
    const filled = cells.flatMap((cell, column) => (cell ? [column] : []));
    const dated = fields.some(isDated);
    const hasDate = filled.some(
      (column) => isDated(fields[column] ?? null) && (cells[column]?.values ?? 0) > 0,
    );
    const subject = filled.find((column) => isSubject(fields[column] ?? null));
    if (filled.length === 1 && fields.length > 1 && !hasDate) {
      const text = cells[filled[0] ?? 0]?.text ?? '';
      const small = SMALL_START.test(text) ? COST.smallStart : 0;
      return COST.alone + small + nameCost(text, first);
    }
    let total = dated && !hasDate ? COST.undated : 0;
    if (subject === undefined) total += COST.untitled;
    else {
      const text = cells[subject]?.text ?? '';
      if (SMALL_START.test(text)) total += COST.smallStart;
      if (habit.described && isNamed(fields[subject] ?? null) && /[.!?]$/.test(text))
        total += COST.sentenceAsName;
    }
    return total;
  }

  return {
    take(line) {
      const { baseline } = line.body.line;
      if (first === null) {
        first = line;
        top = baseline;
      } else if (line.body.top) {
        turns += 1;
        cost += COST.overPage;
      } else {
        if (line.ruledOff) cost += COST.ruleWithin;
        if (isGap(line, habit)) cost += COST.gapWithin;
      }
      bottom = baseline;
      count += 1;
      for (const [column, piece] of line.pieces.entries())
        if (piece) takePiece(piece, column, baseline);
      return cost;
    },
    total: () =>
      cells.every((cell) => cell === null)
        ? cost + 2 * count
        : cost + alignmentCost() + contentCost(),
  };
}

/** A number alone does not run on over lines. Lists of years and articles have rules of their own. */
function isAmount(text: string): boolean {
  return /^[-\u2010-\u2015\u2212+]?\s?€?\s?\d[\d.,\s]*%?$/u.test(text) && !text.endsWith(',');
}

function isSubject(field: Habit['fields'][number]): boolean {
  return field === null || ['title', 'description', 'theme', 'subtheme'].includes(field);
}

function isNamed(field: Habit['fields'][number]): boolean {
  return field === 'title' || field === 'theme' || field === 'subtheme';
}

/** A group is named in bold letters, with a number, or by the words theme and subtheme. */
function nameCost(text: string, line: SegmentLine | null): number {
  if (isTheme(text) || isSubtheme(text) || isGoal(text) || INSTRUCTION.test(text)) return -4;
  if (line?.bold === true) return -3;
  return GROUP_NUMBER.test(text) ? -3 : 0;
}

/** Whether the first word of a line would have found room at the end of the one before it. */
export function hasRoom(before: Piece, next: Piece, width: number): boolean {
  const blank = 0.3 * (before.width / Math.max(before.text.length, 1)) * 2;
  return before.width + blank + next.firstWord < width - 1;
}

/** The distance that parts rows, where that is plainly more than between lines. */
function isGap({ body }: SegmentLine, { gap, pitch }: Habit): boolean {
  return gap !== null && gap > 1.08 * pitch && Math.abs(body.step - gap) < 0.06 * pitch;
}

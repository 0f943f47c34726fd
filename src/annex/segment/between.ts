import { isSubtheme, isTheme } from '../heading.ts';
import { COST } from './cost.ts';
import type { Habit } from './habit.ts';
import { isDated } from './lines.ts';
import type { SegmentLine } from './lines.ts';
import { beginsValue } from '../values.ts';

/** Words that no cell ends with. */
const WANTS_MORE =
  /(?:^|\s)(?:de|het|een|van|voor|en|of|in|op|aan|met|door|bij|tot|naar|over|om|te|ter|ten|der|den|als|uit|onder|tussen|inzake|rond|per|via|hun|zijn|haar|deze|dit|die|dat)$/iu;

/** What speaks against a row that begins with a line, seen from the line before it. */
export function costBetween(before: SegmentLine, line: SegmentLine, habit: Habit): number {
  let cost = 0;
  if (!line.body.top) {
    if (habit.ruled && !line.ruledOff) cost += COST.ruleMissing;
    if (habit.gap !== null && !line.ruledOff) {
      const less = habit.gap - line.body.step;
      if (less > jitter(habit.gap, habit.pitch)) cost += COST.oddGap;
    }
  }
  if (isCutText(before, line, habit)) cost += COST.cutText;
  for (const [column, piece] of before.pieces.entries()) {
    const next = line.pieces[column];
    if (!piece || !next) continue;
    const field = habit.fields[column] ?? null;
    if (field !== null && isDated(field) && !beginsValue(field, piece.text, next.text))
      cost += COST.cutPhrase;
    if (/[\p{Ll}\d][-\u2010\u2011]$/u.test(piece.text) && /^[\p{L}\d]/u.test(next.text))
      cost += COST.cutPhrase;
    else if (WANTS_MORE.test(piece.text)) cost += COST.cutPhrase;
  }
  return cost;
}

/** One pixel of a browser, in points: it sets every line on a whole one. */
const PIXEL = 0.75;

/** By how much two distances between rows may differ and be the same, as long as no line of a cell is meant. */
function jitter(gap: number, pitch: number): number {
  return Math.max(0.08 * pitch, Math.min(1.05 * PIXEL, 0.4 * (gap - pitch)));
}

/** A text over the whole width that fills its line and ends no sentence there goes on at the next one. */
function isCutText(before: SegmentLine, line: SegmentLine, { fullWidth }: Habit): boolean {
  if (!before.wide || !line.oneText || before.bold !== line.bold) return false;
  if (isTheme(line.whole.text) || isSubtheme(line.whole.text)) return false;
  return before.whole.width > 0.8 * fullWidth && !/[.!?:;]["”’)]?$/.test(before.whole.text);
}

import { isSubtheme, isTheme } from '../heading.ts';
import { beginsValue } from '../values.ts';
import { COST } from './cost.ts';
import type { Habit } from './habit.ts';
import type { SegmentLine } from './lines.ts';
import { hasRoom } from './open-row.ts';
import type { OpenRow } from './open-row.ts';

/** A text over the whole width under trial; its cost is Infinity with a line that has cells. */
export function openText(habit: Habit): OpenRow {
  let cost: number = COST.wide;
  let before: SegmentLine | null = null;
  let start = '';
  let filled = false;
  let named = false;
  return {
    take(line) {
      if (!line.oneText) cost = Infinity;
      if (before === null) {
        start = line.whole.text;
        named = isTheme(start) || isSubtheme(start);
      } else if (line.body.top) cost += COST.overPage;
      else {
        if (line.ruledOff) cost += COST.ruleWithin;
        if (line.body.step > 1.25 * habit.pitch) cost += COST.hole;
        if (hasRoom(before.whole, line.whole, habit.fullWidth)) cost += COST.roomLeft;
        if (line.bold !== before.bold) cost += COST.hole;
        if (isTheme(line.whole.text) || isSubtheme(line.whole.text)) cost += COST.secondName;
      }
      filled ||= line.wide || runsOn(line, habit);
      before = line;
      return cost;
    },
    total() {
      const sentence = habit.described && /[.!?]["”’)]?$/.test(before?.whole.text ?? '');
      const narrow = filled ? 0 : COST.narrow + (named || sentence ? -2 : 0);
      const small = /^[\p{Ll})\],;]/u.test(start) ? COST.smallStart : 0;
      return cost + narrow + small;
    },
  };
}

/** A text that runs on from one column into the next, where nothing opens a value. */
function runsOn({ pieces }: SegmentLine, { fields }: Habit): boolean {
  const later = pieces.flatMap((piece, column) => (piece && column > 0 ? [{ piece, column }] : []));
  return (
    pieces[0] !== null &&
    later.length > 0 &&
    later.every(({ piece, column }) => {
      const field = fields[column] ?? null;
      return field !== null && !beginsValue(field, '', piece.text);
    })
  );
}

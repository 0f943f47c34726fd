import { lastYearStated } from '../change/completion.ts';
import { plainWord } from '../change/text.ts';
import type { Event } from './event.ts';

/**
 * True when the last thing readers were told of this study and field is just this: a begroting tells
 * a slip in September and the jaarverslag shows it again in May. What a start report showed counts as
 * told; presence is never a repetition, since each edition is left or joined once.
 */
export function isToldAlready(event: Event, earlier: readonly Event[]): boolean {
  if (event.study === null || event.news === 'no') return false;
  const subject = subjectOf(event);
  if (subject === null) return false;
  const last = earlier.findLast(
    (it) =>
      it.study === event.study &&
      it.news !== 'no' &&
      it.told !== 'history' &&
      subjectOf(it) === subject,
  );
  return last !== undefined && newsOf(last) === newsOf(event);
}

/** What the event is about; a year that passed is another matter than a year that was moved. */
function subjectOf({ kind, field }: Event): string | null {
  return kind === 'overdue' ? kind : field;
}

function newsOf({ field, after }: Event): string {
  if (after === null) return '';
  if (field !== 'completion') return plainWord(after);
  return String(lastYearStated(after) ?? 'none');
}

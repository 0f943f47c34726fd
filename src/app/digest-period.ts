import type { Ledger } from '../ledger/event.ts';
import { amsterdamDate } from '../report/date.ts';
import { parsePeriod, periodBetween, weekBefore, weekOf } from '../report/week.ts';
import type { Period } from '../report/week.ts';

const DAY = 86_400_000;

/**
 * What a channel has not told yet, up to and including yesterday: from the week of the first event after
 * its last digest. On a Monday that is one whole week, or several after weeks that were missed; without
 * any event it is the week before, and null when the channel has that one.
 * @param told names of the digests that the channel has
 */
export function duePeriod(ledger: Ledger, told: ReadonlySet<string>, now: Date): Period | null {
  const until = lastEnd(told);
  const yesterday = amsterdamDate(new Date(now.getTime() - DAY));
  const due = ledger.events
    .filter((event) => event.told === 'tell')
    .map((event) => amsterdamDate(new Date(event.recorded)))
    .filter((date) => date > until && date <= yesterday)
    .sort();
  const [first] = due;
  if (first === undefined) {
    const week = weekBefore(weekOf(now));
    return week.end > until ? week : null;
  }
  const monday = weekOf(new Date(`${first}T12:00:00Z`)).start;
  const start = monday > until ? monday : dayAfter(until);
  return periodBetween(start, yesterday);
}

function lastEnd(told: ReadonlySet<string>): string {
  const ends = [...told].flatMap((name) => parsePeriod(name)?.end ?? []);
  return ends.sort().at(-1) ?? '';
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
}

import { amsterdamDate } from './date.ts';

/** A run of whole days. Both ends are ISO dates and belong to it. */
export interface Period {
  /** Fit for a file name: `2024-W20`, `2024-04-03--2024-05-19`. */
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** An ISO 8601 week: Monday to Sunday, named after the year that holds its Thursday. */
export interface Week extends Period {
  readonly year: number;
  readonly number: number;
}

const DAY = 86_400_000;

/** The week in which an instant falls in Amsterdam. */
export function weekOf(instant: Date): Week {
  return weekOfDate(amsterdamDate(instant));
}

/** Reads `2024-W20`; null when the text names no week, or one that its year does not have. */
export function parseWeek(name: string): Week | null {
  const parts = /^(?<year>\d{4})-W(?<number>\d{2})$/.exec(name)?.groups;
  if (!parts) return null;
  // 4 January is always in week 1.
  const first = Date.parse(`${parts['year']}-01-04T00:00:00Z`);
  const week = weekOfDate(isoDate(first + (Number(parts['number']) - 1) * 7 * DAY));
  return week.name === name ? week : null;
}

export function weekBefore(week: Week): Week {
  return weekOfDate(isoDate(Date.parse(week.start) - DAY));
}

/** The days from start to end, both ISO dates; a week when they are exactly one. */
export function periodBetween(start: string, end: string): Period {
  const week = weekOfDate(start);
  if (week.start === start && week.end === end) return week;
  const last = weekOfDate(end);
  const whole = week.start === start && last.end === end;
  return { name: whole ? `${week.name}--${last.name}` : `${start}--${end}`, start, end };
}

/** Reads the name of a week or a period, as periodBetween gives it; null for any other text. */
export function parsePeriod(name: string): Period | null {
  const [from = '', to = from, ...rest] = name.split('--');
  const start = parseWeek(from)?.start ?? isoDateOrNull(from);
  const end = parseWeek(to)?.end ?? isoDateOrNull(to);
  if (rest.length > 0 || start === null || end === null || start > end) return null;
  return { name, start, end };
}

function isoDateOrNull(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** Whether an ISO instant falls on one of the period's days in Amsterdam. */
export function isWithin(period: Period, instant: string): boolean {
  const date = amsterdamDate(new Date(instant));
  return period.start <= date && date <= period.end;
}

/** First and last week when the period is made of whole weeks; null otherwise. */
export function wholeWeeks(period: Period): readonly [Week, Week] | null {
  const first = weekOfDate(period.start);
  const last = weekOfDate(period.end);
  return first.start === period.start && last.end === period.end ? [first, last] : null;
}

function weekOfDate(date: string): Week {
  const day = Date.parse(`${date}T00:00:00Z`);
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const newYear = Date.UTC(year, 0, 1);
  const number = Math.floor((monday + 3 * DAY - newYear) / (7 * DAY)) + 1;
  return {
    name: `${year}-W${String(number).padStart(2, '0')}`,
    start: isoDate(monday),
    end: isoDate(monday + 6 * DAY),
    year,
    number,
  };
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

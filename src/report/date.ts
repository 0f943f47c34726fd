import type { Language } from './vocabulary.ts';

const TIME_ZONE = 'Europe/Amsterdam';
const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>;

/** “16 mei 2024”: the day in Amsterdam of an ISO instant, or an ISO date as it is. */
export function longDate(date: string, language: Language): string {
  return format(date, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** “zondag 06:17”: weekday and time in Amsterdam of an ISO instant. */
export function dayAndTime(instant: string, language: Language): string {
  const day = format(instant, language, { weekday: 'long' });
  return `${day} ${format(instant, language, { hour: '2-digit', minute: '2-digit' })}`;
}

/**
 * “13–19 mei 2024”, “29 april–5 mei 2024”, “30 december 2024–5 januari 2025”: first and last day,
 * both ISO dates.
 */
export function dateRange(start: string, end: string, language: Language): string {
  if (start === end) return longDate(end, language);
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  const sameMonth = start.slice(0, 7) === end.slice(0, 7);
  const first = format(start, language, {
    day: 'numeric',
    ...(sameMonth ? {} : { month: 'long' }),
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  return `${first}–${longDate(end, language)}`;
}

/** ISO date of the day in Amsterdam in which an instant falls. */
export function amsterdamDate(instant: Date): string {
  // Sweden writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(instant);
}

function format(date: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  // A bare date is a day, not an instant: noon is that day in Amsterdam all year round.
  const instant = new Date(date.length === 10 ? `${date}T12:00:00Z` : date);
  return new Intl.DateTimeFormat(LOCALE[language], { ...parts, timeZone: TIME_ZONE }).format(
    instant,
  );
}

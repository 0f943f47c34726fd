import type { YearMeaning } from '../edition/models.ts';
import type { Completion, Study } from '../study/study.ts';
import { isPlaceholder } from './text.ts';

/** What a row says about the year of completion. */
export interface StatedCompletion extends Completion {
  /** As printed; for a year stated beside the status (“Lopend: afronding 2022”) that year. */
  readonly text: string;
  readonly years: YearMeaning;
}

/** The stated completion; null when the row states nothing about it. */
export function statedCompletion(study: Study, years: YearMeaning): StatedCompletion | null {
  const year = study.statusCompletion;
  if (year !== undefined) {
    const rest = { open: false, latest: false, unknown: false, text: String(year), years };
    return { from: year, to: year, ...rest };
  }
  const text = study.printed.completion ?? textOf(study.completion);
  if (study.completion === null || isPlaceholder(text)) return null;
  return { ...study.completion, text, years };
}

function textOf(completion: Completion | null): string {
  if (!completion) return '';
  const { from, to, latest, open } = completion;
  if (latest) return `uiterlijk ${to ?? ''}`;
  if (open) return `${from ?? ''} e.v.`;
  if (from === null && to === null) return 'n.t.b.';
  return from === to ? String(to) : `${from ?? ''}-${to ?? ''}`;
}

/** How the completion now stated relates to the one known before. */
export type CompletionStep =
  | 'none'
  | 'later'
  | 'earlier'
  | 'withdrawn'
  /** n.t.b., “uiterlijk”, “e.v.” or a range, and now a year (within it). */
  | 'stated';

/**
 * None where the years do not mean the same.
 * @param known last stated value, null when none was
 * @param now what the edition states
 */
export function completionStep(
  known: StatedCompletion | null,
  now: StatedCompletion | null,
): CompletionStep {
  if (!now || (known && known.years !== now.years)) return 'none';
  if (now.to === null) return isWithdrawn(now) && known && hasLast(known) ? 'withdrawn' : 'none';
  if (!known || known.to === null) return 'stated';
  if (now.to === known.to) {
    return known.latest && !now.latest ? 'stated' : 'none';
  }
  if (now.to > known.to) return 'later';
  return isSpan(known) && isOneYear(now) && isWithin(now.to, known) ? 'stated' : 'earlier';
}

function hasLast({ to }: Completion): boolean {
  return to !== null;
}

/** n.t.b. alone: “2025, N.t.b.” still names a year. */
function isWithdrawn({ from, unknown }: Completion): boolean {
  return unknown && from === null;
}

function isSpan({ from, to, latest }: Completion): boolean {
  return latest || from !== to;
}

function isOneYear({ from, to, latest }: Completion): boolean {
  return !latest && from === to;
}

function isWithin(year: number, { from, to }: Completion): boolean {
  return (from === null || year >= from) && (to === null || year <= to);
}

/** The last year; of “2023 e.v.” the first one, since it is no earlier than that. */
export function lastYearOf(completion: Completion | null): number | null {
  if (!completion) return null;
  return completion.open ? completion.from : completion.to;
}

import { publicationOrder } from '../edition/calendar.ts';
import { parseEditionId, requireEditionId } from '../edition/edition.ts';
import type { Edition } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import type { Completion, Status } from '../study/study.ts';
import { inOrder, lastBefore, mentionIn } from './mention.ts';
import type { Mention } from './mention.ts';
import { capitalized } from './phrase.ts';
import { rewordingOf } from './rewording.ts';
import { trueEvents } from './standing.ts';

/** What a sentence about one event may say; null and '' where nothing is known. */
export interface Facts {
  readonly title: string;
  readonly field: string | null;
  /** Edition that shows the change. */
  readonly edition: Edition;
  /** Chapter of the edition compared with, when it is another one; else null. */
  readonly chapterBefore: string | null;
  /** Texts as stated: as printed where the row is at hand, cut when very long. */
  readonly before: string;
  readonly after: string;
  readonly statusBefore: Status | null;
  readonly statusAfter: Status | null;
  readonly yearBefore: number | null;
  readonly yearAfter: number | null;
  /** 1 for the first postponement that is known, 2 for the second, … */
  readonly slip: number;
  /** Planned year in the oldest edition that was read. */
  readonly oldest: { readonly edition: Edition; readonly year: number } | null;
  /** Newest earlier mention that plans a year. */
  readonly plan: Mention | null;
  readonly planYear: number | null;
  /** Newest earlier mention of any kind, and the one compared with; none for another print of the same edition. */
  readonly last: Mention | null;
  readonly compared: Mention | null;
  /** Studies that the event is about. */
  readonly count: number;
  /** Whether it is the same change of several studies: the texts are then what was replaced by what. */
  readonly isGroup: boolean;
  /** Words of a changed text that went and came, joined where they stand together; null when most of it is new. */
  readonly words: { readonly removed: readonly string[]; readonly added: readonly string[] } | null;
}

/** Longest text, in characters, that a sentence quotes. */
const QUOTED = 300;

/**
 * Gathers what is known about an event from the study's mentions and its earlier events (those of
 * `events` that stand before it; a replayed or late one among them does not count twice).
 */
export function factsOf(
  event: Event,
  mentions: readonly Mention[],
  events: readonly Event[],
): Facts {
  const edition = requireEditionId(event.edition);
  const shown = mentionIn(mentions, event.edition, event.rows);
  const compared =
    event.cause === 'successor' ? mentionIn(mentions, event.against, event.againstRows) : null;
  const plan = lastBefore(mentions, edition, ({ study }) => plannedYear(study) !== null);
  const round = earlierInRound(event, edition, mentions, events);
  const isStatus = event.field === 'status';
  const isCompletion = event.field === 'completion' || event.kind === 'overdue';
  const chapterBefore = parseEditionId(event.against ?? '')?.chapter ?? edition.chapter;
  return {
    chapterBefore: chapterBefore === edition.chapter ? null : chapterBefore,
    title: cut(event.title, QUOTED),
    field: event.field,
    edition,
    before: cut(isStatus ? statusWord(event.before, compared) : (event.before ?? ''), QUOTED),
    after: cut(isStatus ? statusWord(event.after, shown) : (event.after ?? ''), QUOTED),
    statusBefore: isStatus ? parsedStatus(event.before) : null,
    statusAfter: isStatus ? parsedStatus(event.after) : null,
    yearBefore:
      lastYear(isCompletion ? event.before : null) ?? compared?.study.completion?.to ?? null,
    yearAfter: lastYear(isCompletion ? event.after : null) ?? shown?.study.completion?.to ?? null,
    slip: round.slips + 1,
    oldest: round.oldest,
    plan,
    planYear: plan ? plannedYear(plan.study) : null,
    last: lastBefore(mentions, edition),
    compared,
    count: event.studies?.length ?? Math.max(event.rows.length, event.againstRows.length),
    isGroup: event.study === null && event.kind !== 'theme-absent',
    words: event.kind === 'conclusions-changed' ? changedWords(event) : null,
  };
}

/** Last year in a text such as “2022-2023” or “uiterlijk 2028”; null when there is none. */
export function lastYear(text: string | null): number | null {
  const years = text?.match(/\b(?:19|20)\d\d\b/g);
  return years ? Math.max(...years.map(Number)) : null;
}

/** Shortens to a number of characters, the sign of omission among them; never inside a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
}

/** The definite last year of completion: “e.v.” and “n.t.b.” are none. */
export function definiteYear(completion: Completion | null): number | null {
  return completion && !completion.open && !completion.unknown ? completion.to : null;
}

function plannedYear(study: Mention['study']): number | null {
  return definiteYear(study.completion);
}

/** The event decides which status it is; the printed cell gives the ministry's own spelling of it. */
function statusWord(status: string | null, mention: Mention | null): string {
  if (status === null) return '';
  const printed = mention?.study.printed.status;
  return printed?.toLowerCase().startsWith(status.toLowerCase()) ? printed : capitalized(status);
}

const STATUSES: readonly Status[] = ['te starten', 'lopend', 'afgerond'];

function parsedStatus(text: string | null): Status | null {
  const word = text?.toLowerCase().trim();
  return STATUSES.find((status) => word?.startsWith(status)) ?? null;
}

/** Slips and the first plan since the study's last new cycle: each slip counted once. */
function earlierInRound(
  event: Event,
  edition: Edition,
  mentions: readonly Mention[],
  events: readonly Event[],
): { readonly slips: number; readonly oldest: Facts['oldest'] } {
  const place = events.findIndex(({ id }) => id === event.id);
  const before = trueEvents(place < 0 ? events : events.slice(0, place));
  const newCycle = before.findLastIndex(({ kind }) => kind === 'new-cycle');
  const since = before[newCycle]?.edition ?? null;
  const slips = new Set(
    before
      .slice(newCycle + 1)
      .filter(({ kind }) => kind === 'postponed')
      .map(slipOf),
  );
  slips.delete(slipOf(event));
  const start = since === null ? null : requireEditionId(since);
  const oldest = inOrder(mentions).find(
    (mention) =>
      publicationOrder(mention.edition, edition) < 0 &&
      (start === null || publicationOrder(mention.edition, start) >= 0) &&
      plannedYear(mention.study) !== null,
  );
  const year = oldest ? plannedYear(oldest.study) : null;
  return {
    slips: slips.size,
    oldest: oldest && year !== null ? { edition: oldest.edition, year } : null,
  };
}

function slipOf({ before, after }: Event): string {
  return `${lastYear(before)}>${lastYear(after)}`;
}

function changedWords(event: Event): Facts['words'] {
  const pieces = rewordingOf(event);
  if (pieces === 'rewritten') return null;
  const changes = pieces.filter((piece) => piece.kind === 'changed');
  return {
    removed: changes.map(({ removed }) => removed).filter((text) => text !== ''),
    added: changes.map(({ added }) => added).filter((text) => text !== ''),
  };
}

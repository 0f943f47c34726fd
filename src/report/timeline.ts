import { publicationOrder } from '../edition/calendar.ts';
import { requireEditionId } from '../edition/edition.ts';
import type { Edition } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import type { RegisteredStudy } from '../register/register.ts';
import type { Completion, Status } from '../study/study.ts';
import type { PrintReference } from '../snapshot/snapshot.ts';
import { pageUrl } from './mention.ts';
import type { Mention } from './mention.ts';
import { sentence } from './statement.ts';
import type { EditionSource } from './study-input.ts';
import type { Language } from './vocabulary.ts';

/** A study through all editions: what `history --format json` prints. */
export interface Timeline {
  readonly study: string;
  readonly chapter: string;
  /** Newest wording, and every wording with the edition that first showed it. */
  readonly title: string;
  readonly titles: RegisteredStudy['titles'];
  /** First and last year of completion that was stated; null when none ever was. */
  readonly plannedFirst: number | null;
  readonly plannedLast: number | null;
  /** How often the year was put off. */
  readonly slips: number;
  /** Newest status that was stated; null when none ever was. */
  readonly status: Status | null;
  /** Oldest edition first. */
  readonly editions: readonly TimelineEdition[];
}

export interface TimelineEdition {
  readonly edition: string;
  /** ISO date; null when the source does not say. */
  readonly published: string | null;
  /** One for each row that names the study; none where the edition does not list it. */
  readonly rows: readonly TimelineRow[];
  readonly changes: readonly TimelineChange[];
}

/** What one row says, as printed: null without such a column, "" in an empty cell. */
export interface TimelineRow {
  readonly title: string;
  readonly theme: string | null;
  readonly type: string | null;
  readonly completion: string | null;
  readonly status: string | null;
  readonly conclusions: string | null;
  readonly links: readonly string[];
  /** Page number as printed, else the PDF's own; null in an XML edition. */
  readonly page: string | null;
  readonly url: string;
}

export interface TimelineChange {
  readonly event: string;
  readonly kind: Event['kind'];
  readonly cause: Event['cause'];
  readonly news: Event['news'];
  /** Whether it is told to readers, or only recorded. */
  readonly told: boolean;
  /** One sentence in the language of the configuration, without full stop. */
  readonly sentence: string;
}

export interface TimelineInput {
  readonly study: RegisteredStudy;
  readonly mentions: readonly Mention[];
  /** All events of the study, those it shares with others among them, oldest first. */
  readonly events: readonly Event[];
  /** Editions of its chapter that are held, so that those that do not list it are seen. */
  readonly editions: readonly EditionSource[];
  readonly language: Language;
}

/** Puts what the editions say of a study and what changed between them into one line. */
export function timelineOf(input: TimelineInput): Timeline {
  const { study, mentions, events, language } = input;
  const ids = new Set([
    ...mentions.map(({ edition }) => edition.id),
    ...events.map(({ edition }) => edition),
    ...input.editions
      .filter(({ edition }) => isSince(edition, mentions))
      .map((it) => it.edition.id),
  ]);
  const prints = new Map(input.editions.map(({ edition, print }) => [edition.id, print]));
  const editions = [...ids].map(requireEditionId).sort(publicationOrder);
  const years = mentions.flatMap(({ study: { completion } }) => lastYear(completion) ?? []);
  const isCorrected = new Set(events.flatMap(({ corrects }) => corrects ?? []));
  return {
    study: study.id,
    chapter: study.chapter,
    title: mentions.at(-1)?.study.title ?? study.titles.at(-1)?.title ?? study.id,
    titles: study.titles,
    plannedFirst: years[0] ?? null,
    plannedLast: years.at(-1) ?? null,
    slips: events.filter(
      ({ id, kind, cause }) =>
        kind === 'postponed' && cause !== 'correction' && !isCorrected.has(id),
    ).length,
    status: mentions.findLast((it) => isStated(it.study.status))?.study.status ?? null,
    editions: editions.map((edition) =>
      editionOf(
        edition,
        prints.get(edition.id) ?? null,
        mentions.filter((it) => it.edition.id === edition.id),
        events.filter((it) => it.edition === edition.id),
        (event) => sentence(event, { language, mentions, events }),
      ),
    ),
  };
}

function editionOf(
  { id }: Edition,
  print: PrintReference | null,
  mentions: readonly Mention[],
  events: readonly Event[],
  said: (event: Event) => string,
): TimelineEdition {
  return {
    edition: id,
    published: (mentions[0]?.print ?? print)?.published ?? null,
    rows: mentions.map(rowOf),
    changes: events.map((event) => ({
      event: event.id,
      kind: event.kind,
      cause: event.cause,
      news: event.news,
      told: event.told === 'tell',
      sentence: said(event),
    })),
  };
}

function rowOf(mention: Mention): TimelineRow {
  const { title, printed, conclusions, links, place } = mention.study;
  const { theme, type, completion, status } = printed;
  return {
    title,
    theme,
    type,
    completion,
    status,
    conclusions,
    links: links.map(({ url }) => url),
    page: place.pageLabel ?? (place.page === null ? null : String(place.page)),
    url: pageUrl(mention),
  };
}

function isSince(edition: Edition, [first]: readonly Mention[]): boolean {
  return first !== undefined && publicationOrder(edition, first.edition) > 0;
}

function lastYear(completion: Completion | null): number | null {
  return completion?.to ?? completion?.from ?? null;
}

function isStated(status: Status | null): boolean {
  return status !== null && status !== 'onbekend';
}

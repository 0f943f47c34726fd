/** Markdown made from events. Everything a channel needs to deliver it, and nothing of any channel. */

/** The issue of one study: its present state, and one news item for each event not yet delivered. */
export interface StudyDocument {
  /** Id in the register. */
  readonly study: string;
  readonly chapter: string;
  /** People's title, without state, at most 256 characters. */
  readonly title: string;
  /** Markdown of the present state, at most BODY_LIMIT characters, without marker. */
  readonly body: string;
  readonly labels: readonly string[];
  /** open while a question is (geplande jaar verstreken, niet meer vermeld, …); else why it can be closed. */
  readonly state: { readonly open: true } | { readonly open: false; readonly reason: string };
  /** Oldest first. The newest ones are in the body as well; an issue that is new tells them by its body alone. */
  readonly news: readonly NewsItem[];
}

export interface NewsItem {
  /** Event id; two items never share one. */
  readonly event: string;
  /** Markdown of one comment, without marker. */
  readonly body: string;
}

/** A document that stands alone: digest, start report, what a new edition shows of one chapter, or of all. */
export interface PeriodicDocument {
  readonly kind: 'digest' | 'start-report' | 'edition-report' | 'edition-day';
  /** Unique and fit for a file name: `2026-W47`, `stand-bij-aanvang-XV-jaarverslag`. */
  readonly name: string;
  readonly title: string;
  /** Markdown with its title as heading, without marker; at most BODY_LIMIT characters but for reports on editions, which are files. */
  readonly body: string;
  /** The same for programs, as JSON: only where the document holds lists that they may want. */
  readonly data?: unknown;
}

/** GitHub refuses 65,536; it counts after changes of its own, so we stop well before. */
export const BODY_LIMIT = 58_000;

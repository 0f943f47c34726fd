import type { Confidence } from './confidence.ts';

/** The three official words, a printed word that is none of them, or nothing stated. */
export type Status = 'te starten' | 'lopend' | 'afgerond' | 'onbekend';

/** Year of completion as parsed from the printed cell. */
export interface Completion {
  readonly from: number | null;
  readonly to: number | null;
  /** “e.v.”, “en verder”: no last year. */
  readonly open: boolean;
  /** “uiterlijk 2028”: at the latest. */
  readonly latest: boolean;
  /** “n.t.b.”, or a text without any year. */
  readonly unknown: boolean;
}

/** Keys of a study's printed cells. */
export const PRINTED_KEYS = [
  'title',
  'type',
  'completion',
  'status',
  'conclusions',
  'description',
  'articles',
  'theme',
  'subtheme',
] as const;

export type PrintedKey = (typeof PRINTED_KEYS)[number];

/** Each cell as a reader sees it: null when there is no such column, "" when the cell is empty. */
export type Printed = { readonly [Key in PrintedKey]: string | null };

export interface Link {
  readonly url: string;
  readonly text: string;
}

export interface Footnote {
  readonly mark: string;
  readonly on: PrintedKey | 'heading' | 'header';
  /** null when the note's text was not found. */
  readonly text: string | null;
}

/** Where it stands, so that it can be quoted. */
export interface Place {
  /** 1-based page of the PDF; null in an XML edition, which has no pages. */
  readonly page: number | null;
  /** Number printed on the page: what “blz.” quotes; null when none is printed. */
  readonly pageLabel: string | null;
  /** Page where the row ends; null in an XML edition. */
  readonly toPage: number | null;
  /** Whole caption of the table, else the heading above it. */
  readonly table: string | null;
  /** 1-based number of the study within its table; null for prose. */
  readonly row: number | null;
}

/** One row of the annex: what a ministry says of one evaluation study in one edition. */
export interface Study {
  readonly title: string;
  readonly type: string | null;
  readonly conclusions: string | null;
  readonly description: string | null;
  readonly theme: string | null;
  readonly subtheme: string | null;
  readonly completion: Completion | null;
  readonly status: Status | null;
  /** “Lopend: afronding 2022” states a year beside the status; absent otherwise. */
  readonly statusCompletion?: number;
  readonly articles: readonly string[];
  readonly links: readonly Link[];
  readonly footnotes: readonly Footnote[];
  readonly printed: Printed;
  readonly place: Place;
  /** How surely it was read. Left out in snapshots, and where a study was not read from a print. */
  readonly confidence?: Confidence;
}

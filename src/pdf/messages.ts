import type { FailureKind } from '../failure/failure.ts';
import type { OutlineItem, Page } from '../page/page.ts';

/** What the reading process can be asked. Pages are 1-based. */
export type Question =
  | { readonly about: 'document'; readonly byteLength: number; readonly mostPages: number }
  | { readonly about: 'outline' }
  | { readonly about: 'text'; readonly page: number }
  | { readonly about: 'page'; readonly page: number }
  /** Whether the letters of all pages read are also those of their texts. */
  | { readonly about: 'letters' };

export interface Answers {
  readonly document: Opened;
  readonly outline: readonly OutlineItem[];
  readonly text: string;
  readonly page: Page;
  readonly letters: void;
}

export interface Opened {
  readonly pageCount: number;
  readonly tagged: boolean;
  readonly repaired: boolean;
}

/** A Failure on its way to the other process, which knows the subject and the remedy. */
export interface Fault {
  readonly kind: Extract<
    FailureKind,
    'encrypted-pdf' | 'damaged-pdf' | 'text-lost' | 'limit-exceeded'
  >;
  readonly problem: string;
}

export interface Request {
  readonly id: number;
  readonly question: Question;
}

export type Reply = { readonly id: number } & (
  { readonly answer: Answers[keyof Answers] } | { readonly fault: Fault }
);

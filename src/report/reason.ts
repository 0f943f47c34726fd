import type { Footnote } from '../study/study.ts';
import { cut } from './fact.ts';
import { quoted } from './phrase.ts';
import type { Mention } from './mention.ts';
import type { Words } from './vocabulary.ts';

/**
 * Why, according to the ministry: the footnotes of the row itself and the prose that is about the
 * study, quoted. Says so when neither gives a reason, and when a note was printed but not found.
 * Empty only when the edition does not list the study and no prose is about it.
 *
 * @param longest longest quoted text, in characters
 */
export function reason(mention: Mention | null, words: Words, longest: number): string {
  if (!mention) return '';
  const quotes = reasonQuotes(mention, words, longest);
  if (quotes.length > 0) return words.study.reason(quotes);
  const missing = ownFootnotes(mention).find(({ text }) => text === null);
  if (missing) return words.study.footnoteMissing(missing.mark);
  // What stands under Toelichting may hold a reason: then the table is not said to have none.
  return mention.study.description ? words.study.noReasonInFootnotes : words.study.noReason;
}

/** Quotations of all that the ministry adds to the row; empty when it adds nothing. */
export function reasonQuotes(mention: Mention, words: Words, longest: number): readonly string[] {
  const footnotes = ownFootnotes(mention).flatMap(({ text, mark }) =>
    text === null ? [] : [words.study.footnote(cut(text, longest), mark)],
  );
  return [...footnotes, ...(mention.notes ?? []).map((note) => quoted(cut(note, longest)))];
}

function ownFootnotes({ study }: Mention): readonly Footnote[] {
  return study.footnotes.filter(({ on }) => on !== 'heading' && on !== 'header');
}

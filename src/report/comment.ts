import type { Event } from '../ledger/event.ts';
import { comparedRows } from './comparison-table.ts';
import { conclusionSection, isAboutConclusions } from './conclusion.ts';
import type { NewsItem } from './document.ts';
import { fit, fixed } from './fit.ts';
import { headline } from './headline.ts';
import { lineBreak, paragraph, strong } from './markdown.ts';
import { wordsOf } from './language.ts';
import { notesIn, reasonQuotes } from './reason.ts';
import { sourceLine } from './source-line.ts';
import type { StudyInput } from './study-input.ts';

/** Longest note of the ministry, in characters, that a comment quotes. */
const NOTE = 1_000;

/** One comment: what happened, where it says so, and the ministry's reason when it gives one. */
export function newsItem(event: Event, input: StudyInput): NewsItem {
  const words = wordsOf(input.language);
  const rows = comparedRows(event, input.records);
  const source = sourceLine(event, rows, input.editions ?? [], words);
  const notes = notesIn(input.notes, event.edition);
  const quotes = reasonQuotes({ events: [event], rows, notes }, words, NOTE).slice(0, 5);
  const reason = quotes.length === 0 ? [] : [lineBreak(), words.study.reason(quotes)];
  const body = fit([
    ...(input.warning ? [fixed(paragraph(strong(input.warning)))] : []),
    fixed(
      paragraph(
        ...headline(event, input),
        ...(source.length > 0 ? [lineBreak(), ...source] : []),
        ...reason,
      ),
    ),
    ...(isAboutConclusions(event) ? [conclusionSection(event, rows, words)] : []),
  ]);
  return { event: event.id, body };
}

import type { RootContent } from 'mdast';
import { requireEditionId } from '../edition/edition.ts';
import type { Event } from '../ledger/event.ts';
import { changedFields, printedValue, remarks, unchangedFields } from './field.ts';
import { cut } from './fact.ts';
import { link, paragraph, table } from './markdown.ts';
import type { Cell, Phrase } from './markdown.ts';
import { bracketedPage, lastBefore, mentionIn, pageUrl, paperWithPage } from './mention.ts';
import type { Mention } from './mention.ts';
import { capitalized } from './phrase.ts';
import type { Field, Words } from './vocabulary.ts';

/** The row before and after; null where the edition does not list the study. */
export interface Rows {
  readonly before: Mention | null;
  readonly after: Mention | null;
}

/**
 * Only what changed, with both editions and pages, and a line of what did not. Without a row to
 * compare with, or one that shows the change, the line says how the study stands or last stood.
 */
export function comparisonTable(
  events: readonly Event[],
  { before, after }: Rows,
  mentions: readonly Mention[],
  words: Words,
): readonly RootContent[] {
  if (!after) return before ? [standing(before, words, words.study.lastStanding)] : [];
  if (!before) return [standing(after, words, words.study.standing)];
  const changed = changedFields(events.map(({ kind }) => kind));
  const rows = changed.map((field) => [
    words.fields[field],
    beforeCell(field, before, events, mentions, words),
    cellOf(field, after, 'after', events, words),
  ]);
  const header = [words.terms.field, columnOf(before, words), columnOf(after, words)];
  const same = remarks(after.study, words, unchangedFields(before.study, after.study, changed));
  return [
    ...(rows.length > 0 ? [table(header, rows)] : []),
    ...(same === '' ? [] : [paragraph(words.study.unchanged(same))]),
  ];
}

function standing(
  mention: Mention,
  words: Words,
  say: (where: string, remarks: string) => string,
): RootContent {
  return paragraph(say(paperWithPage(mention, words.place), remarks(mention.study, words)));
}

/** “Jaarverslag 2022 (blz. 246)”, the page a link to it. */
function columnOf(mention: Mention, words: Words): readonly Phrase[] {
  const paper = capitalized(words.place.paper(mention.edition));
  return [`${paper} (`, link(bracketedPage(mention, words.place), pageUrl(mention)), ')'];
}

/** What was known of the field before; with its edition when another one than the column's stated it last. */
function beforeCell(
  field: Field,
  column: Mention,
  events: readonly Event[],
  mentions: readonly Mention[],
  words: Words,
): Cell {
  const event = events.find((one) => changedFields([one.kind]).includes(field));
  const against = event?.against ?? null;
  const stated =
    against === null || against === column.edition.id
      ? null
      : mentions.find(({ edition }) => edition.id === against);
  if (!event || !stated) return cellOf(field, column, 'before', events, words);
  const there = mentionIn(mentions, against, event.againstRows) ?? stated;
  const value = cellOf(field, there, 'before', events, words);
  const paper = words.place.paper(there.edition);
  const page = link(bracketedPage(there, words.place), pageUrl(there));
  return [`${value} (${paper}, `, page, ')'];
}

function cellOf(
  field: Field,
  { study }: Mention,
  side: 'before' | 'after',
  events: readonly Event[],
  { terms }: Words,
): string {
  if (field === 'report') return study.links.length > 0 ? terms.linked : terms.notLinked;
  if (field === 'conclusions') return conclusionsCell(study.conclusions, side, events, terms);
  const printed = printedValue(study, field);
  if (printed) return printed;
  // Known from an older edition than the one in this column.
  const event = events.find((one) => changedFields([one.kind]).includes(field));
  const told = event?.field === field ? event[side] : null;
  if (told) return cut(capitalized(told), 200);
  return printed === null ? terms.noColumn : terms.empty;
}

function conclusionsCell(
  conclusions: string | null,
  side: 'before' | 'after',
  events: readonly Event[],
  terms: Words['terms'],
): string {
  if (conclusions === null) return terms.noColumn;
  if (conclusions === '') return terms.empty;
  if (side === 'before') return terms.stated;
  const isChanged = events.some(({ kind }) => kind === 'conclusions-changed');
  return isChanged ? terms.changedBelow : terms.statedBelow;
}

/**
 * The rows that an event compares. Before it: the row compared with, else the newest one that was
 * known; none for another print or another reading of the same edition, whose former rows are not
 * kept. After it: the row that shows it, none for a study that is no longer listed.
 */
export function comparedRows(event: Event, mentions: readonly Mention[]): Rows {
  const after = event.rows.length === 0 ? null : mentionIn(mentions, event.edition, event.rows);
  if (event.cause !== 'successor' && after) return { after, before: null };
  const against =
    event.cause === 'successor' ? mentionIn(mentions, event.against, event.againstRows) : null;
  return { after, before: against ?? lastBefore(mentions, requireEditionId(event.edition)) };
}

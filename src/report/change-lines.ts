import type { Event } from '../ledger/event.ts';
import { comparedRows } from './comparison-table.ts';
import { changedFields, printedValue } from './field.ts';
import { wordsOf } from './language.ts';
import { paperAndPage } from './mention.ts';
import type { Mention } from './mention.ts';
import { capitalized } from './phrase.ts';
import { aroundChanges, rewordingOf } from './rewording.ts';
import type { Piece } from './rewording.ts';
import { statement } from './statement.ts';
import type { Language, Words } from './vocabulary.ts';
import { weightOf } from './weight.ts';

export interface LinesContext {
  readonly language: Language;
  /** All mentions of the event's study. */
  mentionsOf(event: Event): readonly Mention[];
  /** All events of the event's study, oldest first. */
  eventsOf(event: Event): readonly Event[];
  /** Title of a study, for an event about several. */
  titleOf?(study: string): string | undefined;
  /** Columns of the terminal; 100 when absent. */
  readonly width?: number;
}

const INDENT = '  ';

/**
 * Changes as plain lines for a terminal, without colour: a block for each study, weightiest first,
 * with an empty line after it. Words that went are marked [-so-], words that came {+so+}.
 */
export function changeLines(events: readonly Event[], context: LinesContext): readonly string[] {
  const weigh = (event: Event): number =>
    weightOf(event, context.mentionsOf(event), context.eventsOf(event));
  const sorted = events
    .map((event) => ({ event, weight: weigh(event) }))
    .sort((one, other) => one.weight - other.weight)
    .map(({ event }) => event);
  const blocks = Map.groupBy(sorted, ({ study, id }) => study ?? id);
  return [...blocks.values()].flatMap((block) => blockOf(block, context));
}

function blockOf(block: readonly Event[], context: LinesContext): readonly string[] {
  // An event about several studies names them itself.
  const title = block[0]?.study === null ? [] : wrapped(block[0]?.title ?? '', '', context.width);
  return [...title, ...block.flatMap((event) => linesOf(event, context)), ''];
}

function linesOf(event: Event, context: LinesContext): readonly string[] {
  const words = wordsOf(context.language);
  const mentions = context.mentionsOf(event);
  const { lead, detail } = statement(event, {
    language: context.language,
    mentions,
    events: context.eventsOf(event),
    titleOf: (study) => context.titleOf?.(study),
  });
  const isMarked = event.kind === 'conclusions-changed';
  return [
    lead + (isMarked ? '' : detail),
    ...conclusionLines(event),
    fromTo(event, mentions, words),
  ]
    .filter((line) => line !== '')
    .flatMap((line) => wrapped(line, INDENT, context.width));
}

/** “Lopend (jaarverslag 2022, blz. 246) → Afgerond (jaarverslag 2023, blz. 251)” */
function fromTo(event: Event, mentions: readonly Mention[], words: Words): string {
  const { before, after } = comparedRows(event, mentions);
  const fields = changedFields([event.kind]);
  const field = fields.find((one) => one === event.field) ?? fields[0];
  const side = (mention: Mention | null, text: string | null): string => {
    if (!mention) return '';
    const where = paperAndPage(mention, words.place);
    const isShort = field !== undefined && field !== 'conclusions' && field !== 'report';
    if (!isShort) return where;
    const value = printedValue(mention.study, field) || (text ?? '');
    return `${value === '' ? words.terms.notStated : capitalized(value)} (${where})`;
  };
  return [side(before, event.before), side(after, event.after)]
    .filter((text) => text !== '')
    .join(' → ');
}

function conclusionLines(event: Event): readonly string[] {
  const [before, after] = [event.before ?? '', event.after ?? ''];
  if (event.kind === 'conclusions-added') return [`{+${after}+}`];
  if (event.kind === 'conclusions-removed') return [`[-${before}-]`];
  if (event.kind !== 'conclusions-changed') return [];
  const pieces = rewordingOf(event);
  if (pieces === 'rewritten') return [`[-${before}-]`, `{+${after}+}`];
  return [aroundChanges(pieces).map(marked).join(' ')];
}

function marked(piece: Piece): string {
  if (piece.kind === 'same') return piece.text;
  const { removed, added } = piece;
  return `${removed === '' ? '' : `[-${removed}-]`}${added === '' ? '' : `{+${added}+}`}`;
}

/** Breaks a line at spaces; a longer word keeps a line of its own. */
function wrapped(text: string, indent: string, width = 100): readonly string[] {
  const lines: string[] = [];
  for (const word of plain(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(indent + word);
    }
  }
  return lines;
}

/** Control characters in a printed text must not reach a terminal. */
function plain(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

import { normalizeLetters } from '../../page/letters.ts';
import { isTextItem, type MarkupText } from '../../page/markup.ts';
import type { Link } from '../../study/study.ts';
import { joinLines } from '../join.ts';
import type { WordCounts } from '../words.ts';
import type { NoteBook, XmlNote } from './note-book.ts';
import type { Piece, Style } from './pieces.ts';

/** One cell, heading or paragraph as a reader sees it. */
export interface InlineText {
  readonly text: string;
  readonly marks: readonly InlineMark[];
  readonly links: readonly Link[];
  /** True when all of it is bold. */
  readonly bold: boolean;
  /** How far from its beginning it stands in one emphasis: a lead in bold or italics. */
  readonly lead: { readonly style: string; readonly length: number };
  /** Texts of the file that it is made of, its marks left out. */
  readonly items: readonly MarkupText[];
}

export interface InlineMark {
  readonly mark: string;
  readonly before: string;
  /** null for a mark typed by hand, whose note stands below the table. */
  readonly note: XmlNote | null;
  /** The mark itself in the file, where it was typed by hand. */
  readonly items: readonly MarkupText[];
}

const MARK = /^(?:\d{1,3}(?:[,;]\s?\d{1,3})*\)?|[*†‡]{1,4}\)?|[a-z]\))$/u;
/** A raised 2 or 3 behind these is an exponent. */
const UNIT = /(?:^|[\s\d(/])(?:[mckd]?m|ha)$/u;

/** Puts pieces together: runs of blanks are one blank, and each line break is a line's end. */
export function inlineOf(pieces: readonly Piece[], notes: NoteBook, words: WordCounts): InlineText {
  const marks: InlineMark[] = [];
  const links: { url: string; from: number; to: number }[] = [];
  const items: MarkupText[] = [];
  let whole = '';
  let line = '';
  let start = 0;
  let [bold, plain] = [false, false];
  let lead: InlineText['lead'] | null = null;
  let emphasis: string | null = null;

  const length = (): number => start + line.trimEnd().length;
  function endLine(): void {
    if (line.trim() === '') return;
    whole = whole === '' ? line.trim() : joinLines([whole, line.trim()].map(plainLine), words);
    line = '';
  }
  /** Where in the whole text the first letter ended. */
  function add(text: string): number {
    let first: number | null = null;
    for (const part of normalizeLetters(text).split(/(\s+)/u)) {
      if (part === '') continue;
      if (part.trim() === '') {
        if (line !== '' && !line.endsWith(' ')) line += ' ';
      } else {
        if (line === '') start = lineStart(whole, part, words);
        first ??= start + line.length;
        line += part;
      }
    }
    return first ?? length();
  }
  function addText(text: string, style: Style): number {
    if (text.trim() !== '') {
      if (style.bold) bold = true;
      else plain = true;
      if (emphasis === null) ({ emphasis } = style);
      else if (emphasis !== style.emphasis && lead === null) {
        lead = { style: emphasis, length: length() };
      }
    }
    return add(text);
  }
  for (const piece of pieces) {
    if (piece.kind === 'break') endLine();
    else if (piece.kind === 'text') {
      if (piece.item && isTextItem(piece.item)) items.push(piece.item);
      const from = addText(piece.text, piece.style);
      if (piece.url !== null && piece.text.trim() !== '') {
        links.push({ url: piece.url, from, to: length() });
      }
    } else if (piece.kind === 'raised') {
      const text = piece.text.trim();
      const before = textUpTo(whole, line, words);
      if (MARK.test(text) && !(/^[23]$/u.test(text) && UNIT.test(before))) {
        for (const [at, mark] of text
          .replace(/\)$/u, '')
          .split(/[,;]\s?/u)
          .entries()) {
          marks.push({ mark, before, note: null, items: at === 0 ? piece.items : [] });
        }
      } else {
        items.push(...piece.items);
        addText(piece.text, piece.style);
      }
    } else {
      const note = piece.note ? notes.of(piece.note) : notes.byId(piece.id);
      const before = textUpTo(whole, line, words);
      marks.push({ mark: note?.mark ?? '', before, note, items: [] });
    }
  }
  endLine();
  return {
    text: whole,
    marks,
    links: joinedLinks(links, whole),
    bold: bold && !plain,
    lead: lead ?? { style: emphasis ?? '', length: whole.length },
    items,
  };
}

function plainLine(text: string): { readonly text: string; readonly softHyphen: false } {
  return { text, softHyphen: false };
}

function textUpTo(whole: string, line: string, words: WordCounts): string {
  return joinLines([whole, line.trim()].map(plainLine), words);
}

/** Where in the whole text a next line begins, given its first word. */
function lineStart(whole: string, first: string, words: WordCounts): number {
  if (whole === '') return 0;
  return joinLines([whole, first].map(plainLine), words).length - first.length;
}

/** Links with the text they stand on; pieces of one link are one. */
function joinedLinks(
  links: readonly { readonly url: string; readonly from: number; readonly to: number }[],
  text: string,
): readonly Link[] {
  const joined: { url: string; from: number; to: number }[] = [];
  for (const link of links) {
    const last = joined.at(-1);
    if (last?.url === link.url && text.slice(last.to, link.from).trim() === '') last.to = link.to;
    else joined.push({ ...link });
  }
  return joined.map(({ url, from, to }) => ({ url, text: text.slice(from, to).trim() }));
}

import type { ProsePiece } from '../prose/piece.ts';
import type { Block, HeadingBlock, ParagraphBlock } from './blocks.ts';
import type { InlineText } from './inline.ts';
import { NO_PAGES, toMark, type NoteFinder } from './rows.ts';

const BULLET = /^(?:[•·●▪■◦‣⁃*–—-]|\d{1,2}[.)]|[a-z][.)])\s+/u;

/** Headings and paragraphs as pieces of prose, each with the text that it was made of. */
export function prosePieces(
  blocks: readonly Block[],
  noteText: NoteFinder,
): readonly { readonly piece: ProsePiece; readonly text: InlineText }[] {
  return blocks
    .filter((block) => block.kind === 'heading' || block.kind === 'paragraph')
    .map((block) => ({ piece: pieceOf(block, noteText), text: block.text }));
}

function pieceOf(block: HeadingBlock | ParagraphBlock, noteText: NoteFinder): ProsePiece {
  const { text, marks, links, lead } = block.text;
  // A list may be written as paragraphs that begin with a bullet, as on a page.
  const bullet = block.kind === 'paragraph' ? (BULLET.exec(text)?.[0] ?? '') : '';
  const item = block.kind === 'paragraph' && (block.item || bullet !== '');
  return {
    kind: block.kind,
    text: text.slice(bullet.length),
    rank: block.kind === 'heading' ? block.level : 0,
    item,
    lead: { style: lead.style, length: Math.max(0, lead.length - bullet.length) },
    marks: marks.map((mark) => {
      const placed = toMark(mark, noteText);
      return { ...placed, before: placed.before.slice(bullet.length) };
    }),
    links,
    extent: NO_PAGES,
  };
}

import type { WordCounts } from '../words.ts';
import type { Block } from './blocks.ts';
import { gridOf, groupsOf, type GridCell } from './grid.ts';
import { inlineOf, type InlineText } from './inline.ts';
import type { NoteBook } from './note-book.ts';
import { piecesOf } from './pieces.ts';
import { partsOf, type CellReader } from './table-parts.ts';

/** Reads entries, each once. */
export function cellReader(book: NoteBook, words: WordCounts): CellReader {
  const known = new Map<GridCell, InlineText>();
  return (cell) => {
    const text = known.get(cell) ?? inlineOf(piecesOf(cell.element.children), book, words);
    known.set(cell, text);
    return text;
  };
}

/** Whether a block is a table in which some header names columns of studies. */
export function isStudyTable(block: Block, book: NoteBook, words: WordCounts): boolean {
  if (block.kind !== 'table') return false;
  const read = cellReader(book, words);
  return groupsOf(block.element).some((group) =>
    partsOf(gridOf(group), read).some(({ header }) => header !== null),
  );
}

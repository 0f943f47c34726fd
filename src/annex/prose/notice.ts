import type { Notice } from '../../study/extraction.ts';
import { placeOf } from '../table-row.ts';
import type { ProsePiece } from './piece.ts';

/** What is said of an annex that is prose. */
export function withoutTable(heading: string, studies: number): Notice {
  const found =
    studies === 0
      ? 'no study is listed in it in a way that is clear, so its text is kept as notes'
      : `${studies} studies were read from the leads of its paragraphs`;
  return { kind: 'no-table', message: `“${heading}” has no table: ${found}`, place: null };
}

/** A paragraph with a lead as the studies of an annex have, which was not taken for one. */
export function doubtfulLead({ text, extent }: ProsePiece, heading: string): Notice {
  const message = `a text has a lead as the studies of this annex have, but not one that is clearly a title, so no study was made of it: “${text.slice(0, 100)}”`;
  return { kind: 'doubtful-row', message, place: placeOf(extent, heading, null) };
}

import type { Link } from '../../study/study.ts';
import type { CellMark, Extent } from '../table-row.ts';

/** A heading or paragraph of an annex without tables, as every reader hands it on. */
export interface ProsePiece {
  readonly kind: 'heading' | 'paragraph';
  readonly text: string;
  /** Of headings: the lower the higher it stands above the text. */
  readonly rank: number;
  /** True for an item of a list; its bullet is no part of the text. */
  readonly item: boolean;
  /** The style in which it begins, and how many letters of it are so; "" for that of plain text. */
  readonly lead: { readonly style: string; readonly length: number };
  readonly marks: readonly CellMark[];
  readonly links: readonly Link[];
  readonly extent: Extent;
}

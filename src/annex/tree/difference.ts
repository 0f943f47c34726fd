import type { Level } from '../../study/confidence.ts';
import type { CellRow } from '../cells.ts';

/** Rows that place and structure tell differently, and which of the two was kept. */
export interface Difference {
  /** The first row that was kept. */
  readonly row: CellRow;
  /** The first column that differs; null when the rows themselves do. */
  readonly column: { readonly index: number; readonly label: string } | null;
  readonly byPlace: string;
  readonly byStructure: string;
  readonly kept: 'place' | 'structure';
  /** Why, as a clause. */
  readonly reason: string;
  /** How far what was kept can be relied on. */
  readonly level: Level;
}

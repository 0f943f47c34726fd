import { IDENTITY } from './matrix.ts';
import type { Extent } from './extent.ts';
import type { Matrix } from './matrix.ts';

/** The part of the graphics state that text and lines need (ISO 32000-1, 8.4 and 9.3). */
export interface State {
  /** User space to the visible page. */
  matrix: Matrix;
  lineWidth: number;
  textMatrix: Matrix;
  lineMatrix: Matrix;
  fontId: string | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  /** Nothing outside it is drawn; a clipping path that is no box counts as the box around it. */
  clip: Extent | null;
  /** Whether a positioning operator came after the last glyph. */
  placed: boolean;
}

export function initialState(matrix: Matrix): State {
  return {
    matrix,
    lineWidth: 1,
    textMatrix: IDENTITY,
    lineMatrix: IDENTITY,
    fontId: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    clip: null,
    placed: true,
  };
}

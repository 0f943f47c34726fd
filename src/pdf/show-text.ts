import type { Content, Font, Glyph } from './drawing.ts';
import { areaScale, multiply, orientation, transform, translate } from './matrix.ts';
import type { Point } from './matrix.ts';
import type { State } from './state.ts';

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

const FILL_AND_STROKE = 2;
const INVISIBLE = 3;
/** How far a glyph of vertical writing moves the pen where the font does not say (ISO 32000-1, table 117). */
const DEFAULT_DESCENT = -1000;

/**
 * The glyphs of one text-showing operator, and the text matrix moved on past them. Numbers between
 * glyphs move the pen by thousandths of the font size (ISO 32000-1, 9.4.4).
 */
export function showText(items: unknown, state: State, font: Font, content: Content): Glyph[] {
  const matrix = multiply(state.matrix, state.textMatrix);
  const { fontSize, horizontalScale: scale } = state;
  const along = Math.hypot(matrix[0], matrix[1]);
  const size = along === 0 ? 0 : (areaScale(matrix) / along) * font.em(fontSize);
  const direction = font.vertical
    ? unit(-matrix[2], -matrix[3], fontSize)
    : unit(matrix[0], matrix[1], fontSize * scale);
  const mirrored = orientation(matrix) * scale > 0;
  const thickened = state.renderingMode === FILL_AND_STROKE && state.lineWidth > 0;
  const invisible = state.renderingMode === INVISIBLE;

  const glyphs: Glyph[] = [];
  let pen = 0;
  function pointAt(distance: number): Point {
    return font.vertical
      ? transform(matrix, state.rise, distance)
      : transform(matrix, distance * scale, state.rise);
  }
  for (const item of items as readonly (ShownGlyph | number | null)[]) {
    if (item === null) continue;
    if (typeof item === 'number') {
      pen -= (item / 1000) * fontSize;
      continue;
    }
    const advance = font.vertical ? (item.vmetric?.[0] ?? DEFAULT_DESCENT) : item.width;
    const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
    const start = pen;
    const end = start + advance * font.unit * fontSize;
    pen = end + spacing;
    glyphs.push({
      text: item.unicode,
      start: pointAt(start),
      end: pointAt(end),
      pen: pointAt(pen),
      direction,
      mirrored,
      size,
      font,
      thickened,
      invisible,
      placed: state.placed,
      content,
    });
    state.placed = false;
  }
  state.textMatrix = font.vertical
    ? translate(state.textMatrix, 0, pen)
    : translate(state.textMatrix, pen * scale, 0);
  return glyphs;
}

function unit(x: number, y: number, sense: number): Point {
  const length = Math.hypot(x, y) * (sense < 0 ? -1 : 1);
  return length === 0 ? { x: 1, y: 0 } : { x: x / length, y: y / length };
}

import { OPS } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { Drawing, Glyph, Operators, Shape, Surroundings } from './drawing.ts';
import { extentOf, overlap } from './extent.ts';
import { createContents } from './marked-content.ts';
import { areaScale, IDENTITY, multiply, toMatrix, translate } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { readSubpaths } from './path.ts';
import { initialState } from './state.ts';
import type { State } from './state.ts';
import { showText } from './show-text.ts';

/**
 * Follows the operators of a page and notes where its glyphs and lines stand. pdf.js' own text
 * extraction is of no use for tables: it joins neighbouring cells into one item when their gutter is
 * narrow. Colours are not followed, and clipping paths bound shapes only, so text that is clipped away or drawn in the
 * colour of the paper counts as text, as it does for every other text extractor.
 */
export function interpret(operators: Operators, surroundings: Surroundings): Drawing {
  const glyphs: Glyph[] = [];
  const shapes: Shape[] = [];
  const contents = createContents(surroundings);
  const saved: State[] = [];
  let state = initialState(surroundings.view);
  let maskDepth = 0;
  let clipping = false;
  const groups: boolean[] = [];

  function save(): void {
    saved.push({ ...state });
  }
  function restore(): void {
    state = saved.pop() ?? state;
  }
  function placeAt(matrix: Matrix): void {
    state.textMatrix = matrix;
    state.lineMatrix = matrix;
    state.placed = true;
  }
  function moveLine(x: number, y: number): void {
    placeAt(translate(state.lineMatrix, x, y));
  }
  function setGraphicsState(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'LW') state.lineWidth = value as number;
      if (key === 'Font') setFont(value as readonly [string, number]);
    }
  }
  function setFont([id, size]: readonly [string, number]): void {
    state.fontId = id;
    state.fontSize = size;
  }
  function paint(operation: number, path: ArrayLike<number>): void {
    const stroke = STROKES.has(operation);
    const fill = FILLS.has(operation);
    const subpaths = stroke || fill || clipping ? readSubpaths(path, state.matrix) : [];
    if (maskDepth === 0 && (stroke || fill)) {
      const lineWidth = state.lineWidth * Math.sqrt(areaScale(state.matrix));
      shapes.push({ stroke, fill, lineWidth, clip: state.clip, subpaths });
    }
    if (!clipping) return;
    clipping = false;
    const extent = extentOf(subpaths.flatMap(({ corners }) => corners)) ?? NOWHERE;
    state.clip = overlap(extent, state.clip) ?? NOWHERE;
  }

  for (const [index, operator] of operators.fnArray.entries()) {
    const values = (operators.argsArray[index] ?? []) as readonly unknown[];
    const number = values[0] as number;
    switch (operator) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, toMatrix(values as readonly number[]));
        break;
      case OPS.setLineWidth:
        state.lineWidth = number;
        break;
      case OPS.setGState:
        setGraphicsState(values[0] as readonly (readonly [string, unknown])[]);
        break;
      case OPS.paintFormXObjectBegin:
        save();
        if (values[0]) {
          state.matrix = multiply(state.matrix, toMatrix(values[0] as ArrayLike<number>));
        }
        contents.enterForm();
        break;
      case OPS.paintFormXObjectEnd:
        restore();
        contents.leaveForm();
        break;
      case OPS.beginGroup: {
        // What a soft mask draws is no text but a stencil.
        const isMask = Boolean((values[0] as { smask?: unknown } | undefined)?.smask);
        groups.push(isMask);
        if (isMask) maskDepth++;
        break;
      }
      case OPS.endGroup:
        if (groups.pop() === true) maskDepth--;
        break;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        contents.begin(values[0], values[1]);
        break;
      case OPS.endMarkedContent:
        contents.end();
        break;
      case OPS.beginText:
        placeAt(IDENTITY);
        break;
      case OPS.setTextMatrix:
        placeAt(toMatrix(values[0] as ArrayLike<number>));
        break;
      case OPS.moveText:
        moveLine(number, values[1] as number);
        break;
      case OPS.setLeadingMoveText:
        state.leading = -(values[1] as number);
        moveLine(number, values[1] as number);
        break;
      case OPS.nextLine:
        moveLine(0, -state.leading);
        break;
      case OPS.setLeading:
        state.leading = number;
        break;
      case OPS.setFont:
        setFont(values as readonly [string, number]);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = number;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number;
        break;
      case OPS.setHScale:
        state.horizontalScale = number / 100;
        break;
      case OPS.setTextRise:
        state.rise = number;
        break;
      case OPS.setTextRenderingMode:
        state.renderingMode = number;
        break;
      case OPS.showText:
        if (maskDepth === 0 && state.fontId !== null) {
          const font = surroundings.font(state.fontId);
          glyphs.push(...showText(values[0], state, font, contents.current()));
        }
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipping = true;
        break;
      case OPS.constructPath:
        paint(number, (values[1] as readonly (ArrayLike<number> | null)[])[0] ?? []);
        break;
      case OPS.paintSolidColorImageMask:
        // One pixel stretched to a bar: how some producers draw the lines of a table.
        paint(OPS.fill, UNIT_SQUARE);
        break;
      default:
    }
  }
  contents.settle();
  return { glyphs, shapes, contentIds: contents.ids() };
}

const NOWHERE = { left: 0, top: 0, right: 0, bottom: 0 };
const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
/** In the drawing codes of path.ts: to (0, 0), line to (1, 0), (1, 1), (0, 1), close. */
const UNIT_SQUARE = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4];

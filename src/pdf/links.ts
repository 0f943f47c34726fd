import { AnnotationType } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { LinkArea } from '../page/page.ts';
import { rounded, transform } from './matrix.ts';
import type { Matrix } from './matrix.ts';

interface LinkAnnotation {
  readonly annotationFlags?: number;
  readonly url?: string;
  readonly rect?: readonly number[];
  readonly quadPoints?: ArrayLike<number> | null;
}

/** Invisible, or not for the screen (ISO 32000-1, table 165). */
const UNSEEN = 0b10_0001;

/**
 * Where one can click to get to a web address. A link that runs over two lines gives an area for each
 * of its parts when the file tells them apart.
 */
export async function findLinks(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  view: Matrix,
): Promise<LinkArea[]> {
  const annotations = (await linksOf(document, page.pageNumber)) as LinkAnnotation[];
  return annotations.flatMap(({ annotationFlags = 0, url, rect, quadPoints }) => {
    if (url === undefined || rect === undefined || (annotationFlags & UNSEEN) !== 0) return [];
    return boxes(rect, quadPoints ?? []).map((box) => toArea(url, box, view));
  });
}

/** Asked of the page itself, pdf.js reads the text of the page once more, to tell what each link covers. */
async function linksOf(document: PDFDocumentProxy, number: number): Promise<object[]> {
  const others = new Set(Array.from({ length: document.numPages }, (_, index) => index));
  others.delete(number - 1);
  return (await document.getAnnotationsByType(new Set([AnnotationType.LINK]), others)) ?? [];
}

/** Coordinates x, y, x, y, …: of two opposite corners of the rectangle, or of the four of each part. */
function boxes(rect: readonly number[], quadPoints: ArrayLike<number>): number[][] {
  const parts: number[][] = [];
  const corners = Array.from(quadPoints);
  for (let index = 0; index + 8 <= corners.length; index += 8) {
    parts.push(corners.slice(index, index + 8));
  }
  return parts.length > 0 ? parts : [[...rect]];
}

function toArea(url: string, corners: readonly number[], view: Matrix): LinkArea {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let index = 0; index + 1 < corners.length; index += 2) {
    const { x, y } = transform(view, corners[index] ?? 0, corners[index + 1] ?? 0);
    xs.push(x);
    ys.push(y);
  }
  return {
    url,
    x: rounded(Math.min(...xs)),
    y: rounded(Math.min(...ys)),
    right: rounded(Math.max(...xs)),
    bottom: rounded(Math.max(...ys)),
  };
}

import type { PDFPageProxy } from 'pdfjs-dist';
import type { LinkArea } from '../page/page.ts';
import { rounded, transform } from './matrix.ts';
import type { Matrix } from './matrix.ts';

interface LinkAnnotation {
  readonly subtype?: string;
  readonly url?: string;
  readonly rect?: readonly number[];
  readonly quadPoints?: ArrayLike<number> | null;
}

/**
 * Where one can click to get to a web address. A link that runs over two lines gives an area for each
 * of its parts when the file tells them apart.
 */
export async function findLinks(page: PDFPageProxy, view: Matrix): Promise<LinkArea[]> {
  const annotations = (await page.getAnnotations()) as LinkAnnotation[];
  return annotations.flatMap(({ subtype, url, rect, quadPoints }) => {
    if (subtype !== 'Link' || url === undefined || rect === undefined) return [];
    return boxes(rect, quadPoints ?? []).map((box) => toArea(url, box, view));
  });
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

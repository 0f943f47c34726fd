import type { PDFPageProxy } from 'pdfjs-dist';
import type { Complaints } from './complaints.ts';
import { FaultError } from './fault.ts';
import { normalizeLetters } from '../page/letters.ts';
import { isBlank } from './letters.ts';
import { multiply, toMatrix } from './matrix.ts';
import type { Point } from './matrix.ts';
import { uprightTurn } from './runs.ts';

export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
}

interface Fragment {
  readonly text: string;
  readonly at: Point;
  readonly size: number;
}

/** In ems: baselines this near make one line. A superscript stands higher than that or not; for searching either will do. */
const SAME_LINE = 0.4;

/**
 * Throws a FaultError `damaged-pdf`: this reading, unlike that of the operators, does not hide errors.
 * It decodes content and fonts, but no images, so that a complaint is about text.
 */
export async function readTextItems(
  page: PDFPageProxy,
  complaints: Complaints,
): Promise<TextItem[]> {
  complaints.damage();
  let items: readonly TextItem[];
  try {
    const content = await page.getTextContent({ disableNormalization: true });
    items = content.items.filter((item) => 'str' in item);
  } catch (error) {
    throw new FaultError(
      { kind: 'damaged-pdf', problem: `page ${page.pageNumber} cannot be read` },
      { cause: error },
    );
  }
  const damage = complaints.damage();
  if (damage !== null) {
    throw new FaultError({
      kind: 'damaged-pdf',
      problem: `page ${page.pageNumber} is damaged and can be read in part only`,
    });
  }
  return items.slice();
}

/** Lines from top to bottom, their fragments from left to right and joined by a space. '' for a scan. */
export async function readText(page: PDFPageProxy, complaints: Complaints): Promise<string> {
  const items = (await readTextItems(page, complaints)).filter((item) => !isBlank(item.str));
  const turn = uprightTurn(items.map((item) => place(item, page, 0).direction));
  const fragments: Fragment[] = items.map((item) => {
    const { at, size } = place(item, page, turn);
    return { text: normalizeLetters(item.str).replace(/\s+/gu, ' ').trim(), at, size };
  });
  return toLines(fragments)
    .map((line) => line.map(({ text }) => text).join(' '))
    .join('\n');
}

function place(
  item: TextItem,
  page: PDFPageProxy,
  turn: number,
): { at: Point; size: number; direction: Point } {
  const viewport = page.getViewport({ scale: 1, rotation: page.rotate + turn });
  const [a, b, c, d, x, y] = multiply(toMatrix(viewport.transform), toMatrix(item.transform));
  const length = Math.hypot(a, b) || 1;
  return { at: { x, y }, size: Math.hypot(c, d), direction: { x: a / length, y: b / length } };
}

function toLines(fragments: readonly Fragment[]): Fragment[][] {
  const lines: Fragment[][] = [];
  for (const fragment of fragments.toSorted((a, b) => a.at.y - b.at.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (
      line !== undefined &&
      first !== undefined &&
      fragment.at.y - first.at.y <= SAME_LINE * first.size
    ) {
      line.push(fragment);
    } else {
      lines.push([fragment]);
    }
  }
  return lines.map((line) => line.toSorted((a, b) => a.at.x - b.at.x));
}

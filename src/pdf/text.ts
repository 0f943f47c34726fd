import type { PDFPageProxy } from 'pdfjs-dist';
import type { Complaints } from './complaints.ts';
import { FaultError } from './fault.ts';
import { normalizeLetters } from '../page/letters.ts';
import { countLetters, isBlank } from './letters.ts';
import { multiply, toMatrix } from './matrix.ts';
import type { Matrix, Point } from './matrix.ts';
import { uprightTurn } from './runs.ts';

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

interface Fragment {
  readonly text: string;
  readonly at: Point;
  readonly size: number;
  readonly width: number;
}

/** In ems: baselines this near make one line. A superscript stands higher than that or not; for searching either will do. */
const SAME_LINE = 0.4;

/** What stands in the text of a document's pages. */
export interface Texts {
  /** Lines from top to bottom, their fragments from left to right and joined by a space. '' for a scan. */
  lines(page: PDFPageProxy): Promise<string>;
  /** How often each letter occurs. A page whose lines were read before is not read again for it. */
  letters(page: PDFPageProxy): Promise<Letters>;
  /** The same when they were counted before. */
  known(page: number): Letters | null;
}

export type Letters = ReadonlyMap<string, number>;

export function createTexts(complaints: Complaints): Texts {
  const known = new Map<number, Letters>();

  /**
   * Throws a FaultError `damaged-pdf`: this reading, unlike that of the operators, does not hide errors.
   * It decodes content and fonts, but no images, so that a complaint is about text.
   */
  async function read(page: PDFPageProxy): Promise<{ items: TextItem[]; letters: Letters }> {
    complaints.damage();
    let items: TextItem[];
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
    const letters = countLetters(items.map((item) => item.str));
    known.set(page.pageNumber, letters);
    return { items, letters };
  }

  return {
    async lines(page) {
      const { items } = await read(page);
      return linesOf(items, page);
    },
    async letters(page) {
      return known.get(page.pageNumber) ?? (await read(page)).letters;
    },
    known: (page) => known.get(page) ?? null,
  };
}

function linesOf(all: readonly TextItem[], page: PDFPageProxy): string {
  const items = all.filter((item) => !isBlank(item.str));
  const upright = viewOf(page, 0);
  const turn = uprightTurn(items.map((item) => place(item, upright).direction));
  const view = viewOf(page, turn);
  const fragments: Fragment[] = items.map((item) => {
    const { at, size } = place(item, view);
    return {
      text: normalizeLetters(item.str).replace(/\s+/gu, ' ').trim(),
      at,
      size,
      width: item.width,
    };
  });
  return toLines(fragments).map(joinFragments).join('\n');
}

/** In ems: text that goes on this near is one word, which pdf.js parts where a soft hyphen stands unused. */
const TOUCHING = 0.05;

function joinFragments(line: readonly Fragment[]): string {
  let text = '';
  for (const [index, fragment] of line.entries()) {
    const before = line[index - 1];
    const gap = before ? fragment.at.x - before.at.x - before.width : Infinity;
    text +=
      !before || Math.abs(gap) < TOUCHING * fragment.size ? fragment.text : ` ${fragment.text}`;
  }
  return text;
}

function viewOf(page: PDFPageProxy, turn: number): Matrix {
  return toMatrix(page.getViewport({ scale: 1, rotation: page.rotate + turn }).transform);
}

function place(item: TextItem, view: Matrix): { at: Point; size: number; direction: Point } {
  const [a, b, c, d, x, y] = multiply(view, toMatrix(item.transform));
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

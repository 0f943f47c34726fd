import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Page } from '../page/page.ts';
import { findBoxes } from './boxes.ts';
import { contentForm } from './content-form.ts';
import type { Drawing, Glyph, Operators, Surroundings } from './drawing.ts';
import { FaultError } from './fault.ts';
import { createFonts } from './fonts.ts';
import { interpret } from './interpret.ts';
import { countLetters, excess, isBlank } from './letters.ts';
import { findLinks } from './links.ts';
import { rounded, toMatrix } from './matrix.ts';
import { findRules } from './rules.ts';
import { findRuns, uprightTurn } from './runs.ts';
import { pageSigns } from './page-signs.ts';
import type { Letters } from './text.ts';
import { toTree } from './tree.ts';

const NO_ANNOTATIONS = 0;
/** How many of the letters in question an error shows. */
const SHOWN = 20;

/** A page with its letters, by which a second reading checks it. */
export interface PageReading {
  readonly page: Page;
  readonly letters: {
    readonly all: Letters;
    /** Those that stand well inside the page. */
    readonly inside: Letters;
  };
}

/**
 * Everything on one page. A page most of whose letters stand on their side (a wide table on an upright
 * sheet) is turned first, so that they run from left to right; width and height are then those of the
 * page so turned.
 *
 * Throws when the page cannot be read; a FaultError `text-lost` when letters have no font or no place, or are
 * not those of its text.
 * @param text the letters that text extraction finds; null when they are compared later
 */
export async function readPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  label: string | null,
  text: Letters | null,
): Promise<PageReading> {
  const operators = (await page.getOperatorList({ annotationMode: NO_ANNOTATIONS })) as Operators;
  const layers = operators.argsArray.some((values) => isLayer(values))
    ? await document.getOptionalContentConfig()
    : null;
  const unreadable = new Set<string>();
  const font = createFonts(page, unreadable);

  function draw(turn: number): { viewport: Viewport; drawing: Drawing } {
    const viewport = page.getViewport({ scale: 1, rotation: page.rotate + turn });
    const surroundings: Surroundings = {
      view: toMatrix(viewport.transform),
      pageId: pageId(page),
      font,
      isVisible: (layer) => layers?.isVisible(layer) !== false,
    };
    return { viewport, drawing: interpret(operators, surroundings) };
  }
  let { viewport, drawing } = draw(0);
  requireReadable(page.pageNumber, drawing.glyphs, unreadable);
  const letters = lettersOf(drawing.glyphs, viewport);
  if (text !== null) checkLetters(page.pageNumber, letters, text);
  const visible = drawing.glyphs.filter((glyph) => !isBlank(glyph.text));
  const turn = uprightTurn(visible.map((glyph) => glyph.direction));
  if (turn !== 0) ({ viewport, drawing } = draw(turn));

  const { width, height } = viewport;
  const tree = toTree(await page.getStructTree(), pageId(page));
  const signs = pageSigns(drawing, contentForm(operators), tree, { width, height });
  const read = {
    number: page.pageNumber,
    label,
    width: rounded(width),
    height: rounded(height),
    runs: findRuns(drawing.glyphs, width, height),
    rules: findRules(drawing.shapes, width, height),
    boxes: findBoxes(drawing.shapes, width, height),
    links: await findLinks(document, page, toMatrix(viewport.transform)),
    tree,
    ...(signs.length > 0 && { signs }),
  };
  return { page: read, letters };
}

interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

function isLayer(values: unknown): boolean {
  return Array.isArray(values) && values[0] === 'OC';
}

/** As the structure tree writes it: `12R`, or `12R3` for a later generation. */
function pageId(page: PDFPageProxy): string {
  const { num, gen } = page.ref ?? { num: 0, gen: 0 };
  return `p${num}R${gen === 0 ? '' : gen}`;
}

function requireReadable(
  number: number,
  glyphs: readonly Glyph[],
  unreadable: ReadonlySet<string>,
): void {
  if (unreadable.size > 0) {
    throw new FaultError({
      kind: 'text-lost',
      problem: `page ${number} uses a font that cannot be read, so its letters are missing`,
    });
  }
  const nowhere = glyphs.filter(({ start, text: letters }) => {
    return !isBlank(letters) && !(Number.isFinite(start.x) && Number.isFinite(start.y));
  });
  if (nowhere.length > 0) {
    throw new FaultError({
      kind: 'text-lost',
      problem: `page ${number} does not say where ${nowhere.length} of its letters stand`,
    });
  }
}

function lettersOf(glyphs: readonly Glyph[], { width, height }: Viewport): PageReading['letters'] {
  const inside = glyphs.filter((glyph) => {
    const margin = glyph.size;
    const { x, y } = glyph.start;
    return x > margin && y > margin && x < width - margin && y < height - margin;
  });
  return {
    all: countLetters(glyphs.map((glyph) => glyph.text)),
    inside: countLetters(inside.map((glyph) => glyph.text)),
  };
}

/**
 * pdf.js ends an operator list early, without an error, where the page is damaged; and it drops what
 * stands outside the page from the text, but not from the operators. So letters well inside the page
 * must be in both, and the text can have no letter that the glyphs lack. Throws a FaultError `text-lost`.
 */
export function checkLetters(
  number: number,
  { all, inside }: PageReading['letters'],
  text: Letters,
): void {
  const onlyText = excess(text, all);
  const onlyGlyphs = excess(inside, text);
  if (onlyText !== '' || onlyGlyphs !== '') {
    throw new FaultError({
      kind: 'text-lost',
      problem:
        `page ${number} gives different letters when read twice: ` +
        `${describe(onlyText)} only in its text, ${describe(onlyGlyphs)} only in its glyphs`,
    });
  }
}

function describe(letters: string): string {
  const all = Array.from(letters);
  if (all.length === 0) return 'none';
  return `${all.length} (${all.slice(0, SHOWN).join('')}${all.length > SHOWN ? '…' : ''})`;
}

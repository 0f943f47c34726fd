import type { PageSign, TreeNode } from '../page/page.ts';
import type { ContentForm } from './content-form.ts';
import type { Drawing, Glyph } from './drawing.ts';
import { hasShiftedLetters } from './letter-gaps.ts';
import { isBlank } from './letters.ts';
import { isLevel } from './runs.ts';

/** Printers' marks and furniture of a sheet that was cropped are less than this part of its letters. */
const FURNITURE = 0.2;
/** Points; a sheet is cropped by less, and what it bears of the print's own fonts beyond is lost text. */
const FAR = 72;
/** Points; the smallest note marks seen are of 2.9. */
const SMALLEST = 1;

/** What a page shows of text that may be missing from it. Sizes in points. */
export function pageSigns(
  { glyphs, contentIds }: Drawing,
  { unfinished, malformed }: ContentForm,
  tree: TreeNode | null,
  { width, height }: { readonly width: number; readonly height: number },
): readonly PageSign[] {
  const letters = glyphs.filter(({ text, content }) => !content.hidden && !isBlank(text));
  const isOutside = ({ start, end }: Glyph, by: number): boolean =>
    Math.max(start.x, end.x) < -by ||
    Math.min(start.x, end.x) > width + by ||
    Math.max(start.y, end.y) < -by ||
    Math.min(start.y, end.y) > height + by;
  const outside = letters.filter((letter) => isOutside(letter, 0));
  const far = outside.filter((letter) => isOutside(letter, FAR));
  const isOfPrint = (one: Glyph): boolean =>
    letters.some((letter) => !isOutside(letter, 0) && isSetAs(letter, one));
  const signs: [PageSign, boolean][] = [
    ['unfinished', unfinished],
    ['malformed', malformed],
    ['content-missing', tree !== null && namesOther(tree, contentIds)],
    ['flipped', letters.some(isFlipped)],
    ['off-page', outside.length > FURNITURE * letters.length || far.some(isOfPrint)],
    ['too-small', letters.some(({ size }) => size < SMALLEST)],
    ['letters-shifted', hasShiftedLetters(glyphs)],
  ];
  return signs.flatMap(([sign, shown]) => (shown ? [sign] : []));
}

function isSetAs(one: Glyph, other: Glyph): boolean {
  return one.font.name === other.font.name && Math.abs(one.size - other.size) < 0.1;
}

/** No page has letters that are seen in a mirror or upside down, unless something went wrong with it. */
function isFlipped({ direction, mirrored }: Glyph): boolean {
  return mirrored || isLevel({ x: -direction.x, y: direction.y });
}

function namesOther({ children }: TreeNode, contentIds: ReadonlySet<string>): boolean {
  return children.some((child) =>
    'contentId' in child ? !contentIds.has(child.contentId) : namesOther(child, contentIds),
  );
}

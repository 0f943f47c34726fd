import type { PageSign, TreeNode } from '../page/page.ts';
import type { Drawing, Glyph } from './drawing.ts';
import { isBlank } from './letters.ts';
import { isLevel } from './runs.ts';

/** Printers' marks and furniture of a sheet that was cropped are less than this part of its letters. */
const FURNITURE = 0.2;

/** What a page shows of text that may be missing from it. Sizes in points. */
export function pageSigns(
  { glyphs, contentIds, unfinished }: Drawing,
  tree: TreeNode | null,
  { width, height }: { readonly width: number; readonly height: number },
): readonly PageSign[] {
  const letters = glyphs.filter(({ text, content }) => !content.hidden && !isBlank(text));
  const outside = letters.filter(
    ({ start, end }) =>
      Math.max(start.x, end.x) < 0 ||
      Math.min(start.x, end.x) > width ||
      Math.max(start.y, end.y) < 0 ||
      Math.min(start.y, end.y) > height,
  );
  const signs: [PageSign, boolean][] = [
    ['unfinished', unfinished],
    ['content-missing', tree !== null && namesOther(tree, contentIds)],
    ['flipped', letters.some(isFlipped)],
    ['off-page', outside.length > FURNITURE * letters.length],
  ];
  return signs.flatMap(([sign, shown]) => (shown ? [sign] : []));
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

import type { Page } from '../page/page.ts';
import type { HeaderColumn } from './header.ts';
import { phrases, type Line } from './line.ts';

/** Points by which left and right pages of one print may differ; the margins of a bound volume do by less. */
const FARTHEST = 72;
/** Texts may stand this many points off their headers on every page. */
const LEAST = 3;
/** Points by which the same edge may differ from page to page. */
const EXACT = 1.5;
/** Part of the texts of a page that must begin or end at known edges. */
const MOST = 0.6;

/**
 * The columns of a header as they stand on a later page that has no header of its own: where left and right
 * pages have other margins, all columns stand further left or right by the same distance. That is so when
 * hardly a text begins where the header has its columns, and nearly all do at one distance from there.
 * @param lines what stands under the header, over all its pages
 */
export function columnsOnPages(
  columns: readonly HeaderColumn[],
  header: Page | undefined,
  lines: readonly Line[],
): (page: Page) => readonly HeaderColumn[] {
  const pages = Map.groupBy(lines, ({ page }) => page);
  const edges = columns.flatMap(({ x, right }) => [x, right, (x + right) / 2]);
  const shifted = new Map<Page, readonly HeaderColumn[]>();
  if (pages.size < 2) return () => columns;
  const usual = shiftOf(edges, (header && pages.get(header)) ?? []);
  for (const [page, own] of pages) {
    const by = page === header ? 0 : shiftOf(edges, own);
    if (by === 0 || Math.abs(by - usual) < LEAST) continue;
    shifted.set(
      page,
      columns.map((column) => ({ ...column, x: column.x + by, right: column.right + by })),
    );
  }
  return (page) => shifted.get(page) ?? columns;
}

/** Distance of the texts of a page from the edges they are set by, in points; 0 when they stand where they should or nothing tells. */
function shiftOf(edges: readonly number[], lines: readonly Line[]): number {
  const texts = lines.map((line) =>
    phrases(line.runs, 1).map((runs) => {
      const [x, right] = [runs[0]?.x ?? 0, Math.max(...runs.map((run) => run.right))];
      return [x, right, (x + right) / 2];
    }),
  );
  const parted = texts.filter((phrase) => phrase.length > 1);
  if (parted.length < 2) return 0;
  const all = parted.flat();
  const fit = (by: number): number =>
    all.filter((places) =>
      places.some((place, kind) =>
        edges.some((edge, at) => at % 3 === kind && Math.abs(edge + by - place) < EXACT),
      ),
    ).length;
  const here = fit(0);
  if (here >= MOST * all.length) return 0;
  const tried = new Set(
    all.flatMap(([x = 0]) =>
      edges.flatMap((edge, at) =>
        at % 3 === 0 && Math.abs(x - edge) < FARTHEST ? [x - edge] : [],
      ),
    ),
  );
  let [best, most] = [0, here];
  for (const by of tried) {
    const count = fit(by);
    if (count > most) [best, most] = [by, count];
  }
  return most >= MOST * all.length && most > 2 * here ? best : 0;
}

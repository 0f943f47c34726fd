import type { LinkArea, Page, Run } from '../page/page.ts';
import type { Link } from '../study/study.ts';
import type { Cell } from './cells.ts';
import { textOf } from './line.ts';

/** Links that can be clicked in the cells, in reading order. One that runs on over lines is one link. */
export function linksIn(cells: readonly Cell[]): readonly Link[] {
  const links: { url: string; text: string }[] = [];
  for (const { page, runs } of cells.flatMap(({ lines }) => lines)) {
    for (const [url, linked] of byUrl(page, runs)) {
      const last = links.at(-1);
      const text = textOf(linked);
      if (last?.url === url) last.text = `${last.text} ${text}`;
      else links.push({ url, text });
    }
  }
  return links;
}

function byUrl(page: Page, runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> {
  const found = new Map<string, Run[]>();
  for (const run of runs) {
    const area = page.links.find((link) => covers(link, run));
    if (area) found.set(area.url, [...(found.get(area.url) ?? []), within(area, run)]);
  }
  return found;
}

/** A run without the punctuation that stands outside the area: “hier” of “hier.”. */
function within({ x, right }: LinkArea, run: Run): Run {
  let { text } = run;
  if (run.x < x - 0.5) text = text.replace(/^[^\p{L}\p{N}]+/u, '');
  if (run.right > right + 0.5) text = text.replace(/[^\p{L}\p{N}]+$/u, '');
  return { ...run, text };
}

function covers({ x, y, right, bottom }: LinkArea, run: Run): boolean {
  const middle = (run.x + run.right) / 2;
  const height = run.baseline - run.size * 0.3;
  return middle >= x && middle <= right && height >= y && height <= bottom;
}

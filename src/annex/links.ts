import type { LinkArea, Page, Run } from '../page/page.ts';
import type { Link } from '../study/study.ts';
import type { Cell } from './cells.ts';
import { textOf } from './line.ts';

/** Links that can be clicked in the cells, in reading order. One that runs on over lines is one link. */
export function linksIn(cells: readonly Cell[]): readonly Link[] {
  return cells.flatMap(linksInCell);
}

function linksInCell({ lines }: Cell): readonly Link[] {
  const links: Link[] = [];
  let last: string | null = null;
  for (const { page, runs } of lines) {
    for (const { url, linked } of byUrl(page, runs)) {
      const open = links.at(-1);
      const text = textOf(linked);
      if (url !== null && url === last && open) {
        links.splice(-1, 1, { url, text: `${open.text} ${text}` });
      } else if (url !== null) links.push({ url, text });
      last = url;
    }
  }
  return links;
}

/** Runs of a line in stretches that lead to the same place, or nowhere. */
function byUrl(
  page: Page,
  runs: readonly Run[],
): readonly { readonly url: string | null; readonly linked: readonly Run[] }[] {
  const stretches: { readonly url: string | null; readonly linked: Run[] }[] = [];
  for (const run of runs) {
    const area = page.links.find((link) => covers(link, run));
    const url = area?.url ?? null;
    const shown = area ? within(area, run) : run;
    const open = stretches.at(-1);
    if (open && open.url === url) open.linked.push(shown);
    else stretches.push({ url, linked: [shown] });
  }
  return stretches;
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

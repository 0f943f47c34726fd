import type { LinkArea, Page, Run } from '../page/page.ts';
import type { Link } from '../study/study.ts';
import { toCellLine } from './cells.ts';
import type { Cell } from './cells.ts';
import { joinLines } from './join.ts';
import type { CellLine } from './join.ts';
import type { WordCounts } from './words.ts';

/** Links that can be clicked in the cells, in reading order. One that runs on over lines is one link. */
export function linksIn(cells: readonly Cell[], words: WordCounts): readonly Link[] {
  return cells.flatMap((cell) => linksInCell(cell, words));
}

function linksInCell({ lines }: Cell, words: WordCounts): readonly Link[] {
  const links: { readonly url: string; readonly lines: CellLine[] }[] = [];
  let last: string | null = null;
  for (const part of lines) {
    for (const { url, linked } of byUrl(part.page, part.runs)) {
      const open = links.at(-1);
      const line = toCellLine({ ...part, runs: linked });
      if (url !== null && url === last && open) open.lines.push(line);
      else if (url !== null) links.push({ url, lines: [line] });
      last = url;
    }
  }
  return links.map(({ url, lines: own }) => ({ url, text: joinLines(own, words) }));
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

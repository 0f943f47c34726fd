import type { Notice } from '../study/extraction.ts';
import type { FlowItem } from './flow.ts';
import { isCaption } from './heading.ts';
import { compact } from './fold.ts';
import { isBold, phrases, textOf, type Line } from './line.ts';
import { pagesOf } from './page-row.ts';
import { placeOf } from './table-row.ts';
import { beginsValue } from './values.ts';

/** Texts of one line stand further apart than this many ems when they are cells. */
const GUTTER = 1;
/** Points by which the beginnings of two cells of one column may differ. */
const ALIGNED = 2;
/** A line this near to a known header, in ems, is a part of it. */
const NEAR = 3;

/**
 * Tables that stand among the others under a header that is not known: their rows must not pass for those
 * of the table before. Known by a bold line of several texts, none of them a value, over lines whose texts
 * begin where its own do; or by a caption with such lines below it and no header before the next caption.
 */
export function strangeTables(
  items: readonly FlowItem[],
  labels: ReadonlyMap<number, string>,
): readonly Notice[] {
  const bands = items.flatMap((item) => (item.kind === 'band' ? [item.band] : []));
  const boldHeaders = bands.some(({ lines }) => lines.every(isBold));
  const found: Line[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'line') continue;
    const below = linesBelow(items, index);
    const header = boldHeaders && isLikeHeader(item.line) && !isNearBand(items, index);
    if (header && below.slice(0, 3).some((line) => !isBold(line) && isAligned(item.line, line))) {
      found.push(item.line);
    } else if (isCaption(textOf(item.line.runs)) && !hasBand(items, index)) {
      const first = below.find((line) => cellsOf(line).length > 1);
      const rows = below.filter((line) => first && line !== first && isAligned(first, line));
      if (first && rows.length > 0 && !isRepeatedCaption(items, index)) found.push(first);
    }
  }
  return [...new Set(found)].map((line) => {
    const names = cellsOf(line).map(textOf).join(' | ');
    const message = `a table among the others has a header that is not known: “${names}”; report it so that it can be added`;
    const place = placeOf(pagesOf(line.page, line.page, labels), null, null);
    return { kind: 'unknown-header', message, place };
  });
}

function cellsOf(line: Line): ReturnType<typeof phrases> {
  return phrases(line.runs, GUTTER);
}

function isLikeHeader(line: Line): boolean {
  const cells = cellsOf(line);
  if (cells.length < 3 || !isBold(line) || isCaption(textOf(line.runs))) return false;
  return cells.map(textOf).every((text) => {
    return !/\d{4}/.test(text) && !beginsValue('status', '', text);
  });
}

function isAligned(one: Line, other: Line): boolean {
  const starts = cellsOf(other).map(([first]) => first?.x ?? 0);
  const shared = cellsOf(one).filter(([first]) =>
    starts.some((x) => Math.abs(x - (first?.x ?? 0)) < ALIGNED),
  );
  return shared.length > 1;
}

/** Lines up to the next header or caption. */
function linesBelow(items: readonly FlowItem[], index: number): readonly Line[] {
  const lines: Line[] = [];
  for (const item of items.slice(index + 1)) {
    if (item.kind === 'band' || isCaption(textOf(item.line.runs))) break;
    lines.push(item.line);
  }
  return lines;
}

function hasBand(items: readonly FlowItem[], index: number): boolean {
  const next = items
    .slice(index + 1)
    .find((item) => item.kind === 'band' || isCaption(textOf(item.line.runs)));
  return next?.kind === 'band';
}

/** “Tabel 58 … (vervolg)”, or the caption once more at the top of a page: the table before goes on. */
function isRepeatedCaption(items: readonly FlowItem[], index: number): boolean {
  const own = lettersOf(items[index]);
  return items.slice(0, index).some((item) => lettersOf(item) === own);
}

function lettersOf(item: FlowItem | undefined): string {
  return item?.kind === 'line' ? compact(textOf(item.line.runs)).replace(/vervolg$/, '') : '';
}

function isNearBand(items: readonly FlowItem[], index: number): boolean {
  const item = items[index];
  if (item?.kind !== 'line') return false;
  const { line } = item;
  return [items[index - 1], items[index + 1]].some(
    (other) =>
      other?.kind === 'band' &&
      other.band.lines.some(
        ({ page, baseline }) =>
          page === line.page && Math.abs(baseline - line.baseline) < NEAR * line.size,
      ),
  );
}

import type { Page } from '../page/page.ts';
import { findFurniture } from './furniture.ts';
import { isChapterHeading, isTheme, opensHeading } from './heading.ts';
import type { HeaderBand } from './header.ts';
import { isBold, textOf, type Line } from './line.ts';
import { sheetOf } from './sheet.ts';

/** The annex in reading order: lines and the headers of its tables, without furniture. */
export interface Flow {
  readonly heading: string;
  readonly headingLines: readonly Line[];
  readonly items: readonly FlowItem[];
  readonly furniture: readonly Line[];
  /** Text of the same pages before the heading of the annex and behind its end. */
  readonly outside: readonly Line[];
  /** The number printed on a page, by its position in the file. */
  readonly labels: ReadonlyMap<number, string>;
}

export type FlowItem =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'band'; readonly band: HeaderBand };

/** Puts the lines of the annex's pages in order and cuts off what is not the annex. */
export function toFlow(pages: readonly Page[], heading: string): Flow {
  const sheets = pages.map(sheetOf);
  const inBand = new Set(sheets.flatMap(({ bands }) => bands.flatMap(({ lines }) => lines)));
  const furniture = findFurniture(sheets.map(({ lines }) => lines.filter((it) => !inBand.has(it))));
  const lines = sheets.flatMap((sheet) => sheet.lines).filter((line) => !furniture.lines.has(line));
  const opening = findHeading(lines, heading);
  const start = opening ? opening.index + opening.lines.length : 0;
  const end = findEnd(lines, start, opening?.lines[0] ?? null, heading, pages.at(-1)?.number ?? 0);
  const bandOf = new Map(sheets.flatMap(({ bands }) => bands.map((band) => [band.lines[0], band])));
  const items: FlowItem[] = [];
  for (const line of lines.slice(start, end)) {
    const band = bandOf.get(line);
    if (band) items.push({ kind: 'band', band });
    else if (!inBand.has(line)) items.push({ kind: 'line', line });
  }
  return {
    heading: opening ? joinHeading(opening.lines) : heading,
    headingLines: opening?.lines ?? [],
    items,
    furniture: [...furniture.lines],
    outside: [...lines.slice(0, opening?.index ?? 0), ...lines.slice(end)],
    labels: furniture.labels,
  };
}

/** The printed heading with the lines it runs on over. */
function findHeading(
  lines: readonly Line[],
  heading: string,
): { index: number; lines: readonly Line[] } | null {
  const opening = lines.findIndex((line) => opensHeading(textOf(line.runs), heading));
  const first = lines[opening];
  if (!first) return null;
  const found = [first];
  for (const line of lines.slice(opening + 1)) {
    const last = found.at(-1) ?? first;
    if (!isSameStyle(line, first) || line.page !== first.page) break;
    if (line.baseline - last.baseline > 1.6 * first.size || isTheme(textOf(line.runs))) break;
    if (textOf(found.flatMap(({ runs }) => runs)).length >= heading.length) break;
    found.push(line);
  }
  return { index: opening, lines: found };
}

function isSameStyle(line: Line, other: Line): boolean {
  return Math.abs(line.size - other.size) < 0.3 && isBold(line) === isBold(other);
}

/** Lines of a heading as one text. */
export function joinHeading(lines: readonly Line[]): string {
  return lines
    .map((line) => textOf(line.runs))
    .reduce((text, next) => {
      if (text === '') return next;
      return /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(next) && !/^(?:en|of)\b/.test(next)
        ? text.slice(0, -1) + next
        : `${text} ${next}`;
    }, '');
}

/** Index of the first line behind the annex: the heading of another one, known by its words or by its style. */
function findEnd(
  lines: readonly Line[],
  start: number,
  opening: Line | null,
  heading: string,
  lastPage: number,
): number {
  const usual = lines
    .slice(start)
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  const body = usual[Math.floor(usual.length / 2)] ?? 0;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || line.size < body * 1.02) continue;
    const text = textOf(line.runs);
    if (opensHeading(text, heading)) continue;
    if (isChapterHeading(text) && (isBold(line) || line.size > body * 1.15)) return index;
    const outstanding = opening !== null && opening.size > body * 1.3 && isSameStyle(line, opening);
    if (
      outstanding &&
      line.page.number === lastPage &&
      line.page !== opening.page &&
      !isTheme(text)
    ) {
      return index;
    }
  }
  return lines.length;
}

/** Number of the page on which the annex ends. */
export function lastPageOf({ items, headingLines }: Flow, first: number): number {
  const last = items.at(-1);
  const line = last?.kind === 'line' ? last.line : (last?.band.lines.at(-1) ?? headingLines.at(-1));
  return line?.page.number ?? first;
}

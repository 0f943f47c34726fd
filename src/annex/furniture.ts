import type { Run } from '../page/page.ts';
import { phrases, textOf, type Line } from './line.ts';

/** What is printed on every page around the text. */
export interface Furniture {
  readonly lines: ReadonlySet<Line>;
  /** The number printed on a page, by its position in the file. */
  readonly labels: ReadonlyMap<number, string>;
}

const RUNNING_FOOTER = /Tweede Kamer,? (?:der Staten-Generaal,? )?vergaderjaar/i;
const COLOPHON = /^(?:(?:kst|blg|ah-tk)-[\w-]+|ISSN \d{4}.*|[’'‘]s-Gravenhage \d{4})$/i;
const PAGE_NUMBER = /^[-–]?\s?(?:(?:blz\.|pagina)\s)?(\d{1,4})(?:\s(?:van|\/)\s\d{1,4})?\s?[-–]?$/i;
/** Parts of the page's height in which furniture can stand. */
const TOP = 0.12;
const BOTTOM = 0.86;
/** Furniture stands at least this many ems from the text; lines and rows of a table stand closer. */
const APART = 1.8;

/**
 * Finds furniture by what the file marks as such, by the wording of the official print, and by what
 * stands outermost at the same place on at least half of the pages.
 * @param pages lines of each page from top to bottom, header lines of tables left out
 */
export function findFurniture(pages: readonly (readonly Line[])[]): Furniture {
  const lines = new Set<Line>();
  const labels = new Map<number, string>();
  for (const page of pages) {
    for (const line of page) if (isMarked(line)) lines.add(line);
  }
  let found = true;
  while (found) {
    found = false;
    const edges = pages.flatMap((page) => {
      const rest = page.filter((line) => !lines.has(line));
      return outermost(rest).filter(({ line }) => !isFootnoteOf(rest, line));
    });
    for (const edge of edges) {
      if (!isPageNumber(edge, edges) && !isRepeated(edge, edges, pages.length)) continue;
      lines.add(edge.line);
      found = true;
    }
  }
  for (const line of lines) {
    const label = labelOn(line);
    if (label !== null && !labels.has(line.page.number)) labels.set(line.page.number, label);
  }
  return { lines, labels };
}

/** A line at the foot that opens with a mark that hangs on a word of its page, whatever repeats it elsewhere. */
function isFootnoteOf(page: readonly Line[], line: Line): boolean {
  if (line.baseline < BOTTOM * line.page.height) return false;
  const [first, second] = line.runs;
  if (!first || !second) return false;
  const own = line.marks.find(({ lead, base }) => lead && base === first);
  const mark = own?.text ?? /^(\d{1,2}|[*†‡]{1,3})\)?$/u.exec(first.text)?.[1];
  return page.some(({ marks }) => marks.some(({ lead, text }) => !lead && text === mark));
}

interface Edge {
  readonly line: Line;
  readonly key: string;
  /** Distance to the next line inwards, in ems. */
  readonly free: number;
}

function isMarked(line: Line): boolean {
  if (line.runs.length > 0 && line.runs.every((run) => run.artifact)) return true;
  const text = textOf(line.runs);
  return RUNNING_FOOTER.test(text) || COLOPHON.test(text);
}

function outermost(lines: readonly Line[]): Edge[] {
  const edges: Edge[] = [];
  const [first, second] = lines;
  if (first && first.baseline < TOP * first.page.height) edges.push(toEdge(first, second));
  const [last, before] = lines.slice(-2).reverse();
  if (last && last.baseline > BOTTOM * last.page.height) edges.push(toEdge(last, before));
  return edges;
}

function toEdge(line: Line, inner: Line | undefined): Edge {
  const key = `${textOf(line.runs).replaceAll(/\d+/g, '#')}@${line.size}`;
  const free = inner ? Math.abs(inner.baseline - line.baseline) / line.size : Infinity;
  return { line, key, free };
}

/**
 * The same words at the same place, apart from the text: two pages may begin with the same line of a table.
 * Where left and right pages have other margins a running title stands at the same height only.
 */
function isRepeated(edge: Edge, edges: readonly Edge[], pageCount: number): boolean {
  if (edge.free < APART) return false;
  const same = edges.filter(
    (other) => other.key === edge.key && isAtSamePlace(other.line, edge.line),
  );
  return same.length >= 2 && same.length * 2 >= pageCount;
}

function isAtSamePlace(one: Line, other: Line): boolean {
  const apart = Math.abs(one.baseline - other.baseline);
  if (Math.abs(one.left - other.left) < 12) return apart < 3;
  return apart < 0.5 && one.runs.length > 1;
}

/** A number alone that counts with the pages, or stands well apart from the text. */
function isPageNumber(edge: Edge, edges: readonly Edge[]): boolean {
  const value = numberOf(edge.line.runs);
  if (value === null) return false;
  const offset = Number(value) - edge.line.page.number;
  const counts = edges.some(
    (other) =>
      other !== edge &&
      Number(numberOf(other.line.runs) ?? Number.NaN) - other.line.page.number === offset &&
      Math.abs(other.line.baseline - edge.line.baseline) < 3,
  );
  return counts || edge.free > 1.9;
}

function numberOf(runs: readonly Run[]): string | null {
  return PAGE_NUMBER.exec(textOf(runs))?.[1] ?? null;
}

/** The page number in a line of furniture: alone, or set apart at either end of the running footer. */
function labelOn(line: Line): string | null {
  const parts = phrases(line.runs, 1);
  for (const part of [parts.at(-1), parts[0]]) {
    const value = part && numberOf(part);
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

import { crossings, isTabular, WORD_GAP } from './columns.ts';
import type { FlowItem } from './flow.ts';
import { continuesFootnote, footnoteMark, type Footnote } from './footnotes.ts';
import type { HeaderBand, HeaderColumn } from './header.ts';
import { isCaption, isSubtheme, isTheme } from './heading.ts';
import type { Page } from '../page/page.ts';
import { isBold, phrases, textOf, usualSize, type Line } from './line.ts';
import { differencesIn, type RoleDifference } from './tree/role-differences.ts';
import { structureOfLines, type RoleFinder } from './tree/roles.ts';
import { beginsValue } from './values.ts';
import type { Field } from './vocabulary.ts';

/** What stands between one header and the next: rows, and then what is no row. */
export interface Zone {
  readonly rows: readonly Line[];
  readonly footnotes: readonly Footnote[];
  readonly notes: readonly Line[];
  /** Headings and captions that belong to the next header. */
  readonly headings: readonly Line[];
  /** Rows that stand between the next table's caption and its header (BZK 2026). */
  readonly ahead: readonly Line[];
  /** Lines that the structure tree of the file puts elsewhere than their places do. */
  readonly differences: readonly RoleDifference[];
}

export interface ZoneContext {
  /** The columns of its header, as they stand on a page. */
  readonly columnsOn: (page: Page) => readonly HeaderColumn[];
  /** Size of the rows' letters as known so far; the zone's own rows prevail. */
  readonly size: number;
  readonly hasNext: boolean;
  readonly isPending: (mark: string) => boolean;
  /** What the structure tree of the file takes a line for. */
  readonly roleOf: RoleFinder;
}

/** Tells rows from headings, footnotes and prose by size, place and wording. */
export function readZone(lines: readonly Line[], context: ZoneContext): Zone {
  const { before, caption, ahead } = splitAtCaption(lines, context);
  const own = { ...context, hasNext: context.hasNext && caption.length === 0 };
  const zone = readRows(before, own);
  const plain = readRows(before, { ...own, roleOf: () => null });
  const differences = differencesIn(before, plain, zone);
  return { ...zone, headings: [...zone.headings, ...caption], ahead, differences };
}

/**
 * Behind a caption there are no more rows of this table. What stands between it and the next header is
 * its own second line, a heading, or rows of the next table when one of them has cells.
 */
function splitAtCaption(
  lines: readonly Line[],
  { columnsOn, hasNext, size }: Pick<ZoneContext, 'columnsOn' | 'hasNext' | 'size'>,
): {
  readonly before: readonly Line[];
  readonly caption: readonly Line[];
  readonly ahead: readonly Line[];
} {
  const at = hasNext ? lines.findLastIndex((line) => isCaption(textOf(line.runs))) : -1;
  const rest = lines.slice(at + 1);
  const hasRows = rest.some(
    (line) => isTabular(line, columnsOn(line.page)) && Math.abs(line.size - size) < 0.45,
  );
  if (at === -1 || !hasRows) return { before: lines, caption: [], ahead: [] };
  const caption = lines.slice(at, at + 1);
  for (const line of rest) {
    const last = caption.at(-1);
    if (!last || !continuesHeading(line, last) || isTabular(line, columnsOn(line.page))) break;
    caption.push(line);
  }
  return { before: lines.slice(0, at), caption, ahead: lines.slice(at + caption.length) };
}

function readRows(lines: readonly Line[], context: ZoneContext): Zone {
  const { columnsOn, hasNext, isPending, roleOf } = context;
  const byPlace = new Set(
    lines.filter((line) => isTabular(line, columnsOn(line.page)) && !opensNote(line, context.size)),
  );
  const structure = structureOfLines(
    lines,
    byPlace,
    (line) => hasValues(line, columnsOn(line.page)),
    roleOf,
  );
  const tabular = new Set(
    lines.filter(
      (line) => (byPlace.has(line) && !structure.outside.has(line)) || structure.cells.has(line),
    ),
  );
  const size =
    tabular.size > 0 ? usualSize([...tabular].flatMap(({ runs }) => runs)) : context.size;
  const boldRows = [...tabular].filter(isBold).length * 3 > tabular.size;
  const isHeading = (line: Line): boolean =>
    !tabular.has(line) && (structure.headings.has(line) || isHeadingLine(line, size, boldRows));
  const isOwn = (line: Line): boolean =>
    !structure.outside.has(line) && isRowLine(line, columnsOn(line.page), size);
  const lastRow = lines.findLastIndex(
    (line) => tabular.has(line) || (isOwn(line) && isCell(line, isHeading)),
  );
  const rows: Line[] = [];
  const footnotes: Footnote[] = [];
  const notes: Line[] = [];
  const headings: Line[] = [];
  let state: 'rows' | 'footnote' | 'prose' | 'heading' = 'rows';
  let former: Line | null = null;
  for (const [index, line] of lines.entries()) {
    if (former && former.page !== line.page && state !== 'heading') state = 'rows';
    const mark = tabular.has(line)
      ? null
      : footnoteMark(line, size, columnsOn(line.page), isPending);
    if (mark !== null && !(state === 'rows' && isRowBelow(lines, index, tabular))) {
      footnotes.push({ mark, lines: [line] });
      state = 'footnote';
    } else if (
      state === 'footnote' &&
      former &&
      !isHeading(line) &&
      continuesFootnote(line, former)
    ) {
      footnotes.at(-1)?.lines.push(line);
    } else if (state === 'heading' && former && continuesHeading(line, former)) {
      headings.push(line);
    } else if (isHeading(line) && index > lastRow && hasNext) {
      headings.push(line);
      state = 'heading';
    } else if (tabular.has(line) || (state === 'rows' && isOwn(line))) {
      rows.push(line);
      state = 'rows';
    } else {
      notes.push(line);
      if (state !== 'heading') state = 'prose';
    }
    former = line;
  }
  return { rows, footnotes, notes, headings, ahead: [], differences: [] };
}

/** Headings and prose above the first header, whose columns are given. */
export function readLead(
  lines: readonly Line[],
  size: number,
  columns: readonly HeaderColumn[],
): Zone {
  const { before, caption, ahead } = splitAtCaption(lines, {
    columnsOn: () => columns,
    size,
    hasNext: true,
  });
  const zone = readHeadings(before, size);
  return { ...zone, headings: [...zone.headings, ...caption], ahead };
}

function readHeadings(lines: readonly Line[], size: number): Zone {
  const headings: Line[] = [];
  const notes: Line[] = [];
  let state: 'heading' | 'prose' = 'prose';
  let former: Line | null = null;
  for (const line of lines) {
    if (isHeadingLine(line, size, false)) state = 'heading';
    else if (!(state === 'heading' && former && continuesHeading(line, former))) state = 'prose';
    (state === 'heading' ? headings : notes).push(line);
    former = line;
  }
  return { rows: [], footnotes: [], notes, headings, ahead: [], differences: [] };
}

function isHeadingLine(line: Line, size: number, boldRows: boolean): boolean {
  const text = textOf(line.runs);
  if (isCaption(text) || line.size >= size * 1.3)
    return isCaption(text) || isBold(line) || isNumberedTheme(text);
  if ((isTheme(text) || isSubtheme(text)) && /^\p{Lu}/u.test(text)) {
    // In plain letters only “Thema 3: …”: prose begins with “Thema’s zonder onderzoek” as well.
    return isBold(line) || (line.size > size * 1.04 && isNumberedTheme(text));
  }
  return isBold(line) && !boldRows;
}

/** “Thema 3: …”, “SEA-thema: …”. */
function isNumberedTheme(text: string): boolean {
  return isTheme(text) && /^\S*[Tt]hema\s*\d*\.?\s*(?:[:–-]|\p{Lu}|$)/u.test(text);
}

/** A caption may be bold in part, and may run on over lines. */
function continuesHeading(line: Line, former: Line): boolean {
  return (
    line.page === former.page &&
    Math.abs(line.size - former.size) < 0.3 &&
    Math.abs(line.left - former.left) < 2 &&
    line.baseline - former.baseline < 1.5 * former.size
  );
}

/** One text in smaller print behind a raised mark: its words may begin where columns do by chance. */
function opensNote(line: Line, size: number): boolean {
  const lead = line.marks.some((mark) => mark.lead && mark.base === line.runs[0]);
  return lead && line.size < 0.96 * size && phrases(line.runs, WORD_GAP).length === 1;
}

/** A line of a cell that stands alone at its height. */
function isCell(line: Line, isHeading: (line: Line) => boolean): boolean {
  return !isHeading(line) && line.marks.every(({ lead }) => !lead);
}

/** True when a line has text that reads like a value in two columns of few words. */
function hasValues(line: Line, columns: readonly HeaderColumn[]): boolean {
  const found = columns.filter(({ field, x }, index) => {
    const end = (columns[index + 1]?.x ?? Infinity) - 2;
    const text = textOf(line.runs.filter((run) => run.x >= x - 2 && run.x < end));
    return field !== null && SHORT.has(field) && beginsValue(field, '', text);
  });
  return found.length >= 2;
}

const SHORT: ReadonlySet<Field> = new Set(['type', 'start', 'completion', 'status', 'articles']);

function isRowLine(line: Line, columns: readonly HeaderColumn[], size: number): boolean {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last || Math.abs(line.size - size) > 0.45 || line.left < first.x - 4) return false;
  if (columns.some(({ x }) => Math.abs(x - line.left) < 3)) return true;
  const crossed = crossings(line, columns);
  // Under a centred or right-aligned header text begins left of it.
  return crossed === 0 || (crossed === 1 && line.right - line.left < 0.3 * (last.right - first.x));
}

/** A mark that stands before text in the middle of the rows opens no footnote. */
function isRowBelow(lines: readonly Line[], index: number, tabular: ReadonlySet<Line>): boolean {
  const line = lines[index];
  const next = lines.slice(index + 1).find((it) => it.page === line?.page);
  return (
    next !== undefined &&
    tabular.has(next) &&
    next.baseline - (line?.baseline ?? 0) < 1.3 * next.size
  );
}

/** Lines between header bands: those before the first, and those below each. */
export function parted(items: readonly FlowItem[]): {
  readonly lead: readonly Line[];
  readonly zones: readonly { readonly band: HeaderBand; readonly lines: readonly Line[] }[];
} {
  const lead: Line[] = [];
  const zones: { band: HeaderBand; lines: Line[] }[] = [];
  for (const item of items) {
    if (item.kind === 'band') zones.push({ band: item.band, lines: [] });
    else (zones.at(-1)?.lines ?? lead).push(item.line);
  }
  return { lead, zones };
}

import {
  asWide,
  cellText,
  filledColumns,
  hasSubject,
  isOneText,
  isSpanning,
  isThematic,
  rowEvidence,
} from './body.ts';
import type { BodyLine } from './body.ts';
import type { GridPage, GridRow } from './grid.ts';
import { alwaysPrinted, carryOver } from './grid-pages.ts';
import type { GrownRow } from './grid-pages.ts';
import { isGoal, isSubtheme, isTheme } from './heading.ts';
import { isBold, textOf } from './line.ts';
import { datesIn, hasDate, isGroupLine, textBefore } from './rows.ts';
import type { Row } from './rows.ts';

/** In this part of the rows and more there must be no second year or status. */
const SINGLE = 0.85;

/**
 * Whether what is drawn on the pages of one make of table bounds its rows: hardly any of them holds
 * more than one year or status. A frame around the whole body bounds no rows.
 */
export function isGrid(pages: readonly GridPage[]): boolean {
  if (pages.every(({ edges }) => edges === 0)) return false;
  const dates = pages
    .flatMap(({ rows }) => rows)
    .filter(({ wide }) => !wide)
    .map(({ lines }) => datesIn(lines));
  const dated = dates.filter((count) => count > 0).length;
  const once = dates.filter((count) => count === 1).length;
  return once >= SINGLE * dated && dated * 4 >= dates.length;
}

/** Rows as found by what they hold and the white between them. */
export interface FreeRows {
  readonly rows: readonly Row[];
  /** Distance between lines of one cell, in points. */
  readonly pitch: number;
  /** Studies are followed by a text over the whole width. */
  readonly described: boolean;
}

/**
 * The rows of a table from the grids of its pages; a row that a page cuts is made whole.
 * @param free the rows as they would be without anything drawn
 */
export function rowsOfGrid(pages: readonly GridPage[], free: FreeRows): readonly Row[] {
  const rows: GrownRow[] = [];
  const printed = alwaysPrinted(pages);
  let closed = false;
  for (const page of pages) {
    const own = new Map<number, GrownRow>();
    for (const [index, row] of partsOf(page, free).entries()) {
      const former = index === 0 ? rows.at(-1) : undefined;
      if (former && goesOn(former, row, closed)) {
        former.lines.push(...(former.wide ? row.lines.map(asWide) : row.lines));
        own.set(row.place, former);
        continue;
      }
      const spans = new Map<number, Row>();
      for (const [column, place] of row.begun) {
        const start = own.get(place);
        if (start && !row.wide) spans.set(column, start);
      }
      const { wide, bounded } = row;
      const grown = { wide, lines: [...row.lines], margin: Infinity, bounded, spans };
      if (former) carryOver(grown, row, former, { printed, pitch: free.pitch });
      rows.push(grown);
      if (!own.has(row.place)) own.set(row.place, grown);
    }
    ({ closed } = page);
  }
  return rows;
}

/** White above a line that is this many times the distance of lines parts rows for certain. */
const CLEAR = 1.4;

/** The rows of a page; the lines of a text below a study that was parted in two are one again. */
function partsOf({ rows }: GridPage, free: FreeRows): readonly GridRow[] {
  const parts: GridRow[] = [];
  for (const row of rows.flatMap((it) => single(it, free))) {
    const last = parts.at(-1);
    const begins = free.rows.some(({ lines }) => isSameLine(lines[0], row.lines[0]));
    if (last?.wide === true && row.wide && last.place === row.place && !begins)
      parts.splice(-1, 1, { ...last, lines: [...last.lines, ...row.lines] });
    else parts.push(row);
  }
  return parts;
}

/** Rows that nothing drawn parts are told apart as they would be without anything drawn. */
function single(row: GridRow, free: FreeRows): readonly GridRow[] {
  if (row.wide) return namesIn(row);
  if (row.hold === 'cells') return [row];
  const parts: { readonly wide: boolean; readonly lines: BodyLine[] }[] = [];
  for (const body of row.lines) {
    const start = free.rows.find(({ lines }) => isSameLine(lines[0], body));
    const last = parts.at(-1);
    // A name without a line of its own under it stands between two rules with the row below it.
    const named = last?.wide === true && start?.wide === false && hasDate(start);
    const belongs =
      !start ||
      (row.hold === 'rules' &&
        !isName(body, free.pitch) &&
        !isDescription(start, free) &&
        !named) ||
      last?.lines.every(isBeside) === true;
    if (last && belongs) last.lines.push(last.wide ? asWide(body) : body);
    else if (start?.wide === true) parts.push({ wide: true, lines: [asWide(body)] });
    else parts.push({ wide: false, lines: [body] });
  }
  return parts.map((part) => ({ ...row, ...part }));
}

/** In cost, how much surer a text below a study must be than any other way of parting the lines. */
const SURE = 1.6;

function isDescription({ wide, margin }: Row, { described }: FreeRows): boolean {
  return wide && described && margin >= SURE;
}

/** A text over the width with a name in it that says what it is: two names, one below the other. */
function namesIn(row: GridRow): readonly GridRow[] {
  const parts: BodyLine[][] = [];
  for (const body of row.lines) {
    const text = textOf(body.line.runs);
    const named = isBold(body.line) && (isTheme(text) || isSubtheme(text) || isGoal(text));
    const last = parts.at(-1);
    if (last && !named) last.push(body);
    else parts.push([body]);
  }
  return parts.map((lines) => ({ ...row, lines }));
}

/** A line of cells that span rows alone, such as the end of a theme that began beside a row above. */
function isBeside(body: BodyLine): boolean {
  return !body.wide && filledColumns(body).every((column) => isSpanning(body.columns, column));
}

/**
 * The name of a group of rows: a text by itself that says it is a theme, a subtheme or a goal, or that
 * stands in the first column well apart from what is above it.
 */
function isName(body: BodyLine, pitch: number): boolean {
  const alone = !body.wide && filledColumns(body).every((column) => column === 0);
  if (!isBold(body.line)) return false;
  if (alone && body.step > CLEAR * pitch) return true;
  const text = textOf(body.line.runs);
  return (alone || isOneText(body)) && (isTheme(text) || isSubtheme(text) || isGoal(text));
}

function isSameLine(one: BodyLine | undefined, other: BodyLine | undefined): boolean {
  if (!one || !other) return false;
  return one.line.page === other.line.page && one.line.baseline === other.line.baseline;
}

/**
 * Whether the first row of a page is the rest of the last row of the page before it.
 * @param closed whether an edge was drawn under the last row there; some typesetters draw it under a cut one too
 */
function goesOn(former: Row, { wide, lines }: GridRow, closed: boolean): boolean {
  const [first] = lines;
  // On one page a header or heading stands between them.
  if (!first || first.line.page === former.lines.at(-1)?.line.page) return false;
  if (wide && !former.wide) return false;
  if (former.wide) {
    if (isTheme(textOf(first.line.runs)) || isSubtheme(textOf(first.line.runs))) return false;
    const ended = /[.!?]$/u.test(lastText(former)) && opensText(textOf(first.line.runs));
    return !ended && (wide || lines.every(isOneText));
  }
  const before = (column: number): string => textBefore(former, column);
  const subject = lines.some((body) => hasSubject(body) && opensSubject(body));
  if (datesIn(lines, before) > 0 || rowEvidence(first, before) >= 2) {
    return !hasDate(former) && !subject;
  }
  if (isGroupLine(first) && filledColumns(first).length === 1 && hasDate(former)) return false;
  // Some typesetters keep the lines of a short title together and move them to the next page alone.
  if (subject && hasDate(former) && !former.lines.some(hasSubject)) return true;
  if (closed && subject) return false;
  const columns = [...new Set(lines.flatMap(filledColumns))];
  return columns.every((column) => before(column) !== '' || isThematic(fieldAt(first, column)));
}

function lastText({ lines }: Row): string {
  const last = lines.at(-1);
  return last ? textOf(last.line.runs) : '';
}

function opensText(text: string): boolean {
  return /^[\p{Lu}\d‘“"']/u.test(text);
}

function opensSubject(body: BodyLine): boolean {
  return filledColumns(body).some((column) => {
    const field = fieldAt(body, column);
    const subject = field === null || field === 'title' || field === 'description';
    const theme = isThematic(field) && !isSpanning(body.columns, column);
    return (subject || theme) && opensText(cellText(body, column));
  });
}

function fieldAt({ columns }: BodyLine, column: number): (typeof columns)[number]['field'] {
  return columns[column]?.field ?? null;
}

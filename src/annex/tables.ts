import { isTabular, withLeadingColumn } from './columns.ts';
import { compact } from './fold.ts';
import { joinHeading, type FlowItem } from './flow.ts';
import type { Footnote } from './footnotes.ts';
import { isPartOf, type HeaderBand, type HeaderColumn } from './header.ts';
import { isCaption, isSubtheme, isTheme } from './heading.ts';
import { carriesOn, isRepeated } from './continuation.ts';
import { hasBlankBetween, isBold, textOf, usualSize, type Line } from './line.ts';
import type { Page } from '../page/page.ts';
import { columnsOnPages } from './shifted-pages.ts';
import { parted, readLead, readZone } from './region.ts';
import type { RoleDifference } from './tree/role-differences.ts';
import type { RoleFinder } from './tree/roles.ts';

/** A table as it stands in the annex, over pages and repeated headers, before its rows are known. */
export interface RawTable {
  /** Caption and headings above it, one text each. */
  readonly headings: readonly Heading[];
  readonly bands: HeaderBand[];
  /** Those of the headers that have no row under them. */
  readonly bare: HeaderBand[];
  readonly parts: Part[];
  readonly footnotes: Footnote[];
  /** Prose under it. */
  readonly notes: Line[];
  /** Lines that the structure tree of the file puts elsewhere than their places do. */
  readonly differences: RoleDifference[];
}

export interface Heading {
  readonly text: string;
  readonly lines: readonly Line[];
}

/** Rows under one header. A heading line among them stands for a row over the whole width. */
export interface Part {
  readonly columns: readonly HeaderColumn[];
  readonly lines: readonly Line[];
  /** Lines that are headings inside the table: “Subthema …” above a repeated header. */
  readonly bandLines: ReadonlySet<Line>;
}

export interface RawAnnex {
  readonly tables: readonly RawTable[];
  /** Prose above the first table. */
  readonly lead: readonly Line[];
}

/** Puts the tables of the annex together: a new heading begins one, a repeated header carries it on. */
export function readTables(items: readonly FlowItem[], roleOf: RoleFinder): RawAnnex {
  const { lead, zones } = parted(items);
  const size = usualSize(zones[0]?.band.lines.flatMap(({ runs }) => runs) ?? []);
  const firstColumns = zones[0]?.band.columns ?? [];
  const opening =
    zones.length > 0
      ? readLead(lead, size, firstColumns)
      : { headings: [], notes: lead, ahead: [] };
  const tables: RawTable[] = [];
  const known: HeaderBand[] = [];
  let pending: readonly Line[] = opening.headings;
  let ahead: readonly Line[] = opening.ahead;
  let rowSize = size;
  for (const [index, { band, lines }] of zones.entries()) {
    const headings = groupHeadings(pending);
    const current = tables.at(-1);
    const table = current && carriesOn(current, band, headings) ? current : newTable(headings);
    if (table !== current) tables.push(table);
    const named = fullColumns(band, table, known, lines);
    const header = band.lines[0]?.page;
    const place = columnsOnPages(named, header, lines);
    const columns = withLeadingColumn(
      named,
      lines.filter(({ page }) => place(page) === named),
    );
    const columnsOn = columns === named ? place : columnsOnPages(columns, header, lines);
    const zone = readZone(lines, {
      columnsOn,
      size: rowSize,
      hasNext: index + 1 < zones.length,
      isPending: (mark) => marksIn(table, lines).has(mark),
      roleOf,
    });
    if (zone.rows.length > 0) rowSize = usualSize(zone.rows.flatMap(({ runs }) => runs));
    const inside = table === current ? subthemeLines(headings, current) : [];
    if (inside.length > 0) table.parts.push({ columns, lines: inside, bandLines: new Set(inside) });
    if (ahead.length > 0) {
      table.parts.push({ columns, lines: ahead, bandLines: new Set(ahead.filter(isBold)) });
    }
    table.bands.push(band);
    if (zone.rows.length === 0) table.bare.push(band);
    const bandLines = new Set<Line>();
    if (zone.rows.length === 0) table.parts.push({ columns, lines: [], bandLines });
    for (const [own, rows] of stretches(zone.rows, columnsOn))
      table.parts.push({ columns: own, lines: rows, bandLines });
    table.footnotes.push(...zone.footnotes);
    table.notes.push(...zone.notes);
    table.differences.push(...zone.differences);
    known.push({ ...band, columns });
    pending = zone.headings;
    ahead = zone.ahead;
  }
  return { tables, lead: opening.notes };
}

/** Rows that follow each other and have their columns at the same place. */
function stretches(
  rows: readonly Line[],
  columnsOn: (page: Page) => readonly HeaderColumn[],
): readonly (readonly [readonly HeaderColumn[], readonly Line[]])[] {
  const found: [readonly HeaderColumn[], Line[]][] = [];
  for (const line of rows) {
    const columns = columnsOn(line.page);
    const last = found.at(-1);
    if (last?.[0] === columns) last[1].push(line);
    else found.push([columns, [line]]);
  }
  return found;
}

function newTable(headings: readonly Heading[]): RawTable {
  return { headings, bands: [], bare: [], parts: [], footnotes: [], notes: [], differences: [] };
}

function groupHeadings(lines: readonly Line[]): Heading[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    if (last && !opensGroup(line, last)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ text: joinHeading(group), lines: group }));
}

function opensGroup(line: Line, last: Line): boolean {
  const text = textOf(line.runs);
  if (isCaption(text) || isTheme(text) || isSubtheme(text)) return true;
  if (line.page !== last.page || line.baseline - last.baseline > 1.6 * last.size) return true;
  const caption = isCaption(textOf(last.runs));
  return (
    Math.abs(line.size - last.size) > 0.3 || (!caption && line.runs[0]?.bold !== last.runs[0]?.bold)
  );
}

function subthemeLines(headings: readonly Heading[], table: RawTable): Line[] {
  return headings.filter(({ text }) => !isRepeated(text, table)).flatMap(({ lines }) => lines);
}

/**
 * The columns of a header, or those of a fuller one at the same place when the rows have text under a
 * name that this one lacks.
 */
function fullColumns(
  band: HeaderBand,
  table: RawTable,
  known: readonly HeaderBand[],
  lines: readonly Line[],
): readonly HeaderColumn[] {
  for (const full of known.toReversed()) {
    if (!isPartOf(band, full)) continue;
    if (isAtSamePlace(band, full)) {
      if (table.bands.length > 0 || showsMissing(band, full, lines)) return full.columns;
    } else if (isShifted(band, full) && fillsAll(full, lines)) return full.columns;
  }
  return band.columns;
}

function isAtSamePlace(band: HeaderBand, full: HeaderBand): boolean {
  return band.columns.every(({ label, x }) =>
    full.columns.some(
      (other) => compact(other.label) === compact(label) && Math.abs(other.x - x) < 4,
    ),
  );
}

/** The names stand over cells of the fuller header, but not all over their own: those behind a lacking one moved up. */
function isShifted(band: HeaderBand, full: HeaderBand): boolean {
  const places = new Set(
    band.columns.map(({ x }) => full.columns.findIndex((other) => Math.abs(other.x - x) < 4)),
  );
  return places.size === band.columns.length && !places.has(-1);
}

/** Cells begin in each column of a header. */
function fillsAll({ columns }: HeaderBand, lines: readonly Line[]): boolean {
  return columns.every(({ x }) => lines.some((line) => startsAt(line, x)));
}

function showsMissing(band: HeaderBand, full: HeaderBand, lines: readonly Line[]): boolean {
  const labels = new Set(band.columns.map(({ label }) => compact(label)));
  const missing = full.columns.filter(({ label }) => !labels.has(compact(label)));
  const rows = lines.filter((line) => isTabular(line, full.columns));
  return missing.every(({ x }) => rows.some((line) => startsAt(line, x)));
}

function startsAt(line: Line, x: number): boolean {
  return line.runs.some((run, index) => {
    const before = line.runs[index - 1];
    return Math.abs(run.x - x) < 1.5 && (!before || hasBlankBetween(before, run));
  });
}

/** Marks that hang on the table's headings, headers and rows so far, or on one of the lines given. */
function marksIn(table: RawTable, lines: readonly Line[]): Set<string> {
  const all = [
    ...table.headings.flatMap((heading) => heading.lines),
    ...table.bands.flatMap((band) => band.lines),
    ...table.parts.flatMap((part) => part.lines),
    ...lines,
  ];
  const marks = all.flatMap((line) =>
    line.marks.filter(({ lead }) => !lead).map(({ text }) => text),
  );
  const stars = table.bands.flatMap(({ columns }) =>
    columns.flatMap(({ label }) => starsAt(label)),
  );
  return new Set([...marks, ...stars]);
}

/** “Conclusies/aanbevelingen*”: a mark of the header's own size. */
export function starsAt(label: string): string[] {
  return /([*†‡]+)\)?$/.exec(label)?.slice(1, 2) ?? [];
}

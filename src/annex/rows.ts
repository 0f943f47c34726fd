import {
  cellText,
  filledColumns,
  hasSubject,
  isThematic,
  isRunningText,
  rowEvidence,
  type BodyLine,
} from './body.ts';
import { isBold, textOf } from './line.ts';
import { beginsValue } from './values.ts';

/** The lines of one printed row, which may run over pages. */
export interface Row {
  /** True for one text over the whole width: a theme, a description, a remark. */
  readonly wide: boolean;
  readonly lines: readonly BodyLine[];
}

/** What parts the rows of tables of one make. */
export interface Make {
  /** Usual distance between lines of one cell, in points. */
  readonly pitch: number;
  /** A rule stands between every two rows. */
  readonly ruled: boolean;
  /** More white stands between rows than between lines. */
  readonly spaced: boolean;
  /** Study rows are followed by a text of their own over the whole width. */
  readonly described: boolean;
}

/**
 * Learns from all tables of one make how their rows are parted: a sign counts when between two of it
 * there is one row and no more, as told by the short columns.
 */
export function learnMake(stretches: readonly (readonly BodyLine[])[]): Make {
  const lines = stretches.flat();
  const pitch = usualPitch(stretches);
  const rough = { pitch, ruled: false, spaced: false, described: false };
  const spaced = parts(stretches, (body) => hasGap(body, rough));
  return {
    pitch,
    ruled: parts(stretches, isRuledOff),
    spaced,
    described: isDescribed(lines),
  };
}

/** The smallest distance between lines of one column: no cell is set tighter than another. */
function usualPitch(stretches: readonly (readonly BodyLine[])[]): number {
  const size = stretches.flat()[0]?.line.size ?? 8;
  const distances = stretches
    .flatMap(distancesIn)
    .filter((it) => it > 0.95 * size && it < 1.8 * size);
  return distances.length > 0 ? Math.min(...distances) : 1.2 * size;
}

/** Distances between the lines of each column, whatever stands between them in other columns. */
function distancesIn(stretch: readonly BodyLine[]): number[] {
  const distances: number[] = [];
  const last = new Map<number, number>();
  for (const body of stretch) {
    if (body.top || isRuledOff(body)) last.clear();
    for (const column of filledColumns(body)) {
      const before = last.get(column);
      if (before !== undefined) distances.push(body.line.baseline - before);
      last.set(column, body.line.baseline);
    }
  }
  return distances;
}

/** Whether a sign between lines parts rows: hardly any block between two signs holds more than one. */
function parts(
  stretches: readonly (readonly BodyLine[])[],
  isSign: (body: BodyLine) => boolean,
): boolean {
  let blocks = 0;
  let single = 0;
  let signs = 0;
  for (const stretch of stretches) {
    for (const block of blocksOf(stretch, isSign)) {
      const rows = datesIn(block);
      if (rows > 0) blocks += 1;
      if (rows === 1) single += 1;
      if (block[0]?.top === false) signs += 1;
    }
  }
  return signs > 0 && blocks > 0 && single * 20 >= blocks * 17;
}

function blocksOf(
  stretch: readonly BodyLine[],
  isSign: (body: BodyLine) => boolean,
): readonly (readonly BodyLine[])[] {
  const blocks: BodyLine[][] = [];
  for (const body of stretch) {
    const block = blocks.at(-1);
    if (block && !body.top && !isSign(body)) block.push(body);
    else blocks.push([body]);
  }
  return blocks;
}

/** How many years or statuses stand in one column of a block: as many rows as it has, or fewer. */
function datesIn(
  block: readonly BodyLine[],
  former: (column: number) => string = () => '',
): number {
  const before = new Map<number, string>();
  const count = new Map<number, number>();
  for (const body of block) {
    if (body.wide) continue;
    for (const column of filledColumns(body)) {
      const field = body.columns[column]?.field ?? null;
      if (field !== 'completion' && field !== 'status' && field !== 'start') continue;
      const text = cellText(body, column);
      if (beginsValue(field, before.get(column) ?? former(column), text)) {
        count.set(column, (count.get(column) ?? 0) + 1);
        before.set(column, text);
      } else before.set(column, `${before.get(column) ?? former(column)} ${text}`.trim());
    }
  }
  return Math.max(0, ...count.values());
}

function isStrong(body: BodyLine): boolean {
  return !body.wide && rowEvidence(body, () => '') >= 2;
}

function isRuledOff({ ruled, columns }: BodyLine): boolean {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last || ruled.length === 0) return false;
  const width = last.right - first.x;
  const covered = new Set<number>();
  for (const [from, to] of ruled) {
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const x = first.x + ((tenth + 0.5) * width) / 10;
      if (x >= from - 1 && x <= to + 1) covered.add(tenth);
    }
  }
  return covered.size >= 5;
}

/** More white above a line than between the lines of a cell, unless a theme beside it has it already. */
function hasGap(body: BodyLine, { pitch }: Make): boolean {
  const most = pitch + Math.max(0.6, 0.07 * pitch);
  if (body.step > most) return true;
  if (body.distance <= most) return false;
  for (let line = body.beside; line; line = line.beside) if (line.step > most) return false;
  return true;
}

function isDescribed(lines: readonly BodyLine[]): boolean {
  let studies = 0;
  let described = 0;
  let open = false;
  for (const body of lines) {
    if (isStrong(body)) {
      studies += 1;
      open = true;
    } else if (body.wide && open) {
      described += 1;
      open = false;
    }
  }
  return described > 0 && described * 4 >= studies;
}

/** Parts the lines of a table into rows. A row goes on over pages until something says it does not. */
export function findRows(lines: readonly BodyLine[], make: Make): Row[] {
  const rows: OpenRow[] = [];
  for (const block of blocksOf(widened(lines, make), (body) => isParted(body, make))) {
    for (const run of byWidth(block)) takeBlock(run, rows, make);
  }
  return rows;
}

interface OpenRow {
  readonly wide: boolean;
  readonly lines: BodyLine[];
}

function isParted(body: BodyLine, make: Make): boolean {
  if (make.ruled) return isRuledOff(body);
  return make.spaced && (hasGap(body, make) || isRuledOff(body));
}

function byWidth(block: readonly BodyLine[]): readonly (readonly BodyLine[])[] {
  const runs: BodyLine[][] = [];
  for (const body of block) {
    const run = runs.at(-1);
    if (run?.[0]?.wide === body.wide) run.push(body);
    else runs.push([body]);
  }
  return runs;
}

/** Lines without a sign between them: one row, or part of it, unless their dates say that there are more. */
function takeBlock(block: readonly BodyLine[], rows: OpenRow[], make: Make): void {
  const single =
    make.ruled || make.spaced ? datesIn(block) < 2 : rows.length === 0 && isLone(block, make);
  for (const [index, body] of block.entries()) {
    const row = rows.at(-1);
    const starts =
      !row ||
      body.wide !== row.wide ||
      (index === 0 ? opensRow(block, row, make) : !single && startsRow(body, row, make));
    if (starts) rows.push({ wide: body.wide, lines: [body] });
    else row.lines.push(body);
  }
}

/** The only row of a table, centred: its lines stand at half distances, or its year lower than its title. */
function isLone(block: readonly BodyLine[], { pitch }: Make): boolean {
  const [first] = block;
  if (!first || isGroupLine(first) || datesIn(block) !== 1) return false;
  if (rowEvidence(first, () => '') < 2) return true;
  return block.some(({ top, step, beside }) => !top && beside === null && step < 0.8 * pitch);
}

/** Whether a row begins with a block that is set apart by a sign, or stands at the top of a page. */
function opensRow(block: readonly BodyLine[], row: Row, make: Make): boolean {
  const [body] = block;
  if (!body) return false;
  if (body.wide) return !body.top && (hasGap(body, make) || isRuledOff(body));
  if (!make.ruled && !make.spaced) return startsRow(body, row, make);
  const evidence = rowEvidence(body, (column) => textBefore(row, column));
  if (body.top) return evidence >= 2 || datesIn(block, (column) => textBefore(row, column)) > 0;
  return make.ruled || datesIn(block) > 0 || evidence >= 1 || hasSubject(body);
}

/** Takes lines that run over the whole width for what they are, also where they end early or words meet a column by chance. */
function widened(lines: readonly BodyLine[], make: Make): BodyLine[] {
  const found: BodyLine[] = [];
  for (const body of lines) {
    const former = found.at(-1);
    const close = former !== undefined && !hasGap(body, make) && !isRuledOff(body);
    const ended = former !== undefined && body.top && /[.!?]$/.test(textOf(former.line.runs));
    const tail = former?.wide === true && close && !ended;
    const whole = former?.wide === false && make.described && isSentence(textOf(body.line.runs));
    found.push((tail || whole) && isOneText(body) ? asWide(body) : body);
  }
  return found;
}

function isOneText(body: BodyLine): boolean {
  return body.wide || isRunningText(body.line, body.columns, body.cells);
}

/** One text, whatever columns it runs over. */
export function asWide(body: BodyLine): BodyLine {
  const cells = body.columns.map((_, index) => (index === 0 ? body.line.runs : []));
  return { ...body, wide: true, cells };
}

function isSentence(text: string): boolean {
  return /^[\p{Lu}\d‘“"']/u.test(text) && /[.!?]["”’)]?$/.test(text);
}

/** Whether a row begins with a line that no sign sets apart. */
function startsRow(body: BodyLine, row: Row, make: Make): boolean {
  const evidence = rowEvidence(body, (column) => textBefore(row, column));
  const subject = hasSubject(body);
  if (make.ruled || make.spaced) return evidence >= 3 && subject && hasDate(row);
  if (body.top) return evidence >= 2;
  if (isRuledOff(body) && subject) return true;
  const gap = hasGap(body, make);
  if (evidence >= 2 && (subject || evidence >= 3)) return hasKeys(row) || isGroup(row) || gap;
  return gap && evidence >= 1 && subject;
}

function textBefore(row: Row, column: number): string {
  return row.lines
    .map((body) => cellText(body, column))
    .filter((text) => text !== '')
    .join(' ');
}

function hasDate(row: Row): boolean {
  return hasField(row, (field) => field === 'completion' || field === 'status');
}

/** Without any short column filled a row may be centred, its year standing lower than its title. */
function hasKeys(row: Row): boolean {
  return hasField(
    row,
    (field) => field !== null && field !== 'title' && !isThematic(field) && !isLong(field),
  );
}

function isLong(field: string): boolean {
  return field === 'description' || field === 'conclusions' || field === 'source';
}

function hasField(
  row: Row,
  matches: (field: BodyLine['columns'][number]['field']) => boolean,
): boolean {
  return row.lines.some((body) =>
    filledColumns(body).some((column) => matches(body.columns[column]?.field ?? null)),
  );
}

function isGroup(row: Row): boolean {
  const [first] = row.lines;
  return first !== undefined && row.lines.length <= 2 && isGroupLine(first);
}

/** A line that names a group of rows: bold, or numbered as in model 3.45 of 2021. */
function isGroupLine(body: BodyLine): boolean {
  const text = cellText(body, filledColumns(body)[0] ?? 0);
  return isBold(body.line) || /^\d{1,2}[a-z]?\.?\s+\p{Lu}/u.test(text);
}

import {
  asWide,
  cellText,
  filledColumns,
  hasSubject,
  isOneText,
  isThematic,
  rowEvidence,
  type BodyLine,
} from './body.ts';
import { isBold, textOf } from './line.ts';
import { blocksOf, datesIn, hasGap, isRuledOff, type Make } from './make.ts';

/** The lines of one printed row, which may run over pages. */
export interface Row {
  /** True for one text over the whole width: a theme, a description, a remark. */
  readonly wide: boolean;
  readonly lines: readonly BodyLine[];
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
  return make.ruled || !isParagraph(block);
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

/** A paragraph within a long cell: more white stands above it, but nothing beside it. */
function isParagraph(block: readonly BodyLine[]): boolean {
  return block.every((body) =>
    filledColumns(body).every((column) => isLong(body.columns[column]?.field ?? '')),
  );
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

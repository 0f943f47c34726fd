import type { CellLayout, RowLayout, TableLayout } from '../../page/layout.ts';
import type { Box } from '../../page/page.ts';
import { hull, linesOn, rectangle } from './box.ts';
import type { Drawn } from './drawn.ts';
import { fieldName, tintOf } from './field.ts';
import { element, escaped } from './markup.ts';

/**
 * A cell with text on a page.
 * @param mixed when text of others stands within its outline: then each of its lines has a box as well
 */
export function filledCell(
  cell: CellLayout,
  row: RowLayout,
  {
    table,
    page,
    mixed,
    drawn,
  }: {
    readonly table: TableLayout;
    readonly page: number;
    readonly mixed: boolean;
    readonly drawn: Drawn;
  },
): string {
  const lines = linesOn(cell.pieces, page);
  const outline = hull(lines);
  if (!outline) return '';
  const boxes = mixed ? lines : [outline];
  return element(
    'g',
    { class: `cell ${tintIn(cell, row, table)}${levelIn(cell, row, table, drawn)}` },
    element('title', {}, escaped(tell(cell, row, table, drawn))),
    ...(mixed ? [element('rect', { class: 'outline', ...rectangle(outline) })] : []),
    ...boxes.map((box) => element('rect', rectangle(box))),
  );
}

/** A small dotted mark where a cell of the row is blank, so that a missing value is seen. */
export function blankCell(
  cell: CellLayout,
  row: RowLayout,
  {
    box,
    table,
    page,
    drawn,
  }: {
    readonly box: Box;
    readonly table: TableLayout;
    readonly page: number;
    readonly drawn: Drawn;
  },
): string {
  if (cell.pieces.length > 0) return '';
  const stretch = table.stretches.find(
    (it) => it.page === page && it.first <= box.bottom && it.last >= box.y,
  );
  // Two tables side by side have each label twice; a header repeated on a later page may lack some.
  const same = stretch?.columns.filter(({ label }) => label === cell.label) ?? [];
  const column = same[row.cells.filter(({ label }) => label === cell.label).indexOf(cell)];
  if (!stretch || !column) return '';
  const { size } = stretch;
  const x = column.from + 1;
  const spot = { x, right: x + size, y: box.y + 0.15 * size, bottom: box.y + 0.9 * size };
  return element(
    'g',
    { class: `cell blank ${tintIn(cell, row, table)}${levelIn(cell, row, table, drawn)}` },
    element('title', {}, escaped(tell(cell, row, table, drawn))),
    element('rect', { ...rectangle(spot), rx: 1 }),
  );
}

function tintIn({ field }: CellLayout, { wide }: RowLayout, { titles }: TableLayout): string {
  return wide ? 't-wide' : `t-${tintOf(field, titles)}`;
}

/** A class for a cell that was not read with full confidence. */
function levelIn(
  { field }: CellLayout,
  { study, wide }: RowLayout,
  { titles }: TableLayout,
  drawn: Drawn,
): string {
  if (study === null) return '';
  const level = drawn.levelOf(study, wide ? 'description' : tintOf(field, titles));
  return level === 'high' ? '' : ` ${level}`;
}

function tell(
  { label, field, text }: CellLayout,
  { study, wide }: RowLayout,
  { titles }: TableLayout,
  drawn: Drawn,
): string {
  const where = wide ? 'over the whole width' : `${fieldName(field, titles)} (under “${label}”)`;
  const whose = study === null ? '' : `study ${study + 1}, `;
  const reasons =
    study === null ? [] : drawn.reasonsOf(study, wide ? 'description' : tintOf(field, titles));
  const doubts = reasons.map(({ level, message }) => `\n${level} confidence: ${message}`);
  return `${whose}${where}: ${text === '' ? 'blank' : `“${text}”`}${doubts.join('')}`;
}

import type { CellLayout, Layout, RowLayout, TableLayout } from '../../page/layout.ts';
import type { Box } from '../../page/page.ts';
import { grown, hull, hullOn, overlap, rectangle } from './box.ts';
import { blankCell, filledCell } from './cell.ts';
import type { Drawn } from './drawn.ts';
import { element, escaped } from './markup.ts';

/** The rows on a page: a band for each, its cells, the blank ones as well, and its number. */
export function rowLayer(page: number, { tables }: Layout, drawn: Drawn): string {
  return tables
    .flatMap((table) => {
      const sheet = sheetOf(table, page);
      // Bands lie below all cells: a theme may stand beside several rows.
      return [
        ...sheet.bands.map((it) => drawBand(it, sheet, drawn)),
        ...sheet.bands.map((it) => drawCells(it, sheet, drawn)),
      ];
    })
    .join('\n');
}

/** The part of a table that stands on one page. */
interface Sheet {
  readonly page: number;
  readonly table: TableLayout;
  readonly bands: readonly Band[];
  readonly cells: ReadonlyMap<CellLayout, Box>;
  readonly left: number;
  readonly right: number;
}

/** One row as it stands on one page. */
interface Band {
  readonly row: RowLayout;
  readonly box: Box;
  /** Rows of one study have one colour. */
  readonly odd: boolean;
  /** The row above it belongs to the same study. */
  readonly goesOn: boolean;
}

function sheetOf(table: TableLayout, page: number): Sheet {
  const cells = new Map(table.rows.flatMap((it) => it.cells.flatMap((cell) => placed(cell, page))));
  const bands: Band[] = [];
  for (const { row: it, box } of placedRows(table, page)) {
    const above = bands.at(-1);
    const goesOn = above !== undefined && it.study !== null && above.row.study === it.study;
    const turns = it.study !== null && !goesOn;
    bands.push({ row: it, box, goesOn, odd: turns ? above?.odd === false : above?.odd === true });
  }
  const headers = table.headers.flatMap((lines) => hullOn(lines, page) ?? []);
  const { x = 0, right = 0 } = hull([...headers, ...cells.values()]) ?? {};
  return { page, table, bands, cells, left: x, right };
}

/** From top to bottom. */
function placedRows({ rows }: TableLayout, page: number): readonly { row: RowLayout; box: Box }[] {
  return rows
    .flatMap((it) => {
      const box = bandOf(it, page);
      return box ? [{ row: it, box }] : [];
    })
    .toSorted((one, other) => one.box.y - other.box.y);
}

function placed(cell: CellLayout, page: number): readonly (readonly [CellLayout, Box])[] {
  const box = hullOn(cell.pieces, page);
  return box ? [[cell, box]] : [];
}

/** Themes may span rows, so they say nothing of how high their own row is. */
function bandOf({ cells }: RowLayout, page: number): Box | null {
  const boxes = (which: readonly CellLayout[]): readonly Box[] =>
    which.flatMap((cell) => placed(cell, page).map(([, box]) => box));
  const own = cells.filter(({ field }) => field !== 'theme' && field !== 'subtheme');
  return hull(boxes(own)) ?? hull(boxes(cells));
}

function drawBand(own: Band, { bands, left, right }: Sheet, drawn: Drawn): string {
  const clash = bands.some((other) => clashes(other, own));
  const warning = clash ? '. Look here: it shares lines with another row' : '';
  const names = ['row', own.row.kind, own.odd ? 'odd' : 'even', ...(clash ? ['clash'] : [])];
  return element(
    'g',
    { class: `${names.join(' ')} band`, 'data-study': numberOf(own.row) },
    element('title', {}, escaped(`${nameOf(own.row, drawn)}${warning}`)),
    element('rect', rectangle(grown({ ...own.box, x: left, right }, 1.2))),
  );
}

function drawCells({ row, box, goesOn }: Band, sheet: Sheet, drawn: Drawn): string {
  const { page, left, table } = sheet;
  const begins = beginsOn(row, page);
  const drawings = row.cells.map((cell) => {
    const own = sheet.cells.get(cell);
    const shown = row.study !== null && !goesOn && begins;
    if (!own) return shown ? blankCell(cell, row, { box, table, page, drawn }) : '';
    const mixed = sheet.cells
      .entries()
      .some(([other, theirs]) => other !== cell && overlap(theirs, own, 1));
    return filledCell(cell, row, { table, page, mixed, drawn });
  });
  return element(
    'g',
    { class: `row ${row.kind}`, 'data-study': numberOf(row) },
    ...drawings,
    goesOn ? '' : badge(row, begins, left, box.y, drawn),
  );
}

function numberOf({ study }: RowLayout): string | null {
  return study === null ? null : String(study + 1);
}

function clashes(one: Band, other: Band): boolean {
  if (one.row === other.row) return false;
  const same = one.row.study !== null && one.row.study === other.row.study;
  return !same && overlap(one.box, other.box, 2);
}

const KINDS: Readonly<Record<RowLayout['kind'], string>> = {
  study: 'a study',
  name: 'names a theme, subtheme or group; no study',
  remark: 'a remark that belongs to no study',
  placeholder: 'the model’s own instruction; no study',
};

function nameOf({ kind, study }: RowLayout, drawn: Drawn): string {
  if (study === null) return KINDS[kind];
  const reasons = drawn
    .reasonsOf(study, 'row')
    .map(({ level, message }) => `\n${level} confidence: ${message}`);
  return `${drawn.nameOf(study)}${reasons.join('')}`;
}

function beginsOn({ cells }: RowLayout, page: number): boolean {
  return cells.every(({ pieces }) => pieces.every((piece) => piece.page >= page));
}

/** The number of the study in the margin, with an arrow where it runs on; a sign for what is none. */
function badge(it: RowLayout, begins: boolean, left: number, y: number, drawn: Drawn): string {
  const { study, kind } = it;
  const sign = kind === 'name' ? '§' : '!';
  const text = study === null ? sign : `${begins ? '' : '↳'}${study + 1}`;
  const width = 3 + 3.6 * text.length;
  const x = Math.max(0.5, left - width - 3);
  const shape = [
    element('title', {}, escaped(nameOf(it, drawn))),
    element('rect', { x, y, width, height: 8, rx: 2 }),
    element('text', { x: x + width / 2, y: y + 6.2, 'font-size': 6 }, text),
  ];
  if (study === null) return element('g', { class: 'badge' }, ...shape);
  const level = drawn.levelOf(study, 'row');
  const warned = drawn.noticesOf(study).length > 0 ? 'low' : level;
  // A study that runs over pages has a number on each: the first is the aim of links.
  const id = drawn.claim(`row-${study + 1}`);
  const href = `${drawn.list}#study-${study + 1}`;
  return element('a', { class: `badge ${warned}`, href, id }, ...shape);
}

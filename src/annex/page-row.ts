import type { Doubt } from '../study/confidence.ts';
import { isModelWord } from '../study/type.ts';
import { textBefore, textOfCell, type Cell, type CellRow } from './cells.ts';
import { isBold, type Line } from './line.ts';
import { linksIn } from './links.ts';
import type { Page } from '../page/page.ts';
import { cellDoubts, rowDoubts } from './row-doubts.ts';
import type { RowSurroundings } from './row-doubts.ts';
import type { Extent, TableCell, TableRow } from './table-row.ts';
import type { Field } from './vocabulary.ts';
import type { WordCounts } from './words.ts';

/** What is needed beside the cells of a page to read their texts and notes. */
export interface PageContext {
  readonly words: WordCounts;
  /** Numbers printed on the pages. */
  readonly labels: ReadonlyMap<number, string>;
  /** Text of the note that a mark on a line points to; null when there is none. */
  readonly noteText: (mark: string, line: Line) => string | null;
  /** Whether line ends break words with a hyphen; unknown where nothing shows it. */
  readonly hyphenates?: boolean;
}

/** A row of cells on pages as the row of texts that the rules for studies take. */
export function toTableRow(
  row: CellRow,
  context: PageContext,
  surroundings: RowSurroundings,
): TableRow {
  const [first, last] = [row.lines[0]?.line.page, row.lines.at(-1)?.line.page];
  if (!first || !last) throw new Error('A row has at least one line');
  return {
    columns: row.columns,
    cells: row.cells.map((cell, column) => {
      const spanning = covering(row, column);
      const field = row.columns[column]?.field ?? null;
      const whole = toTableCell(
        spanning ?? cell,
        field,
        context,
        cellDoubts(row, column, surroundings),
      );
      return spanning ? { ...whole, spanned: true } : whole;
    }),
    wide: row.wide,
    bold: row.lines.every(({ line }) => isBold(line)),
    extent: pagesOf(first, last, context.labels),
    doubts: rowDoubts(row, surroundings),
  };
}

/** The cell from a row above that covers a column of this one as well. */
function covering({ cells, spans }: CellRow, column: number): Cell | undefined {
  return cells[column]?.lines.length === 0 ? spans?.get(column) : undefined;
}

function toTableCell(
  cell: Cell,
  field: Field | null,
  { words, noteText, hyphenates }: PageContext,
  own: readonly Doubt[],
): TableCell {
  const guessed: string[] = [];
  const text = textOfCell(cell, words, (word, isBreak) => {
    if (!(isBreak && hyphenates === true)) guessed.push(word);
  });
  // Words of the models are known whole wherever a line cuts them.
  const unseen = guessed.filter((word) => field !== 'type' || !isModelWord(word));
  const doubts = [...own, ...(unseen.length > 0 ? [guessDoubt(unseen)] : [])];
  const marks = cell.marks.flatMap(({ mark, line }) => {
    const before = textBefore(mark, cell, words);
    return mark.text
      .split(/[,;]/u)
      .map((sign) => ({ mark: sign, before, note: () => noteText(sign, line) }));
  });
  return { text, marks, links: linksIn([cell], words), doubts };
}

function guessDoubt(words: readonly string[]): Doubt {
  const all = words.map((word) => `“${word}”`).join(', ');
  const message = `has words that were cut at a line end and stand whole nowhere else: ${all}`;
  return { kind: 'hyphen-without-evidence', level: 'medium', message };
}

/** The pages from one to another, by their position in the file and the number printed on the first. */
export function pagesOf(first: Page, last: Page, labels: ReadonlyMap<number, string>): Extent {
  const pageLabel = labels.get(first.number) ?? first.label;
  return { page: first.number, pageLabel, toPage: last.number };
}

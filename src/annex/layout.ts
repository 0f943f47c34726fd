import type {
  CellLayout,
  Layout,
  Piece,
  RowLayout,
  StretchLayout,
  TableLayout,
} from '../page/layout.ts';
import type { BodyLine } from './body.ts';
import { textOfCell } from './cells.ts';
import type { Cell, CellRow } from './cells.ts';
import type { Line } from './line.ts';
import type { AnnexReading, ReadTable } from './read.ts';
import type { Record } from './record.ts';
import type { SortedRows } from './study-rows.ts';
import { titlePlace } from './title.ts';
import type { Field } from './vocabulary.ts';
import type { WordCounts } from './words.ts';

/** What a reading took for what, for people to look at; made only when somebody wants to see it. */
export function layoutOf({ roles, tables, words }: AnnexReading): Layout {
  return { roles, tables: tables.map((table) => tableLayout(table, words)) };
}

function tableLayout(table: ReadTable, words: WordCounts): TableLayout {
  const { raw, context, sorted, firstStudy } = table;
  const toRow = (record: Record, kind: RowLayout['kind'], study: number | null): RowLayout => ({
    kind,
    study,
    wide: record.wide !== null,
    cells: cellsOf(table.rows[record.row], record, words),
  });
  const rows = [
    ...sorted.studies.flatMap(({ record, below }, index) =>
      [record, ...below].map((it) => toRow(it, 'study', firstStudy + index)),
    ),
    ...sorted.names.map((record) => toRow(record, 'name', null)),
    ...sorted.remarks.map((record) => toRow(record, 'remark', null)),
    ...sorted.placeholders.map((record) => toRow(record, 'placeholder', null)),
  ];
  const records = sorted.studies.map(({ record }) => record);
  const lines = table.rows.flatMap((row) => row.lines);
  return {
    name: context.name,
    headings: raw.headings.map((heading) => heading.lines.map(toPiece)),
    headers: raw.bands.map((band) => band.lines.map(toPiece)),
    titles: titlesOf(sorted),
    stretches: stretchesOf(lines, (index) => records.some(({ known }) => known[index] === true)),
    rows,
    footnotes: raw.footnotes.map(({ mark, lines: own }) => ({ mark, pieces: own.map(toPiece) })),
  };
}

function cellsOf(
  row: CellRow | undefined,
  { known }: Record,
  words: WordCounts,
): readonly CellLayout[] {
  if (!row) return [];
  return row.cells.flatMap((cell, index) => {
    if (row.wide && index > 0) return [];
    const column = row.wide ? undefined : row.columns[index];
    return [
      {
        label: column?.label ?? '',
        field: column ? fieldOf(column, known[index] === true) : null,
        text: textOfCell(cell, words),
        pieces: cell.lines.map(({ page, runs }) => ({ page: page.number, runs })),
        marks: marksOf(cell),
      },
    ];
  });
}

/** A column without a name of its own that is read all the same holds titles: see record.ts. */
function fieldOf({ field }: { readonly field: Field | null }, known: boolean): string | null {
  return field ?? (known ? 'title' : null);
}

function titlesOf({ studies }: SortedRows): string | null {
  if (studies.length === 0) return null;
  const place = titlePlace(
    studies.map(({ record }) => record),
    studies.some(({ theme }) => theme !== null),
  );
  if (place === 'theme itself') return 'theme';
  return place === 'explanation' ? 'description' : place;
}

function marksOf({ marks }: Cell): readonly Piece[] {
  return marks.map(({ mark, line }) => ({ page: line.page.number, runs: [mark.run] }));
}

function toPiece({ page, runs }: Line): Piece {
  return { page: page.number, runs };
}

/** Lines that have the same columns on the same page. */
function stretchesOf(
  lines: readonly BodyLine[],
  isKnown: (column: number) => boolean,
): readonly StretchLayout[] {
  const groups = new Map<string, BodyLine[]>();
  for (const body of lines) {
    const key = [body.line.page.number, ...body.columns.map(({ from }) => from)].join(' ');
    const group = groups.get(key);
    if (group) group.push(body);
    else groups.set(key, [body]);
  }
  return [...groups.values()].map((group): StretchLayout => {
    const baselines = group.map(({ line }) => line.baseline);
    const [first] = group as [BodyLine, ...BodyLine[]];
    const left = Math.min(...group.map(({ line }) => line.left));
    return {
      page: first.line.page.number,
      columns: first.columns.map((column, index) => ({
        label: column.label,
        field: fieldOf(column, isKnown(index)),
        from: index === 0 ? Math.min(left, column.x) : column.from,
      })),
      first: Math.min(...baselines),
      last: Math.max(...baselines),
      size: first.line.size,
    };
  });
}

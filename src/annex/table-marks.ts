import type { TableMark } from './context.ts';
import type { Line } from './line.ts';
import { starsAt, type RawTable } from './tables.ts';

/** Note marks on the headings and headers of a table, headings first. */
export function tableMarks(
  { headings, bands }: RawTable,
  noteText: (mark: string, line: Line) => string | null,
): readonly TableMark[] {
  const lines = headings.flatMap((heading) => heading.lines);
  const onHeader = bands.flatMap((band) => {
    const stars = band.columns.flatMap(({ label }) => starsAt(label));
    const [first] = band.lines;
    return [
      ...marksOn(band.lines, 'header'),
      ...(first ? stars.map((mark) => ({ mark, on: 'header' as const, line: first })) : []),
    ];
  });
  return [...marksOn(lines, 'heading'), ...onHeader].map(({ mark, on, line }) => ({
    mark,
    on,
    note: () => noteText(mark, line),
  }));
}

function marksOn(
  lines: readonly Line[],
  on: TableMark['on'],
): { readonly mark: string; readonly on: TableMark['on']; readonly line: Line }[] {
  return lines.flatMap((line) =>
    line.marks
      .filter(({ lead }) => !lead)
      .flatMap(({ text }) => text.split(/[,;]/u).map((mark) => ({ mark, on, line }))),
  );
}

/** A piece of text where a tool puts it; y runs down. */
export interface PlacedText {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Pieces this near in height stand on one line, in points. */
const LINE = 2.5;
const LABELS = ['Titel', 'Type', 'Afronding', 'Status', 'Conclusies', 'artikel'];

/** A wider gap ends the last row of a table, in points. */
const GAP = 14;

/**
 * A plain table reader on top of a tool that gives no tables: columns begin where the header's words do,
 * a row begins where the year of completion stands and ends at a wide gap, a theme or a header.
 */
export function rowsByColumns(items: readonly PlacedText[]): string[][] {
  const rows: string[][] = [];
  let columns: readonly number[] = [];
  let open: string[] | null = null;
  let before: PlacedText | null = null;
  for (const line of linesOf(items)) {
    const [start] = line;
    if (start === undefined) continue;
    const gap = before && before.page === start.page ? start.y - before.y : 0;
    before = start;
    const header = LABELS.flatMap((label) => {
      const item = line.find(({ text }) => text.trim().startsWith(label));
      return item ? [item.x] : [];
    });
    const isHeader = header.length >= 3;
    if (isHeader) columns = header.toSorted((a, b) => a - b);
    if (/^(?:Thema \d|Begrotings$)/.test(start.text.trim()) || gap > GAP) open = null;
    if (isHeader || columns.length === 0) continue;
    const cells = columns.map((from, at) =>
      line
        .filter(({ x }) => x >= from - 2 && x < (columns[at + 1] ?? Infinity) - 2)
        .map(({ text }) => text.trim())
        .join(' '),
    );
    if (cells.some((cell) => /^20\d\d/.test(cell))) {
      open = cells;
      rows.push(open);
    } else if (open?.length === cells.length) {
      for (const [at, cell] of cells.entries()) open[at] = `${open[at] ?? ''} ${cell}`.trim();
    }
  }
  return rows;
}

function linesOf(items: readonly PlacedText[]): PlacedText[][] {
  const lines: PlacedText[][] = [];
  for (const item of items.toSorted((a, b) => a.page - b.page || a.y - b.y)) {
    const first = lines.at(-1)?.[0];
    if (first && first.page === item.page && item.y - first.y <= LINE) lines.at(-1)?.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.x - b.x));
}

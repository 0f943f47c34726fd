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

/** The words of a header may stand on two lines, this far apart at most, in points. */
const HEADER = 16;
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
  const lines = linesOf(items);
  for (const line of lines) {
    const [start] = line;
    if (start === undefined) continue;
    const gap = before && before.page === start.page ? start.y - before.y : 0;
    before = start;
    const near = lines.filter(([other]) => other && isBeside(other, start)).flat();
    const header = labelsIn(near);
    const isHeader = labelsIn(line).length > 0 && header.length >= 4;
    if (isHeader) columns = header.map(({ x }) => x).toSorted((a, b) => a - b);
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

function isBeside(one: PlacedText, other: PlacedText): boolean {
  return one.page === other.page && Math.abs(one.y - other.y) <= HEADER;
}

function labelsIn(items: readonly PlacedText[]): PlacedText[] {
  return LABELS.flatMap((label) => items.find(({ text }) => text.trim().startsWith(label)) ?? []);
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

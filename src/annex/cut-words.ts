import type { Run } from '../page/page.ts';
import type { Cell, CellPart, CellRow } from './cells.ts';
import type { WordCounts } from './words.ts';

/** A line that ends in a word which may go on at the next line without a hyphen. */
interface Suspect {
  readonly cell: Cell;
  readonly index: number;
  readonly head: string;
  readonly tail: string;
  /** It is one word and fills its column. */
  readonly full: boolean;
}

/** One word may fill its column by chance; where words are cut without a hyphen it happens to others. */
const AGAIN = 2;
/** What is left of a word that nearly fits its column is short; “Periodieke / rapportage” are two words. */
const SHORT = 4;
/** Letters that are no word of their own. */
const SHORTEST = 2;

/**
 * Marks lines that end within a word, without a hyphen: where a word is wider than its column, word
 * processors and browsers cut it behind the last letter that fits; other producers lose the hyphen. A
 * word is taken for cut when the annex shows it whole and not its parts, or when its beginning fills the
 * line and neither part stands anywhere else.
 */
export function noteCutWords(rows: readonly CellRow[], words: WordCounts): void {
  const suspects = suspectsIn(rows.filter(({ wide }) => !wide));
  const heads = countBy(suspects, ({ head }) => head);
  const tails = countBy(suspects, ({ tail }) => tail);
  const alone = (word: string, own: ReadonlyMap<string, number>): boolean =>
    (words.get(word) ?? 0) > (own.get(word) ?? 0);
  const strange = suspects.filter(({ head, tail }) => !alone(head, heads) && !alone(tail, tails));
  const full = strange.filter(
    (it) => it.full && it.tail.length <= SHORT && !words.has(it.head + it.tail),
  );
  const again = countBy(full, ({ head, tail }) => head + tail).size >= AGAIN;
  const cut = new Set([
    ...suspects.filter(
      (it) => words.has(it.head + it.tail) && !(alone(it.head, heads) && alone(it.tail, tails)),
    ),
    ...full.filter(({ tail }) => again || tail.length <= SHORTEST),
  ]);
  for (const { cell, index, head, tail } of cut) {
    const part = cell.lines[index];
    if (part) cell.lines[index] = { ...part, cut: words.has(head + tail) ? 'shown' : 'likely' };
  }
}

/** Marks in another reading of the same rows what is marked in these. */
export function copyCutWords(rows: readonly CellRow[], other: readonly CellRow[]): void {
  const marked = new Map(
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ lines }) =>
        lines.flatMap(({ runs, cut }) => (cut ? [[runs.at(-1), cut] as const] : [])),
      ),
    ),
  );
  for (const { lines } of other.flatMap(({ cells }) => cells)) {
    for (const [index, part] of lines.entries()) {
      const cut = marked.get(part.runs.at(-1));
      if (cut) lines[index] = { ...part, cut };
    }
  }
}

function suspectsIn(rows: readonly CellRow[]): readonly Suspect[] {
  const found: Suspect[] = [];
  for (const column of rows[0]?.cells.keys() ?? []) {
    const cells = [...new Set(rows.flatMap((row) => row.cells[column] ?? []))];
    const widest = Math.max(0, ...cells.flatMap(({ lines }) => lines.map(widthOf)));
    for (const cell of cells) {
      for (const [index, part] of cell.lines.entries()) {
        const next = cell.lines[index + 1]?.runs[0];
        const head = /\p{L}+$/u.exec(part.runs.at(-1)?.text ?? '')?.[0].toLowerCase();
        const tail = /^\p{Ll}+/u.exec(next?.text ?? '')?.[0];
        if (!next || head === undefined || tail === undefined) continue;
        const full = part.runs.length === 1 && widthOf(part) + letterWidth(next) > widest;
        found.push({ cell, index, head, tail, full });
      }
    }
  }
  return found;
}

function countBy(
  suspects: readonly Suspect[],
  wordOf: (it: Suspect) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const it of suspects) counts.set(wordOf(it), (counts.get(wordOf(it)) ?? 0) + 1);
  return counts;
}

function widthOf({ runs }: CellPart): number {
  const [first, last] = [runs[0], runs.at(-1)];
  return first && last ? last.right - first.x : 0;
}

/** Of one word, on average. */
function letterWidth(run: Run): number {
  return (run.right - run.x) / Math.max(1, run.text.length);
}

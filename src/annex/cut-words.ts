import type { Run } from '../page/page.ts';
import { isPlainType } from '../study/type.ts';
import type { Cell, CellPart, CellRow } from './cells.ts';
import type { Field } from './vocabulary.ts';
import { textOf } from './line.ts';
import type { StandingWords, WordCounts } from './words.ts';

/** A line that ends in a word which may go on at the next line without a hyphen. */
interface Suspect {
  readonly cell: Cell;
  readonly index: number;
  readonly head: string;
  readonly tail: string;
  /** It is one word and fills its column. */
  readonly full: boolean;
  /** The next line begins with a letter that is no word by itself. */
  readonly rest: boolean;
  /** The word that both make is one of those that its column holds, which neither is. */
  readonly named: boolean;
}

/** One word may fill its column by chance; where words are cut without a hyphen it happens to others. */
const AGAIN = 2;
/** What is left of a word that nearly fits its column is short; “Periodieke / rapportage” are two words. */
const SHORT = 4;
/** A letter that is no word by itself, behind more letters than a mark or number has: “Mijnbouwschad” over “e”. */
const REST = /^[enrt](?:$|\s)/u;
const LONG = 4;
/** Letters that are no word of their own. */
const SHORTEST = 2;

/**
 * Marks lines that end within a word, without a hyphen: where a word is wider than its column, word
 * processors and browsers cut it behind the last letter that fits; other producers lose the hyphen. A
 * word is taken for cut when the annex shows it whole and not its parts, when it is a word of its column
 * and they are none, when it is cut at two different places, or when its beginning fills the line and
 * neither part stands anywhere else.
 */
export function noteCutWords(
  rows: readonly CellRow[],
  words: WordCounts,
  { followed, preceded }: StandingWords,
): void {
  const suspects = suspectsIn(rows.filter(({ wide }) => !wide));
  const places = Map.groupBy(suspects, ({ head, tail }) => head + tail);
  const isShown = ({ head, tail, named }: Suspect): boolean => {
    if (words.has(head + tail) || named) return true;
    return places.get(head + tail)?.some((other) => other.head !== head) === true;
  };
  const strange = suspects.filter(({ head, tail }) => !followed.has(head) && !preceded.has(tail));
  const full = strange.filter((it) => it.full && it.tail.length <= SHORT);
  const again = countBy(full, ({ head, tail }) => head + tail).size >= AGAIN;
  const cut = new Set([
    ...suspects.filter(
      (it) => it.named || (isShown(it) && !(followed.has(it.head) && preceded.has(it.tail))),
    ),
    ...suspects.filter(({ head, rest }) => rest && head.length >= LONG),
    ...full.filter(({ tail }) => again || tail.length <= SHORTEST),
  ]);
  for (const suspect of cut) {
    const { cell, index } = suspect;
    const part = cell.lines[index];
    if (part) cell.lines[index] = { ...part, cut: isShown(suspect) ? 'shown' : 'likely' };
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
    const field = rows[0]?.columns[column]?.field ?? null;
    const cells = [...new Set(rows.flatMap((row) => row.cells[column] ?? []))];
    const widest = Math.max(0, ...cells.flatMap(({ lines }) => lines.map(widthOf)));
    for (const cell of cells) {
      for (const [index, part] of cell.lines.entries()) {
        const next = cell.lines[index + 1]?.runs[0];
        const text = textOf(part.runs);
        const head = /\p{L}+(?:-\p{L}+)*$/u.exec(text)?.[0].toLowerCase();
        const below = textOf(cell.lines[index + 1]?.runs ?? []);
        const tail = /^\p{Ll}+/u.exec(below)?.[0];
        if (!next || head === undefined || tail === undefined) continue;
        const full =
          !/\s/u.test(text) &&
          widthOf(part) + letterWidth(next) > widest &&
          !isPlainType(`${head} ${tail}`);
        const named = isNamed(field, head, tail);
        found.push({ cell, index, head, tail, full, rest: REST.test(below), named });
      }
    }
  }
  return found;
}

/** Words of the models: “Beleidsevalua / tie”, “[te starten/lopend/afg / erond]”. */
function isNamed(field: Field | null, head: string, tail: string): boolean {
  if (field === 'status') return /^(?:afgerond|lopend|starten)$/u.test(head + tail);
  return field === 'type' && isPlainType(head + tail) && !isPlainType(`${head} ${tail}`);
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

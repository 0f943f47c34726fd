import type { Run } from '../page/page.ts';
import { rounded } from './matrix.ts';
import type { Word } from './runs.ts';

/** All in ems. */
const SAME_AXIS = 0.3;
const WORDS_APART = 1;
const LINES_APART = 2;
/** Sine of the angle up to which a line counts as upright: one degree. */
const UPRIGHT = 0.0175;
/** Height of the middle of letters above their baseline. */
const MIDDLE = 0.3;
/** A text beside no more lines than this is the name of a column or the cell of a short row. */
const FEW_LINES = 3;

/** A line of text that stands on its side; y runs down. */
interface Turned {
  readonly words: Word[];
  readonly up: boolean;
  readonly axis: number;
  top: number;
  bottom: number;
}

/**
 * Runs with those that stand on their side put at the height where they are read: lines of one text, which
 * stand side by side, one below the other around the middle of the text; beside a few lines of level text at
 * the height of the nearest of them. What spans rows is then read as one that is centred beside them.
 */
export function layTurned(words: readonly Word[]): readonly Run[] {
  const level = words.filter((word) => !isTurned(word)).map(({ run }) => run);
  if (level.length === words.length) return level;
  const laid = new Map<Word, Run>();
  for (const block of blocksOf(linesOf(words.filter(isTurned)))) {
    const [top, bottom] = [
      Math.min(...block.map((line) => line.top)),
      Math.max(...block.map((line) => line.bottom)),
    ];
    const middle = nearestLine(level, top, bottom) ?? (top + bottom) / 2;
    for (const [at, line] of block.entries())
      for (const word of line.words) {
        const { size } = word.run;
        const pitch = 1.2 * size;
        const baseline = middle + MIDDLE * size + (at - (block.length - 1) / 2) * pitch;
        laid.set(word, { ...word.run, baseline: rounded(baseline), turned: turnedAt(word, line) });
      }
  }
  // In the order in which they are read; among the others each stays where the file has it.
  const inOrder = [...laid.values()];
  let next = 0;
  return words.flatMap((word) => (laid.has(word) ? (inOrder[next++] ?? []) : [word.run]));
}

function isTurned({ glyphs }: Word): boolean {
  const direction = glyphs[0]?.direction;
  return direction !== undefined && Math.abs(direction.x) <= UPRIGHT;
}

function turnedAt(word: Word, { axis }: Turned): NonNullable<Run['turned']> {
  const [first, last] = [word.glyphs[0], word.glyphs.at(-1)];
  return {
    axis: rounded(axis),
    from: rounded(first?.start.y ?? 0),
    to: rounded(last?.end.y ?? 0),
  };
}

function linesOf(words: readonly Word[]): Turned[] {
  const lines: Turned[] = [];
  const sorted = words.toSorted((one, other) => along(one) - along(other));
  for (const word of sorted) {
    const { start, direction } = word.glyphs[0] ?? { start: { x: 0, y: 0 }, direction: { y: 0 } };
    const up = direction.y < 0;
    const { size } = word.run;
    const line = lines.find(
      (it) =>
        it.up === up &&
        Math.abs(it.axis - start.x) < SAME_AXIS * size &&
        (up ? it.top - word.bottom : word.top - it.bottom) < WORDS_APART * size,
    );
    if (line) {
      line.words.push(word);
      line.top = Math.min(line.top, word.top);
      line.bottom = Math.max(line.bottom, word.bottom);
    } else lines.push({ words: [word], up, axis: start.x, top: word.top, bottom: word.bottom });
  }
  return lines;
}

/** Grows as a text is read on. */
function along({ glyphs }: Word): number {
  const [first] = glyphs;
  if (!first) return 0;
  return first.direction.y < 0 ? -first.start.y : first.start.y;
}

/** Lines side by side that are read one after the other. */
function blocksOf(lines: readonly Turned[]): Turned[][] {
  const blocks: Turned[][] = [];
  const inOrder = lines.toSorted((one, other) =>
    one.up ? one.axis - other.axis : other.axis - one.axis,
  );
  for (const line of inOrder) {
    const size = line.words[0]?.run.size ?? 0;
    const block = blocks.find((it) => {
      const last = it.at(-1);
      return (
        last?.up === line.up &&
        Math.abs(line.axis - last.axis) < LINES_APART * size &&
        line.top < last.bottom &&
        line.bottom > last.top
      );
    });
    if (block) block.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Middle of the line of level text that is nearest to the middle of the stretch; null beside none or many. */
function nearestLine(level: readonly Run[], top: number, bottom: number): number | null {
  const middles = level
    .map(({ baseline, size }) => baseline - MIDDLE * size)
    .filter((middle) => middle > top && middle < bottom)
    .sort((a, b) => a - b);
  const lines = middles.filter((middle, at) => middle - (middles[at - 1] ?? -Infinity) > 2);
  if (lines.length === 0 || lines.length > FEW_LINES) return null;
  const centre = (top + bottom) / 2;
  return lines.reduce((best, it) => (Math.abs(it - centre) < Math.abs(best - centre) ? it : best));
}

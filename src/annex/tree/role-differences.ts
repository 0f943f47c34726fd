import type { Footnote } from '../footnotes.ts';
import { isSubtheme, isTheme } from '../heading.ts';
import { textOf, type Line } from '../line.ts';

/** A line that place and structure give different roles; that by structure is kept. */
export interface RoleDifference {
  readonly line: Line;
  readonly byPlace: LineUse;
  readonly byStructure: LineUse;
}

/** What a line under a header is used as. */
export type LineUse = 'row' | 'footnote' | 'note' | 'heading';

interface UsedLines {
  readonly rows: readonly Line[];
  readonly footnotes: readonly Footnote[];
  readonly notes: readonly Line[];
  readonly headings: readonly Line[];
}

/** Lines that two readings of the same stretch use differently. */
export function differencesIn(
  lines: readonly Line[],
  byPlace: UsedLines,
  byStructure: UsedLines,
): readonly RoleDifference[] {
  const [one, other] = [usesIn(byPlace), usesIn(byStructure)];
  return lines.flatMap((line) => {
    const [place, structure] = [one.get(line), other.get(line)];
    if (!place || !structure || place === structure) return [];
    // A theme names the rows below it, as a heading and as a row over the whole width.
    const text = textOf(line.runs);
    const names = (isTheme(text) || isSubtheme(text)) && place === 'heading';
    if (names && structure === 'row') return [];
    return [{ line, byPlace: place, byStructure: structure }];
  });
}

function usesIn({ rows, footnotes, notes, headings }: UsedLines): ReadonlyMap<Line, LineUse> {
  const uses = new Map<Line, LineUse>();
  for (const line of rows) uses.set(line, 'row');
  for (const line of footnotes.flatMap((it) => it.lines)) uses.set(line, 'footnote');
  for (const line of notes) uses.set(line, 'note');
  for (const line of headings) uses.set(line, 'heading');
  return uses;
}

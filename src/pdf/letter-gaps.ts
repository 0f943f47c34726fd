import type { Glyph } from './drawing.ts';

/** Ems: wider gaps part words; what lies further back does not go on with the word. */
const WIDEST = 0.16;
const NARROWEST = -1.2;
/** Ems a gap may differ from the usual one of its two letters, or from none where they are not seen often. */
const SLACK = 0.025;
const SLACK_ALONE = 0.035;
/** So often two letters must stand together before their own gap is known. */
const OFTEN = 3;
/** Ems; a gap up to this is none. */
const NONE = 0.004;
/** Where more of the gaps differ from none, letters are spaced or kerned, and an odd one tells nothing. */
const MOST_SPACED = 0.05;
const MOST_SPACED_ALONE = 0.01;

interface Gap {
  readonly letters: string;
  readonly width: number;
}

/**
 * Whether small letters of a word stand nearer together or further apart than they do everywhere else on
 * the page. Typesetters place the next letter by the width of the one before: where one was dropped, moved
 * or repeated, its neighbour stands by the width of a letter that is not there.
 */
export function hasShiftedLetters(glyphs: readonly Glyph[]): boolean {
  const gaps = gapsIn(glyphs);
  const spaced = gaps.filter(({ width }) => Math.abs(width) > NONE).length;
  if (spaced > MOST_SPACED * gaps.length) return false;
  const usual = usualGaps(gaps);
  const alone = spaced <= MOST_SPACED_ALONE * gaps.length;
  return gaps.some(({ letters, width }) => {
    const known = usual.get(letters);
    if (known !== undefined) return Math.abs(width - known) > SLACK;
    return alone && Math.abs(width) > SLACK_ALONE;
  });
}

function gapsIn(glyphs: readonly Glyph[]): readonly Gap[] {
  return glyphs.flatMap((glyph, index) => {
    const before = glyphs[index - 1];
    if (!before || before.font !== glyph.font || Math.abs(before.size - glyph.size) > 0.01)
      return [];
    if (!isSteady(before.text) || !isSteady(glyph.text)) return [];
    if (glyph.direction.x < 0.99 || before.direction.x < 0.99) return [];
    if (Math.abs(glyph.start.y - before.start.y) > 0.05 * glyph.size) return [];
    const width = (glyph.start.x - before.end.x) / glyph.size;
    if (!(width > NARROWEST && width < WIDEST)) return [];
    return [{ letters: `${glyph.font.name} ${before.text}${glyph.text}`, width }];
  });
}

/**
 * Capitals, digits, signs and the small letters that lean over or leave white at their feet are kerned: set
 * nearer to some neighbours and further from others, also to some that a page has once (“fb” and “va” in
 * EB Garamond).
 */
function isSteady(text: string): boolean {
  return text.length === 1 && text >= 'a' && text <= 'z' && !KERNED.has(text);
}

const KERNED: ReadonlySet<string> = new Set('fkrvwxy');

/** The middle one of the gaps between two letters, where they stand together often. */
function usualGaps(gaps: readonly Gap[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number[]>();
  for (const { letters, width } of gaps) {
    const known = widths.get(letters);
    if (known) known.push(width);
    else widths.set(letters, [width]);
  }
  return new Map(
    [...widths].flatMap(([letters, all]) => {
      const middle = all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)];
      return all.length < OFTEN || middle === undefined ? [] : [[letters, middle] as const];
    }),
  );
}

import type { Footnote } from './footnotes.ts';
import { joinLines } from './join.ts';
import { textOf, type Line } from './line.ts';
import type { WordCounts } from './words.ts';

/** A footnote of a table, so that the marks of other tables do not take it. */
export interface OwnedFootnote extends Footnote {
  /** Position of its table in the annex. */
  readonly table: number;
}

/** Finds the note of a mark, and remembers which notes have been asked for. */
export interface FootnoteFinder {
  find(mark: string, line: Line, table: number): OwnedFootnote | null;
  readonly used: ReadonlySet<Footnote>;
}

/**
 * Numbering restarts per table or per page: a mark's note is the next one below it under its own table,
 * else one at the foot of its page that another table collected, else one above it in its own table.
 */
export function footnoteFinder(footnotes: readonly OwnedFootnote[]): FootnoteFinder {
  const used = new Set<Footnote>();
  function find(mark: string, line: Line, table: number): OwnedFootnote | null {
    const same = footnotes.filter((footnote) => footnote.mark === mark);
    const own = same.filter((footnote) => footnote.table === table);
    const below = own.find((footnote) => isBelow(footnote, line));
    const atFoot = same.find(
      (footnote) =>
        footnote.table > table && footnote.lines[0]?.page === line.page && isBelow(footnote, line),
    );
    const found = below ?? atFoot ?? own.at(-1) ?? null;
    if (found) used.add(found);
    return found;
  }
  return { find, used };
}

function isBelow({ lines }: Footnote, line: Line): boolean {
  const first = lines[0];
  if (!first) return false;
  if (first.page !== line.page) return first.page.number > line.page.number;
  return first.baseline > line.baseline;
}

/** The text of a footnote without its mark. */
export function footnoteText({ mark, lines }: Footnote, words: WordCounts): string {
  const parts = lines.map(({ runs }) => ({
    text: textOf(runs),
    softHyphen: runs.at(-1)?.softHyphen ?? false,
  }));
  const whole = joinLines(parts, words);
  return lines[0]?.marks.some(({ lead }) => lead) === true ? whole : withoutMark(whole, mark);
}

/** A mark of the text's own size opens the text; a raised one is no part of it. */
function withoutMark(text: string, mark: string): string {
  const lead = /^(?:Noot\s+)?(?<mark>\d{1,2}|[*†‡]{1,3})[):]?\s*/iu.exec(text);
  return lead?.groups?.['mark'] === mark ? text.slice(lead[0].length) : text;
}

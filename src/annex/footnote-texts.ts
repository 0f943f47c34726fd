import type { Page } from '../page/page.ts';
import type { Footnote } from './footnotes.ts';
import { joinLines } from './join.ts';
import { textOf, type Line } from './line.ts';
import { starsAt, type RawTable } from './tables.ts';
import type { WordCounts } from './words.ts';

/** A footnote of a table, so that the marks of other tables do not take it. */
export interface OwnedFootnote extends Footnote {
  /** Position of its table in the annex. */
  readonly table: number;
  /** True when a mark is known that can have no other note. */
  readonly claimed: boolean;
  /** True when nothing of any table stands below it on its page. */
  readonly atFoot: boolean;
}

/** Finds the note of a mark, and remembers which notes have been asked for. */
export interface FootnoteFinder {
  /** Null when there is none, and when there are two of which either may be meant. */
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
        footnote.table > table &&
        footnote.atFoot &&
        footnote.lines[0]?.page === line.page &&
        isBelow(footnote, line),
    );
    const isOnPage = below?.lines[0]?.page === line.page;
    if (below && atFoot && (!isOnPage || !atFoot.claimed)) return null;
    const found = below ?? atFoot ?? own.at(-1) ?? null;
    if (found) used.add(found);
    return found;
  }
  return { find, used };
}

/** The footnotes of tables with what tells whose they are. */
export function ownedFootnotes(tables: readonly RawTable[]): readonly OwnedFootnote[] {
  const lowest = new Map<Page, number>();
  for (const { page, baseline } of tables.flatMap(linesOfTable)) {
    lowest.set(page, Math.max(lowest.get(page) ?? 0, baseline));
  }
  const claims = tables.map((table) => marksOn(table));
  /** By a mark of its own table, or of one on its page that has no such note under it. */
  const isClaimed = ({ mark, lines }: Footnote, owner: RawTable): boolean =>
    tables.some((table, index) => {
      const named = claims[index]?.get(mark) ?? [];
      if (table === owner) return named.length > 0;
      const onPage = named.some(({ page }) => page === lines[0]?.page);
      return onPage && table.footnotes.every((other) => other.mark !== mark);
    });
  return tables.flatMap((table, index) =>
    table.footnotes.map((footnote) => {
      const [first] = footnote.lines;
      return {
        ...footnote,
        table: index,
        claimed: isClaimed(footnote, table),
        atFoot: first !== undefined && first.baseline > (lowest.get(first.page) ?? 0),
      };
    }),
  );
}

/** The lines of a table that bear a mark, by mark. */
function marksOn(table: RawTable): ReadonlyMap<string, readonly Line[]> {
  const found = linesOfTable(table).flatMap((line) =>
    line.marks.flatMap(({ text }) => text.split(/[,;]/u).map((mark) => ({ mark, line }))),
  );
  for (const { columns, lines } of table.bands) {
    const [line] = lines;
    const stars = columns.flatMap(({ label }) => starsAt(label));
    if (line) found.push(...stars.map((mark) => ({ mark, line })));
  }
  const groups = Map.groupBy(found, ({ mark }) => mark);
  return new Map([...groups].map(([mark, all]) => [mark, all.map(({ line }) => line)]));
}

function linesOfTable({ headings, bands, parts }: RawTable): readonly Line[] {
  return [...headings, ...bands, ...parts].flatMap(({ lines }) => lines);
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

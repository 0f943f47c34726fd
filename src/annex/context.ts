import type { Page } from '../page/page.ts';
import type { Place } from '../study/study.ts';
import { starsAt } from './tables.ts';
import type { RawTable } from './tables.ts';
import { articlesIn, isCaption, themeIn } from './heading.ts';
import { joinLines } from './join.ts';
import { textOf } from './line.ts';
import type { WordCounts } from './words.ts';

/** What the headings and notes around a table say for all its rows. */
export interface TableContext {
  /** Whole caption, else the heading above it, else the heading of the annex. */
  readonly name: string;
  readonly theme: string | null;
  /** Articles that a caption names. */
  readonly articles: string | null;
  /** Marks that hang on its headings and on its header. */
  readonly marks: readonly { readonly mark: string; readonly on: 'heading' | 'header' }[];
  /** Text of its footnotes by their mark. */
  readonly footnotes: ReadonlyMap<string, string>;
}

/**
 * @param former theme of the table before it, which goes on when this one has no heading of its own
 */
export function contextOf(
  table: RawTable,
  annexHeading: string,
  former: string | null,
  words: WordCounts,
): TableContext {
  const texts = table.headings.map(({ text }) => text);
  const themes = texts.flatMap((text) => themeIn(text) ?? []);
  const own = texts.length > 0 ? (themes.at(-1) ?? null) : former;
  const onHeading = table.headings.flatMap(({ lines }) => lines.flatMap(({ marks }) => marks));
  const onHeader = table.bands.flatMap(({ marks }) => marks.filter(({ lead }) => !lead));
  const stars = table.bands.flatMap(({ columns }) =>
    columns.flatMap(({ label }) => starsAt(label)),
  );
  return {
    name: texts.find(isCaption) ?? texts.at(-1) ?? annexHeading,
    theme: own,
    articles: texts.map(articlesIn).find((it) => it !== null) ?? null,
    marks: [
      ...unique(onHeading.map(({ text }) => text)).map(
        (mark) => ({ mark, on: 'heading' }) as const,
      ),
      ...unique([...onHeader.map(({ text }) => text), ...stars]).map(
        (mark) => ({ mark, on: 'header' }) as const,
      ),
    ],
    footnotes: footnoteTexts(table, words),
  };
}

function footnoteTexts({ footnotes }: RawTable, words: WordCounts): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { mark, lines } of footnotes) {
    const parts = lines.map(({ runs }) => ({
      text: textOf(runs),
      softHyphen: runs.at(-1)?.softHyphen ?? false,
    }));
    const raised = lines[0]?.marks.some(({ lead }) => lead) === true;
    const whole = joinLines(parts, words);
    const text = raised ? whole : withoutMark(whole, mark);
    // A note that runs over a page repeats no mark; a second note with the same mark belongs to another page.
    if (!texts.has(mark)) texts.set(mark, text);
  }
  return texts;
}

/** A mark of the text's own size opens the text; a raised one is no part of it. */
function withoutMark(text: string, mark: string): string {
  const lead = /^(?:Noot\s+)?(?<mark>\d{1,2}|[*†‡]{1,3})[):]?\s*/iu.exec(text);
  return lead?.groups?.['mark'] === mark ? text.slice(lead[0].length) : text;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.split(/[,;]/u)))];
}

/** Where something stands, so that it can be quoted. */
export function placeOf(
  first: Page,
  last: Page,
  labels: ReadonlyMap<number, string>,
  table: string | null,
  row: number | null,
): Place {
  return {
    page: first.number,
    pageLabel: labels.get(first.number) ?? first.label,
    toPage: last.number,
    table,
    row,
  };
}

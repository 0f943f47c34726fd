import type { Page } from '../page/page.ts';
import type { Place } from '../study/study.ts';
import { articlesIn, isCaption, themeIn } from './heading.ts';
import type { Line } from './line.ts';
import { starsAt } from './tables.ts';
import type { RawTable } from './tables.ts';

/** What the headings around a table say for all its rows. */
export interface TableContext {
  /** Whole caption, else the heading above it, else the heading of the annex. */
  readonly name: string;
  readonly theme: string | null;
  /** Articles that a caption names. */
  readonly articles: string | null;
  /** Marks that hang on its headings and on its headers, each once. */
  readonly marks: readonly TableMark[];
}

export interface TableMark {
  readonly mark: string;
  readonly on: 'heading' | 'header';
  readonly line: Line;
}

/**
 * @param former the table before it, whose name and theme go on when this one has no heading of its own
 */
export function contextOf(
  table: RawTable,
  annexHeading: string,
  former: TableContext | null,
): TableContext {
  const texts = table.headings.map(({ text }) => text);
  const bare = texts.length === 0;
  const onHeading = marksOn(
    table.headings.flatMap(({ lines }) => lines),
    'heading',
  );
  const onHeader = table.bands.flatMap(({ lines, columns }) => {
    const stars = columns.flatMap(({ label }) => starsAt(label));
    const [first] = lines;
    const starred = first
      ? stars.map((mark) => ({ mark, on: 'header' as const, line: first }))
      : [];
    return [...marksOn(lines, 'header'), ...starred];
  });
  return {
    name: texts.find(isCaption) ?? texts.at(-1) ?? former?.name ?? annexHeading,
    theme: bare
      ? (former?.theme ?? null)
      : (texts.flatMap((it) => themeIn(it) ?? []).at(-1) ?? null),
    articles: texts.map(articlesIn).find((it) => it !== null) ?? null,
    marks: [...eachOnce(onHeading), ...eachOnce(onHeader)],
  };
}

function marksOn(lines: readonly Line[], on: TableMark['on']): TableMark[] {
  return lines.flatMap((line) =>
    line.marks
      .filter(({ lead }) => !lead)
      .flatMap(({ text }) => text.split(/[,;]/u).map((mark) => ({ mark, on, line }))),
  );
}

function eachOnce(marks: readonly TableMark[]): readonly TableMark[] {
  return marks.filter(({ mark }, index) => marks.findIndex((it) => it.mark === mark) === index);
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

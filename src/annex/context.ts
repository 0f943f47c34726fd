import { articlesIn, isCaption, isSubtheme, isTheme, themeIn } from './heading.ts';
import type { NoteMark } from './table-row.ts';

/** What the headings around a table say for all its rows. */
export interface TableContext {
  /** Whole caption, else the heading above it, else the heading of the annex. */
  readonly name: string;
  /** True when it is a further part of the table before it, whose studies are counted on. */
  readonly goesOn: boolean;
  readonly theme: string | null;
  /** Named by a heading right above its header; rows of it may name others. */
  readonly subtheme: string | null;
  /** Articles that a caption names. */
  readonly articles: string | null;
  /** Marks that hang on its headings and on its headers, each once. */
  readonly marks: readonly TableMark[];
}

export interface TableMark extends NoteMark {
  readonly on: 'heading' | 'header';
}

/**
 * Tables have one caption each: themes with a header of their own below it are parts of its table (BZ 2026),
 * and so are subthemes of the theme above, whose headers may be worded otherwise.
 * @param headings texts above the table, from top to bottom
 * @param marks on headings and headers; of those that occur twice the first counts
 * @param former the table before it, whose name and theme go on when this one has no heading of its own
 */
export function contextOf(
  headings: readonly string[],
  marks: readonly TableMark[],
  annexHeading: string,
  former: TableContext | null,
): TableContext {
  const caption = headings.find(isCaption);
  const onlyThemes = headings.every((it) => isTheme(it) || isSubtheme(it));
  const within = former !== null && former.theme !== null && headings.every(isSubtheme);
  const whole =
    former && (headings.length === 0 || within || (isCaption(former.name) && onlyThemes));
  const last = headings.at(-1);
  const goesOn = caption === undefined && whole === true;
  return {
    name: goesOn ? former.name : (caption ?? headings.at(-1) ?? annexHeading),
    goesOn,
    theme:
      headings.length === 0 || within
        ? (former?.theme ?? null)
        : (headings.flatMap((it) => themeIn(it) ?? []).at(-1) ?? null),
    subtheme: last !== undefined && isSubtheme(last) ? last : null,
    articles: headings.map(articlesIn).find((it) => it !== null) ?? null,
    marks: marks.filter(({ mark, on }, index) => {
      return marks.findIndex((it) => it.mark === mark && it.on === on) === index;
    }),
  };
}

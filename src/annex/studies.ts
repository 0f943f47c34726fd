import { parseArticles } from '../study/articles.ts';
import { parseCompletion } from '../study/completion.ts';
import { parseStatus } from '../study/status.ts';
import type { Footnote, Printed, Study } from '../study/study.ts';
import { placeOf } from './context.ts';
import type { TableContext } from './context.ts';
import { isSubtheme, isTheme } from './heading.ts';
import type { Record } from './record.ts';
import { titleOf, titlePlace } from './title.ts';
import type { TitlePlace } from './title.ts';
import type { Field } from './vocabulary.ts';

/** What the rows above have set for those below. */
interface Above {
  theme: string | null;
  subtheme: string | null;
  readonly groups: Map<Field, string>;
}

/** A study row with what stands around it. */
interface StudyRow {
  readonly record: Record;
  readonly theme: string | null;
  readonly subtheme: string | null;
  readonly groups: ReadonlyMap<Field, string>;
  description: string | null;
}

/** Text that a model asks to be replaced: “[te starten/lopend/afgerond]”, “Naam SEA-thema of artikel”. */
const INSTRUCTION =
  /^(?:\[[^\]]+\]$|naam (?:SEA-)?thema of artikel|nummer\(s\) begrotingsartikel)/iu;

/** Rows of one table as studies; themes, groups and descriptions go to the rows they belong to. */
export function studiesOf(
  records: readonly Record[],
  context: TableContext,
  labels: ReadonlyMap<number, string>,
): readonly Study[] {
  const rows = studyRows(records, context);
  const place = titlePlace(rows.map(({ record }) => record));
  if (place === null) return [];
  const repeats = repeatedFields(rows);
  const last = new Map<Field, string>();
  return rows.map((row, index) => {
    for (const field of repeats) {
      const text = row.record.texts.get(field) ?? '';
      if (text !== '') last.set(field, text);
      // A new theme or subtheme begins a group of its own.
      if (field === 'theme' && text !== '') last.delete('subtheme');
    }
    const lines = row.record.row.lines;
    const [first, final] = [lines[0]?.line.page, lines.at(-1)?.line.page];
    if (!first || !final) throw new Error('A row has at least one line');
    return {
      ...study(row, place, context, last),
      place: placeOf(first, final, labels, context.name, index + 1),
    };
  });
}

function studyRows(records: readonly Record[], context: TableContext): readonly StudyRow[] {
  const above: Above = { theme: context.theme, subtheme: null, groups: new Map() };
  const rows: StudyRow[] = [];
  for (const record of records) {
    if (record.wide !== null) {
      takeWide(record.wide, record.bold, above, rows);
      continue;
    }
    const filled = [...record.texts].filter(([, text]) => text !== '');
    if (
      filled.length === 0 ||
      filled.some(([, text]) => INSTRUCTION.test(text) && filled.length < 3)
    )
      continue;
    const [only] = filled;
    if (filled.length === 1 && only && !isDated(only[0]) && record.texts.size > 1) {
      takeGroup(only[0], only[1], above);
      continue;
    }
    const groups = new Map(above.groups);
    rows.push({ record, theme: above.theme, subtheme: above.subtheme, groups, description: null });
  }
  return rows;
}

function isDated(field: Field): boolean {
  return field === 'completion' || field === 'status' || field === 'start' || field === 'year';
}

/** A text over the whole width: a theme, a subtheme, a group, or the description of the row above. */
function takeWide(text: string, bold: boolean, above: Above, rows: StudyRow[]): void {
  if (text === '' || INSTRUCTION.test(text)) return;
  if (isSubtheme(text)) above.subtheme = text;
  else if (isTheme(text)) {
    above.theme = text;
    above.subtheme = null;
  } else {
    const row = rows.at(-1);
    if (bold || !row) above.subtheme = text;
    else row.description = row.description === null ? text : `${row.description} ${text}`;
  }
}

/** One cell alone: it stands for its column in the rows below (1a. Beleidsdoorlichtingen under Soort onderzoek). */
function takeGroup(field: Field, text: string, above: Above): void {
  if (isSubtheme(text) || field === 'subtheme') above.subtheme = text;
  else if (isTheme(text) || field === 'theme') {
    above.theme = text;
    above.subtheme = null;
  } else if (field === 'title') above.subtheme = text;
  else above.groups.set(field, text);
}

/** Columns whose blank cells repeat the cell above: printed only at the first row of a group. */
function repeatedFields(rows: readonly StudyRow[]): readonly Field[] {
  const blank = (field: Field): number =>
    rows.filter(({ record }) => record.texts.get(field) === '').length;
  const grouped = (['theme', 'subtheme'] as const).filter((field) => blank(field) > 0);
  const articles = blank('articles') * 3 >= rows.length || grouped.length > 0;
  return articles ? [...grouped, 'articles'] : grouped;
}

function study(
  row: StudyRow,
  place: TitlePlace,
  context: TableContext,
  last: ReadonlyMap<Field, string>,
): Omit<Study, 'place'> {
  const printed = printedOf(row, place, context, last);
  const title = printed.title ?? '';
  const { status, statusCompletion } = parseStatus(printed.status);
  return {
    title,
    type: printed.type,
    conclusions: printed.conclusions,
    description: printed.description,
    theme: printed.theme,
    subtheme: printed.subtheme,
    completion: parseCompletion(printed.completion),
    status,
    ...(statusCompletion === undefined ? {} : { statusCompletion }),
    articles: parseArticles(printed.articles ?? context.articles),
    links: row.record.links,
    footnotes: footnotesOf(row.record, context, place),
    printed,
  };
}

function printedOf(
  { record, theme, subtheme, groups, description }: StudyRow,
  place: TitlePlace,
  context: TableContext,
  last: ReadonlyMap<Field, string>,
): Printed {
  const { texts } = record;
  const cell = (field: Field): string | null => {
    const text = texts.get(field) ?? null;
    if (text !== null && text !== '') return text;
    const group = groups.get(field);
    return group ?? last.get(field) ?? text;
  };
  const title = titleOf(record, place);
  const spent = (field: Field): boolean => place === field;
  const described =
    place === 'phrase' && title === texts.get('description') ? '' : cell('description');
  return {
    title,
    type: cell('type'),
    completion: completionOf(texts, cell),
    status: cell('status'),
    conclusions: cell('conclusions'),
    description: described ?? description,
    articles: texts.has('article') ? (texts.get('article') ?? '') : cell('articles'),
    theme: spent('theme') ? ownTheme(record, theme, context) : (cell('theme') ?? theme),
    subtheme: spent('subtheme') ? subtheme : (cell('subtheme') ?? subtheme),
  };
}

/** The theme of a row whose theme column holds its title: that of the heading, else the theme itself is the study (1.32d). */
function ownTheme({ texts }: Record, theme: string | null, context: TableContext): string | null {
  if (theme !== null || context.theme !== null) return theme;
  const type = texts.get('type') ?? 'periodieke rapportage';
  return /periodieke rapportage|beleidsdoorlichting|synthese/iu.test(type)
    ? (texts.get('theme') ?? null)
    : null;
}

/** “2020-2021” from Aanvang and Voltooiing; the marked years of a grid. */
function completionOf(
  texts: ReadonlyMap<Field, string>,
  cell: (field: Field) => string | null,
): string | null {
  if (texts.has('year')) return texts.get('year') ?? '';
  const [start, end] = [cell('start'), cell('completion')];
  if (start === null || start === '' || start === end) return end ?? start;
  return end === null || end === '' ? start : `${start}-${end}`;
}

function footnotesOf(
  { marks }: Record,
  context: TableContext,
  place: TitlePlace,
): readonly Footnote[] {
  const onTitle = (on: Footnote['on']): Footnote['on'] =>
    (place === 'phrase' && on === 'description') || on === place ? 'title' : on;
  const own = marks.map(({ mark, on }) => ({ mark, on: onTitle(on) }));
  return [...context.marks, ...own].map(({ mark, on }) => ({
    mark,
    on,
    text: context.footnotes.get(mark) ?? null,
  }));
}

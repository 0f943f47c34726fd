import { parseArticles } from '../study/articles.ts';
import { parseCompletion } from '../study/completion.ts';
import { confidenceOf } from '../study/confidence.ts';
import type { Reason } from '../study/confidence.ts';
import { parseStatus } from '../study/status.ts';
import type { Footnote, Printed, PrintedKey, Study } from '../study/study.ts';
import { withTableReasons } from '../study/table-reasons.ts';
import { valueReasons } from '../study/value-reasons.ts';
import type { TableContext } from './context.ts';
import { PRINTED_KEYS } from './record.ts';
import type { RecordMark } from './record.ts';
import { repeatBlanks } from './repeats.ts';
import type { StudyRow } from './study-rows.ts';
import { extentOf, placeOf } from './table-row.ts';
import { explained, titlePlace } from './title.ts';
import type { TitlePlace } from './title.ts';
import type { Field } from './vocabulary.ts';

/**
 * The study rows of one table as studies.
 * @param former studies of the tables before it, of which this one may be a further part
 */
export function studiesOf(
  rows: readonly StudyRow[],
  table: TableContext,
  former: readonly Study[],
): readonly Study[] {
  const last = former.findLast(({ place }) => place.table === table.name);
  const counted = table.goesOn ? (last?.place.row ?? 0) : 0;
  const hasThemeAbove = rows.some(({ theme }) => theme !== null);
  const place = titlePlace(
    rows.map(({ record }) => record),
    hasThemeAbove,
  );
  const repeated = repeatBlanks(rows, place);
  const described = rows.some(({ below }) => below.length > 0);
  const centred = rows.some(({ record }) =>
    record.doubts.some(({ kind }) => kind === 'span-unclear'),
  );
  const studies = rows.map((row, index) => {
    const sources = repeated[index] ?? new Map<Field, StudyRow>();
    const printed = printedOf(row, place, sources, described);
    const { status, statusCompletion } = parseStatus(printed.status);
    const extent = extentOf(row.record.extent, (row.below.at(-1) ?? row.record).extent);
    const study: Study = {
      title: printed.title ?? '',
      type: printed.type,
      conclusions: printed.conclusions,
      description: printed.description,
      theme: printed.theme,
      subtheme: printed.subtheme,
      completion: parseCompletion(printed.completion),
      status,
      ...(statusCompletion === undefined ? {} : { statusCompletion }),
      articles: parseArticles(printed.articles ?? table.articles),
      links: [row.record, ...row.below].flatMap((record) => record.links),
      footnotes: footnotesOf(row, printed, place, sources, table),
      printed,
      place: placeOf(extent, table.name, counted + index + 1),
    };
    const reasons = [
      ...readingReasons(row, printed, place, sources),
      ...(centred ? spanReasons(row) : []),
      ...valueReasons(study),
    ];
    return { ...study, confidence: confidenceOf(reasons) };
  });
  return withTableReasons(studies);
}

/** In a table that sets spanning cells in their middle a blank one may belong to the text below it. */
function spanReasons({ record }: StudyRow): readonly Reason[] {
  return (['theme', 'subtheme', 'articles'] as const)
    .filter((field) => record.texts.get(field) === '')
    .map((on) => {
      const message = `has no ${on} of its own, in a table that sets cells in the middle of the rows they span`;
      return { kind: 'span-unclear', on, level: 'medium', message };
    });
}

function printedOf(
  row: StudyRow,
  place: TitlePlace,
  repeated: ReadonlyMap<Field, StudyRow>,
  described: boolean,
): Printed {
  const { texts } = row.record;
  const cell = (field: Field): string | null => {
    const own = texts.get(field);
    if (own === undefined || own !== '') return own ?? null;
    return row.groups.get(field) ?? repeated.get(field)?.record.texts.get(field) ?? '';
  };
  const { title, description } = titleOf(place, cell);
  const conclusions = cell('conclusions');
  const below = row.below.map(({ wide, texts: all }) => wide ?? all.get('description') ?? '');
  const concluded = row.below.map((record) => record.texts.get('conclusions') ?? '');
  return {
    title,
    type: cell('type'),
    completion: completionOf(cell),
    status: cell('status'),
    conclusions: conclusions === null ? null : joined([conclusions, ...concluded]),
    description: description === null && !described ? null : joined([description ?? '', ...below]),
    articles: cell('article') ?? cell('articles'),
    theme: place === 'theme' ? row.theme : ((cell('theme') || row.theme) ?? cell('theme')),
    subtheme:
      place === 'subtheme'
        ? row.subtheme
        : ((cell('subtheme') || row.subtheme) ?? cell('subtheme')),
  };
}

function titleOf(
  place: TitlePlace,
  cell: (field: Field) => string | null,
): { readonly title: string; readonly description: string | null } {
  const description = cell('description');
  if (place === 'explanation') return explained(description ?? '', cell('type') ?? '');
  return { title: cell(place === 'theme itself' ? 'theme' : place) ?? '', description };
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}

/** “2020-2021” from Aanvang and Voltooiing; the marked years of a grid. */
function completionOf(cell: (field: Field) => string | null): string | null {
  const [years, start, end] = [cell('year'), cell('start'), cell('completion')];
  if (years !== null) return years;
  if (start === null || end === null) return end ?? start;
  return [start, end].filter((text) => text !== '').join('-');
}

function footnotesOf(
  row: StudyRow,
  printed: Printed,
  place: TitlePlace,
  repeated: ReadonlyMap<Field, StudyRow>,
  table: TableContext,
): readonly Footnote[] {
  const around = table.marks.map(({ mark, on, note }) => ({ mark, on, text: note() }));
  const fromAbove = [...repeated].flatMap(([field, source]) =>
    source.record.marks.filter((mark) => mark.field === field),
  );
  const below = row.below.flatMap(({ marks, wide }) =>
    marks.map((mark): RecordMark => (wide === null ? mark : { ...mark, field: 'description' })),
  );
  const own = [...row.marks, ...fromAbove, ...row.record.marks, ...below].map((mark) => ({
    mark: mark.mark,
    on: keyOf(mark, printed, place),
    text: mark.note(),
  }));
  return [...around, ...own];
}

/** What speaks for and against the row, its cells and those that were repeated from above. */
function readingReasons(
  row: StudyRow,
  printed: Printed,
  place: TitlePlace,
  repeated: ReadonlyMap<Field, StudyRow>,
): readonly Reason[] {
  const fromAbove = [...repeated].flatMap(([field, source]) =>
    source.record.doubts.filter((doubt) => doubt.field === field),
  );
  const below = row.below.flatMap(({ doubts, wide }) =>
    doubts
      .filter(({ field }) => field !== null)
      .map((doubt) => (wide === null ? doubt : { ...doubt, field: 'description' as const })),
  );
  return [...row.record.doubts, ...fromAbove, ...below].map(({ field, ...doubt }) => ({
    ...doubt,
    on:
      field === null ? 'row' : keyOf({ field, before: printed.description ?? '' }, printed, place),
  }));
}

/** The printed cell a mark hangs on: that of its column, or the title that was taken from it. */
function keyOf(
  { field, before }: Pick<RecordMark, 'field' | 'before'>,
  printed: Printed,
  place: TitlePlace,
): PrintedKey {
  if (field === place || (field === 'theme' && place === 'theme itself')) return 'title';
  if (place !== 'explanation') return PRINTED_KEYS[field];
  const { from } = explained(printed.description ?? '', printed.type ?? '');
  if (field === 'description') {
    if (printed.description === '') return 'title';
    return from === 'clause' && before.length <= (printed.title ?? '').length + 1
      ? 'title'
      : 'description';
  }
  return field === 'type' && printed.title === printed.type ? 'title' : PRINTED_KEYS[field];
}

import type { StudyRow } from './study-rows.ts';
import type { TitlePlace } from './title.ts';
import type { Field } from './vocabulary.ts';

/**
 * What stands in theme, subtheme and article cells when a blank one repeats the one above it, within
 * the same theme: by row. Articles repeat only in tables that print them at the first row of a group.
 */
export function repeatBlanks(
  rows: readonly StudyRow[],
  place: TitlePlace,
): readonly ReadonlyMap<Field, StudyRow>[] {
  const groupFields = (['theme', 'subtheme'] as const).filter(
    (field) =>
      field !== place && rows.some((row) => row.record.texts.has(field) && own(row, field) === ''),
  );
  const grouped = groupFields.length > 0 && printsArticlesOnce(rows, groupFields);
  let section = -1;
  const last = new Map<Field, StudyRow>();
  return rows.map((row) => {
    const { texts } = row.record;
    if (row.section !== section) last.clear();
    ({ section } = row);
    for (const field of groupFields) {
      if (own(row, field) === '') continue;
      if (field === 'theme') {
        last.delete('subtheme');
        last.delete('articles');
      }
      last.set(field, row);
    }
    const repeated = new Map<Field, StudyRow>();
    for (const field of groupFields) {
      const source = last.get(field);
      if (texts.get(field) === '' && source) repeated.set(field, source);
    }
    const articles = texts.get('articles');
    const source = last.get('articles');
    if (articles === '' && grouped && source) repeated.set('articles', source);
    else if (articles !== undefined && articles !== '') last.set('articles', row);
    return repeated;
  });
}

/** What a row prints itself: a cell that spans it was printed in a row above. */
function own({ record }: StudyRow, field: Field): string {
  return record.spanned.has(field) ? '' : (record.texts.get(field) ?? '');
}

/** No two rows of one group print the same article one below the other: then blank means the same. */
function printsArticlesOnce(rows: readonly StudyRow[], groupFields: readonly Field[]): boolean {
  return rows.every((row, index) => {
    const former = rows[index - 1];
    const articles = own(row, 'articles');
    const begins = groupFields.some((field) => own(row, field) !== '');
    if (!former || begins || articles === '') return true;
    return articles !== own(former, 'articles');
  });
}

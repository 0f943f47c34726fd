import type { ChangeKind } from '../change/comparison.ts';
import type { Study } from '../study/study.ts';
import { cut } from './fact.ts';
import type { Field, Words } from './vocabulary.ts';

/** Fields that a change of each kind shows in a table; kinds that are not here change no field. */
const CHANGED: Readonly<Partial<Record<ChangeKind, readonly Field[]>>> = {
  'status-changed': ['status'],
  'status-first-stated': ['status'],
  'status-reverted': ['status'],
  'reported-finished': ['status'],
  'reported-unfinished': ['status'],
  'new-cycle': ['status', 'completion'],
  postponed: ['completion'],
  advanced: ['completion'],
  conflict: ['completion'],
  'completion-withdrawn': ['completion'],
  'completion-stated': ['completion'],
  'conclusions-added': ['conclusions'],
  'conclusions-changed': ['conclusions'],
  'conclusions-removed': ['conclusions'],
  'report-linked': ['report'],
  'link-changed': ['report'],
  retitled: ['title'],
  'type-changed': ['type'],
  'articles-changed': ['articles'],
  'theme-changed': ['theme'],
};

const ORDER: readonly Field[] = [
  'status',
  'completion',
  'conclusions',
  'report',
  'title',
  'type',
  'articles',
  'theme',
];

/** Fields told as unchanged: those that say which study it is and where it stands. */
const REMARKED: readonly Field[] = ['status', 'completion', 'type', 'articles', 'theme'];

/** Longest value, in characters, that stands in a table or a running line. */
const LONGEST = 200;

/** The fields that changes of these kinds show, in the order of a table. */
export function changedFields(kinds: readonly ChangeKind[]): readonly Field[] {
  return ORDER.filter((field) => kinds.some((kind) => CHANGED[kind]?.includes(field)));
}

/** As printed: null when there is no such column, "" when the cell is empty. Conclusions and report have no short value. */
export function printedValue(study: Study, field: Field): string | null {
  if (field === 'conclusions' || field === 'report') return null;
  return study.printed[field] === null ? null : cut(study.printed[field], LONGEST);
}

/** A printed value in a table: “leeg” for an empty cell, “geen kolom” without a column. */
export function printedCell(study: Study, field: Field, { terms }: Words): string {
  const value = printedValue(study, field);
  if (value === null) return terms.noColumn;
  return value === '' ? terms.empty : value;
}

/** “status Lopend · afronding 2023 · …”: what a row states of itself. */
export function remarks(study: Study, words: Words, fields: readonly Field[] = REMARKED): string {
  return fields
    .map((field) => ({ field, value: printedValue(study, field) }))
    .filter(({ value }) => value !== null && value !== '')
    .map(({ field, value }) => words.study.remark(field, value ?? ''))
    .join(' · ');
}

/** Fields that both rows state, and state alike, apart from those that are told as changed. */
export function unchangedFields(
  before: Study,
  after: Study,
  changed: readonly Field[],
): readonly Field[] {
  return REMARKED.filter((field) => !changed.includes(field) && isSame(before, after, field));
}

function isSame(before: Study, after: Study, field: Field): boolean {
  if (field === 'status') return before.status !== null && before.status === after.status;
  if (field === 'articles') {
    return after.articles.length > 0 && before.articles.join() === after.articles.join();
  }
  if (field === 'completion') {
    return (
      after.completion !== null &&
      JSON.stringify(before.completion) === JSON.stringify(after.completion)
    );
  }
  const [one, other] = [printedValue(before, field), printedValue(after, field)];
  return one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
}

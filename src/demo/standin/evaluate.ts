import type { Clause, Expression, Query, Relation } from './cql.ts';
import { indexProblem, indexValues, isImpossibleDate } from './indexes.ts';
import type { SruRecord } from './record.ts';

export interface Found {
  readonly records: readonly SruRecord[];
  /** Terms that were left out of the query. */
  readonly ignored: readonly string[];
}

/** What the service says of an index it does not have; null when it has them all. */
export function queryProblem({ where, sortBy }: Query): string | null {
  const indexes = [...clauseIndexes(where), ...sortBy.map(({ index }) => index)];
  return indexes.map(indexProblem).find((problem) => problem !== null) ?? null;
}

/** The records a query finds, in its order; without sortBy in the order of the catalogue. */
export function runQuery({ where, sortBy }: Query, records: readonly SruRecord[]): Found {
  const ignored = ignoredTerms(where);
  const found = records.filter((record) => matches(where, record));
  found.sort((one, other) => {
    for (const { index, descending } of sortBy) {
      const order = compare(sortValue(one, index), sortValue(other, index));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  return { records: found, ignored };
}

export function matches(expression: Expression, record: SruRecord): boolean {
  if (expression.kind === 'clause') return clauseMatches(expression, record);
  const left = matches(expression.left, record);
  const right = matches(expression.right, record);
  return { AND: left && right, OR: left || right, NOT: left && !right }[expression.kind];
}

function clauseMatches({ index, relation, term }: Clause, record: SruRecord): boolean {
  if (isImpossibleDate(index, term)) return true;
  return indexValues(record, index).some((value) => HOLDS[relation](value, term));
}

/** `==` is exact; `=` finds the phrase within, whatever its capitals and accents; so do `all` and `any` for words. */
const HOLDS: Readonly<Record<Relation, (value: string, term: string) => boolean>> = {
  '==': (value, term) => value === term,
  '=': (value, term) => ` ${words(value).join(' ')} `.includes(` ${words(term).join(' ')} `),
  all: (value, term) => words(term).every((word) => words(value).includes(word)),
  any: (value, term) => words(term).some((word) => words(value).includes(word)),
  '>': (value, term) => compare(value, term) > 0,
  '>=': (value, term) => compare(value, term) >= 0,
  '<': (value, term) => compare(value, term) < 0,
  '<=': (value, term) => compare(value, term) <= 0,
};

function words(text: string): readonly string[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function sortValue(record: SruRecord, index: string): string {
  return indexValues(record, index)[0] ?? '';
}

function clauseIndexes(expression: Expression): readonly string[] {
  if (expression.kind === 'clause') return [expression.index];
  return [...clauseIndexes(expression.left), ...clauseIndexes(expression.right)];
}

function ignoredTerms(expression: Expression): readonly string[] {
  if (expression.kind === 'clause') {
    return isImpossibleDate(expression.index, expression.term) ? [expression.term] : [];
  }
  return [...ignoredTerms(expression.left), ...ignoredTerms(expression.right)];
}

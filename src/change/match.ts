import type { Study } from '../study/study.ts';
import { foldTitle } from '../study/title.ts';
import type { Pair, PairedBy, ReviewItem, RowReference } from './comparison.ts';

/** The rows of one edition that are to be matched. */
export interface MatchedSide {
  readonly studies: readonly Pick<Study, 'title'>[];
  /** Register id of each row, where there is a register. */
  readonly ids?: readonly string[];
}

/** Every row of each side is in exactly one of these lists. */
export interface Matching {
  readonly pairs: readonly Pair[];
  readonly review: readonly ReviewItem[];
  /** Surplus rows of a study that the other side lists fewer times. */
  readonly movedBefore: readonly RowReference[];
  readonly movedAfter: readonly RowReference[];
  readonly goneBefore: readonly RowReference[];
  readonly newAfter: readonly RowReference[];
}

interface Row extends RowReference {
  readonly id: string | null;
  readonly fold: string;
}

interface Sides {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/**
 * Pairs rows one to one: by id where a register knows both sides, else by exact and then by folded
 * title; rows that share it pair in printed order. Rows that could be paired in more than one way go to review, and so does a row that
 * is left beside a pair with the same folded title: whether it left or was joined nobody knows.
 */
export function matchStudies(before: MatchedSide, after: MatchedSide): Matching {
  const all: Sides = { before: rowsOf(before), after: rowsOf(after) };
  const pairs: Pair[] = [];
  const review: ReviewItem[] = [];
  const moved = { before: [] as Row[], after: [] as Row[] };
  for (const row of all.before.filter(isNameless)) review.push(namelessItem([row], []));
  for (const row of all.after.filter(isNameless)) review.push(namelessItem([], [row]));
  let rest = withoutRows(all, [...all.before, ...all.after].filter(isNameless));

  // Where a register knows both sides it has looked at the titles already.
  const known = before.ids !== undefined && after.ids !== undefined;
  const sure = groupBy(rest, (row) => (known ? row.id : row.title)).filter(isShared);
  for (const group of sure) pairInOrder(group, pairs, moved);
  rest = withoutRows(rest, sure.flatMap(rowsOfGroup));

  const paired = new Set(sure.flatMap(rowsOfGroup).map((row) => row.fold));
  const decided: Row[] = [];
  for (const group of groupBy(rest, (row) => row.fold)) {
    const reason = doubt(group, known, paired);
    if (reason !== null) review.push(reviewItem(group, reason));
    else if (isShared(group)) pairInOrder(group, pairs, moved);
    else continue;
    decided.push(...rowsOfGroup(group));
  }
  rest = withoutRows(rest, decided);
  return {
    pairs: pairs.toSorted((one, other) => one.after.row - other.after.row),
    review,
    movedBefore: references(moved.before),
    movedAfter: references(moved.after),
    goneBefore: references(rest.before),
    newAfter: references(rest.after),
  };
}

/** Why a group with one folded title cannot be decided; null when it can. */
function doubt(group: Sides, known: boolean, paired: ReadonlySet<string>): string | null {
  if (rowsOfGroup(group).some((row) => paired.has(row.fold))) {
    return 'another row whose title differs in no more than capitals or punctuation was paired already';
  }
  if (!isShared(group)) return null;
  if (wordings(group.before) > 1 || wordings(group.after) > 1) {
    return 'several rows have titles that differ in no more than capitals or punctuation';
  }
  return known ? 'the register holds them for two studies, but their titles are alike' : null;
}

/** True when both sides have rows of the group. */
function isShared({ before, after }: Sides): boolean {
  return before.length > 0 && after.length > 0;
}

function rowsOfGroup({ before, after }: Sides): readonly Row[] {
  return [...before, ...after];
}

function namelessItem(before: readonly Row[], after: readonly Row[]): ReviewItem {
  return reviewItem({ before, after }, 'the row has no title to know it by');
}

function wordings(rows: readonly Row[]): number {
  return new Set(rows.map((row) => row.title)).size;
}

function rowsOf({ studies, ids }: MatchedSide): readonly Row[] {
  return studies.map(({ title }, row) => ({
    title,
    row,
    id: ids?.[row] ?? null,
    fold: foldTitle(title),
  }));
}

function isNameless(row: Row): boolean {
  return row.fold === '';
}

function groupBy(sides: Sides, key: (row: Row) => string | null): readonly Sides[] {
  const groups = new Map<string, { before: Row[]; after: Row[] }>();
  for (const side of ['before', 'after'] as const) {
    for (const row of sides[side]) {
      const value = key(row);
      if (value === null) continue;
      const group = groups.get(value) ?? { before: [], after: [] };
      group[side].push(row);
      groups.set(value, group);
    }
  }
  return [...groups.values()];
}

function pairInOrder(group: Sides, pairs: Pair[], moved: { before: Row[]; after: Row[] }): void {
  const count = Math.min(group.before.length, group.after.length);
  for (const [index, before] of group.before.slice(0, count).entries()) {
    const after = group.after[index];
    if (after) pairs.push(pairOf(before, after));
  }
  moved.before.push(...group.before.slice(count));
  moved.after.push(...group.after.slice(count));
}

function pairOf(before: Row, after: Row): Pair {
  return {
    before: reference(before),
    after: reference(after),
    by: pairedBy(before, after),
    score: 1,
  };
}

/** An id that joins other titles was settled by something else than titles. */
function pairedBy(before: Row, after: Row): PairedBy {
  if (before.title === after.title) return 'title';
  return before.fold === after.fold ? 'folded-title' : 'judgement';
}

function withoutRows(sides: Sides, rows: readonly Row[]): Sides {
  const taken = new Set(rows);
  return {
    before: sides.before.filter((row) => !taken.has(row)),
    after: sides.after.filter((row) => !taken.has(row)),
  };
}

function reviewItem(group: Sides, reason: string): ReviewItem {
  return { before: references(group.before), after: references(group.after), reason };
}

function references(rows: readonly Row[]): readonly RowReference[] {
  return rows.map(reference);
}

function reference({ title, row }: Row): RowReference {
  return { title, row };
}

import { matchProfiles } from '../match/match.ts';
import type { OpenQuestion } from '../match/match.ts';
import { equalTitles } from '../match/places.ts';
import type { Pair, ReviewItem, RowReference } from './comparison.ts';
import { pairInOrder } from './match-pairs.ts';
import type { MatchJudgements } from './match-pairs.ts';
import { reasonOf } from './match-reasons.ts';
import { groupBy, isShared, references, rowsOf, rowsOfGroup } from './match-rows.ts';
import type { MatchedSide, Row, Sides } from './match-rows.ts';

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

/**
 * Pairs rows one to one: by id where a register knows both sides, else by exact and then by folded
 * title, then by similarity over all that is left (src/match); rows of one study that share a title pair in
 * printed order. Rows that could be paired in more than one way go to review, and so does a row that
 * is left beside a pair with the same folded title: whether it left or was joined nobody knows.
 */
export function matchStudies(
  before: MatchedSide,
  after: MatchedSide,
  judgements: MatchJudgements = {},
): Matching {
  const all: Sides = {
    before: rowsOf(before, 'before'),
    after: rowsOf(after, 'after'),
  };
  const pairs: Pair[] = [];
  const review: ReviewItem[] = [];
  const moved = { before: [] as Row[], after: [] as Row[] };
  for (const row of all.before.filter(isNameless)) review.push(namelessItem([row], []));
  for (const row of all.after.filter(isNameless)) review.push(namelessItem([], [row]));
  let rest = withoutRows(all, [...all.before, ...all.after].filter(isNameless));
  const take = (group: Sides): void => {
    pairInOrder(group, { pairs, moved, judgements });
    rest = withoutRows(rest, rowsOfGroup(group));
  };

  // Where a register knows both sides it has looked at the titles already.
  const known = before.ids !== undefined && after.ids !== undefined;
  const sure = known
    ? groupBy(rest, (row) => row.id).filter(isShared)
    : groupBy(rest, (row) => row.title).flatMap(studiesWithTitle);
  for (const group of sure) take(group);

  const paired = Map.groupBy(sure.flatMap(rowsOfGroup), (row) => row.fold);
  for (const group of groupBy(rest, (row) => row.fold)) {
    const reason = doubt(group, known, paired, judgements);
    if (reason !== null) {
      review.push(reviewItem(group, reason));
      rest = withoutRows(rest, rowsOfGroup(group));
    } else if (isShared(group) && !isSaidApart(group, judgements) && isOneStudy(group)) take(group);
  }

  const similar = matchProfiles(
    rest.before.map(({ profile }) => profile),
    rest.after.map(({ profile }) => profile),
    {
      isApart: (one, other) => {
        const [row, otherRow] = [rest.before[one], rest.after[other]];
        return !row || !otherRow || isSaidApart({ before: [row], after: [otherRow] }, judgements);
      },
    },
  );
  const { questions } = similar;
  const open = questions.map((question) => sidesOf(rest, question));
  const likely = similar.pairs.map((it) =>
    sidesOf(rest, { before: [it.before], after: [it.after] }),
  );
  for (const [index, group] of open.entries()) {
    review.push(reviewItem(group, reasonOf(questions[index]?.pairs ?? [])));
  }
  for (const [index, group] of likely.entries()) {
    const score = similar.pairs[index]?.score ?? 0;
    if (known)
      review.push(reviewItem(group, 'the register holds them for two studies, but they are alike'));
    else pairInOrder(group, { pairs, moved, judgements, score });
  }
  rest = withoutRows(rest, [...open, ...likely].flatMap(rowsOfGroup));
  return {
    pairs: pairs.toSorted((one, other) => one.after.row - other.after.row),
    review,
    movedBefore: references(moved.before),
    movedAfter: references(moved.after),
    goneBefore: references(rest.before),
    newAfter: references(rest.after),
  };
}

/**
 * Of the rows with one title those that are one study. Stages of one law and rows without a title of their
 * own are several: each goes with the one that is no other by all that is beside the title.
 */
function studiesWithTitle(group: Sides): readonly Sides[] {
  if (!isShared(group)) return [];
  const befores = [...Map.groupBy(group.before, (row) => row.study).values()];
  const afters = [...Map.groupBy(group.after, (row) => row.study).values()];
  const several = befores.length > 1 || afters.length > 1;
  return befores.flatMap((before) => {
    const fitting = afters.filter((after) => verdict(before, after, several) === 'same');
    const [after] = fitting;
    const rivals = befores.filter((it) => after && verdict(it, after, several) === 'same');
    return after && fitting.length === 1 && rivals.length === 1 ? [{ before, after }] : [];
  });
}

function verdict(
  before: readonly Row[],
  after: readonly Row[],
  several = false,
): ReturnType<typeof equalTitles> {
  const verdicts = new Set(
    before.flatMap((one) => after.map((other) => equalTitles(one.profile, other.profile, several))),
  );
  const [only] = verdicts;
  if (only === undefined) return 'other';
  return verdicts.size === 1 ? only : 'doubt';
}

function isOneStudy({ before, after }: Sides): boolean {
  return verdict(before, after) === 'same';
}

function isSaidApart({ before, after }: Sides, { isApart }: MatchJudgements): boolean {
  const [one, other] = [before[0]?.id ?? null, after[0]?.id ?? null];
  return one !== null && other !== null && (isApart?.(one, other) ?? false);
}

/** Why a group with one folded title cannot be decided; null when it can, or when it is more than one study. */
function doubt(
  group: Sides,
  known: boolean,
  paired: ReadonlyMap<string, readonly Row[]>,
  judgements: MatchJudgements,
): string | null {
  const isOther = isShared(group) && verdict(group.before, group.after) === 'other';
  if (isOther || isSaidApart(group, judgements)) return null;
  if (rowsOfGroup(group).some((row) => hasPairedTwin(row, paired.get(row.fold) ?? []))) {
    return 'another row whose title differs in no more than capitals or punctuation was paired already';
  }
  if (!isShared(group)) return null;
  if (wordings(group.before) > 1 || wordings(group.after) > 1) {
    return 'several rows have titles that differ in no more than capitals or punctuation';
  }
  if (verdict(group.before, group.after) === 'doubt') {
    return 'the titles are equal, but the types or the themes are those of two studies';
  }
  return known ? 'the register holds them for two studies, but their titles are alike' : null;
}

/** A row whose title was paired in another wording, or with a row that it could have been paired with. */
function hasPairedTwin(row: Row, twins: readonly Row[]): boolean {
  // Of one title and one side: another stage or subject, and paired as that.
  const isParted = twins.some((it) => it.side === row.side && it.title === row.title);
  return twins.some(
    (it) =>
      it.title !== row.title || (!isParted && equalTitles(it.profile, row.profile) !== 'other'),
  );
}

function sidesOf({ before, after }: Sides, indexes: Pick<OpenQuestion, 'before' | 'after'>): Sides {
  return {
    before: indexes.before.flatMap((index) => before[index] ?? []),
    after: indexes.after.flatMap((index) => after[index] ?? []),
  };
}

function namelessItem(before: readonly Row[], after: readonly Row[]): ReviewItem {
  return reviewItem({ before, after }, 'the row has no title to know it by');
}

function wordings(rows: readonly Row[]): number {
  return new Set(rows.map((row) => row.title)).size;
}

function isNameless(row: Row): boolean {
  return row.fold === '';
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

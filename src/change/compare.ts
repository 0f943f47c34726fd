import type { StatedEdition } from '../edition/edition.ts';
import type { Study } from '../study/study.ts';
import { foldTitle } from '../study/title.ts';
import { absence, absenceFacts } from './absence.ts';
import type { Cause, Change, Comparison, Pair, ReviewItem, RowReference } from './comparison.ts';
import { eventId } from './event-id.ts';
import { pairFacts } from './facts.ts';
import type { PairFacts } from './facts.ts';
import { matchStudies } from './match.ts';
import { pairDoubt } from './rules.ts';
import { overdueYear, stateOf } from './state.ts';
import type { StudyState } from './state.ts';
import { studyChanges } from './study-changes.ts';
import { groupOf, missingGroups } from './themes.ts';

/** One side of a comparison; a snapshot or an extraction is one. */
export interface ComparedEdition {
  readonly edition: StatedEdition;
  readonly studies: readonly Study[];
  /** Register id of each row, where there is a register. */
  readonly ids?: readonly string[];
  /** Themes that the annex names without a study under them. */
  readonly themes?: readonly string[];
  /** What the column of years means: the work ends, or (model 3.45 of 2021) the report is offered to the Kamer. */
  readonly years?: 'completed' | 'offered';
}

export interface CompareOptions {
  /** Without it: republished when both sides are the same edition, else successor. */
  readonly cause?: Cause;
  /** Last year that the newest begroting plans for a row of the earlier edition; null when not known. */
  readonly newestPlan?: (row: number) => number | null;
}

/**
 * Compares an edition with an earlier one after the decision table in rules.ts (docs/changes.md).
 * Every row of each side ends in exactly one pair, change of presence or review item. An edition
 * compared with itself gives no changes: a year is told as passed only where it was not so before.
 */
export function compare(
  before: ComparedEdition,
  after: ComparedEdition,
  options: CompareOptions = {},
): Comparison {
  const known = before.studies.map(stateOf);
  const now = after.studies.map(stateOf);
  const matching = matchStudies(before, after);
  const change = changeMaker(before, after, options);
  const otherYears = (before.years ?? 'completed') !== (after.years ?? 'completed');

  const pairs: Pair[] = [];
  const review: ReviewItem[] = [...matching.review];
  const changes: Change[] = [];
  for (const pair of matching.pairs) {
    const [was, is] = [at(known, pair.before.row), at(now, pair.after.row)];
    const facts = pairFacts(was, is, before.edition, after.edition, { otherYears });
    const reason = pairDoubt(facts);
    if (reason === null) {
      pairs.push(pair);
      changes.push(...change.ofPair(pair, facts, was, is));
    } else review.push({ before: [pair.before], after: [pair.after], reason });
  }

  const stayed = new Set([
    ...matching.pairs.map((pair) => pair.before.row),
    ...[...matching.review.flatMap((item) => item.before), ...matching.movedBefore].map(
      ({ row }) => row,
    ),
  ]);
  const missing = missingGroups(before.studies, after.studies, stayed, after.themes ?? []);
  for (const row of matching.newAfter) changes.push(...change.ofNewRow(row, at(now, row.row)));
  for (const row of matching.goneBefore) {
    const group = groupOf(at(before.studies, row.row));
    const themeMissing = group !== null && missing.has(group);
    changes.push(change.ofAbsence(row, at(known, row.row), themeMissing));
  }
  for (const row of matching.movedBefore) changes.push(change.ofMove(row, 'before'));
  for (const row of matching.movedAfter) changes.push(change.ofMove(row, 'after'));
  const { edition: from } = before;
  const { edition: to } = after;
  return {
    schemaVersion: 1,
    from: plainEdition(from),
    to: plainEdition(to),
    pairs,
    changes,
    review,
  };
}

interface ChangeMaker {
  ofPair(pair: Pair, facts: PairFacts, was: StudyState, is: StudyState): readonly Change[];
  ofNewRow(row: RowReference, is: StudyState): readonly Change[];
  ofAbsence(row: RowReference, was: StudyState, themeMissing: boolean): Change;
  ofMove(row: RowReference, side: 'before' | 'after'): Change;
}

function changeMaker(
  before: ComparedEdition,
  after: ComparedEdition,
  { cause: givenCause, newestPlan }: CompareOptions,
): ChangeMaker {
  const edition = after.edition.id ?? '';
  const cause =
    givenCause ?? (edition !== '' && before.edition.id === edition ? 'republished' : 'successor');
  const nothing = {
    field: null,
    before: null,
    after: null,
    beforeRow: null,
    afterRow: null,
  } as const;

  function identified(
    change: Omit<Change, 'eventId'>,
    year: number | null = null,
    study = studyKey(before, after, change),
  ): Change {
    return { ...change, eventId: eventId({ study, kind: change.kind, edition, cause, year }) };
  }

  return {
    ofPair: (pair, facts, was, is) =>
      studyChanges(facts, was, is).map((told) =>
        identified(
          {
            ...told,
            title: pair.after.title,
            beforeRow: pair.before.row,
            afterRow: pair.after.row,
          },
          told.kind === 'overdue' ? overdueYear(is, after.edition) : null,
        ),
      ),
    ofNewRow({ title, row }, is) {
      const added = identified({ ...nothing, kind: 'added', title, afterRow: row, news: 'no' });
      const year = overdueYear(is, after.edition);
      if (year === null) return [added];
      const text = is.completion?.text ?? null;
      return [
        added,
        identified(
          {
            ...nothing,
            kind: 'overdue',
            title,
            field: 'completion',
            after: text,
            afterRow: row,
            news: 'yes',
          },
          year,
        ),
      ];
    },
    ofAbsence({ title, row }, was, themeMissing) {
      const facts = absenceFacts({
        known: was,
        before: before.edition,
        after: after.edition,
        themeMissing,
        newestPlan: newestPlan?.(row) ?? null,
      });
      const told = absence(facts);
      const gone = { ...nothing, ...told, title, beforeRow: row };
      if (told.kind !== 'theme-absent') return identified(gone);
      // One event for all rows of the theme; its text is the theme.
      const { theme, place } = at(before.studies, row);
      const study = `theme ${groupOf(at(before.studies, row)) ?? ''}`;
      return identified({ ...gone, before: theme ?? place.table }, null, study);
    },
    ofMove: ({ title, row }, side) =>
      identified({
        ...nothing,
        kind: 'moved',
        title,
        news: 'no',
        ...(side === 'before' ? { beforeRow: row } : { afterRow: row }),
      }),
  };
}

/** Who the change is about: the register's id, else the folded title. */
function studyKey(
  before: ComparedEdition,
  after: ComparedEdition,
  { title, beforeRow, afterRow }: Pick<Change, 'title' | 'beforeRow' | 'afterRow'>,
): string {
  const id =
    (afterRow === null ? undefined : after.ids?.[afterRow]) ??
    (beforeRow === null ? undefined : before.ids?.[beforeRow]);
  return id ?? foldTitle(title);
}

/** Without what a caller's edition may carry beside the six parts. */
function plainEdition({ id, chapter, year, phase, dossier, number }: StatedEdition): StatedEdition {
  return { id, chapter, year, phase, dossier, number };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no row ${index}`);
  return item;
}

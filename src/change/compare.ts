import type { StatedEdition } from '../edition/edition.ts';
import { yearMeaning } from '../edition/models.ts';
import type { ComparedEdition } from './compared-edition.ts';
import type { Cause, Change, Comparison, RowReference } from './comparison.ts';
import { eventId } from './event-id.ts';
import { firstKnown } from './known-fold.ts';
import type { KnownState } from './known.ts';
import type { MatchJudgements } from './match-pairs.ts';
import { matchStudies } from './match.ts';
import { stateOf } from './state.ts';
import { step } from './step.ts';
import type { StepChange } from './step-change.ts';
import { foldTitle } from '../study/title.ts';

export interface CompareOptions {
  /** Without it: republished when both sides are the same edition, else successor. */
  readonly cause?: Cause;
  /** What people have said of the studies, where both sides have register ids. */
  readonly judgements?: MatchJudgements;
}

/**
 * Compares an edition with an earlier one: the step of a line (docs/changes.md) of which nothing is known
 * but that one edition. Every row of each side ends in exactly one pair, change of presence or review
 * item. An edition compared with itself gives no changes: a year is told as passed only where it was not
 * so before.
 */
export function compare(
  before: ComparedEdition,
  after: ComparedEdition,
  options: CompareOptions = {},
): Comparison {
  const matching = matchStudies(before, after, options.judgements);
  const cause = options.cause ?? causeOf(before, after);
  const { changes, doubts } = step({
    known: knownFrom(before),
    preceding: before,
    after,
    cause,
    assignment: {
      continued: matching.pairs.map((pair) => ({
        key: String(pair.before.row),
        row: pair.after.row,
      })),
      joined: matching.newAfter.map(({ row }) => ({ key: `new ${row}`, row })),
      repeated: [],
      merged: [],
      doubtful: [],
      left: matching.goneBefore.map(({ row }) => ({ key: String(row), row })),
    },
  });
  const doubted = new Map(doubts.map(({ row, reason }) => [row, reason]));
  const moved = (row: RowReference, side: 'before' | 'after'): Change =>
    movedChange(row, side, { before, after, cause });
  return {
    schemaVersion: 1,
    from: plainEdition(before.edition),
    to: plainEdition(after.edition),
    pairs: matching.pairs.filter((pair) => !doubted.has(pair.after.row)),
    changes: [
      ...changes.map(rowsOf),
      ...matching.movedBefore.map((row) => moved(row, 'before')),
      ...matching.movedAfter.map((row) => moved(row, 'after')),
    ],
    review: [
      ...matching.review,
      ...matching.pairs.flatMap((pair) => {
        const reason = doubted.get(pair.after.row);
        return reason === undefined ? [] : [{ before: [pair.before], after: [pair.after], reason }];
      }),
    ],
  };
}

function causeOf(before: ComparedEdition, after: ComparedEdition): Cause {
  const { id } = after.edition;
  return id !== null && id === before.edition.id ? 'republished' : 'successor';
}

/** What the earlier edition alone states, each row a study of its own: matching has paired them. */
function knownFrom(before: ComparedEdition): KnownState {
  const years = before.years ?? yearMeaning(before.edition);
  return new Map(
    before.studies.map((study, row) => [
      String(row),
      firstKnown(before.ids?.[row] ?? null, stateOf(study, years), {
        edition: before.edition,
        row,
      }),
    ]),
  );
}

function rowsOf({ study: _study, silent: _silent, row, against, ...change }: StepChange): Change {
  return { ...change, beforeRow: against?.row ?? null, afterRow: row };
}

function movedChange(
  { title, row }: RowReference,
  side: 'before' | 'after',
  compared: { before: ComparedEdition; after: ComparedEdition; cause: Cause },
): Change {
  const study = compared[side].ids?.[row] ?? foldTitle(title);
  const edition = compared.after.edition.id ?? '';
  return {
    kind: 'moved',
    title,
    field: null,
    before: null,
    after: null,
    beforeRow: side === 'before' ? row : null,
    afterRow: side === 'after' ? row : null,
    news: 'no',
    eventId: eventId({ study, kind: 'moved', edition, cause: compared.cause }),
  };
}

/** Without what a caller's edition may carry beside the six parts. */
function plainEdition({ id, chapter, year, phase, dossier, number }: StatedEdition): StatedEdition {
  return { id, chapter, year, phase, dossier, number };
}

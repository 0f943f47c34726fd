import { publicationOrder } from '../edition/calendar.ts';
import type { Edition } from '../edition/edition.ts';
import { yearMeaning } from '../edition/models.ts';
import { assign, rowKeys } from './assign.ts';
import type { ComparedEdition } from './compared-edition.ts';
import type { Cause } from './comparison.ts';
import type { KnownState } from './known.ts';
import { NOTHING_KNOWN } from './known.ts';
import { withPrintedYear } from './known-fold.ts';
import { stateOf } from './state.ts';
import { step } from './step.ts';
import type { StepChange } from './step-change.ts';

/** One print of an edition in a line, each row with its study's id. */
export interface LineEdition extends ComparedEdition {
  readonly edition: Edition;
  readonly ids: readonly string[];
  /** Rows whose id is their own only because they may be any of these studies. */
  readonly unsure?: ReadonlyMap<number, readonly string[]>;
  /** The paper has no evaluation annex: what it does not list says nothing. */
  readonly withoutAnnex?: true;
}

/**
 * All prints of a chapter family that are at hand, in order of publication; those of one edition stand
 * together, the oldest first.
 */
export type Line = readonly LineEdition[];

/** What one print brought. */
export interface LineStep {
  readonly edition: LineEdition;
  /** Edition of the same chapter and phase before it, or for a later print the edition itself. */
  readonly against: Edition | null;
  readonly cause: Extract<Cause, 'successor' | 'republished'>;
  readonly changes: readonly StepChange[];
  /** Rows of which nothing is told, since a person must say what they are. */
  readonly doubts: readonly { readonly row: number; readonly reason: string }[];
  /** What is known after it. */
  readonly known: KnownState;
}

/** Puts prints in the order of a line; prints of one edition keep theirs. */
export function lineOf(prints: Iterable<LineEdition>): Line {
  return [...prints].sort((one, other) => publicationOrder(one.edition, other.edition));
}

/**
 * What a whole line tells: a pure fold of one step over its editions. The same prints with the same ids
 * give the same changes in every run, whenever they were found.
 */
export function replay(line: Line): readonly LineStep[] {
  const steps: LineStep[] = [];
  /** What is known before the edition whose prints are being read, and after its newest print. */
  let before = NOTHING_KNOWN;
  let known = NOTHING_KNOWN;
  for (const [index, edition] of line.entries()) {
    const former = line[index - 1];
    const isLaterPrint = former?.edition.id === edition.edition.id;
    if (!isLaterPrint) before = known;
    const told = isLaterPrint ? laterPrint(known, former, edition) : newEdition(known, index, line);
    // A later print takes the place of the former one, so that what it leaves out was never stated.
    known = isLaterPrint ? newEdition(before, index, line).known : told.known;
    steps.push({ ...told, known });
  }
  return steps;
}

function newEdition(known: KnownState, index: number, line: Line): LineStep {
  const edition = at(line, index);
  const { chapter, year, phase } = edition.edition;
  const sameYear = line.filter(
    (it) =>
      it.edition.phase === phase && it.edition.year === year && it.edition.chapter !== chapter,
  );
  const preceding =
    line.findLast(
      (it, place) =>
        place < index &&
        !it.withoutAnnex &&
        it.edition.chapter === chapter &&
        it.edition.phase === phase &&
        it.edition.year < year,
    ) ?? null;
  return lineStep('successor', known, preceding, edition, sameYear);
}

function laterPrint(known: KnownState, former: LineEdition, edition: LineEdition): LineStep {
  const years = former.years ?? yearMeaning(former.edition);
  const printed = new Map(known);
  for (const [row, key] of rowKeys(former.ids).entries()) {
    const [study, stated] = [known.get(key), former.studies[row]];
    if (!study || !stated) continue;
    const source = { edition: former.edition, row };
    printed.set(key, withPrintedYear(study, stateOf(stated, years), source));
  }
  return lineStep('republished', printed, former, edition, []);
}

function lineStep(
  cause: LineStep['cause'],
  known: KnownState,
  preceding: LineEdition | null,
  edition: LineEdition,
  sameYear: readonly LineEdition[],
): LineStep {
  const assignment = assign({ known, preceding, edition, sameYear, cause });
  const {
    changes,
    doubts,
    known: after,
  } = step({
    known,
    preceding,
    after: edition,
    assignment,
    cause,
  });
  return {
    edition,
    against: preceding?.edition ?? null,
    cause,
    changes: changes.filter(({ silent }) => !silent),
    doubts,
    known: after,
  };
}

function at(line: Line, index: number): LineEdition {
  const edition = line[index];
  if (!edition) throw new RangeError(`There is no edition ${index} in the line`);
  return edition;
}

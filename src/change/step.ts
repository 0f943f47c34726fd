import { yearMeaning } from '../edition/models.ts';
import { departure, missingThemes } from './departure.ts';
import { pairFacts } from './facts.ts';
import { grouped } from './groups.ts';
import type { KnownState, KnownStudy, Source } from './known.ts';
import {
  doubted,
  firstKnown,
  formerNowKnown,
  nowKnown,
  seenIn,
  unaccountedFor,
} from './known-fold.ts';
import { meantFormer } from './rounds.ts';
import { pairDoubt } from './rules.ts';
import { overdueYear, stateOf } from './state.ts';
import type { StudyState } from './state.ts';
import { at, identified, NO_ROWS } from './step-change.ts';
import type { StepChange, StepInput } from './step-change.ts';
import { studyChanges } from './study-changes.ts';

export interface Step {
  readonly changes: readonly StepChange[];
  /** Rows of which nothing is told, since a person must say what they are. */
  readonly doubts: readonly { key: string; row: number; reason: string }[];
  readonly known: KnownState;
}

/**
 * The one step of comparison, after the decision table in rules.ts and absence-rules.ts: what an edition
 * states against what is known, and what is known after it.
 */
export function step(input: StepInput): Step {
  const { after, assignment, preceding, cause } = input;
  const known = new Map(input.known);
  const changes: StepChange[] = [];
  const doubts: Step['doubts'][number][] = [];
  const years = after.years ?? yearMeaning(after.edition);
  const sourceAt = (row: number): Source => ({ edition: after.edition, row });
  const stateAt = (row: number): StudyState => stateOf(at(after.studies, row), years);

  for (const { key, row, movedFrom } of assignment.continued) {
    const study = known.get(key);
    if (!study) throw new RangeError(`There is no known study ${key}`);
    const result = continuation(study, stateAt(row), sourceAt(row), input);
    known.set(key, result.known);
    changes.push(...result.changes);
    if (result.doubt !== null) doubts.push({ key, row, reason: result.doubt });
    if (movedFrom) {
      const { title } = at(after.studies, row);
      const moved = {
        ...NO_ROWS,
        kind: 'moved',
        title,
        row,
        against: movedFrom,
        news: 'no',
      } as const;
      changes.push(identified(moved, study.study, input));
    }
  }
  for (const { key, row } of assignment.merged) {
    const study = known.get(key);
    const now = { ...stateAt(row), theme: null };
    if (study) known.set(key, nowKnown(study, now, sourceAt(row), new Set()));
  }
  for (const { key, row } of assignment.joined) {
    known.set(key, firstKnown(after.ids?.[row] ?? null, stateAt(row), sourceAt(row)));
    if (preceding) changes.push(...newcomer(stateAt(row), row, input));
  }
  for (const { key, row } of [...assignment.repeated, ...assignment.doubtful]) {
    known.set(key, firstKnown(after.ids?.[row] ?? null, stateAt(row), sourceAt(row)));
  }
  for (const { key, mayBe } of assignment.doubtful) {
    const study = known.get(key);
    if (study) known.set(key, { ...study, mayBe });
    for (const other of mayBe) {
      const older = known.get(other);
      if (older) known.set(other, doubted(older, key));
    }
  }
  const missing = missingThemes(input);
  for (const { key, row } of assignment.left) {
    const study = known.get(key);
    if (!study || study.inDoubt || study.mayBe.some((id) => after.ids?.includes(id))) continue;
    const change = departure(study, row, missing, input);
    changes.push(change);
    if (change.kind === 'not-accounted-for') known.set(key, unaccountedFor(study));
  }
  return { changes: grouped(changes, after.edition.id ?? '', cause), doubts, known };
}

interface Continuation {
  readonly changes: readonly StepChange[];
  readonly known: KnownStudy;
  readonly doubt: string | null;
}

function continuation(
  study: KnownStudy,
  now: StudyState,
  source: Source,
  input: StepInput,
): Continuation {
  const former = meantFormer(study, now, source.edition);
  const round = former ?? study.round;
  const facts = pairFacts(round, now, source.edition);
  const doubt = pairDoubt(facts);
  if (doubt !== null) return { changes: [], known: seenIn(study, source), doubt };
  const told = studyChanges(facts, round, now);
  const kinds = new Set(told.map(({ kind }) => kind));
  const changes = told.map((change) => {
    const year = change.kind === 'overdue' ? overdueYear(now, source.edition) : null;
    return identified({ ...change, title: now.title, row: source.row }, study.study, input, year);
  });
  const known = former
    ? formerNowKnown(study, former, now, source, kinds)
    : nowKnown(study, now, source, kinds);
  return { changes, known, doubt };
}

function newcomer(now: StudyState, row: number, input: StepInput): readonly StepChange[] {
  const { title } = now;
  const study = input.after.ids?.[row] ?? null;
  const added = identified({ ...NO_ROWS, kind: 'added', title, row, news: 'no' }, study, input);
  const year = overdueYear(now, input.after.edition);
  if (year === null) return [added];
  const after = now.completion?.text ?? null;
  const overdue = { ...NO_ROWS, kind: 'overdue', field: 'completion', after, title, row } as const;
  return [added, identified({ ...overdue, news: 'yes' }, study, input, year)];
}

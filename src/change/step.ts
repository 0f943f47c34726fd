import { yearMeaning } from '../edition/models.ts';
import { foldTitle } from '../study/title.ts';
import { absence, absenceFacts } from './absence.ts';
import type { ComparedEdition } from './compared-edition.ts';
import type { Cause, Change } from './comparison.ts';
import { eventId } from './event-id.ts';
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
import { studyChanges } from './study-changes.ts';
import { groupOf, missingGroups } from './themes.ts';

/** A change that an edition brings, with the row that stated what was known before. */
export interface StepChange extends Omit<Change, 'beforeRow' | 'afterRow'> {
  /** Register id; null where there is no register. */
  readonly study: string | null;
  /** 0-based row of the edition; null for a study that it does not list. */
  readonly row: number | null;
  readonly against: Source | null;
  /** Has its place in a comparison of two editions and is no event. */
  readonly silent?: true;
}

/** Which known study each row of an edition is, and which of them it does not list. Keys are those of the known state. */
export interface Assignment {
  /** With the place in another chapter that the study has left. */
  readonly continued: readonly { key: string; row: number; movedFrom?: Source | null }[];
  /** Studies not known before; not told where the phase has no earlier edition. */
  readonly joined: readonly { key: string; row: number }[];
  /** Further places of a study that is listed there: known from now on, and no change. */
  readonly repeated: readonly { key: string; row: number }[];
  /** Further known places of a study that is listed fewer times now. */
  readonly merged: readonly { key: string; row: number }[];
  /** Rows that may be a known study or another one. */
  readonly doubtful: readonly { key: string; row: number; mayBe: readonly string[] }[];
  /** Not listed; with the row in the preceding edition, if that listed it. */
  readonly left: readonly { key: string; row: number | null }[];
}

export interface StepInput {
  readonly known: KnownState;
  /** Edition of the same phase before it, or the former print; null for the first one. */
  readonly preceding: ComparedEdition | null;
  readonly after: ComparedEdition;
  readonly assignment: Assignment;
  readonly cause: Cause;
}

export interface Step {
  readonly changes: readonly StepChange[];
  /** Rows of which nothing is told, since a person must say what they are. */
  readonly doubts: readonly { key: string; row: number; reason: string }[];
  readonly known: KnownState;
}

const NO_ROWS: Pick<StepChange, 'field' | 'before' | 'after' | 'row' | 'against'> = {
  field: null,
  before: null,
  after: null,
  row: null,
  against: null,
};

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

function departure(
  known: KnownStudy,
  row: number | null,
  missing: ReadonlySet<string>,
  input: StepInput,
): StepChange {
  const { after, preceding, cause } = input;
  const listed = row === null || !preceding ? null : at(preceding.studies, row);
  const group = listed && groupOf(listed);
  const laterPrint = cause === 'republished';
  const themeMissing = group !== null && missing.has(group);
  const facts = absenceFacts(known, after.edition, { themeMissing, laterPrint });
  const { kind, news, silent } = absence(facts);
  const there = row !== null && preceding ? { edition: preceding.edition, row } : known.listed.last;
  const against = kind === 'not-accounted-for' ? (planOf(known) ?? there) : there;
  const gone = {
    ...NO_ROWS,
    kind,
    news,
    title: listed?.title ?? known.round.title.value,
    against: { edition: against.edition, row: against.row },
    ...(silent ? { silent } : {}),
  };
  if (kind !== 'theme-absent' || !listed) return identified(gone, known.study, input);
  // One event for all rows of the theme; its text is the theme.
  const before = listed.theme ?? listed.place.table;
  const id = idOf(`theme ${group ?? ''}`, kind, input, null);
  return { ...gone, before, study: known.study, eventId: id };
}

/** Where the year that is known was planned, in a begroting if one did. */
function planOf({ round: { plan, completion } }: KnownStudy): Source | null {
  return plan && plan.value.to === completion?.value.to ? plan : completion;
}

function missingThemes({ preceding, after, assignment }: StepInput): ReadonlySet<string> {
  if (!preceding) return new Set();
  const left = new Set(assignment.left.map(({ row }) => row));
  const stayed = new Set([...preceding.studies.keys()].filter((row) => !left.has(row)));
  return missingGroups(preceding.studies, after.studies, stayed, after.themes ?? []);
}

/** @param year for `overdue` */
function identified(
  change: Omit<StepChange, 'eventId' | 'study'>,
  known: string | null,
  input: StepInput,
  year: number | null = null,
): StepChange {
  const { after } = input;
  const study = (change.row === null ? undefined : after.ids?.[change.row]) ?? known;
  const eventStudy = study ?? foldTitle(change.title);
  return { ...change, study, eventId: idOf(eventStudy, change.kind, input, year) };
}

function idOf(
  study: string,
  kind: StepChange['kind'],
  { after, cause }: StepInput,
  year: number | null,
): string {
  return eventId({ study, kind, edition: after.edition.id ?? '', cause, year });
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no row ${index}`);
  return item;
}

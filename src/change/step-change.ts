import { foldTitle } from '../study/title.ts';
import type { ComparedEdition } from './compared-edition.ts';
import type { Cause, Change } from './comparison.ts';
import { eventId } from './event-id.ts';
import type { KnownState, Source } from './known.ts';

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

/** A change of presence has no field and no texts. */
export const NO_ROWS: Pick<StepChange, 'field' | 'before' | 'after' | 'row' | 'against'> = {
  field: null,
  before: null,
  after: null,
  row: null,
  against: null,
};

/**
 * The change with its study and the id of its event.
 * @param year for `overdue`
 */
export function identified(
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

export function idOf(
  study: string,
  kind: StepChange['kind'],
  { after, cause }: StepInput,
  year: number | null,
): string {
  return eventId({ study, kind, edition: after.edition.id ?? '', cause, year });
}

/** Throws a RangeError for a row that is not there. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no row ${index}`);
  return item;
}

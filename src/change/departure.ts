import { absence, absenceFacts } from './absence.ts';
import type { KnownStudy, Source } from './known.ts';
import { at, identified, idOf, NO_ROWS } from './step-change.ts';
import type { StepChange, StepInput } from './step-change.ts';
import { groupOf, missingGroups } from './themes.ts';

/**
 * What is told of a known study that an edition does not list.
 * @param row its row in the preceding edition; null when that did not list it
 * @param missing themes that the edition leaves out
 */
export function departure(
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

/** Themes of the preceding edition of which this one shows nothing. */
export function missingThemes({ preceding, after, assignment }: StepInput): ReadonlySet<string> {
  if (!preceding) return new Set();
  const left = new Set(assignment.left.map(({ row }) => row));
  const stayed = new Set([...preceding.studies.keys()].filter((row) => !left.has(row)));
  return missingGroups(preceding.studies, after.studies, stayed, after.themes ?? []);
}

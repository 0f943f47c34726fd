import type { StatedEdition } from '../edition/edition.ts';
import { ABSENCE_RULES } from './absence-rules.ts';
import type { AbsenceFacts, AbsenceRule } from './absence-rules.ts';
import type { KnownRound, KnownStudy } from './known.ts';
import { isUnfinished } from './state.ts';

type Dated = Pick<StatedEdition, 'phase' | 'year'>;

/** What the second table says of a study that an edition does not list. */
export function absence(facts: AbsenceFacts): AbsenceRule {
  const rule = ABSENCE_RULES.find((it) => it.holds(facts));
  if (!rule) throw new Error('The last line of the absence rules holds for every row');
  return rule;
}

/** @param after the edition that does not list the study */
export function absenceFacts(
  { round }: KnownStudy,
  after: Dated,
  { themeMissing, laterPrint }: Pick<AbsenceFacts, 'themeMissing' | 'laterPrint'>,
): AbsenceFacts {
  const newestPlan = round.plan?.value.to ?? null;
  return {
    phase: after.phase,
    year: after.year,
    progress: progressOf(round),
    planned: round.completion?.value.to ?? null,
    themeMissing,
    laterPrint,
    plannedLater: after.year !== null && newestPlan !== null && newestPlan > after.year,
  };
}

function progressOf({ status, title, reported }: KnownRound): AbsenceFacts['progress'] {
  if (status?.value === 'afgerond') return 'finished';
  if (isUnfinished(status?.value ?? null)) return 'unfinished';
  // Begrotingen until 2024 plan without a status; a jaarverslag without one lists what was done.
  return reported === null && title.edition.phase === 'begroting' ? 'unfinished' : 'unclear';
}

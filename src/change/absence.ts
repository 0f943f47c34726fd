import type { StatedEdition } from '../edition/edition.ts';
import type { ChangeKind, News } from './comparison.ts';
import { ABSENCE_RULES } from './absence-rules.ts';
import type { AbsenceFacts } from './absence-rules.ts';
import { isUnfinished } from './state.ts';
import type { StudyState } from './state.ts';

/** What the second table says of a row that has left. */
export function absence(facts: AbsenceFacts): { readonly kind: ChangeKind; readonly news: News } {
  const rule = ABSENCE_RULES.find((it) => it.holds(facts));
  if (!rule) throw new Error('The last line of the absence rules holds for every row');
  return { kind: rule.kind, news: rule.news };
}

export interface AbsentRow {
  readonly known: StudyState;
  /** Edition that stated it, and the one it is not in. */
  readonly before: Pick<StatedEdition, 'phase'>;
  readonly after: Pick<StatedEdition, 'phase' | 'year'>;
  readonly themeMissing: boolean;
  /** Last year by the newest begroting; null when none is known. */
  readonly newestPlan: number | null;
}

export function absenceFacts({
  known,
  before,
  after,
  themeMissing,
  newestPlan,
}: AbsentRow): AbsenceFacts {
  return {
    phase: after.phase,
    year: after.year,
    progress: progressOf(known, before),
    planned: known.completion?.to ?? null,
    themeMissing,
    plannedLater: after.year !== null && newestPlan !== null && newestPlan > after.year,
  };
}

function progressOf(
  { status }: StudyState,
  { phase }: Pick<StatedEdition, 'phase'>,
): AbsenceFacts['progress'] {
  if (status === 'afgerond') return 'finished';
  if (isUnfinished(status)) return 'unfinished';
  // Begrotingen until 2024 plan without a status; a jaarverslag without one lists what was done.
  return phase === 'begroting' ? 'unfinished' : 'unclear';
}

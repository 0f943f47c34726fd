import type { StatedEdition } from '../edition/edition.ts';
import { lastYearOf } from './completion.ts';
import type { KnownRound, KnownStudy } from './known.ts';
import type { StudyState } from './state.ts';

/**
 * The round before the present one, when a row is about it; else null. A begroting announces the next
 * round of a study that jaarverslagen go on to list as finished for three years. The row is about the
 * former round when its year is no later than the year of that; without a year, when it says that the
 * study is finished while the present round is planned for later than the edition's year.
 */
export function meantFormer(
  { round, former }: KnownStudy,
  now: StudyState,
  after: Pick<StatedEdition, 'year'>,
): KnownRound | null {
  if (!former) return null;
  const planned = lastYearOf(round.completion?.value ?? null);
  const stated = lastYearOf(now.completion);
  if (stated !== null) {
    const ended =
      lastYearOf(former.completion?.value ?? null) ?? former.status?.edition.year ?? null;
    return ended !== null && stated <= ended && (planned === null || stated < planned)
      ? former
      : null;
  }
  const isFuture = planned !== null && after.year !== null && planned > after.year;
  return now.status === 'afgerond' && isFuture ? former : null;
}

import type { Change, Comparison, ReviewItem } from '../change/comparison.ts';
import type { StatedEdition } from '../edition/edition.ts';
import type { Place, Study } from '../study/study.ts';
import { DIGEST_GROUPS, groupOf } from './weight.ts';

interface Side {
  readonly studies: readonly Study[];
}

/** Characters of a value that are shown; the JSON has the whole text. */
const LONGEST = 120;

/**
 * A comparison for a terminal: every change by weight, news first, with what was printed on either side.
 * The kinds keep the names of the JSON, so that one can be looked up in docs/changes.md.
 */
export function comparisonText(comparison: Comparison, before: Side, after: Side): string {
  const { from, to, pairs, changes, review } = comparison;
  const byWeight = changes.toSorted((one, other) => placeOf(one) - placeOf(other));
  const news = byWeight.filter((change) => change.news !== 'no');
  const rest = byWeight.filter((change) => change.news === 'no');
  const block = (change: Change): string => changeBlock(change, before, after);
  return [
    `${editionName(from)} → ${editionName(to)}: ${before.studies.length} and ${after.studies.length} studies, ` +
      `${pairs.length} the same, ${changes.length} changes, ${news.length} of them news`,
    ...(news.length > 0 ? ['', 'News', ...news.map(block)] : []),
    ...(rest.length > 0 ? ['', 'Other changes', ...rest.map(block)] : []),
    ...(review.length > 0 ? ['', 'For a person to judge', ...review.map(reviewBlock)] : []),
  ].join('\n');
}

function placeOf(change: Change): number {
  return DIGEST_GROUPS.indexOf(groupOf(change));
}

function changeBlock(change: Change, before: Side, after: Side): string {
  const pages = [
    change.beforeRow === null ? null : page(before.studies[change.beforeRow]?.place),
    change.afterRow === null ? null : page(after.studies[change.afterRow]?.place),
  ].filter((it) => it !== null);
  const values =
    change.before === null && change.after === null
      ? ''
      : `: ${value(change.before)} → ${value(change.after)}`;
  return `  ${change.kind}${values} · ${change.title}${pages.length > 0 ? ` (${pages.join(' → ')})` : ''}`;
}

function reviewBlock({ before, after, reason }: ReviewItem): string {
  const titles = [...before, ...after].map(({ title }) => title);
  return `  ${[...new Set(titles)].join(' / ')}: ${reason}`;
}

function editionName({ id }: StatedEdition): string {
  return id ?? 'unknown edition';
}

function page(place: Place | undefined): string | null {
  if (!place || (place.page === null && place.pageLabel === null)) return null;
  return place.pageLabel === null ? `pdf p. ${place.page}` : `blz. ${place.pageLabel}`;
}

function value(text: string | null): string {
  if (text === null) return 'not stated';
  if (text === '') return 'empty';
  return text.length > LONGEST ? `“${text.slice(0, LONGEST)}…”` : `“${text}”`;
}

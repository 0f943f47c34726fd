import { foldTitle } from '../study/title.ts';
import type { Cause, ChangeKind } from './comparison.ts';
import { eventId } from './event-id.ts';
import { plain, plainWord } from './text.ts';

/**
 * From so many studies on the same substitution is one event: as many as a reader still takes in one by
 * one, and more than would by chance get the same new word in one edition.
 */
export const SMALLEST_GROUP = 5;

/** What can be the same change for many: words of a template, never what became of a study. */
const GROUPED: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'retitled',
  'type-changed',
  'articles-changed',
  'theme-changed',
]);

/** What was replaced by what, without what stayed; '' for nothing. */
export interface Substitution {
  readonly before: string;
  readonly after: string;
}

interface Groupable {
  readonly kind: ChangeKind;
  readonly before: string | null;
  readonly after: string | null;
  readonly eventId: string;
  /** Register id; null where there is no register. */
  readonly study: string | null;
  readonly title: string;
}

/** Gives the changes that are one template change on many studies of an edition one event id. */
export function grouped<One extends Groupable>(
  changes: readonly One[],
  edition: string,
  cause: Cause,
): readonly One[] {
  const groups = new Map<string, Set<string>>();
  for (const change of changes) {
    const group = groupOf(change);
    if (group === null) continue;
    const studies = groups.get(group) ?? new Set();
    groups.set(group, studies.add(change.study ?? foldTitle(change.title)));
  }
  return changes.map((change) => {
    const group = groupOf(change);
    if (group === null || (groups.get(group)?.size ?? 0) < SMALLEST_GROUP) return change;
    const id = eventId({ study: `group ${group}`, kind: change.kind, edition, cause });
    return { ...change, eventId: id };
  });
}

function groupOf({ kind, before, after }: Groupable): string | null {
  const substitution = substitutionOf(kind, before, after);
  return substitution && JSON.stringify([kind, substitution.before, substitution.after]);
}

/** The substitution that a change is; null for a kind that is never grouped, and without two texts. */
export function substitutionOf(
  kind: ChangeKind,
  before: string | null,
  after: string | null,
): Substitution | null {
  if (!GROUPED.has(kind) || before === null || after === null) return null;
  if (kind === 'articles-changed') return articleSubstitution(before, after);
  if (kind === 'retitled') return wordSubstitution(plain(before), plain(after));
  return kind === 'type-changed'
    ? { before: plainWord(before), after: plainWord(after) }
    : { before: plain(before), after: plain(after) };
}

/** The words between those with which both texts begin and end. */
function wordSubstitution(before: string, after: string): Substitution {
  const [old, now] = [before.split(' '), after.split(' ')];
  const shortest = Math.min(old.length, now.length);
  let start = 0;
  while (start < shortest && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shortest - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = (words: readonly string[]): string =>
    words.slice(start, words.length - end).join(' ');
  return { before: middle(old), after: middle(now) };
}

/** “37.2, 37.5” to “38.2, 38.5” is 37 to 38: the part behind the point stayed. */
function articleSubstitution(before: string, after: string): Substitution {
  const [old, now] = [articlesIn(before), articlesIn(after)];
  const gone = old.filter((article) => !now.includes(article));
  const come = now.filter((article) => !old.includes(article));
  const whole = { before: gone.join(', '), after: come.join(', ') };
  if (gone.length === 0 || gone.length !== come.length) return whole;
  const parts = gone.map((article, index) => [...partsOf(article), ...partsOf(come[index] ?? '')]);
  const [first] = parts;
  const same = parts.every(
    ([number, part, newNumber, newPart]) =>
      part === newPart && number === first?.[0] && newNumber === first?.[2],
  );
  return same ? { before: first?.[0] ?? '', after: first?.[2] ?? '' } : whole;
}

function articlesIn(text: string): readonly string[] {
  return text.split(', ').toSorted();
}

function partsOf(article: string): readonly [string, string] {
  const [number = '', ...rest] = article.split('.');
  return [number, rest.join('.')];
}

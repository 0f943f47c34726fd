import type { Study } from '../study/study.ts';
import { foldTitle } from '../study/title.ts';

const THEME_PREFIX =
  /^\s*(?:(?:sea|hoofd|beleids)-?)?thema(?:\s+\d+(?:\.\d+)*)?(?![\p{L}\d])\s*[:.–-]?\s*/iu;
const TABLE_PREFIX = /^\s*tabel\s+\d+\s*[:.–-]?\s*/iu;

/** A theme as it is compared: without its prefix and number, which change from year to year; '' for none. */
export function foldTheme(theme: string): string {
  return foldTitle(theme.replace(THEME_PREFIX, '')) || foldTitle(theme);
}

/** The theme under which a row stands, else its table's caption; null when neither is printed. */
export function groupOf({ theme, place }: Study): string | null {
  if (theme) return foldTheme(theme);
  return place.table ? foldTheme(place.table.replace(TABLE_PREFIX, '')) : null;
}

/**
 * Groups of the earlier edition of which the later one shows nothing: not their name, and not one of
 * their rows. A later edition that names no groups at all does not show that any is missing.
 * @param stayed rows of the earlier edition that were found again, under whatever theme
 * @param shown further themes that the later annex names, such as one without studies
 */
export function missingGroups(
  before: readonly Study[],
  after: readonly Study[],
  stayed: ReadonlySet<number>,
  shown: readonly string[],
): ReadonlySet<string> {
  const present = new Set([...after.map(groupOf), ...shown.map(foldTheme)]);
  const groups = before.map(groupOf);
  if ([...present].every((group) => group === null)) return new Set();
  const kept = new Set(groups.filter((_group, row) => stayed.has(row)));
  return new Set(
    groups.filter(
      (group): group is string => group !== null && !present.has(group) && !kept.has(group),
    ),
  );
}

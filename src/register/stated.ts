import type { MatchedRow } from '../match/profile.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Study } from '../study/study.ts';
import type { Register } from './register.ts';

const FIELDS = [
  'type',
  'completion',
  'status',
  'theme',
  'subtheme',
  'conclusions',
  'description',
] as const;

/**
 * What the snapshots say last of each study, field by field: what the newest edition has no column for, an
 * older one may have stated. Null for a study that stands in none of them.
 */
export function statedIn(
  { studies }: Register,
  snapshots: ReadonlyMap<string, Snapshot>,
): (id: string) => MatchedRow | null {
  const byId = new Map(studies.map((study) => [study.id, study]));
  return (id) => {
    const rows = (byId.get(id)?.editions ?? []).flatMap(({ edition, title, rows: places }) => {
      const row = snapshots.get(edition)?.studies[places[0] ?? -1];
      return row?.title === title ? [row] : [];
    });
    return rows.reduce<MatchedRow | null>(
      (before, row) => (before ? over(before, row) : row),
      null,
    );
  };
}

function over(before: MatchedRow, row: Study): MatchedRow {
  const kept = Object.fromEntries(
    FIELDS.filter((field) => row[field] === null || row[field] === '').map((field) => [
      field,
      before[field],
    ]),
  );
  const { articles, links } = before;
  return {
    ...row,
    ...kept,
    ...(row.articles.length === 0 && articles ? { articles } : {}),
    ...(row.links.length === 0 && links ? { links } : {}),
  };
}

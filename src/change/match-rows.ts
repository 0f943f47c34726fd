import { studiesIn } from '../match/places.ts';
import { profileOf } from '../match/profile.ts';
import type { MatchedRow, Profile } from '../match/profile.ts';
import type { RowReference } from './comparison.ts';

/** The rows of one edition that are to be matched. */
export interface MatchedSide {
  readonly studies: readonly MatchedRow[];
  /** Register id of each row, where there is a register. */
  readonly ids?: readonly string[];
}

/** A row on its way to a pair. */
export interface Row extends RowReference {
  readonly id: string | null;
  readonly fold: string;
  readonly side: 'before' | 'after';
  readonly profile: Profile;
  /** Rows of one side with the same number are one study. */
  readonly study: number;
}

/** Rows that have something in common, such as a title. */
export interface Sides {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** True when both sides have rows of the group. */
export function isShared({ before, after }: Sides): boolean {
  return before.length > 0 && after.length > 0;
}

export function rowsOfGroup({ before, after }: Sides): readonly Row[] {
  return [...before, ...after];
}

export function rowsOf({ studies, ids }: MatchedSide, side: Row['side']): readonly Row[] {
  const profiles = studies.map(profileOf);
  const numbers = new Map(
    studiesIn(profiles).flatMap((rows, number) => rows.map((row) => [row, number] as const)),
  );
  return profiles.map((profile, row) => ({
    title: profile.title,
    row,
    side,
    id: ids?.[row] ?? null,
    fold: profile.fold,
    profile,
    study: numbers.get(row) ?? row,
  }));
}

export function groupBy(sides: Sides, key: (row: Row) => string | null): readonly Sides[] {
  const groups = new Map<string, { before: Row[]; after: Row[] }>();
  for (const side of ['before', 'after'] as const) {
    for (const row of sides[side]) {
      const value = key(row);
      if (value === null) continue;
      const group = groups.get(value) ?? { before: [], after: [] };
      group[side].push(row);
      groups.set(value, group);
    }
  }
  return [...groups.values()];
}

export function references(rows: readonly Row[]): readonly RowReference[] {
  return rows.map(reference);
}

export function reference({ title, row }: Row): RowReference {
  return { title, row };
}

import { draw, titleOf } from '../../fixtures/drift/draw.ts';
import { DRIFTS } from '../../fixtures/drift/drift.ts';
import { study } from '../../fixtures/drift/row.ts';
import type { Row } from '../../fixtures/drift/row.ts';
import { STEMS } from '../../fixtures/drift/stems.ts';
import { chance } from '../../fixtures/layouts/random.ts';

/** Two years of all chapters: the studies of one year, and what became of them in the next. */
export interface TwoYears {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
  /** By row of the first year the row of the second; left out where the study is gone. */
  readonly truth: ReadonlyMap<number, number>;
}

/**
 * Of every twenty studies twelve stay as they are, five drift, and three go while others come. Each subject
 * stands there under several groups and places: near twins, as a ministry has them.
 */
export function twoYears(size: number): TwoYears {
  const luck = chance(size, 'two years');
  const subjects = Object.values(STEMS).flatMap((stems) => stems.subjects);
  const scopes = Object.values(STEMS).flatMap((stems) => stems.scopes);
  const places = luck
    .shuffled(subjects.flatMap((subject) => scopes.map((scope) => [subject, scope] as const)))
    .slice(0, Math.ceil(size * 1.2));
  const studies = places.map(([subject, tail]) => {
    const drawn = { ...draw(luck, 'choose', 2025), subject, tail, acronym: null };
    return { ...drawn, row: study({ ...drawn.row.cells, title: titleOf(drawn) }) };
  });
  const before = studies.slice(0, size);
  const fresh = studies.slice(size);
  const after: { readonly row: Row; readonly from: number | null }[] = [];
  for (const [at, drawn] of before.entries()) {
    const fate = luck.whole(1, 20);
    if (fate <= 12) after.push({ row: drawn.row, from: at });
    else if (fate <= 17) {
      const drift = luck.pick(DRIFTS.filter(({ name }) => !/acronym|new cycle/.test(name)));
      after.push({ row: drift.apply(drawn, luck) ?? drawn.row, from: at });
    } else {
      const next = fresh.pop();
      if (next) after.push({ row: next.row, from: null });
    }
  }
  const mixed = luck.shuffled(after);
  return {
    before: before.map(({ row }) => row),
    after: mixed.map(({ row }) => row),
    truth: new Map(mixed.flatMap(({ from }, at) => (from === null ? [] : [[from, at] as const]))),
  };
}

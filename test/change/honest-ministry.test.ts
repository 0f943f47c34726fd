import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChangeKind } from '../../src/change/comparison.ts';
import { lineEdition, stepsOf } from '../support/lines.ts';
import type { LineRow } from '../support/lines.ts';

const [FIRST, LAST] = [2021, 2030];
const YEARS = Array.from({ length: LAST - FIRST }, (_item, index) => FIRST + index);

/** What truly happens to a study: the year that each begroting plans, until it is finished as planned. */
interface Truth {
  readonly id: string;
  /** Begroting that lists it first. */
  readonly since: number;
  /** Planned year by the year of the begroting; it is never over already. */
  readonly plan: ReadonlyMap<number, number>;
  readonly finished: number;
  /** Whether the begroting of the year after still lists what is due. */
  readonly listsDue: boolean;
}

const anyTruth = fc
  .record({
    since: fc.integer({ min: FIRST, max: 2026 }),
    ahead: fc.integer({ min: 0, max: 3 }),
    slips: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 10, maxLength: 10 }),
    listsDue: fc.boolean(),
  })
  .map(({ since, ahead, slips, listsDue }): Omit<Truth, 'id'> => {
    const plan = new Map([[since, since + ahead]]);
    let planned = since + ahead;
    // A begroting t appears in September t-1: until then a study that is due may still be moved.
    for (let year = since + 1; planned >= year - 1; year += 1) {
      planned += slips[year - since] ?? 0;
      plan.set(year, planned);
    }
    return { since, plan, finished: planned, listsDue };
  });

const anyTruths = fc
  .array(anyTruth, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((truth, index): Truth => ({ ...truth, id: `s${index + 1}` })));

function budgetRow({ id, plan, finished, listsDue }: Truth, year: number): readonly LineRow[] {
  const planned = plan.get(year);
  if (planned === undefined || finished < year - 1) return [];
  return planned < year && !listsDue ? [] : [{ is: id, completion: String(planned) }];
}

/** What was due by then: finished ones for three years, the others with the year that is planned now. */
function reportRow({ id, since, plan, finished }: Truth, year: number): readonly LineRow[] {
  if (since > year + 1) return [];
  if (finished <= year) {
    const isListed = finished >= year - 3;
    return isListed ? [{ is: id, status: 'Afgerond', completion: String(finished) }] : [];
  }
  const due = plan.get(year + 1) ?? finished;
  if (due > year) return [];
  return [{ is: id, status: 'Lopend', completion: String(plan.get(year + 2) ?? finished) }];
}

/** What a ministry that accounts for everything never gives cause to tell. */
const NEVER: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'vanished',
  'not-accounted-for',
  'status-reverted',
  'conflict',
  'advanced',
  'completion-withdrawn',
  'overdue',
  'new-cycle',
]);

it('of a ministry that accounts for everything each slip and each end is told once, and nothing false', () => {
  fc.assert(
    fc.property(anyTruths, (truths) => {
      const steps = stepsOf(
        ...[...YEARS, LAST].map((year) =>
          lineEdition(`XV/${year}-begroting`, ...truths.flatMap((one) => budgetRow(one, year))),
        ),
        ...YEARS.map((year) =>
          lineEdition(`XV/${year}-jaarverslag`, ...truths.flatMap((one) => reportRow(one, year))),
        ),
      );
      const changes = steps.flatMap((step) => step.changes);
      expect(changes.filter(({ kind }) => NEVER.has(kind))).toEqual([]);
      for (const { id } of truths) {
        const rows = steps.flatMap(({ edition }) =>
          edition.ids.flatMap((own, row) => (own === id ? [edition.studies[row]] : [])),
        );
        const years = rows.map((row) => row?.completion?.to ?? 0);
        const slips = years.filter((year, index) => index > 0 && year > (years[index - 1] ?? year));
        const told = changes.filter(({ study }) => study === id);
        expect(told.filter(({ kind }) => kind === 'postponed')).toHaveLength(slips.length);
        const ends = told.filter(({ field, after }) => field === 'status' && after === 'afgerond');
        const isReported = rows.some((row) => row?.status === 'afgerond');
        expect(ends).toHaveLength(isReported ? 1 : 0);
      }
    }),
  );
});

import type { Run } from '../page/page.ts';

/** A raised, smaller note mark: taken off the text, and resolved to the text of its footnote. */
export interface Mark {
  readonly run: Run;
  readonly text: string;
  /** The run it hangs on; for a lead the run it stands before; null when it stands alone. */
  readonly base: Run | null;
  /** True when it opens the footnote itself. */
  readonly lead: boolean;
}

const MARK = /^(?:\d{1,3}(?:[,;]\d{1,3})*\)?|[*†‡]{1,4}\)?|[a-z]\))$/;
/** A raised 2 or 3 behind these is an exponent. */
const UNIT = /(?:^|[\d(/])(?:[mckd]?m|ha)$/;

/** Size of a mark at most this part of the text's; the official print has .75, office software .58 to .7. */
const MARK_SIZE = 0.86;
/** How far a mark is raised, in ems of the text it hangs on. */
const RAISED = { least: 0.1, most: 0.85 } as const;

/** How far a subscript is lowered, in ems of the letter it hangs on. */
const SUBSCRIPT = { least: 0.05, most: 0.45 } as const;

/** Note marks among the runs of a page, by their run. */
export function findMarks(runs: readonly Run[]): Map<Run, Mark> {
  const marks = new Map<Run, Mark>();
  const candidates = runs.filter((run) => MARK.test(run.text)).sort((a, b) => a.x - b.x);
  for (const run of candidates) {
    const mark = markOf(run, runs, marks);
    if (mark) marks.set(run, mark);
  }
  return marks;
}

function markOf(run: Run, runs: readonly Run[], marks: ReadonlyMap<Run, Mark>): Mark | null {
  if (isSubscript(run, runs)) return null;
  const text = run.text.replace(/\)$/, '');
  const chained = runs.find(
    (other) =>
      marks.has(other) &&
      Math.abs(other.baseline - run.baseline) < 0.5 &&
      Math.abs(run.x - other.right) < 0.25 * run.size,
  );
  const head = chained && marks.get(chained);
  if (head && !head.lead) return { run, text, base: head.base, lead: false };
  const larger = runs.filter((other) => isRaisedOver(run, other));
  const base = nearest(larger, (other) => run.x - other.right, { least: -0.15, most: 0.45 });
  if (base) return isExponent(run, base) ? null : { run, text, base, lead: false };
  const follower = nearest(larger, (other) => other.x - run.right, { least: -0.15, most: 1.6 });
  if (follower) return { run, text, base: follower, lead: true };
  return larger.length > 0 && !standsInSmallText(run, runs)
    ? { run, text, base: null, lead: false }
    : null;
}

function isRaisedOver(run: Run, other: Run): boolean {
  const rise = (other.baseline - run.baseline) / other.size;
  return run.size <= other.size * MARK_SIZE && rise >= RAISED.least && rise <= RAISED.most;
}

/**
 * The 2 of “CO2” is text. In a row whose cells are centred it may stand above the line of another cell, and
 * would be taken for a mark that stands alone there.
 */
function isSubscript(run: Run, runs: readonly Run[]): boolean {
  return runs.some((other) => {
    const drop = (run.baseline - other.baseline) / other.size;
    const gap = (run.x - other.right) / run.size;
    return (
      run.size <= other.size * MARK_SIZE &&
      drop > SUBSCRIPT.least &&
      drop < SUBSCRIPT.most &&
      Math.abs(gap) < 0.15 &&
      /\p{L}$/u.test(other.text)
    );
  });
}

function nearest(
  runs: readonly Run[],
  distance: (run: Run) => number,
  ems: { readonly least: number; readonly most: number },
): Run | null {
  let best: Run | null = null;
  for (const run of runs) {
    const gap = distance(run);
    if (gap < ems.least * run.size || gap > ems.most * run.size) continue;
    if (!best || Math.abs(gap) < Math.abs(distance(best))) best = run;
  }
  return best;
}

function isExponent(run: Run, base: Run): boolean {
  return /^[23]$/.test(run.text) && UNIT.test(base.text);
}

/** A number among words of its own size on its own baseline is text, however small. */
function standsInSmallText(run: Run, runs: readonly Run[]): boolean {
  return runs.some(
    (other) =>
      other !== run &&
      Math.abs(other.baseline - run.baseline) < 0.5 &&
      Math.abs(other.size - run.size) < 0.2 &&
      /\p{L}/u.test(other.text),
  );
}

import { layoutOf } from '../annex/layout.ts';
import { failedGates } from '../gate/gate.ts';
import type { Layout } from '../page/layout.ts';
import type { Explanation } from '../report/picture/explanation.ts';
import type { PrintReading } from './extract.ts';

const NOTHING: Layout = { roles: new Map(), tables: [] };

/** What is shown of a reading: also of one that failed, since that is when one has to look. */
export function explanationOf({ name, pages, outcome }: PrintReading): Explanation {
  if ('contradiction' in outcome) {
    const problem = outcome.contradiction.message;
    return { name, extraction: null, problem, failedGates: [], pages, layout: NOTHING };
  }
  const { extraction, reading } = outcome;
  return {
    name,
    extraction,
    problem: problemOf(extraction.annex !== null, pages.length),
    failedGates: failedGates(extraction, null),
    pages,
    layout: reading ? layoutOf(reading) : NOTHING,
  };
}

function problemOf(hasAnnex: boolean, pages: number): string | null {
  if (!hasAnnex) return 'No evaluation annex was found, so there is nothing to draw.';
  return pages === 0 ? 'The XML of a paper has no pages, so there is nothing to draw.' : null;
}

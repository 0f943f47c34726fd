import { layoutOf } from '../../src/annex/layout.ts';
import { readAnnex } from '../../src/annex/read.ts';
import type { Page } from '../../src/page/page.ts';
import type { Explanation } from '../../src/report/picture/explanation.ts';

/** What `extract --explain` shows of an annex on these pages. */
export function explained(pages: readonly Page[], heading: string): Explanation {
  const reading = readAnnex(pages, heading);
  const { annex, studies, notices } = reading;
  const edition = {
    id: 'XV/2022-jaarverslag',
    chapter: 'XV',
    year: 2022,
    phase: 'jaarverslag',
    dossier: '36360',
    number: '1',
  } as const;
  return {
    name: 'XV-2022-jaarverslag.pdf',
    extraction: { schemaVersion: 1, edition, annex, account: null, studies, notices },
    problem: null,
    failedGates: [],
    pages,
    layout: layoutOf(reading),
  };
}

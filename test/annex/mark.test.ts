import { describe, expect, it } from 'vitest';
import { linesOf, textOf } from '../../src/annex/line.ts';
import type { Page, Run } from '../../src/page/page.ts';
import { paper } from '../support/pages.ts';

function run(text: string, x: number, right: number, baseline: number, size: number): Run {
  return {
    text,
    x,
    right,
    baseline,
    size,
    font: 'Sans',
    bold: false,
    contentId: null,
    artifact: false,
    softHyphen: false,
  };
}

function pageOf(runs: readonly Run[]): Page {
  const [page] = paper().pages();
  if (!page) throw new Error('a paper has a page');
  return { ...page, runs: [...runs] };
}

describe('small letters beside text', () => {
  const title = [run('CO', 259.6, 269.1, 131.3, 8), run('-grondslag', 271.6, 310, 131.3, 8)];

  it('are a subscript when lowered, though they stand above the centred cell beside them', () => {
    const number = run('41', 50, 58, 136.2, 8);
    const lines = linesOf(pageOf([...title, run('2', 269.1, 271.5, 133.9, 4.64), number]));
    expect(lines.map(({ runs }) => textOf(runs))).toEqual(['CO2-grondslag', '41']);
    expect(lines.flatMap(({ marks }) => marks)).toEqual([]);
  });

  it('are a note mark when raised', () => {
    const lines = linesOf(pageOf([...title, run('2', 310, 312.4, 128.3, 4.64)]));
    expect(lines.map(({ runs }) => textOf(runs))).toEqual(['CO -grondslag']);
    expect(lines.flatMap(({ marks }) => marks.map(({ text }) => text))).toEqual(['2']);
  });
});

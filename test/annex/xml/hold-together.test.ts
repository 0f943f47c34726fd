import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdTogether } from '../../../src/annex/xml/hold-together.ts';
import { pairByTitle } from '../../../src/annex/xml/pair.ts';
import type { Extraction } from '../../../src/study/extraction.ts';
import type { Study } from '../../../src/study/study.ts';
import { study } from '../../support/studies.ts';

function extraction(...studies: readonly Study[]): Extraction {
  const edition = { id: null, chapter: null, year: null, phase: null, dossier: null, number: null };
  const annex = { heading: 'Bijlage 3', pages: null, notes: [] };
  return { schemaVersion: 1, edition, annex, account: null, studies, notices: [] };
}

const kinds = ({ notices }: Extraction): readonly string[] => notices.map(({ kind }) => kind);

describe('two readings of one edition', () => {
  it('that agree are as they were, but for bullets, hyphens and columns that one lacks', () => {
    const pdf = extraction(
      study({
        title: 'Evaluatie A',
        description: '• een • twee',
        articles: '1.2 / 13',
        status: '',
      }),
      study({ title: 'Evaluatie ex‑post' }),
    );
    const xml = extraction(
      study({ title: 'Evaluatie A', description: 'een twee', articles: '1.2/13' }),
      study({ title: 'Evaluatie ex-post' }),
    );
    expect(holdTogether(pdf, xml)).toEqual(pdf);
  });

  it('that differ keep the cell of the PDF, less sure, with both texts in a notice', () => {
    const pdf = extraction(study({ title: 'Evaluatie A', completion: '20231', type: 'Ex-post' }));
    const xml = extraction(study({ title: 'Evaluatie A', completion: '2023', type: 'Ex-post' }));
    const held = holdTogether(pdf, xml);
    expect(held.studies[0]?.printed).toEqual(pdf.studies[0]?.printed);
    expect(held.studies[0]?.confidence?.cells).toEqual({ completion: 'low' });
    expect(kinds(held)).toEqual(['readings-differ']);
    expect(held.notices[0]?.message).toMatch(/“20231”.*“2023”/u);
  });

  it('tell of a study that only one of the two has', () => {
    const [one, two, three] = ['A', 'B', 'C'].map((title) =>
      study({ title: `Evaluatie ${title}` }),
    );
    if (!one || !two || !three) throw new Error('three studies');
    const more = holdTogether(extraction(one, two, three), extraction(one, three));
    expect(more.studies.map(({ confidence }) => confidence?.row)).toEqual([
      undefined,
      'low',
      undefined,
    ]);
    expect(kinds(more)).toEqual(['readings-differ']);
    const fewer = holdTogether(extraction(one, three), extraction(one, two, three));
    expect(fewer.studies.map(({ confidence }) => confidence)).toEqual([undefined, undefined]);
    expect(fewer.notices[0]?.message).toContain('“Evaluatie B”');
  });

  it('tell of an annex that only one of the two has', () => {
    const none: Extraction = { ...extraction(), annex: null };
    expect(kinds(holdTogether(extraction(study()), none))).toEqual(['readings-differ']);
    expect(kinds(holdTogether(none, extraction(study())))).toEqual(['readings-differ']);
    expect(kinds(holdTogether(none, none))).toEqual([]);
  });
});

describe('pairs by title', () => {
  const titles = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

  it('are in order, each title in one pair at most, and equal lists pair one by one', () => {
    fc.assert(
      fc.property(titles, titles, (first, second) => {
        const { pairs, surplus } = pairByTitle(first, second);
        const [left, right] = [[...pairs.keys()], [...pairs.values()]];
        expect(left).toEqual([...new Set(left)].sort((one, other) => one - other));
        expect(right).toEqual([...new Set(right)].sort((one, other) => one - other));
        expect(right.length + surplus.length).toBe(second.length);
        expect(pairByTitle(first, first).pairs.size).toBe(first.length);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { matchStudies } from '../../src/change/match.ts';
import type { MatchedSide } from '../../src/change/match-rows.ts';

function titles(...list: readonly string[]): MatchedSide {
  return { studies: list.map((title) => ({ title })) };
}

function registered(rows: Readonly<Record<string, string>>): MatchedSide {
  return { studies: Object.keys(rows).map((title) => ({ title })), ids: Object.values(rows) };
}

function rowPairs(before: MatchedSide, after: MatchedSide): readonly (readonly unknown[])[] {
  return matchStudies(before, after).pairs.map((pair) => [
    pair.before.row,
    pair.after.row,
    pair.by,
  ]);
}

describe('titles', () => {
  it('pairs equal titles before folded ones', () => {
    expect(
      rowPairs(
        titles('Evaluatie Wet X', 'Monitor Y', 'Tussenevaluatie (RI&E)'),
        titles('monitor y.', 'Tussenevaluatie (RI&E)', 'Evaluatie Wet X'),
      ),
    ).toEqual([
      [1, 0, 'folded-title'],
      [2, 1, 'title'],
      [0, 2, 'title'],
    ]);
  });

  it('keeps the years of a yearly series apart', () => {
    const matching = matchStudies(
      titles('Evaluatie missies en operaties in 2017'),
      titles('Evaluatie missies en operaties in 2018'),
    );
    expect(matching).toMatchObject({
      pairs: [],
      review: [],
      goneBefore: [{ row: 0 }],
      newAfter: [{ row: 0 }],
    });
  });

  it('pairs a study listed twice in order; a surplus row is moved', () => {
    const matching = matchStudies(titles('A', 'B', 'A', 'A'), titles('A', 'B', 'A'));
    expect(matching.pairs.map(({ before, after }) => [before.row, after.row])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(matching.movedBefore).toEqual([{ title: 'A', row: 3 }]);
    expect(matchStudies(titles('A'), titles('A', 'A')).movedAfter).toEqual([
      { title: 'A', row: 1 },
    ]);
  });

  it('pairs folded duplicates in order too', () => {
    const matching = matchStudies(titles('Wet X', 'Wet X'), titles('wet x'));
    expect(matching.pairs).toMatchObject([{ before: { row: 0 }, by: 'folded-title' }]);
    expect(matching.movedBefore).toMatchObject([{ row: 1 }]);
  });
});

describe('similarity', () => {
  it('pairs a drifted title, and says so', () => {
    const { pairs } = matchStudies(
      titles('Evaluatie Programma preventie beroepszieken:'),
      titles('Evaluatie programma preventie beroepsziekten'),
    );
    expect(pairs).toMatchObject([{ by: 'similar', score: 0.956522 }]);
  });

  it('holds leading words and note digits for no part of a title', () => {
    expect(
      rowPairs(
        titles('Evaluatie Regio Deals', 'Leven lang ontwikkelen1'),
        titles('Leven lang ontwikkelen', 'Regio Deals'),
      ),
    ).toEqual([
      [1, 0, 'similar'],
      [0, 1, 'folded-title'],
    ]);
  });

  it('leaves a near one to a person, and says why', () => {
    const matching = matchStudies(
      titles('Evaluatie Wet kinderopvang toezicht kwaliteit'),
      titles('Evaluatie Wet kinderopvang toezicht kwaliteit BES'),
    );
    expect(matching).toMatchObject({ pairs: [], goneBefore: [], newAfter: [] });
    expect(matching.review).toMatchObject([
      { reason: 'one of the titles is narrower than the other' },
    ]);
  });

  it('pairs stages of one law by their types, whatever their order', () => {
    const law = { title: 'Omgevingswet' };
    const ante = { ...law, type: 'Ex ante' };
    const post = { ...law, type: 'Ex post' };
    expect(rowPairs({ studies: [ante, post] }, { studies: [post, ante] })).toEqual([
      [1, 0, 'title'],
      [0, 1, 'title'],
    ]);
    expect(matchStudies({ studies: [ante] }, { studies: [ante, post] })).toMatchObject({
      review: [],
      newAfter: [{ row: 1 }],
    });
  });

  it('pairs rows without a title of their own by their theme', () => {
    const row = { title: 'Beleidsevaluatie', type: 'Beleidsevaluatie' };
    const [law, safety] = [
      { ...row, theme: 'Thema 1: Rechtsorde' },
      { ...row, theme: 'Thema 2: Veiligheid' },
    ];
    expect(rowPairs({ studies: [law, safety] }, { studies: [safety, law] })).toEqual([
      [1, 0, 'title'],
      [0, 1, 'title'],
    ]);
  });
});

describe('doubt', () => {
  it('leaves several wordings of one folded title to a person', () => {
    const matching = matchStudies(
      titles('Energietransitie', 'energietransitie'),
      titles('ENERGIETRANSITIE'),
    );
    expect(matching.pairs).toEqual([]);
    expect(matching.review).toMatchObject([
      { before: [{ row: 0 }, { row: 1 }], after: [{ row: 0 }] },
    ]);
  });

  it('does not say that a twin left when its other wording was paired', () => {
    const matching = matchStudies(
      titles('Energietransitie', 'energietransitie'),
      titles('Energietransitie'),
    );
    expect(matching.pairs).toHaveLength(1);
    expect(matching.goneBefore).toEqual([]);
    expect(matching.review).toMatchObject([{ before: [{ row: 1 }], after: [] }]);
  });

  it('never pairs rows without a title', () => {
    const matching = matchStudies(titles('', '–'), titles('', '–'));
    expect(matching.pairs).toEqual([]);
    expect(matching.review).toHaveLength(4);
  });
});

describe('ids of a register', () => {
  it('join what titles would not, by a person or by a register that found them alike', () => {
    const before = registered({ 'Beleidsdoorlichting IGO': 's00001' });
    const after = registered({ 'Doorlichting IGO KMAR': 's00001' });
    expect(rowPairs(before, after)).toEqual([[0, 0, 'similar']]);
    const { pairs } = matchStudies(before, after, { isJoined: (id) => id === 's00001' });
    expect(pairs).toMatchObject([{ by: 'judgement', score: 1 }]);
  });

  it('never join what a person has parted, and ask nothing about it', () => {
    const before = registered({ 'Evaluatie Wet X-straling': 's00001' });
    const after = registered({ 'Evaluatie van de Wet X-straling': 's00002' });
    expect(matchStudies(before, after).review).toHaveLength(1);
    const matching = matchStudies(before, after, { isApart: () => true });
    expect(matching).toMatchObject({ pairs: [], review: [], goneBefore: [{ row: 0 }] });
  });

  it('part what titles would join, until a person has looked', () => {
    const matching = matchStudies(
      registered({ 'Wet X': 's00001' }),
      registered({ 'Wet X': 's00002' }),
    );
    expect(matching.pairs).toEqual([]);
    expect(matching.review).toMatchObject([{ before: [{ row: 0 }], after: [{ row: 0 }] }]);
  });

  it('say by what an equal title was found', () => {
    expect(rowPairs(registered({ 'Wet X': 's00001' }), registered({ 'wet x': 's00001' }))).toEqual([
      [0, 0, 'folded-title'],
    ]);
  });
});

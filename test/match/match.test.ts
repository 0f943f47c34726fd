import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { study } from '../../fixtures/drift/row.ts';
import type { Cells } from '../../fixtures/drift/row.ts';
import { REAL_PAIRS } from '../../fixtures/drift/real.ts';
import { matchProfiles } from '../../src/match/match.ts';
import type { Matched } from '../../src/match/match.ts';
import { profileOf } from '../../src/match/profile.ts';
import type { Profile } from '../../src/match/profile.ts';

function profiles(rows: readonly (Cells | string)[]): readonly Profile[] {
  return rows.map((row) => profileOf(study(typeof row === 'string' ? { title: row } : row)));
}

function match(before: readonly (Cells | string)[], after: readonly (Cells | string)[]): Matched {
  return matchProfiles(profiles(before), profiles(after));
}

function titledPairs(before: readonly string[], after: readonly string[]): readonly string[] {
  return match(before, after)
    .pairs.map((pair) => `${before[pair.before]} | ${after[pair.after]}`)
    .toSorted();
}

function pairsOf({ pairs }: Matched): readonly (readonly number[])[] {
  return pairs.map(({ before, after }) => [before, after]);
}

function decision(before: Cells | string, after: Cells | string): string {
  const { pairs, questions } = match([before], [after]);
  if (pairs.length > 0) return 'pair';
  return questions.length > 0 ? 'review' : 'none';
}

describe('pairs of published editions', () => {
  it.each(REAL_PAIRS)('$name ($source)', ({ before, after, truth }) => {
    const { pairs } = matchProfiles([profileOf(before)], [profileOf(after)]);
    expect(pairs.length === 1).toBe(truth === 'pair');
  });
});

describe('what parts two studies for certain', () => {
  it.each([
    ['Jaarevaluatie campagnes 2022', 'Jaarevaluatie campagnes 2023'],
    ['Evaluatie inzet 2017-2020', 'Evaluatie inzet 2021-2024'],
    ['Evaluatie inzet 2017-’20', 'Evaluatie inzet 2017-’21'],
    ['NISCOPS fase 1', 'NISCOPS fase 2'],
    ['NISCOPS fase I', 'NISCOPS fase II'],
    ['Evaluatie regeling, deel A', 'Evaluatie regeling, deel B'],
    ['Eerste evaluatie Wet X-straling', 'Tweede evaluatie Wet X-straling'],
    ['2e evaluatie Omgevingswet', '3e evaluatie Omgevingswet'],
    ['Ex-ante evaluatie Wet toekomst pensioenen', 'Ex-post evaluatie Wet toekomst pensioenen'],
    ['Tussenevaluatie Regio Deals', 'Eindevaluatie Regio Deals'],
    ['Monitor Omgevingswet', 'Evaluatie Omgevingswet'],
  ])('%s | %s', (one, other) => {
    expect(decision(one, other)).toBe('none');
    expect(decision(other, one)).toBe('none');
  });

  it('the next stage of one law, told by the type alone', () => {
    const law = { title: 'Evaluatie Omgevingswet', type: 'Ex ante', completion: '2022' };
    expect(decision(law, { ...law, type: 'Ex post', completion: '2027' })).toBe('none');
    expect(decision(law, { ...law, type: 'Ex post' })).toBe('pair');
  });

  it('a study that follows one that is finished', () => {
    const done = {
      title: 'Mensenrechtenbeleid',
      type: 'Beleidsevaluatie',
      completion: '2022',
      status: 'Afgerond',
    };
    const next = {
      title: 'Tussenevaluatie mensenrechtenbeleid',
      type: 'Mid term review',
      completion: '2026',
      status: 'Te starten',
    };
    expect(decision(done, next)).toBe('none');
  });
});

describe('what two titles may differ in', () => {
  it.each([
    ['Evaluatie Wet arbeidsmarkt in balans', 'Evaluatie Wet arbeidsmarkt in balans (WAB)'],
    ['Wetsevaluatie Omgevingswet', 'Omgevingswet'],
    ['Leven lang ontwikkelen1', 'Leven lang ontwikkelen'],
    ['Leven lang ontwikkelen1', 'Leven lang ontwikkelen2'],
    ['Kinderopvangtoeslag ouderbijdragen', 'Kinderopvang-toeslag ouderbijdrage'],
    ['Evaluatie van de Regio Deals', 'Doorlichting Regio Deals'],
  ])('%s | %s', (one, other) => {
    expect(decision(one, other)).toBe('pair');
    expect(decision(other, one)).toBe('pair');
  });

  it('an acronym and its expansion, where something beside the title agrees', () => {
    const whole = { title: 'Evaluatie Wet arbeidsmarkt in balans', completion: '2025' };
    expect(decision(whole, { ...whole, title: 'Evaluatie WAB' })).toBe('pair');
    expect(decision(whole, { title: 'Evaluatie WAB' })).not.toBe('pair');
  });
});

describe('what is left to a person', () => {
  const near = { type: 'Ex post', completion: '2026', articles: '3', theme: 'Thema 1: Zorg' };

  it.each([
    ['Evaluatie Wet kinderopvang toezicht', 'Evaluatie Wet kinderopvang toezicht BES'],
    ['Evaluatie Wet kinderopvang toezicht', 'Evaluatie Besluit kinderopvang toezicht'],
    [
      'Evaluatie pilot duurzame weidegang koeien',
      'Evaluatie pilot duurzame weidegang koeien Friesland',
    ],
  ])('%s | %s', (one, other) => {
    expect(decision({ ...near, title: one }, { ...near, title: other })).toBe('review');
  });

  it('themes that were parted', () => {
    const matched = match(
      [{ title: 'Natuur, visserij en gebiedsgericht werken', type: 'Beleidsdoorlichting' }],
      [
        { title: 'Natuur', type: 'Periodieke rapportage' },
        { title: 'Visserij', type: 'Periodieke rapportage' },
        { title: 'Kennis', type: 'Periodieke rapportage' },
      ],
    );
    expect(matched.pairs).toEqual([]);
    expect(matched.questions).toMatchObject([{ before: [0], after: [0, 1] }]);
  });

  it('two rows that are equally near', () => {
    const matched = match(
      ['Evaluatie programma Regio Deals'],
      ['Evaluatie Regio Deals', 'Doorlichting Regio Deals'],
    );
    expect(matched.pairs).toEqual([]);
    expect(matched.questions).toMatchObject([{ before: [0], after: [0, 1] }]);
  });
});

describe('one to one', () => {
  it('gives each of two twins its own', () => {
    expect(
      pairsOf(
        match(
          ['Evaluatie toezicht kinderopvang', 'Evaluatie toezicht jeugdzorg'],
          ['Evaluatie van het toezicht op de jeugdzorg', 'Evaluatie van het toezicht kinderopvang'],
        ),
      ),
    ).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('asks nothing about a row that was paired', () => {
    const matched = match(
      ['Evaluatie Wet kinderopvang toezicht'],
      ['Evaluatie van de Wet kinderopvang toezicht', 'Evaluatie Wet kinderopvang toezicht BES'],
    );
    expect(pairsOf(matched)).toEqual([[0, 0]]);
    expect(matched.questions).toEqual([]);
  });
});

const anyTitle = fc.constantFrom(
  ...REAL_PAIRS.flatMap(({ before, after }) => [before.title, after.title]),
);
const anySide = fc.uniqueArray(anyTitle, { maxLength: 12 });

describe('laws', () => {
  it('the order of the rows makes no difference', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        expect(titledPairs(before.toReversed(), after.toReversed())).toEqual(
          titledPairs(before, after),
        );
      }),
    );
  });

  it('swapping the sides swaps the pairs', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        const swapped = pairsOf(match(after, before)).map(([one, other]) => [other, one]);
        expect(swapped.toSorted(byFirst)).toEqual(pairsOf(match(before, after)).toSorted(byFirst));
      }),
    );
  });

  it('no row is in two pairs, nor in a pair and a question', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        const { pairs, questions } = match(before, after);
        const rows = [
          ...pairs.map((pair) => pair.after),
          ...questions.flatMap((question) => question.after),
        ];
        expect(new Set(rows).size).toBe(rows.length);
      }),
    );
  });
});

function byFirst(
  [one = 0]: readonly (number | undefined)[],
  [other = 0]: readonly (number | undefined)[],
): number {
  return one - other;
}

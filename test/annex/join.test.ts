import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hyphenates, joinLines } from '../../src/annex/join.ts';

function join(lines: readonly string[], seen: readonly string[] = []): string {
  const words = new Map(seen.map((word) => [word, 1]));
  return joinLines(
    lines.map((text) => ({ text, softHyphen: false })),
    words,
  );
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

describe('lines of a cell', () => {
  it.each([
    [['een', 'twee'], 'een twee'],
    [['maatschap-', 'pelijke'], 'maatschappelijke'],
    [['Arbeids-', 'ongeschiktheid en ziekte'], 'Arbeidsongeschiktheid en ziekte'],
    [['ex-', 'post evaluatie'], 'ex-post evaluatie'],
    [['niet-', 'uitkeringsgerechtigden'], 'niet-uitkeringsgerechtigden'],
    [['niet-uitkerings-', 'gerechtigden'], 'niet-uitkeringsgerechtigden'],
    [['wet-', 'en regelgeving'], 'wet- en regelgeving'],
    [['land-', 'of tuinbouw'], 'land- of tuinbouw'],
    [['2022-', '2023'], '2022-2023'],
    [['2022–', '2023'], '2022–2023'],
    [['2025/', '2026'], '2025/2026'],
    [['COVID-', '19'], 'COVID-19'],
    [['MBO-', 'studenten'], 'MBO-studenten'],
    [['mbo-', 'studenten'], 'mbo-studenten'],
    [['Risico-', 'Inventarisatie'], 'Risico-Inventarisatie'],
    [['re-', 'integratie'], 're-integratie'],
    [['mede-', 'eigenaar'], 'mede-eigenaar'],
    [['milieu-', 'investeringsaftrek'], 'milieu-investeringsaftrek'],
    [['energi-', 'etransitie'], 'energietransitie'],
    [['kosten-', 'batenanalyse'], 'kosten-batenanalyse'],
    [['bondgenoot-schappelijke', 'zaken'], 'bondgenoot-schappelijke zaken'],
    [['het doel –', 'en meer'], 'het doel – en meer'],
    [['en/', 'of'], 'en/of'],
    [['dit / ', 'dat'], 'dit / dat'],
    [['https://www.rijks', 'overheid.nl/evaluatie'], 'https://www.rijksoverheid.nl/evaluatie'],
    [['https://open.overheid.nl/lange-', 'naam'], 'https://open.overheid.nl/lange-naam'],
    [['zie www.wodc.nl', 'voor het rapport'], 'zie www.wodc.nl voor het rapport'],
    [['ver\u2010', 'schillende'], 'verschillende'],
    [['', 'een', ''], 'een'],
    [[], ''],
  ])('%j give “%s”', (lines, expected) => {
    expect(join(lines)).toBe(expected);
  });

  it('follow what the rest of the document shows', () => {
    expect(join(['Synthese-', 'onderzoek'])).toBe('Syntheseonderzoek');
    expect(join(['Synthese-', 'onderzoek'], ['synthese-onderzoek'])).toBe('Synthese-onderzoek');
    expect(join(['re-', 'integratie'], ['reintegratie'])).toBe('reintegratie');
  });

  it('are joined where the file says that a word goes on', () => {
    const lines = [
      { text: 'ongeschikt', softHyphen: true },
      { text: 'heid', softHyphen: false },
    ];
    expect(joinLines(lines, new Map())).toBe('ongeschiktheid');
  });

  it('of whole words are joined by blanks, and lose nothing', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), (lines) => {
        expect(join(lines.map((words) => words.join(' ')))).toBe(lines.flat().join(' '));
      }),
    );
  });

  it('keep every letter, however they are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        expect(letters(join(lines))).toBe(letters(lines.join('')));
      }),
    );
  });
});

describe('an annex', () => {
  const words = new Map(
    ['gemeenten', 'regeling', 'samenwerking', 'ex-ante'].map((word) => [word, 1] as const),
  );

  it('breaks words with a hyphen where several broken ones stand whole elsewhere', () => {
    const cells = [
      ['de gemeen-', 'ten en de rege-', 'ling'],
      ['samen-', 'werking'],
    ];
    expect(hyphenates(cells, words)).toBe(true);
  });

  it('does not where hyphens at line ends belong to their words', () => {
    expect(hyphenates([['de gemeen-', 'ten en ex-', 'ante']], words)).toBe(false);
    expect(hyphenates([['de gemeenten', 'en de regeling']], words)).toBe(false);
  });

  it('leaves a guess that may be a name with a hyphen', () => {
    const guesses: [string, boolean][] = [];
    const lines = ['Buig-', 'verdeelmodel en onder-', 'wijsstelsel'];
    joinLines(
      lines.map((text) => ({ text, softHyphen: false })),
      words,
      (word, isBreak) => guesses.push([word, isBreak]),
    );
    expect(guesses).toEqual([
      ['Buigverdeelmodel', false],
      ['onderwijsstelsel', true],
    ]);
  });
});

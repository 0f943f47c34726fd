import { describe, expect, it } from 'vitest';
import { valueReasons } from '../../src/study/value-reasons.ts';
import { study } from '../support/studies.ts';
import type { StudyCells } from '../support/studies.ts';

function marked(on: 'completion' | 'heading'): readonly string[] {
  return valueReasons({ ...study(), footnotes: [{ mark: '1', on, text: null }] }).map(
    (reason) => reason.on,
  );
}

function found(cells: StudyCells): readonly string[] {
  return valueReasons(study(cells)).map(({ kind, on, level }) => `${kind} on ${on}: ${level}`);
}

describe('printed values that annexes are known to hold', () => {
  it.each<StudyCells>([
    ...[
      '2024',
      '2018',
      '2022-2023',
      '2025/2026',
      '2023, 2025',
      '2025, N.t.b.',
      '2023 e.v.',
      '2023 en verder',
      'n.t.b.',
      'N.t.b.',
      'ntb',
      'Uiterlijk 2028',
      'uiterlijk 2031',
      'Afronding in 2028',
      'T1 2024',
      'T2 2023',
      'eerste helft van 2023',
      '2022-23',
    ].map((completion) => ({ completion })),
    ...[
      'Afgerond',
      'Lopend',
      'Te starten',
      'te starten',
      'lopend',
      'Lopend: afronding 2022',
      '',
    ].map((status) => ({ status })),
    ...[
      'Periodieke rapportage',
      'Periodieke Rapportage',
      'Beleidsdoorlichting',
      'Syntheseonderzoek',
      'synthese',
      'Ex-ante',
      'Ex ante',
      'Ex-ante evaluatie',
      'Ex-durante evaluatie',
      'ex-durante',
      'Ex-post evaluatie',
      'Ex durante, ex post',
      'Ex durante en ex post',
      'Ex ante, ex durante en ex post',
      'Tussenevaluatie',
      'Tussentijdse evaluatie',
      'Mid term review',
      'mid term review',
      'Beleidsevaluatie',
      'Effectenonderzoek',
      'Evaluatie van een missie',
      'Ex-post (missie) evaluatie',
      'Evaluatie onderzoek',
      'Onderzoek',
      'Overig onderzoek',
      'Nog te bepalen',
      'N.t.b.',
      'Monitoring',
      'MKBA',
      '1a. Beleidsdoorlichtingen',
      '1b Ander ex-post onderzoek',
    ].map((type) => ({ type })),
    ...[
      '1',
      '31',
      '31.2',
      '1,3',
      '4, 6 en 7',
      '37.4, 37.5',
      'BZ art 1.1, 1.2. 1.3',
      '2.5 en BHOS art. 4.3',
      'BHO art 1.3, deel 1.1',
      '1.1, 1.2, 1.3,',
      '5 (KMar)',
      '1 Inzet',
      '1 t/m 3',
      'L',
      'x',
      'FBZ',
      'nvt',
      '',
    ].map((articles) => ({ articles })),
  ])('%o raises no doubt', (cells) => {
    expect(found(cells)).toEqual([]);
  });

  it.each<[StudyCells, string]>([
    [{ completion: '20231' }, 'suspicious-value on completion: low'],
    [{ completion: 'jaarlijks' }, 'unparsed-completion on completion: medium'],
    [{ completion: '2023 na evaluatiewet' }, 'unparsed-completion on completion: medium'],
    [{ completion: '?' }, 'unparsed-completion on completion: medium'],
    [{ status: 'Afgerond3' }, 'suspicious-value on status: low'],
    [{ status: 'Lopend: afronding 20221' }, 'suspicious-value on status: low'],
    [{ status: 'N.t.b.' }, 'unknown-status on status: medium'],
    [{ status: 'Vertraagd' }, 'unknown-status on status: medium'],
    [{ status: '[te starten/lopend/afgerond]' }, 'placeholder on status: medium'],
    [{ type: 'ex duranteex post' }, 'suspicious-value on type: low'],
    [{ type: 'Kwantitatieve toets' }, 'unknown-type on type: medium'],
    [{ articles: '1.312' }, 'suspicious-value on articles: low'],
    [{ articles: '131' }, 'suspicious-value on articles: low'],
    [{ articles: '1.1 en 1.312' }, 'suspicious-value on articles: low'],
    [{ articles: 'diverse' }, 'unparsed-articles on articles: medium'],
    [{ theme: 'Thema 2: Leven lang ontwikkelen1' }, 'suspicious-value on theme: low'],
    [{ title: 'Realisatie strategische evaluaties12' }, 'suspicious-value on title: low'],
    [{ conclusions: 'De \uFFFD\uFFFD is bereikt.' }, 'suspicious-value on conclusions: low'],
    [{ articles: '5 (KMar' }, 'suspicious-value on articles: low'],
    [{ title: 'Evaluatie uittreden (MDIEU' }, 'suspicious-value on title: low'],
    [{ title: 'Thema 2: Leven lang' }, 'suspicious-value on title: low'],
    [{ type: 'Periodieke' }, 'suspicious-value on type: low'],
    [{ type: 'Ex post Ex durante' }, 'suspicious-value on type: low'],
    [{ completion: '2021 en verder 2021' }, 'suspicious-value on completion: low'],
    [{ completion: '2021 2022' }, 'suspicious-value on completion: low'],
    [{ title: 'Evaluatie \uE001' }, 'suspicious-value on title: low'],
    [{ title: '' }, 'empty-title on title: low'],
  ])('%o is flagged as %s', (cells, expected) => {
    expect(found(cells)).toEqual([expected]);
  });

  it('keeps the printed form and never makes a number of five digits a year', () => {
    const { completion, printed } = study({ completion: '20231' });
    expect(printed.completion).toBe('20231');
    expect(completion).toMatchObject({ from: 2023, to: 2023 });
  });

  it('words such as COVID-19, CO2 and Horizon 2020 end in digits of their own', () => {
    for (const title of [
      'Evaluatie COVID-19',
      'Evaluatie (RI&E)',
      'Onderzoek naar a) kosten en b) baten',
      'Monitor CO2',
      'Evaluatie Horizon 2020',
    ])
      expect(found({ title })).toEqual([]);
  });

  it('a title that stands under type is no unknown type', () => {
    expect(found({ title: 'Effectenonderzoek DRIVE', type: 'Effectenonderzoek DRIVE' })).toEqual(
      [],
    );
  });

  it('a mark without its note is doubt of its cell, one on a heading of none', () => {
    expect(marked('completion')).toEqual(['completion']);
    expect(marked('heading')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  annexScore,
  articlesIn,
  isChapterHeading,
  isSubtheme,
  isTheme,
  themeIn,
} from '../../src/annex/heading.ts';
import { fieldOf } from '../../src/annex/vocabulary.ts';

describe('headings', () => {
  it.each([
    'Subsidieoverzicht',
    'Bijlage 3: Subsidies en evaluaties',
    'Bijlage 4: Externe inhuur',
    '3.1 Beleidsprioriteiten',
    'Moties en toezeggingen',
    'Evaluatie',
    'Thema: Land- en tuinbouw (recent afgerond evaluatieonderzoek)',
    'Recent afgerond evaluatieonderzoek:',
  ])('%s opens no annex', (heading) => {
    expect(annexScore(heading)).toBeLessThan(2);
  });

  it('the annex scores higher than the section of the beleidsagenda and the realisatie', () => {
    const annex = annexScore('Bijlage 6: Uitwerking Strategische Evaluatie Agenda');
    expect(annex).toBeGreaterThan(annexScore('2.4 Strategische Evaluatie Agenda'));
    expect(annex).toBeGreaterThan(
      annexScore('Realisatie periodieke rapportages / Strategische Evaluatie Agenda'),
    );
  });

  it.each([
    ['Bijlage 4: Inhuur externen', true],
    ['6.4 Bijlage 5: Subsidies', true],
    ['Bijlagen', true],
    ['Lijst van afkortingen', true],
    ['Bijlage bij de brief van de minister', false],
    ['Thema 1: Werk', false],
    ['De bijlage is toegevoegd', false],
  ])('%s opens another chapter: %s', (heading, expected) => {
    expect(isChapterHeading(heading)).toBe(expected);
  });

  it.each([
    [
      'Thema 15: Integratie en maatschappelijke samenhang',
      'Thema 15: Integratie en maatschappelijke samenhang',
    ],
    [
      'Tabel 36 Afgerond evaluatie- en overig onderzoek: Thema 1. Inzetbaarheid',
      'Thema 1. Inzetbaarheid',
    ],
    [
      'Tabel 61 SEA-thema: Goed functionerend openbaar bestuur',
      'SEA-thema: Goed functionerend openbaar bestuur',
    ],
    ['Hoofdthema Mobiliteit', 'Hoofdthema Mobiliteit'],
    ['Tabel 29 Uitwerking SEA', null],
    ['Subthema Asielopvang', null],
  ])('%s names the theme %s', (heading, expected) => {
    expect(themeIn(heading)).toBe(expected);
  });

  it.each([
    ['Tabel 127 Artikel 31 - Politie', '31'],
    ['Tabel 118 Artikel 31 en 36 - Politie en Veiligheidsregio’s', '31 en 36'],
    ['Artikel 1 Eenheid van het algemeen regeringsbeleid', '1'],
    ['Tabel 29 Uitwerking SEA', null],
  ])('%s names the articles %s', (caption, expected) => {
    expect(articlesIn(caption)).toBe(expected);
  });

  it('themes and subthemes are told apart, and from words that begin like them', () => {
    expect([isTheme('Thema 1: Werk'), isSubtheme('Thema 1: Werk')]).toEqual([true, false]);
    expect([isTheme('Subthema 1.1. Vrede'), isSubtheme('Subthema 1.1. Vrede')]).toEqual([
      false,
      true,
    ]);
    expect([isTheme('Thematische studie'), isSubtheme('Alle subthema’s')]).toEqual([false, true]);
  });
});

describe('headers', () => {
  it.each([
    ['Begrotings artikel(en)', 'articles'],
    ['Begrotings- artikelen', 'articles'],
    ['Begrotingsartikelonderdeel', 'articles'],
    ['art.', 'articles'],
    ['Artikel(onderdeel)', 'articles'],
    ['Conclusies/aanbevelingen*', 'conclusions'],
    ['Conclusies/ aanbevelingen', 'conclusions'],
    ['Conclusies/aanbevelignen', 'conclusions'],
    ['Type (synthese)onderzoek', 'type'],
    ['Soort onderzoek', 'type'],
    ['BD/PR', 'type'],
    ['Jaar van afronding', 'completion'],
    ['Looptijd', 'completion'],
    ['Eerstvolgende Periodieke rapportage', 'completion'],
    ['Aanvang', 'start'],
    ['Voltooiing', 'completion'],
    ['Titel/onderwerp', 'title'],
    ['Deel(evaluatie)onderzoeken', 'title'],
    ['Aandachtspunten onderzoek', 'description'],
    ['Thema/Periodieke rapportage', 'theme'],
    ['SEA-thema', 'theme'],
    ['Subthema', 'subtheme'],
    ['2022', 'year'],
    ['31', 'article'],
    ['FBZ', 'article'],
    ['Begrotingsarti', 'articles'],
    ['Begrotings', null],
    ['Uitvoerder', null],
    ['', null],
  ])('%s is %s', (label, expected) => {
    expect(fieldOf(label)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { statedEdition } from '../../src/annex/stated-edition.ts';

const UNKNOWN = { id: null, chapter: null, year: null, phase: null, dossier: null, number: null };

describe('what a print says of itself', () => {
  it('a jaarverslag, by its cover and running footer', () => {
    const cover =
      '36 360 XV Jaarverslag en slotwet Ministerie van Sociale Zaken en Werkgelegenheid 2022\nNr. 1 JAARVERSLAG VAN HET MINISTERIE VAN SOCIALE ZAKEN EN WERKGELEGENHEID (XV)\nOntvangen 17 mei 2023';
    const page = 'Tweede Kamer, vergaderjaar 2022–2023, 36 360 XV, nr. 1 246';
    expect(statedEdition([cover, page])).toEqual({
      id: 'XV/2022-jaarverslag',
      chapter: 'XV',
      year: 2022,
      phase: 'jaarverslag',
      dossier: '36360',
      number: '1',
    });
  });

  it('words whose ligatures stand apart, over a line end', () => {
    const cover =
      '36 200 XV Vaststelling van de begro ti ngsstaten van het Ministerie van Sociale Zaken en Werkgelegenheid (XV) voor het jaar\n2023\nNr. 2\nMEMORIE VAN TOELICHTING';
    expect(statedEdition([cover])).toMatchObject({ year: 2023, phase: 'begroting', number: '2' });
    const report = '36 360 XV Jaarverslag en slotwet Ministerie van Jus ti ti e en Veiligheid 2022';
    expect(statedEdition([report])).toMatchObject({ year: 2022, phase: 'jaarverslag' });
    const broken = '36 360 XV Jaarverslag en slot wet Ministerie van Defen si e 2022';
    expect(statedEdition([broken])).toMatchObject({ year: 2022, phase: 'jaarverslag' });
  });

  it('a print without running footer, by its cover alone', () => {
    const cover =
      'Vergaderjaar 2023–2024\n36 410 V\nVaststelling van de begrotingsstaten van het Ministerie van Buitenlandse Zaken (V) voor het jaar 2024\nNr. 2\nMEMORIE VAN TOELICHTING';
    expect(statedEdition([cover])).toEqual({
      id: 'V/2024-begroting',
      chapter: 'V',
      year: 2024,
      phase: 'begroting',
      dossier: '36410',
      number: '2',
    });
  });

  it('a begroting, whose cover speaks of another year than the parliamentary one', () => {
    const cover =
      'Vaststelling van de begrotingsstaten van het Ministerie van Buitenlandse Zaken (V)\nvoor het jaar 2024\nNr. 2 MEMORIE VAN TOELICHTING';
    const page = 'Tweede Kamer, vergaderjaar 2023-2024, 36 410 V, nr. 2';
    expect(statedEdition([cover, page])).toMatchObject({
      id: 'V/2024-begroting',
      dossier: '36410',
      number: '2',
    });
  });

  it.each([
    ['36 410 B, nr. 2', { chapter: 'B', dossier: '36410', number: '2' }],
    ['36 410 IIB, nr. 12', { chapter: 'IIB', dossier: '36410', number: '12' }],
    ['36 410 XXIII, nr. 2', { chapter: 'XXIII' }],
    ['36410 XV, nr. 2', { chapter: 'XV', dossier: '36410' }],
    ['36 410, nr. 1', { chapter: null, dossier: '36410', number: '1' }],
  ])('a footer that ends in %s', (end, expected) => {
    expect(statedEdition([`Tweede Kamer, vergaderjaar 2023–2024, ${end}`])).toMatchObject(expected);
  });

  it('nothing, where it says nothing', () => {
    expect(statedEdition([])).toEqual(UNKNOWN);
    expect(statedEdition(['Een brief van de minister over 2022.'])).toEqual(UNKNOWN);
  });
});

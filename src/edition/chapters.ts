/** One chapter (hoofdstuk) of the national budget. */
export interface Chapter {
  /** As in the dossier number: `XV` in 36360-XV. */
  readonly id: string;
  /** How people name the ministry: `SZW`. */
  readonly abbreviation: string;
  /** Latest name of the ministry, body or fund, in Dutch. */
  readonly name: string;
  /**
   * Words of the paper's title by which the search service finds it, without capitals. Only words that
   * outlived the renamings; where none did, one item for each name.
   */
  readonly searchWords: readonly string[];
  /** First and last edition year with papers of its own; null when it reaches beyond what we look at. */
  readonly since: number | null;
  readonly until: number | null;
}

type Span = Partial<Pick<Chapter, 'since' | 'until'>>;

function chapter(
  id: string,
  abbreviation: string,
  name: string,
  searchWords: string | readonly string[],
  { since = null, until = null }: Span = {},
): Chapter {
  const alternatives = typeof searchWords === 'string' ? [searchWords] : searchWords;
  return { id, abbreviation, name, searchWords: alternatives, since, until };
}

/**
 * All chapters that have dossiers of their own in 35000–37035, in the order of the national budget.
 * Sources: the additions to dossier numbers in the list of published Kamerstukken (February 2025), and
 * the titles “Vaststelling van de begrotingsstaten van …” and “Jaarverslag en slotwet …” of those
 * dossiers. IXA and IXB share the papers of IX; the funds F and H those of XIV and IV.
 */
export const CHAPTERS: readonly Chapter[] = [
  chapter('I', 'Koning', 'De Koning', 'koning'),
  chapter('IIA', 'SG', 'Staten-Generaal', 'staten generaal'),
  chapter(
    'IIB',
    'HoCoSta',
    'Overige Hoge Colleges van Staat en Kabinetten van de Gouverneurs',
    'hoge colleges',
  ),
  chapter('III', 'AZ', 'Algemene Zaken', 'algemene zaken'),
  chapter('IV', 'KR', 'Koninkrijksrelaties en BES-fonds', 'koninkrijksrelaties'),
  chapter('V', 'BZ', 'Buitenlandse Zaken', 'buitenlandse zaken'),
  // Until 2017 “Veiligheid en Justitie”.
  chapter('VI', 'JenV', 'Justitie en Veiligheid', 'justitie veiligheid'),
  chapter('VII', 'BZK', 'Binnenlandse Zaken en Koninkrijksrelaties', 'binnenlandse zaken'),
  chapter('VIII', 'OCW', 'Onderwijs, Cultuur en Wetenschap', 'onderwijs cultuur wetenschap'),
  chapter('IX', 'FIN', 'Financiën en Nationale Schuld', 'financiën'),
  chapter('X', 'DEF', 'Defensie', 'defensie'),
  chapter('XII', 'IenW', 'Infrastructuur en Waterstaat', 'infrastructuur waterstaat'),
  // “en Klimaat” up to 2024.
  chapter('XIII', 'EZ', 'Economische Zaken', 'economische zaken'),
  // “Landbouw, Natuur en Voedselkwaliteit” up to 2024.
  chapter('XIV', 'LVVN', 'Landbouw, Visserij, Voedselzekerheid en Natuur', 'landbouw'),
  chapter('XV', 'SZW', 'Sociale Zaken en Werkgelegenheid', 'sociale zaken werkgelegenheid'),
  chapter('XVI', 'VWS', 'Volksgezondheid, Welzijn en Sport', 'volksgezondheid welzijn sport'),
  // “en Ontwikkelingssamenwerking” up to 2024.
  chapter('XVII', 'BHO', 'Buitenlandse Handel en Ontwikkelingshulp', 'buitenlandse handel'),
  // Of this chapter only the papers on 2022 are known (dossiers 36250 and 36360); it went on as L.
  chapter('XIX', 'NGF', 'Nationaal Groeifonds', 'nationaal groeifonds', {
    since: 2022,
    until: 2022,
  }),
  chapter('XX', 'AenM', 'Asiel en Migratie', 'asiel migratie', { since: 2025 }),
  chapter(
    'XXII',
    'VRO',
    'Volkshuisvesting en Ruimtelijke Ordening',
    'volkshuisvesting ruimtelijke ordening',
    { since: 2025 },
  ),
  chapter('XXIII', 'KGG', 'Klimaat en Groene Groei', 'klimaat groene groei', { since: 2025 }),
  chapter('A', 'MF', 'Mobiliteitsfonds', ['mobiliteitsfonds', 'infrastructuurfonds']),
  chapter('B', 'GF', 'Gemeentefonds', 'gemeentefonds'),
  chapter('C', 'PF', 'Provinciefonds', 'provinciefonds'),
  chapter('J', 'DF', 'Deltafonds', 'deltafonds'),
  chapter('K', 'DMF', 'Defensiematerieelbegrotingsfonds', 'defensiematerieelbegrotingsfonds', {
    since: 2021,
  }),
  chapter('L', 'NGF', 'Nationaal Groeifonds', 'nationaal groeifonds', { since: 2023 }),
];

/**
 * Chapters between which studies moved when a ministry was split: Asiel en Migratie came out of
 * Justitie en Veiligheid, Klimaat en Groene Groei out of Economische Zaken en Klimaat (both with the
 * begroting 2025).
 */
const FAMILIES: readonly (readonly string[])[] = [
  ['VI', 'XX'],
  ['XIII', 'XXIII'],
];

const BY_ID = new Map(CHAPTERS.map((each) => [each.id, each]));

/** The chapter with that number (`XV`); null for one we know nothing of, such as a new ministry's. */
export function chapterOf(id: string): Chapter | null {
  return BY_ID.get(id) ?? null;
}

/** The chapter itself and those it shares studies with after a split, oldest first. */
export function chapterFamily(id: string): readonly string[] {
  return FAMILIES.find((family) => family.includes(id)) ?? [id];
}

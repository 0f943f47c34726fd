import { DUTCH_ORDINALS } from '../study/ordinals.ts';

/** Words that say nothing of the subject: articles, prepositions, conjunctions. */
export const FUNCTION_WORDS: ReadonlySet<string> = words(
  'de het een der den des t van voor in op te ten ter en of aan bij met naar over door om uit tot onder tussen per als dan',
  'die dat deze dit zijn is worden wordt inzake rond rondom betreffende binnen buiten incl inclusief mede ook alsmede',
  'vanuit via tegen jegens zoals waaronder nr no the and for to',
);

/** Words before a phrase that narrows the subject: “in de landbouw”, “voor jongeren”. */
export const PREPOSITIONS: ReadonlySet<string> = words(
  'voor in op te ten ter aan bij met naar over door uit tot onder tussen binnen buiten vanuit via tegen for',
);

export const CONJUNCTIONS: ReadonlySet<string> = words('en of alsmede and');

/**
 * Instruments and adjectives that half of all titles have: evidence of little weight, and left out or
 * added by ministries at will (“Evaluatie programma X”, “Evaluatie X”).
 */
export const GENERIC_WORDS: ReadonlySet<string> = words(
  'wet wetten wetgeving wetsvoorstel wetswijziging wijziging besluit regeling regelingen subsidieregeling subsidieregelingen',
  'subsidie subsidies stimuleringsregeling tijdelijke programma programmas actieprogramma meerjarenprogramma',
  'meerjarige meerjarig uitvoeringsprogramma deelprogramma plan actieplan actieagenda plannen aanpak beleid beleidskader beleidsaanpak kader',
  'beleidsregel beleidsmaatregel beleidsmaatregelen maatregel maatregelen instrument instrumenten instrumentarium inzet bijdrage bijdragen',
  'uitvoering toepassing werking invoering gebruik project projecten pilot pilots traject stelsel systeem',
  'fonds convenant akkoord strategie agenda visie nota pakket onderdeel',
  'nederlandse nederland nationale nationaal landelijke landelijk rijksbrede brede algemene totale huidige bestaande nieuwe integrale',
  'doeltreffendheid doelmatigheid effecten effect effectiviteit resultaten opbrengsten stand zaken missie',
  'evaluatie evaluaties onderzoek onderzoeken rapportage rapport monitoring',
);

/**
 * Words that single out one of several like things: a sector, a level, a group, a region, a side.
 * A title with one more of them is about something else (“Wet kinderopvang BES”).
 */
export const NARROWING_WORDS: ReadonlySet<string> = words(
  'po vo so vso mbo hbo wo vmbo havo vwo primair voortgezet secundair hoger beroepsonderwijs basisonderwijs volwassenenonderwijs',
  'jongeren ouderen kinderen jeugd jeugdigen vrouwen mannen studenten leerlingen docenten leraren scholen werkgevers werknemers',
  'zelfstandigen zzp zzpers mkb bedrijven burgers huishoudens statushouders nieuwkomers asielzoekers vreemdelingen',
  'gemeenten gemeentelijke gemeentelijk provincies provinciale provinciaal waterschappen regionale regionaal lokale lokaal stedelijke stedelijk',
  'europese europees internationale internationaal mondiale grensoverschrijdende caribisch caribische caribbean bes bonaire aruba curacao',
  'noord zuid oost west noordelijke zuidelijke oostelijke westelijke noordzee waddenzee',
  'publieke publiek private privaat particuliere interne intern externe extern formele informele vaste mobiele',
  'inkomende uitgaande binnenlandse buitenlandse instroom doorstroom uitstroom koop huur verhuur',
  'groot grote klein kleine lager hoge hogere lage lichte zware eerstelijns tweedelijns acute',
  'civiel civiele militair militaire cultureel culturele fysieke sociale digitale financiele fiscale',
);

/** Names for the pieces of a series; a number, letter or ordinal beside one says which piece. */
export const SERIES_WORDS: ReadonlySet<string> = words(
  'fase fases phase deel tranche ronde cohort editie pijler spoor periode lot perceel tertaal kwartaal stap meting',
  'module versie reeks batch blok variant cluster luik categorie',
);

/** Ordinals as words, by their number; “nulde” is none that a title counts with. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  DUTCH_ORDINALS.map((word, number) => [word, number] as const).slice(1),
);

const ROMAN: ReadonlyMap<string, number> = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].map(
    (text, index) => [text, index + 1] as const,
  ),
);

/** Value of a roman numeral up to XII; null for any other text. */
export function romanValue(text: string): number | null {
  return ROMAN.get(text) ?? null;
}

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}

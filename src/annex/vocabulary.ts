import { compact, foldCase, isNear } from './fold.ts';

/** What a column says of a study. `year` and `article` are columns of a grid, marked with an X. */
export type Field =
  | 'title'
  | 'type'
  | 'start'
  | 'completion'
  | 'status'
  | 'conclusions'
  | 'description'
  | 'articles'
  | 'theme'
  | 'subtheme'
  | 'source'
  | 'year'
  | 'article';

/**
 * Headers as ministries print them: the models 1.32d, 1.44, 3.21a and 3.45 of the
 * Rijksbegrotingsvoorschriften 2021–2026 and what editions since 2014 made of them. Compared by
 * letters only, so that line ends, hyphens, brackets and asterisks do not matter.
 */
const NAMES: { readonly [Name in Field]?: readonly string[] } = {
  title: [
    'Titel',
    'Titel onderzoek',
    'Titel/onderwerp',
    'Titel evaluatie',
    'Titel van het onderzoek',
    'Naam onderzoek',
    'Naam evaluatie',
    'Naam artikel',
    'Onderwerp',
    'Onderzoek',
    'Evaluatie',
    'Evaluatieonderzoek',
    'Deel(evaluatie)onderzoeken',
    'Deelonderzoeken',
  ],
  type: [
    'Type onderzoek',
    'Type',
    'Soort onderzoek',
    'Soort evaluatie',
    'Type evaluatie',
    'Type evaluatieonderzoek',
    'Type (synthese)onderzoek',
    'BD/PR',
  ],
  start: ['Aanvang', 'Start', 'Startjaar', 'Jaar van aanvang'],
  completion: [
    'Afronding',
    'Jaar van afronding',
    'Jaar afronding',
    'Afrondingsjaar',
    'Geplande afronding',
    'Verwachte afronding',
    'Jaartal',
    'Looptijd',
    'Voltooiing',
    'Eerstvolgende Periodieke rapportage',
  ],
  status: ['Status', 'Status onderzoek', 'Stand van zaken'],
  conclusions: [
    'Conclusies/aanbevelingen',
    'Conclusies en aanbevelingen',
    'Conclusie/aanbevelingen',
    'Conclusies',
    'Aanbevelingen',
    'Bevindingen',
  ],
  description: [
    'Toelichting onderzoek',
    'Toelichting',
    'Aandachtspunten onderzoek',
    'Aandachtspunten',
    'Omschrijving',
    'Beschrijving',
  ],
  articles: [
    'Begrotingsartikel',
    'Begrotingsartikelen',
    'Begrotingsartikelonderdeel',
    'Begrotingsartikelonderdelen',
    'Begrotingshoofdstuk',
    'Beleidsartikel',
    'Beleidsartikelen',
    'Artikel',
    'Artikelen',
    'Artikelonderdeel',
    'Artikelnummer',
    'Art.',
  ],
  theme: ['Thema', 'Hoofdthema', 'Beleidsthema', 'SEA-thema', 'Thema/Periodieke rapportage'],
  subtheme: ['Subthema', 'Subthema’s'],
  source: [
    'Kamerstuk',
    'Kamerstuk (link)',
    'Vindplaats',
    'Geheel artikel?',
    'Geheel artikel? Ja/Nee',
  ],
};

const FIELDS = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.map((name) => [compact(name), field as Field] as const),
  ),
);

/** Names long enough to be known with one or two wrong letters. */
const LONG_NAMES = Array.from(FIELDS, ([name, field]) => ({
  name,
  field,
  slips: name.length >= 14 ? 2 : 1,
})).filter(({ name }) => name.length >= 8);

/** Letters of the longest name, with two wrong ones. */
const LONGEST = Math.max(...Array.from(FIELDS.keys(), (name) => name.length)) + 2;

/** True when no name of a column has so many letters, nor any text that begins with this one. */
export function isLongerThanNames(text: string): boolean {
  return compact(text).length > LONGEST;
}

/** Answers already given: the same few labels are asked for in every stretch of lines they stand in. */
const answers = new Map<string, Field | null>();
const MOST_ANSWERS = 5000;

/** What a header says of its column; null when it is no header we know. One or two wrong letters are allowed in long names. */
export function fieldOf(label: string): Field | null {
  let field = answers.get(label);
  if (field === undefined) {
    field = lookUp(label);
    if (answers.size === MOST_ANSWERS) answers.clear();
    answers.set(label, field);
  }
  return field;
}

function lookUp(label: string): Field | null {
  const letters = compact(label);
  const exact = exactFieldOf(label);
  if (exact || letters.length < 8 || letters.length > LONGEST) return exact;
  const near = LONG_NAMES.find(({ name, slips }) => isNear(letters, name, slips))?.field;
  return near ?? fieldOfBeginning(letters);
}

/** Letters of a name that the edge of the page cuts: fewer may begin some other word. */
const LEAST_OF_CUT = 12;

/** “Begrotingsarti”: where a name runs out of the page, browsers print no more of it. */
function fieldOfBeginning(letters: string): Field | null {
  if (letters.length < LEAST_OF_CUT) return null;
  const fields = new Set(
    [...FIELDS].flatMap(([name, field]) => (name.startsWith(letters) ? [field] : [])),
  );
  const [only, ...others] = fields;
  return only !== undefined && others.length === 0 ? only : null;
}

const YEAR = /^(?:19|20)\d\d$/;
const ARTICLE = /^(?:\d{1,2}(?:\.\d{1,2})?|FBZ)$/;

/** A year or article number that heads a column of a grid. */
export function isGridNumber(label: string): boolean {
  return YEAR.test(label) || ARTICLE.test(label);
}

function exactFieldOf(label: string): Field | null {
  if (YEAR.test(label.trim())) return 'year';
  if (ARTICLE.test(label.trim())) return 'article';
  return FIELDS.get(compact(label)) ?? null;
}

/** True when a header is known letter by letter. */
export function isKnownName(label: string): boolean {
  return exactFieldOf(label) !== null;
}

/** All names with their words folded and parted by single blanks, longest first. */
export const HEADER_WORDS: readonly (readonly [name: string, field: Field])[] = Object.entries(
  NAMES,
)
  .flatMap(([field, names]) => names.map((name) => [wordsOf(name), field as Field] as const))
  .sort((one, other) => other[0].length - one[0].length);

function wordsOf(name: string): string {
  return foldCase(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const WORDS = new Set(HEADER_WORDS.flatMap(([name]) => name.split(' ')));

/**
 * Whether a printed word may stand in a header: a word of one, a part of one that a narrow column broke,
 * or a number over a column of a grid. Cheap, so that only likely lines are looked at closely.
 */
export function mayBeHeaderWord(printed: string): boolean {
  if (isGridNumber(printed)) return true;
  return foldCase(printed)
    .split(/[^\p{L}\p{N}]+/u)
    .some(
      (word) => WORDS.has(word) || (word.length > 3 && (JOINED.includes(word) || isTypo(word))),
    );
}

const JOINED = [...WORDS].join(' ');

function isTypo(word: string): boolean {
  if (word.length < 7) return false;
  let typo = typos.get(word);
  if (typo === undefined) {
    typo = [...WORDS].some((other) => isNear(word, other, 1));
    if (typos.size === MOST_ANSWERS) typos.clear();
    typos.set(word, typo);
  }
  return typo;
}

const typos = new Map<string, boolean>();

import { foldTitle } from './title.ts';

/** A study that a text may name: every title it is known by, and where it stands in the text's edition. */
export interface NameableStudy {
  /** Id in the register, or whatever else tells studies apart. */
  readonly id: string;
  readonly titles: readonly string[];
  /** Its rows in the edition of the text; empty for a study that the edition does not list. */
  readonly rows?: readonly { readonly table: string | null; readonly row: number | null }[];
}

/** Words that a title may have or lack without being the title of another study. */
const GENERIC = new Set(
  (
    'evaluatie evaluaties evaluatieonderzoek onderzoek onderzoeken studie beleidsevaluatie wetsevaluatie ' +
    'de het een van voor naar over op in bij met en of tot aan door om uit als te'
  ).split(' '),
);

/** Kinds of study among them: before a name of one word they say that a study is meant. */
const KIND =
  /^(?:evaluatie|evaluaties|evaluatieonderzoek|onderzoek|studie|beleidsevaluatie|wetsevaluatie)$/u;
/** What a name ends before: a name of one word must not be the beginning of a longer one. */
const VERB =
  /^(?:is|wordt|was|heeft|had|loopt|liep|gaat|ging|kan|kon|zal|komt|kwam|volgt|start|verschuift|niet)$/u;

/** A word before or after a title that makes it the title of another study. */
const OTHER_BEFORE =
  /evaluatie$|meting$|monitor(?:ing)?$|toets$|doorlichting$|rapportage$|review$|verkenning$|quickscan$|^(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|\d+e)$/u;
const OTHER_BEHIND = /^(?:\d+|i{1,3}|iv|v|fase|deel|periode|tranche|ronde|cohort)$/u;

/** Words that are not generic, and their letters together, from which on a title names a study by itself. */
const FEWEST_WORDS = 2;
const FEWEST_LETTERS = 6;

/**
 * The studies that a text names for sure, each once, in the order of the candidates: by a title that
 * stands there whole or but for generic words (“de evaluatie van …”), by a quoted title, or by the
 * number or row of a study in the table that the text belongs to. A title that is part of a longer one
 * which stands there, and a name that fits several studies, name none.
 *
 * @param table caption of the table under which the text stands; null when it stands under none
 */
export function namedStudies(
  text: string,
  table: string | null,
  candidates: readonly NameableStudy[],
): readonly NameableStudy[] {
  const words = wordsOf(text);
  /** Places of the words that are not generic. */
  const own = words.flatMap(({ generic }, index) => (generic ? [] : [index]));
  const quotes = quotesIn(text).map((quote) => coreOf(wordsOf(quote)).join(' '));
  const found = candidates.flatMap((study) => {
    const places = titlesOf(study).flatMap((title) => placesOf(title, words, own, quotes));
    return places.length === 0 ? [] : [{ study, places }];
  });
  const free = found.filter(
    ({ study, places }) =>
      !places.every((place) =>
        found.some((other) => other.study.id !== study.id && other.places.some(covers(place))),
      ),
  );
  const byRow = rowsNamed(text).flatMap((named) => {
    const meant = candidates.filter((study) => standsAt(study, named, table));
    return meant.length === 1 ? meant : [];
  });
  const ids = new Set([...byRow, ...free.map(({ study }) => study)].map(({ id }) => id));
  return candidates.filter(({ id }) => ids.has(id));
}

/** Where a title stands in a text: the first and the last of its words that are not generic. */
interface TitlePlace {
  readonly from: number;
  readonly to: number;
  /** Generic words of the title that stand there as well: of two equal names the fuller one is meant. */
  readonly whole: boolean;
}

/** Of two studies at one place the longer name is meant; of two equal ones neither. */
function covers(place: TitlePlace): (other: TitlePlace) => boolean {
  return (other) => {
    const isAround = other.from <= place.from && place.to <= other.to;
    const isSame = other.from === place.from && place.to === other.to;
    return isAround && (!isSame || other.whole || !place.whole);
  };
}

interface Word {
  readonly text: string;
  readonly generic: boolean;
}

function wordsOf(text: string): readonly Word[] {
  return foldTitle(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ text: word, generic: GENERIC.has(word) }));
}

function coreOf(words: readonly Word[]): readonly string[] {
  return words.filter(({ generic }) => !generic).map(({ text }) => text);
}

/** Every note of an annex is held against every study: their words are made once. */
const TITLES = new WeakMap<NameableStudy, readonly (readonly Word[])[]>();

function titlesOf(study: NameableStudy): readonly (readonly Word[])[] {
  const known = TITLES.get(study) ?? study.titles.map(wordsOf);
  TITLES.set(study, known);
  return known;
}

function placesOf(
  words: readonly Word[],
  text: readonly Word[],
  own: readonly number[],
  quotes: readonly string[],
): readonly TitlePlace[] {
  const core = coreOf(words);
  if (core.length === 0) return [];
  const isQuoted = quotes.includes(core.join(' '));
  if (core.join('').length < FEWEST_LETTERS && !isQuoted) return [];
  return own.flatMap((from, start) => {
    if (text[from]?.text !== core[0]) return [];
    const run = own.slice(start, start + core.length);
    if (run.length < core.length || core.some((word, at) => word !== text[run[at] ?? -1]?.text)) {
      return [];
    }
    const to = run.at(-1) ?? from;
    const before = text[own[start - 1] ?? -1]?.text ?? '';
    const behind = text[own[start + core.length] ?? -1]?.text ?? '';
    const isNext = own[start + core.length] === to + 1;
    if (OTHER_BEFORE.test(before) && isPartOfName(text, own[start - 1] ?? -1, from)) return [];
    if (isNext && OTHER_BEHIND.test(behind)) return [];
    if (!isQuoted && core.length < FEWEST_WORDS && !isNamedAsStudy(text, from, to)) return [];
    return [{ from, to, whole: standsWhole(words, text, from, core[0] ?? '') }];
  });
}

/** Nothing but generic words between a word and the name: “tussenevaluatie van de Wet X”. */
function isPartOfName(text: readonly Word[], index: number, from: number): boolean {
  return text.slice(index + 1, from).every(({ generic }) => generic);
}

/** “de evaluatie van de Participatiewet is …” */
function isNamedAsStudy(text: readonly Word[], from: number, to: number): boolean {
  const lead = text.slice(0, from).findLastIndex((word) => KIND.test(word.text));
  return lead >= 0 && isPartOfName(text, lead, from) && VERB.test(text[to + 1]?.text ?? '');
}

/** The title word for word, generic words included. */
function standsWhole(
  title: readonly Word[],
  text: readonly Word[],
  from: number,
  first: string,
): boolean {
  const lead = title.findIndex((word) => word.text === first);
  return title.every((word, index) => word.text === text[from - lead + index]?.text);
}

function quotesIn(text: string): readonly string[] {
  return [...text.matchAll(/[“„"‘']([^“”„"‘’']{3,300})[”"’']/gu)].map(([, quote]) => quote ?? '');
}

interface NamedRow {
  readonly word: string;
  readonly number: number;
}

function rowsNamed(text: string): readonly NamedRow[] {
  const pattern =
    /(?<![\p{L}\p{N}])(rij|regel|onderzoek|evaluatie|nummer|nr\.?)\s+(\d{1,3})(?![\p{L}\p{N}.,]*\d)/giu;
  return [...text.matchAll(pattern)].map(([, word = '', number]) => ({
    word: word.toLowerCase(),
    number: Number(number),
  }));
}

/** A row is named by its place in the table, or by the number printed before the title. */
function standsAt(
  { titles, rows = [] }: NameableStudy,
  { word, number }: NamedRow,
  table: string | null,
): boolean {
  const here = rows.filter((row) => row.table === table);
  if (here.length === 0) return false;
  if (word === 'rij' || word === 'regel') return here.some(({ row }) => row === number);
  return titles.some((title) => Number(/^(\d{1,3})[.)]?\s/u.exec(title)?.[1]) === number);
}

import type { Study } from '../study/study.ts';
import { foldTitle } from '../study/title.ts';
import { isPlainType } from '../study/type.ts';
import { leadOf, momentsIn } from './lead.ts';
import type { Moment, Work } from './lead.ts';
import { marksOf } from './marks.ts';
import type { Marks } from './marks.ts';
import { bracketedIn, tokensOf, wordsOf } from './token.ts';
import type { Token } from './token.ts';

/** A row to be known again: its title and whatever else is stated of it. */
export type MatchedRow = Pick<Study, 'title'> &
  Partial<
    Pick<
      Study,
      | 'type'
      | 'completion'
      | 'status'
      | 'articles'
      | 'theme'
      | 'subtheme'
      | 'links'
      | 'conclusions'
      | 'description'
    >
  >;

/** What a row is known by. Made once for each row; everything is folded. */
export interface Profile {
  readonly title: string;
  readonly fold: string;
  /** Words of the subject, without those that only say what kind of study it is; joined for comparison. */
  readonly core: string;
  /** The members of a subject that lists several: “Natuur, visserij en water”; of any other the subject itself. */
  readonly members: readonly string[];
  readonly tokens: readonly Token[];
  /** True when the title is no more than a type: the subject was taken from theme and subtheme. */
  readonly untitled: boolean;
  readonly marks: Marks;
  readonly work: ReadonlySet<Work>;
  readonly moments: ReadonlySet<Moment>;
  readonly typeMoments: ReadonlySet<Moment>;
  readonly type: string | null;
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly finished: boolean | null;
  readonly articles: readonly string[];
  readonly themes: readonly string[];
  readonly links: readonly string[];
  readonly texts: readonly ReadonlySet<string>[];
  /** The same row under another name that its title gives: “X (voorheen Y)” as X and as Y. */
  readonly names: readonly Profile[];
}

const FORMER_NAME =
  /\s*\((?:voorheen|v\/h|vh|voormalige?|eerder|ook wel|ook bekend als|nu|thans)[:\s]+(?<name>[^()]+)\)/iu;

export function profileOf(row: MatchedRow): Profile {
  const titleWords = wordsOf(row.title);
  const untitled = isPlainType(row.title) && !hasSubject(titleWords);
  const topic = untitled ? (topicOf(row.subtheme) ?? topicOf(row.theme) ?? '') : row.title;
  const words = wordsOf(topic);
  const lead = leadOf(words.map(foldTitle));
  const titleLead = untitled ? leadOf(titleWords.map(foldTitle)) : lead;
  const fold = foldTitle(row.title);
  const core = words.slice(lead.from, lead.to);
  return {
    title: row.title,
    fold,
    core: core.map(foldTitle).join(' '),
    members: topic
      .split(/[,;/]|\ben\b/iu)
      .map(subjectOf)
      .filter((it) => it !== ''),
    tokens: tokensOf(core, bracketedIn(topic)),
    untitled,
    marks: marksOf(row.title),
    work: titleLead.work,
    // A moment at the head of a title goes before one within the subject.
    moments: titleLead.moments.size > 0 ? titleLead.moments : momentsIn(fold),
    typeMoments: momentsIn(foldTitle(row.type ?? '')),
    type: row.type ? foldTitle(row.type) : null,
    years: yearsOf(row),
    finished: row.status === undefined || row.status === null ? null : row.status === 'afgerond',
    articles: row.articles ?? [],
    themes: [row.theme, row.subtheme].flatMap((it) => {
      const topics = topicOf(it);
      return topics === null ? [] : [foldTitle(topics)];
    }),
    links: (row.links ?? []).map(({ url }) => url),
    texts: [row.conclusions, row.description].map((text) => longWords(text ?? '')),
    names: namesOf(row),
  };
}

function subjectOf(text: string): string {
  const words = wordsOf(text).map(foldTitle);
  const { from, to } = leadOf(words);
  return words.slice(from, to).join(' ');
}

/** “WBSO-evaluatie” has one, “Evaluatie van een missie” has none. */
function hasSubject(words: readonly string[]): boolean {
  const { from, to } = leadOf(words.map(foldTitle));
  return tokensOf(words.slice(from, to)).some(({ role }) => role === 'subject');
}

function namesOf(row: MatchedRow): readonly Profile[] {
  const name = FORMER_NAME.exec(row.title)?.groups?.['name'];
  if (name === undefined) return [];
  return [row.title.replace(FORMER_NAME, ''), name].map((title) => profileOf({ ...row, title }));
}

function yearsOf({ completion }: MatchedRow): Profile['years'] {
  const to = completion?.to ?? completion?.from ?? null;
  return to === null ? null : { from: completion?.from ?? to, to };
}

/** “Thema 15: Integratie” and “Subthema 1.1. Inzet” without what only numbers them; null for nothing. */
function topicOf(theme: string | null | undefined): string | null {
  const name = (theme ?? '')
    .replace(/^(?:SEA-|hoofd|sub)?thema(?:['’]s)?(?:\s+\d+(?:\.\d+)*)?[.:]?\s*/i, '')
    .trim();
  return name === '' ? null : name;
}

const FEW = 4;

function longWords(text: string): ReadonlySet<string> {
  return new Set(
    foldTitle(text)
      .split(' ')
      .filter((word) => word.length > FEW),
  );
}

import type { ChangeKind } from '../change/comparison.ts';
import type { Edition, Phase } from '../edition/edition.ts';
import type { Footnote, Place, Status } from '../study/study.ts';
import type { Coverage } from './coverage.ts';
import type { Facts } from './fact.ts';
import type { PlanCounts } from './plan.ts';
import type { Question } from './question.ts';
import type { Period } from './week.ts';
import type { DigestGroup } from './weight.ts';

/** Language of everything that readers see; Dutch is the default. */
export type Language = 'nl' | 'en';

/** One sentence without full stop: what happened, and what belongs to it. Joined they read as one. */
export interface Statement {
  readonly lead: string;
  /** Begins with its own space or punctuation; empty when there is no more to say. */
  readonly detail: string;
}

/** Fields of a study that a table shows. */
export type Field =
  'status' | 'completion' | 'conclusions' | 'report' | 'title' | 'type' | 'articles' | 'theme';

export type Paper = Pick<Edition, 'phase' | 'year'>;

/** Every word that readers see, in one language. Texts handed to it are quoted as they are. */
export interface Words {
  readonly language: Language;
  /** One sentence for each kind of change, after the table in docs/changes.md. */
  readonly statements: Readonly<Record<ChangeKind, (facts: Facts) => Statement>>;
  /** A re-read found that readers were told something wrong, on the given day when it is known. */
  readonly correction: (told: string | null, facts: Facts, said: Statement) => Statement;
  /** A later print of the same edition says something else. */
  readonly republished: (said: Statement, wasUnformatted: boolean) => Statement;
  /** Short names for labels, at most 50 characters. */
  readonly labels: Readonly<Record<ChangeKind | Question, string>>;
  readonly groups: Readonly<Record<DigestGroup, string>>;
  readonly fields: Readonly<Record<Field, string>>;
  /** Cells that a footnote can hang on. */
  readonly cells: Readonly<Record<Footnote['on'], string>>;
  readonly terms: Terms;
  readonly place: PlaceWords;
  readonly study: StudyWords;
  readonly closed: ClosingWords;
  readonly digest: DigestWords;
  readonly start: StartWords;
}

export interface Terms {
  readonly field: string;
  readonly title: string;
  readonly edition: string;
  readonly page: string;
  readonly empty: string;
  readonly noColumn: string;
  readonly notStated: string;
  readonly linked: string;
  readonly notLinked: string;
  readonly stated: string;
  readonly statedBelow: string;
  readonly changedBelow: string;
}

export interface PlaceWords {
  /** “jaarverslag 2022” */
  readonly paper: (paper: Paper) => string;
  /** “blz. 246”, or the PDF's own page where none is printed. */
  readonly page: (place: Pick<Place, 'page' | 'pageLabel'>) => string;
  readonly unformatted: (published: string | null) => string;
}

export interface StudyWords {
  readonly statusLabel: (status: Status | null) => string;
  /** A field in a running line: “afronding 2023”. */
  readonly remark: (field: Field, value: string) => string;
  readonly unchanged: (remarks: string) => string;
  /** All fields as one mention states them. */
  readonly standing: (where: string, remarks: string) => string;
  readonly lastStanding: (where: string, remarks: string) => string;
  readonly lastMention: (where: string) => string;
  readonly compared: (where: string) => string;
  readonly lastSeen: (where: string) => string;
  readonly reason: (texts: readonly string[]) => string;
  /** A quoted footnote; `cell` names the cell it hangs on when that is another one than what changed. */
  readonly footnote: (text: string, mark: string, cell: string | null) => string;
  /** Prose under or beside the tables, quoted, with its page when that is known. */
  readonly note: (text: string, page: string | null) => string;
  readonly footnoteMissing: (mark: string) => string;
  readonly noReason: string;
  readonly noReasonInFootnotes: string;
  /** Of a study that is not listed, in an edition whose prose may be about it. */
  readonly noReasonFound: string;
  readonly conclusions: string;
  readonly conclusionsEmpty: (paper: Paper) => string;
  readonly conclusionsGone: (paper: Paper) => string;
  readonly conclusionsChanged: (before: Paper, after: Paper) => string;
  /** Full sentences that name the words; each fragment is cut by the caller. */
  readonly wordsGone: (fragments: readonly string[], more: number) => string;
  readonly wordsNew: (fragments: readonly string[], more: number) => string;
  readonly rewritten: string;
  readonly wording: (paper: Paper) => string;
  readonly wordingBefore: string;
  readonly wordingNow: string;
  readonly conclusionsCut: (where: string) => string;
  readonly conclusionsLeftOut: (where: string) => string;
  readonly tableLeftOut: (where: string) => string;
  readonly reasonLeftOut: (where: string) => string;
  readonly mentions: (since: Paper, count: number) => string;
  readonly mentionsLeftOut: (count: number) => string;
  readonly cite: (citation: string) => string;
  readonly citeLast: (citation: string) => string;
  readonly source: string;
  readonly publication: (page: string) => string;
  readonly annex: (paper: Paper) => string;
  readonly reading: (date: string) => string;
  readonly report: string;
}

export interface ClosingWords {
  readonly withConclusions: (paper: Paper) => string;
  readonly withReport: (paper: Paper) => string;
  readonly finished: (paper: Paper) => string;
  readonly mentionedAgain: (paper: Paper) => string;
  readonly replanned: (year: number, paper: Paper) => string;
  readonly nothingOpen: (paper: Paper | null) => string;
}

export interface DigestWords {
  readonly period: (period: Period) => string;
  readonly title: (period: string, changes: number, chapters: number) => string;
  readonly quietTitle: (period: string) => string;
  /** Full sentences: what was read, what was not, what is not certain. */
  readonly coverage: (coverage: Coverage) => string;
  readonly counts: (changes: number, studies: number) => string;
  readonly weightiest: string;
  /** The one sentence of a week without changes. */
  readonly quiet: (coverage: Coverage, lastCheck: string | null) => string;
  readonly leftOut: (count: number) => string;
  readonly ledger: string;
}

export interface StartWords {
  readonly title: (chapterLabel: string, phase: Phase) => string;
  readonly introduction: string;
  readonly read: (papers: readonly string[]) => string;
  readonly counts: (
    paper: Paper,
    total: number,
    counts: readonly (readonly [Status | null, number])[],
  ) => string;
  readonly planTitle: (chapterLabel: string) => string;
  readonly plan: (year: number, counts: PlanCounts) => string;
  readonly planRows: (part: keyof Omit<PlanCounts, 'total'>) => string;
  readonly shown: string;
  readonly studies: (paper: Paper) => string;
  readonly leftOut: (count: number) => string;
}

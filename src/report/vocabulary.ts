import type { ChangeKind } from '../change/comparison.ts';
import type { Edition, Phase } from '../edition/edition.ts';
import type { Footnote, Place, Status } from '../study/study.ts';
import type { Coverage } from './coverage.ts';
import type { Facts } from './fact.ts';
import type { Finding } from './finding.ts';
import type { PlanPart, Uncounted } from './plan.ts';
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
  /** What happened to several studies, with their titles and how many of them are left out. */
  readonly group: (said: Statement, titles: readonly string[], more: number) => Statement;
  /** What readers were told was wrong, on the given day when it is known, and what stands there. */
  readonly correction: (told: string | null, finding: Finding) => Statement;
  /** A later print of the same edition says something else. */
  readonly republished: (said: Statement, wasUnformatted: boolean) => Statement;
  /** Short names for labels, at most 50 characters. */
  readonly labels: Readonly<Record<ChangeKind | Question | 'correction', string>>;
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
  readonly plan: PlanWords;
  readonly report: ReportWords;
  readonly day: DayWords;
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

/** Plan against result. */
export interface PlanWords {
  readonly title: (chapterLabel: string) => string;
  /** “van 41 voor 2023 of eerder geplande onderzoeken zijn er ”, before the parts. */
  readonly lead: (year: number, total: number, finished: number) => string;
  /** “28 afgerond” */
  readonly part: (part: PlanPart, count: number) => string;
  readonly and: string;
  /** Heading above the rows behind a number; no two of a document are alike. */
  readonly rows: (part: PlanPart) => string;
  /** “Niet meegeteld: ”, before the reasons. */
  readonly uncounted: string;
  readonly uncountedPart: (part: Uncounted, count: number) => string;
  readonly uncountedRows: string;
  /** Why a study is in no number, in its row. */
  readonly why: Readonly<Record<Uncounted, string>>;
  readonly planned: string;
  readonly outcome: string;
  readonly notListed: string;
  readonly noStatus: string;
  readonly leftOut: (count: number) => string;
  readonly flags: string;
  readonly withoutConclusions: string;
  readonly withoutReport: string;
  readonly noReportAtAll: string;
}

/** The overview of a day on which the papers of all chapters appear. */
export interface DayWords {
  readonly title: (day: Paper) => string;
  readonly report: (chapterLabel: string, paper: Paper, changes: number) => string;
}

/** What a new edition shows of one chapter. */
export interface ReportWords {
  readonly title: (chapterLabel: string, paper: Paper, changes: number) => string;
  /** What was read, and what it was compared with. */
  readonly coverage: (read: ReportCoverage) => string;
  readonly doubtful: (pages: readonly string[]) => string;
  readonly unsure: (count: number) => string;
  readonly unsureRounds: (count: number) => string;
  readonly unsureTitle: string;
  readonly mayBe: (titles: readonly string[]) => string;
  /** Of a row that may be the next round of a study or the same one, much later. */
  readonly mayBeRound: string;
  readonly nothing: string;
  readonly chapter: string;
  readonly change: string;
  readonly reason: string;
  readonly where: string;
  readonly minor: (count: number) => string;
  readonly notes: string;
  readonly notesIntroduction: string;
  readonly onHeading: (mark: string) => string;
}

export interface ReportCoverage {
  readonly paper: Paper;
  /** “36 560 XV, nr. 1”; null while not known. */
  readonly number: string | null;
  /** First and last page with a study, as quoted; null when it has none. */
  readonly pages: readonly [string, string] | null;
  readonly studies: number;
  /** Newest edition of each phase that was known before. */
  readonly compared: readonly Paper[];
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
  readonly shown: string;
  readonly studies: (paper: Paper) => string;
  readonly leftOut: (count: number) => string;
}

import type { Status } from '../study/study.ts';
import { ENGLISH_DIGEST, ENGLISH_START } from './english-digest.ts';
import { ENGLISH_DAY, ENGLISH_PLAN, ENGLISH_REPORT } from './english-report.ts';
import { englishCorrection, englishGroup, englishRepublished } from './english-causes.ts';
import { ENGLISH_PLACE, ENGLISH_STATEMENTS } from './english-statements.ts';
import { quoted, stopped } from './phrase.ts';
import type { ClosingWords, StudyWords, Words } from './vocabulary.ts';

const { paper } = ENGLISH_PLACE;

const STATUS_LABELS: Readonly<Record<Status, string>> = {
  'te starten': 'status: to start',
  lopend: 'status: ongoing',
  afgerond: 'status: completed',
  onbekend: 'status: unknown',
};

const STUDY: StudyWords = {
  statusLabel: (status) => (status === null ? 'status: not stated' : STATUS_LABELS[status]),
  remark(field, value) {
    if (field === 'status') return `status ${value}`;
    if (field === 'completion') return `completion ${value}`;
    if (field !== 'articles') return value;
    return /\d.*(?:,| en )/.test(value) ? `budget articles ${value}` : `budget article ${value}`;
  },
  unchanged: (remarks) => `Unchanged: ${remarks}`,
  standing: (where, remarks) => `As stated in ${where}: ${remarks}`,
  lastStanding: (where, remarks) => `Last stated, in ${where}: ${remarks}`,
  lastMention: (where) => `Last listed in ${where}`,
  compared: (where) => `before: ${where}`,
  lastSeen: (where) => `last listed: ${where}`,
  reason: (texts) => `Explanation by the ministry: ${texts.join('; ')}`,
  footnote: (text, mark, cell) =>
    `${quoted(text)} (footnote ${mark}${cell === null ? '' : ` to ${cell}`})`,
  note: (text, page) => quoted(text) + (page === null ? '' : ` (${page})`),
  footnoteMissing: (mark) =>
    `The table refers to footnote ${mark}; the text of that note was not found.`,
  noReason: 'Table and footnotes give no reason.',
  noReasonInFootnotes: 'The footnotes give no reason.',
  noReasonFound: 'No explanation of this study was found.',
  conclusions: 'Conclusions/recommendations',
  conclusionsEmpty: (before) => ` (empty in ${paper(before)})`,
  conclusionsGone: (before) => ` (as stated in ${paper(before)})`,
  conclusionsChanged: (before, after) => ` (${paper(before)} and ${paper(after)} compared)`,
  wordsGone: (fragments, more) => `Left out: ${listed(fragments, more)}`,
  wordsNew: (fragments, more) => `Added: ${listed(fragments, more)}`,
  rewritten: 'The text is largely rewritten.',
  wordingBefore: 'Before:',
  wordingNow: 'Now:',
  wording: (of) => `In ${paper(of)}:`,
  conclusionsCut: (where) => `Shortened here; the full text is in ${where}.`,
  conclusionsLeftOut: (where) => `The text is left out here for its length; it is in ${where}.`,
  tableLeftOut: (where) =>
    `The comparison is left out here for its length; the facts are in ${where}.`,
  reasonLeftOut: (where) =>
    `The explanation by the ministry is left out here for its length; it is in ${where}.`,
  mentions: (since, count) => `All mentions since ${paper(since)} (${count})`,
  mentionsLeftOut: (count) =>
    `The list of ${count} mentions is left out here for its length; it is in the data as read.`,
  cite: (citation) => `Cite as: ${citation}`,
  citeLast: (citation) => `Cite the last mention as: ${citation}`,
  source: 'Source: ',
  publication: (page) => `official publication, ${page}`,
  annex: (of) => `annex to ${paper(of)}`,
  reading: (date) => `Data as read, recorded ${date}`,
  report: 'Report: ',
};

const CLOSED: ClosingWords = {
  withConclusions: (of) => `Completed, conclusions stated in ${paper(of)}`,
  withReport: (of) => `Completed, report linked in ${paper(of)}`,
  finished: (of) => `Completed according to ${paper(of)}`,
  mentionedAgain: (of) => `Listed again in ${paper(of)}`,
  replanned: (year, of) => `Planned again, for ${year}, in ${paper(of)}`,
  nothingOpen: (of) => (of ? `No open question after ${paper(of)}` : 'No open question'),
};

/** Everything readers see, in English; the ministry's words stay Dutch, between “ and ”. */
export const ENGLISH: Words = {
  language: 'en',
  statements: ENGLISH_STATEMENTS,
  group: englishGroup,
  correction: englishCorrection,
  republished: englishRepublished,
  labels: {
    'status-changed': 'status changed',
    'status-first-stated': 'status first stated',
    'status-reverted': 'set back',
    'reported-finished': 'reported as completed',
    'reported-unfinished': 'not yet completed',
    'new-cycle': 'new round',
    postponed: 'postponed',
    advanced: 'brought forward',
    conflict: 'contradiction',
    'completion-withdrawn': 'without year of completion',
    'completion-stated': 'year of completion stated',
    'conclusions-added': 'conclusions stated',
    'conclusions-changed': 'conclusions changed',
    'conclusions-removed': 'conclusions left out',
    'report-linked': 'report linked',
    'link-changed': 'link changed',
    retitled: 'title changed',
    'type-changed': 'type changed',
    'articles-changed': 'budget article changed',
    'theme-changed': 'theme changed',
    'description-changed': 'description changed',
    overdue: 'planned year passed',
    added: 'new',
    'aged-out': 'outside the reporting period',
    'awaiting-report': 'annual report will show the outcome',
    vanished: 'no longer listed',
    'theme-absent': 'theme not elaborated',
    'not-accounted-for': 'not accounted for',
    moved: 'moved',
    unsupported: 'completed without conclusions or report',
    correction: 'correction',
  },
  groups: {
    corrected: 'Corrections',
    reverted: 'Set back',
    conclusions: 'Conclusions changed or left out',
    'not-accounted-for': 'Not accounted for',
    vanished: 'No longer listed',
    overdue: 'Planned year passed',
    postponed: 'Postponed',
    finished: 'Completed',
    added: 'New',
    other: 'Other',
  },
  fields: {
    status: 'Status',
    completion: 'Completion',
    conclusions: 'Conclusions/recommendations',
    report: 'Report',
    title: 'Title',
    type: 'Type of study',
    articles: 'Budget article',
    theme: 'Theme',
  },
  cells: {
    title: 'title',
    type: 'type of study',
    completion: 'completion',
    status: 'status',
    conclusions: 'conclusions',
    description: 'description',
    articles: 'budget article',
    theme: 'theme',
    subtheme: 'subtheme',
    heading: 'heading',
    header: 'column heading',
  },
  terms: {
    field: 'Field',
    title: 'Study',
    edition: 'Edition',
    page: 'P.',
    empty: 'empty',
    noColumn: 'no column',
    notStated: 'not stated',
    linked: 'linked',
    notLinked: 'not linked',
    stated: 'stated',
    statedBelow: 'stated, see below',
    changedBelow: 'changed, see below',
  },
  place: ENGLISH_PLACE,
  study: STUDY,
  closed: CLOSED,
  digest: ENGLISH_DIGEST,
  start: ENGLISH_START,
  plan: ENGLISH_PLAN,
  report: ENGLISH_REPORT,
  day: ENGLISH_DAY,
};

/** “a”, “b”, and in two more places. */
function listed(fragments: readonly string[], more: number): string {
  const rest = more === 0 ? '' : `, and in ${more} more ${more === 1 ? 'place' : 'places'}`;
  return stopped(fragments.map(quoted).join(', ') + rest);
}

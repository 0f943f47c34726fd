import { ENGLISH_PLACE } from './english-statements.ts';
import { enumerated, quoted } from './phrase.ts';
import type { PlanPart, Uncounted } from './plan.ts';
import type { DayWords, PlanWords, ReportWords } from './vocabulary.ts';

const { paper } = ENGLISH_PLACE;

const PARTS: Readonly<Record<PlanPart, string>> = {
  finished: 'completed',
  later: 'planned later',
  running: 'not yet completed',
  unaccounted: 'not listed',
};

const UNCOUNTED: Readonly<Record<Uncounted, (studies: string, one: boolean) => string>> = {
  unstated: (studies) => `${studies} without known status`,
  unsure: (studies, one) =>
    `${studies} of which it is not certain whether ${one ? 'it is' : 'they are'} listed`,
  undated: (studies) => `${studies} without year of completion`,
};

export const ENGLISH_PLAN: PlanWords = {
  title: (chapterLabel) => `Planned and achieved, ${chapterLabel}:`,
  lead: (year, total) => `of ${studyCount(total)} planned for ${year} or earlier, `,
  part: (part, count) => `${count} ${PARTS[part]}`,
  and: 'and',
  rows: (part) => `Planned and ${PARTS[part]}`,
  uncounted: 'Not counted: ',
  uncountedPart: (part, count) => UNCOUNTED[part](studyCount(count), count === 1),
  uncountedRows: 'Planned and not counted',
  why: {
    unstated: 'listed without known status',
    unsure: 'not certain whether it is listed',
    undated: 'no year of completion',
  },
  planned: 'Planned',
  outcome: 'Outcome',
  notListed: 'not listed',
  noStatus: 'no status',
  leftOut: (count) =>
    `For the length, ${studyCount(count)} are left out here; they are in the data as read (studies.csv).`,
  flags: 'Completed without conclusions or report',
  withoutConclusions: 'Without conclusions, where the table has a column for them',
  withoutReport: 'Without a link to the report',
  noReportAtAll: 'No link to the report was found with any completed study in this annex.',
};

export const ENGLISH_DAY: DayWords = {
  title: ({ phase, year }) =>
    `${phase === 'begroting' ? `Budget Day ${year - 1}` : `Accountability Day ${year + 1}`}: overview of evaluation studies`,
  report: (chapterLabel, of, changes) =>
    `Report on ${chapterLabel}, ${paper(of)} (${changes === 1 ? '1 change' : `${changes} changes`})`,
};

export const ENGLISH_REPORT: ReportWords = {
  title: (chapterLabel, of, changes) =>
    `${chapterLabel}, ${paper(of)}: ${changes === 0 ? 'no changes' : changes === 1 ? '1 change' : `${changes} changes`}`,
  coverage({ paper: of, number, pages, studies: count, compared }) {
    const name = number === null ? paper(of) : `${paper(of)} (${number})`;
    const [first, last] = pages ?? ['', ''];
    const range = first === last ? first : `${first} to ${last}`;
    const where = pages === null ? '' : ` on ${range}`;
    const others = enumerated(compared.map(paper), 'and');
    const against =
      compared.length === 0
        ? 'No earlier edition was read.'
        : `Compared with what earlier editions state; the newest of them ${compared.length === 1 ? 'is' : 'are'} ${others}.`;
    return `Read: ${name}, ${studyCount(count)}${where}. ${against}`;
  },
  doubtful: (pages) => `Not read with certainty: ${enumerated(pages, 'and')}.`,
  unsure: (count) =>
    `Of ${studyCount(count)} it is not certain whether ${count === 1 ? 'it was' : 'they were'} listed before; ${count === 1 ? 'it counts' : 'they count'} in no number.`,
  unsureRounds: (count) =>
    `Of ${studyCount(count)} it is not certain whether ${count === 1 ? 'it was postponed or is planned for a next round; it counts' : 'they were postponed or are planned for a next round; they count'} in no number.`,
  unsureTitle: 'Not certain',
  mayBe: (titles) => `may be the same as ${enumerated(titles.map(quoted), 'or')}`,
  mayBeRound: 'may be a postponement or a next round',
  nothing: 'This edition states nothing but what was known.',
  chapter: 'Chapter',
  change: 'Change',
  reason: 'Explanation by the ministry',
  where: 'Source',
  minor: (count) =>
    `${count === 1 ? 'One change' : `${count} changes`} of less weight, not told as news`,
  notes: 'Text of the ministry beside the tables',
  notesIntroduction:
    'What stands below or beside the tables, or in a note to a heading, and names no study for certain, or one that is not among those above.',
  onHeading: (mark) => `footnote ${mark} to a heading`,
};

function studyCount(count: number): string {
  return `${count} ${count === 1 ? 'study' : 'studies'}`;
}

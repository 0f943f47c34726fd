import type { Status } from '../study/study.ts';
import { longDate } from './date.ts';
import type { Facts } from './fact.ts';
import { bracketedPaper, paperWithPage } from './mention.ts';
import type { Mention } from './mention.ts';
import { capitalized, quoted } from './phrase.ts';
import type { Paper, PlaceWords, Statement, Words } from './vocabulary.ts';

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const ORDINALS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** What the three official words mean, beside the ministry's own. */
const MEANING: Readonly<Record<Status, string | null>> = {
  'te starten': 'to start',
  lopend: 'ongoing',
  afgerond: 'completed',
  onbekend: null,
};

export const ENGLISH_PLACE: PlaceWords = {
  paper: ({ phase, year }) => `${phase === 'begroting' ? 'budget' : 'annual report'} ${year}`,
  page: ({ page, pageLabel }) =>
    pageLabel !== null ? `p. ${pageLabel}` : page === null ? 'page unknown' : `PDF p. ${page}`,
  unformatted: (published) =>
    published === null
      ? 'unformatted version'
      : `unformatted version of ${longDate(published, 'en')}`,
};

const { paper } = ENGLISH_PLACE;

export const ENGLISH_STATEMENTS: Words['statements'] = {
  'status-changed': (facts) =>
    say(`Status changed from ${statusBefore(facts)} to ${statusAfter(facts)}`),
  'status-first-stated': (facts) => say(`Status stated for the first time: ${statusAfter(facts)}`),
  'status-reverted': (facts) =>
    say(`Set back from ${statusBefore(facts)} to ${statusAfter(facts)}`),
  'reported-finished': ({ plan }) =>
    say(
      'Reported as completed for the first time',
      plan
        ? `; ${plan.edition.phase === 'begroting' ? 'planned' : 'listed without status before'} in ${where(plan)}`
        : '',
    ),
  'reported-unfinished': ({ planYear }) =>
    planYear === null
      ? say('Not yet completed according to the annual report')
      : say(`Planned for ${planYear}; not yet completed according to the annual report`),
  'new-cycle': ({ yearAfter }) =>
    say(yearAfter === null ? 'New round' : `New round, planned for ${yearAfter}`),
  postponed: (facts) => say(`Completion ${shift(facts, 'later')}`, slips(facts)),
  advanced: (facts) => say(`Completion ${shift(facts, 'earlier')}`),
  conflict: ({ compared, edition, before, after }) =>
    compared
      ? say(
          `${capitalized(paper(compared.edition))} states ${yearOrWords(before)}, ${paper(edition)} states ${yearOrWords(after)}`,
        )
      : say(
          `${capitalized(paper(edition))} states ${yearOrWords(after)}, a newer budget ${yearOrWords(before)}`,
        ),
  'completion-withdrawn': ({ yearBefore }) =>
    say('Year of completion no longer stated', yearBefore === null ? '' : `; was ${yearBefore}`),
  'completion-stated': (facts) =>
    say(
      `Year of completion stated: ${facts.after}`,
      facts.before === '' ? '' : ` (was ${quoted(facts.before)})`,
    ),
  'conclusions-added': ({ compared }) =>
    say('Conclusions stated', compared ? ` (empty in ${paper(compared.edition)})` : ''),
  'conclusions-changed': ({ words }) => {
    if (words === null) return say('Conclusions changed', ' (largely rewritten)');
    const removed = words.removed.map(quoted).join(', ');
    const added = words.added.map(quoted).join(', ');
    // One line: longer fragments stand below the headline, where there is room.
    if (removed.length + added.length > 240) return say('Conclusions changed');
    return say(
      'Conclusions changed',
      (removed === '' ? '' : `. Left out: ${removed}`) + (added === '' ? '' : `. Added: ${added}`),
    );
  },
  'conclusions-removed': ({ compared }) =>
    say(
      'Conclusions no longer stated',
      compared ? `; they were in ${paper(compared.edition)}` : '',
    ),
  'report-linked': () => say('Report linked'),
  'link-changed': ({ after }) =>
    say(after === '' ? 'Link to the report no longer given' : 'Link to the report changed'),
  retitled({ isGroup, before, after, title, count }) {
    if (!isGroup) return say(`Title changed: now ${quoted(title)}, was ${quoted(before)}`);
    const many = ` in ${count} titles`;
    if (after === '') return say(`${quoted(before)} left out`, many);
    if (before === '') return say(`${quoted(after)} added`, many);
    return say(`${quoted(before)} replaced by ${quoted(after)}`, many);
  },
  'type-changed': (facts) => replaced('Type of study', facts),
  'articles-changed': (facts) => replaced('Budget article', facts),
  'theme-changed': (facts) => replaced('Theme', facts),
  'description-changed': () => say('Description changed'),
  overdue: ({ yearAfter, yearBefore }) => {
    const year = yearAfter ?? yearBefore;
    return say(`Planned year${year === null ? '' : ` (${year})`} has passed, not yet completed`);
  },
  added: () => say('New in the annex'),
  'aged-out': () => say('No longer listed: completed and outside the reporting period'),
  'awaiting-report': ({ edition }) =>
    say(
      'No longer in the budget',
      `; ${paper({ phase: 'jaarverslag', year: edition.year - 1 })} will show the outcome`,
    ),
  vanished: ({ edition, last }) =>
    say(`No longer listed in ${paper(edition)}`, last ? `; last listed in ${where(last)}` : ''),
  'theme-absent': ({ before, title, count }) =>
    say(
      `Theme not elaborated in this annex: ${quoted(before === '' ? title : before)}`,
      count > 1 ? `, with ${count} studies` : '',
    ),
  'not-accounted-for': ({ edition, plan, planYear }) => {
    const absent = `not listed in the annex to ${paper(edition)}`;
    if (!plan || planYear === null) return say(capitalized(absent));
    return say(`Planned for ${planYear} (${bracketedPaper(plan, ENGLISH_PLACE)}); ${absent}`);
  },
  moved: ({ edition, chapterBefore }) =>
    chapterBefore === null
      ? say('Listed in another place')
      : say(
          `Now listed under budget chapter ${edition.chapter}`,
          `, formerly under budget chapter ${chapterBefore}`,
        ),
};

function say(lead: string, detail = ''): Statement {
  return { lead, detail };
}

function statusBefore(facts: Facts): string {
  return withMeaning(facts.before, facts.statusBefore);
}

function statusAfter(facts: Facts): string {
  return withMeaning(facts.after, facts.statusAfter);
}

function withMeaning(text: string, status: Status | null): string {
  const meaning = status === null ? null : MEANING[status];
  return meaning === null ? quoted(text) : `${quoted(text)} (${meaning})`;
}

function where(mention: Mention): string {
  return paperWithPage(mention, ENGLISH_PLACE);
}

export function theWritten({ phase }: Paper): string {
  return phase === 'begroting' ? 'budget' : 'annual report';
}

/** A short text that took the place of another. */
function replaced(noun: string, { before, after, isGroup, count }: Facts): Statement {
  if (isGroup) {
    return say(
      `${noun} changed from ${orEmpty(before)} to ${orEmpty(after)}`,
      ` for ${count} studies`,
    );
  }
  if (after === '') return say(`${noun} no longer stated; was ${quoted(before)}`);
  if (before === '') return say(`${noun} stated: ${quoted(after)}`);
  return say(`${noun} changed from ${quoted(before)} to ${quoted(after)}`);
}

/** A plain year as it is; any other wording is the ministry's. */
function yearOrWords(text: string): string {
  return /^\d{4}$/.test(text) ? text : quoted(text);
}

function orEmpty(text: string): string {
  return text === '' ? 'empty' : quoted(text);
}

/** “two years later: from 2023 to 2025” */
function shift(facts: Facts, direction: 'later' | 'earlier'): string {
  const { yearBefore, yearAfter } = facts;
  if (yearBefore === null || yearAfter === null) {
    return `${direction}: from ${orEmpty(facts.before)} to ${orEmpty(facts.after)}`;
  }
  const years = Math.abs(yearAfter - yearBefore);
  const span = `${NUMBERS[years] ?? years} ${years === 1 ? 'year' : 'years'}`;
  return `${span} ${direction}: from ${yearBefore} to ${yearAfter}`;
}

/** The first slip that is known goes without a number: earlier ones may not have been read. */
function slips({ slip, oldest, yearBefore }: Facts): string {
  if (slip < 2) return '';
  const number = `${ORDINALS[slip] ?? `${slip}th`} postponement`;
  const first =
    oldest === null || oldest.year === yearBefore
      ? ''
      : `; in the oldest edition read, ${paper(oldest.edition)}: ${oldest.year}`;
  return ` (${number}${first})`;
}

import type { RootContent } from 'mdast';
import type { Event } from '../ledger/event.ts';
import { newsItem } from './comment.ts';
import { comparedRows, comparisonTable } from './comparison-table.ts';
import type { Rows } from './comparison-table.ts';
import { conclusionSection, isAboutConclusions } from './conclusion.ts';
import type { StudyDocument } from './document.ts';
import { cut } from './fact.ts';
import { fit, fixed } from './fit.ts';
import type { Section } from './fit.ts';
import { headline, headlined, newestNews } from './headline.ts';
import { wordsOf } from './language.ts';
import { printedCell } from './field.ts';
import { folded, lineBreak, link, paragraph, separated, strong, table } from './markdown.ts';
import type { Phrase } from './markdown.ts';
import { bracketedPage, inOrder, pageUrl, paperAndPage, paperWithPage } from './mention.ts';
import { publicationOrder } from '../edition/calendar.ts';
import { requireEditionId } from '../edition/edition.ts';
import { capitalized } from './phrase.ts';
import { lastStatus, openQuestions, stateOf } from './question.ts';
import { notesIn, reason } from './reason.ts';
import { footer } from './source-line.ts';
import type { StudyInput } from './study-input.ts';
import type { Words } from './vocabulary.ts';

/** GitHub refuses longer titles. */
const TITLE_LIMIT = 256;

/** Label by which the bot knows its own issues. */
const OWN_LABEL = 'begrotingswacht';

/**
 * The issue of one study: its title for people, the present state as body, one comment for each
 * event to be told now, labels, and whether a question is open. Pure: the same input gives the same text.
 */
export function studyDocument(input: StudyInput): StudyDocument {
  const words = wordsOf(input.language);
  const news = newestNews(input);
  return {
    study: input.study.id,
    chapter: input.study.chapter,
    title: titleOf(input),
    body: bodyOf(input, news, words),
    labels: labelsOf(input, news, words),
    state: stateOf(input.events, input.records, words),
    news: input.untold.map((event) => newsItem(event, input)),
  };
}

function titleOf({ study, records, chapterLabel }: StudyInput): string {
  const newest = inOrder(records).at(-1)?.study.title ?? study.titles.at(-1)?.title ?? study.id;
  return cut(`${chapterLabel} · ${newest}`.replaceAll(/\s+/g, ' '), TITLE_LIMIT);
}

function labelsOf(input: StudyInput, news: readonly Event[], words: Words): readonly string[] {
  const kinds = headlined(news).map(({ kind, cause }) =>
    cause === 'correction' ? words.labels.correction : words.labels[kind],
  );
  const questions = openQuestions(input.events, input.records).map(
    (question) => words.labels[question],
  );
  const status = lastStatus(inOrder(input.records))?.study.status ?? null;
  return [
    ...new Set([
      OWN_LABEL,
      input.chapterLabel,
      ...kinds,
      ...questions,
      words.study.statusLabel(status),
    ]),
  ];
}

function bodyOf(input: StudyInput, news: readonly Event[], words: Words): string {
  const main = news[0];
  const warning = input.warning ? [fixed(paragraph(strong(input.warning)))] : [];
  if (!main) return fit([...warning, mentionsSection(input, words)]);
  const rows = comparedRows(main, input.records);
  return fit([
    ...warning,
    fixed(paragraph(...headlines(input, news))),
    reasonSection(input, news, rows, words),
    tableSection(input, main, rows, words),
    ...news
      .filter(isAboutConclusions)
      .map((event) => conclusionSection(event, comparedRows(event, input.records), words)),
    fixed(...laterMention(input, main, words), footer(main, rows, input, words)),
    mentionsSection(input, words),
  ]);
}

function headlines(input: StudyInput, news: readonly Event[]): readonly Phrase[] {
  const sentences = headlined(news).map((event) => headline(event, input));
  return separated(sentences, lineBreak());
}

function reasonSection(
  input: StudyInput,
  news: readonly Event[],
  rows: Rows,
  words: Words,
): Section {
  const shown = rows.after ?? rows.before;
  const edition = news[0]?.edition ?? '';
  const source = input.editions?.find((it) => it.edition.id === edition);
  const notes = notesIn(input.notes, edition);
  const hasOtherProse = (source?.annex?.notes.length ?? 0) > 0;
  const text = (longest: number) => (): readonly RootContent[] => [
    paragraph(reason({ events: news, rows, notes, hasOtherProse }, words, longest)),
  ];
  const leftOut = (): readonly RootContent[] =>
    shown ? [paragraph(words.study.reasonLeftOut(paperAndPage(shown, words.place)))] : [];
  return { rank: 2, versions: [text(Infinity), text(2_000), text(300), leftOut] };
}

function tableSection(input: StudyInput, main: Event, rows: Rows, words: Words): Section {
  const events = input.events.filter(
    ({ edition, cause }) => edition === main.edition && cause === main.cause,
  );
  const shown = rows.after ?? rows.before;
  return {
    rank: 3,
    versions: [
      () => comparisonTable(events, rows, input.records, words),
      () => (shown ? [paragraph(words.study.tableLeftOut(paperAndPage(shown, words.place)))] : []),
    ],
  };
}

/** Where it was listed last, when that is later than the news above. */
function laterMention(input: StudyInput, main: Event, words: Words): readonly RootContent[] {
  const newest = inOrder(input.records).at(-1);
  const isLater = newest && publicationOrder(newest.edition, requireEditionId(main.edition)) > 0;
  return isLater ? [paragraph(words.study.lastMention(paperWithPage(newest, words.place)))] : [];
}

function mentionsSection({ records }: StudyInput, words: Words): Section {
  const ordered = inOrder(records);
  const [first] = ordered;
  if (!first) return fixed();
  const { terms, fields } = words;
  const rows = ordered.map((mention) => [
    capitalized(words.place.paper(mention.edition)),
    printedCell(mention.study, 'status', words),
    printedCell(mention.study, 'completion', words),
    [link(bracketedPage(mention, words.place), pageUrl(mention))],
  ]);
  const list = table([terms.edition, fields.status, fields.completion, terms.page], rows);
  return {
    rank: 1,
    versions: [
      () => folded(words.study.mentions(first.edition, ordered.length), [list]),
      () => [paragraph(words.study.mentionsLeftOut(ordered.length))],
    ],
  };
}

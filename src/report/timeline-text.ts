import type { RootContent } from 'mdast';
import { requireEditionId } from '../edition/edition.ts';
import { wordsOf } from './language.ts';
import { bullets, heading, link, paragraph, renderMarkdown, table } from './markdown.ts';
import type { Phrase } from './markdown.ts';
import { capitalized } from './phrase.ts';
import type { Timeline, TimelineEdition, TimelineRow } from './timeline.ts';
import type { Language, Words } from './vocabulary.ts';

interface TimelineWords {
  readonly planned: (first: number, last: number, slips: number) => string;
  readonly unplanned: string;
  readonly status: (status: string | null) => string;
  readonly listed: (editions: number) => string;
  readonly notListed: string;
  readonly stated: string;
  readonly changes: string;
  readonly recorded: string;
  readonly formerly: (title: string, since: string) => string;
  readonly page: (page: string) => string;
}

const WORDS: Readonly<Record<Language, TimelineWords>> = {
  nl: {
    planned: (first, last, slips) =>
      first === last && slips === 0
        ? `Gepland voor ${first}`
        : `Eerst gepland voor ${first}, nu ${last} (${slips} keer verschoven)`,
    unplanned: 'Nooit een jaar van afronding vermeld',
    status: (status) => (status === null ? 'nooit een status vermeld' : `status ${status}`),
    listed: (editions) => `in ${editions} ${editions === 1 ? 'editie' : 'edities'}`,
    notListed: 'niet vermeld',
    stated: 'vermeld',
    changes: 'Wat er veranderde',
    recorded: 'vastgelegd, niet gemeld',
    formerly: (title, since) => `“${title}” sinds ${since}`,
    page: (page) => `blz. ${page}`,
  },
  en: {
    planned: (first, last, slips) =>
      first === last && slips === 0
        ? `Planned for ${first}`
        : `First planned for ${first}, now ${last} (put off ${slips} times)`,
    unplanned: 'No year of completion was ever stated',
    status: (status) => (status === null ? 'no status was ever stated' : `status ${status}`),
    listed: (editions) => `in ${editions} ${editions === 1 ? 'edition' : 'editions'}`,
    notListed: 'not listed',
    stated: 'stated',
    changes: 'What changed',
    recorded: 'recorded, not told',
    formerly: (title, since) => `“${title}” since ${since}`,
    page: (page) => `p. ${page}`,
  },
};

/** The study's line for a terminal: each edition with what it says, and below it what changed. */
export function timelineText(timeline: Timeline, chapterLabel: string, language: Language): string {
  const words = wordsOf(language);
  return [
    `${timeline.study} · ${chapterLabel} · ${timeline.title}`,
    summary(timeline, language),
    ...formerTitles(timeline, language).map((title) => `  ${title}`),
    ...timeline.editions.flatMap((edition) => [
      '',
      editionLine(edition, words, language),
      ...edition.changes.map(
        ({ sentence, told }) =>
          `  ${told ? '•' : '·'} ${sentence}${told ? '' : ` (${WORDS[language].recorded})`}`,
      ),
    ]),
  ].join('\n');
}

/** The same as a page of GitHub Flavored Markdown, with links to the pages. */
export function timelineMarkdown(
  timeline: Timeline,
  chapterLabel: string,
  language: Language,
): string {
  const words = wordsOf(language);
  const own = WORDS[language];
  const { terms, fields } = words;
  const header = [
    terms.edition,
    fields.completion,
    fields.status,
    fields.conclusions,
    terms.page,
  ] as const;
  const rows = timeline.editions.flatMap((edition) =>
    edition.rows.length === 0
      ? [[paperOf(edition, words), own.notListed, '', '', '']]
      : edition.rows.map((row): readonly (string | readonly Phrase[])[] => [
          paperOf(edition, words),
          cell(row.completion, words),
          cell(row.status, words),
          conclusionsCell(row, words, own),
          [link(row.page === null ? row.url : own.page(row.page), row.url)],
        ]),
  );
  const changed = timeline.editions.filter(({ changes }) => changes.length > 0);
  const content: readonly RootContent[] = [
    heading(1, `${chapterLabel} · ${timeline.title}`),
    paragraph(`${timeline.study} · ${summary(timeline, language)}`),
    ...formerTitles(timeline, language).map((title) => paragraph(title)),
    table(header, rows),
    ...(changed.length > 0 ? [heading(2, own.changes)] : []),
    ...changed.flatMap((edition) => [
      heading(3, paperOf(edition, words)),
      bullets(
        edition.changes.map(({ sentence, told }) => [
          told ? sentence : `${sentence} (${own.recorded})`,
        ]),
      ),
    ]),
  ];
  return renderMarkdown(content);
}

function summary(timeline: Timeline, language: Language): string {
  const { plannedFirst, plannedLast, slips, status, editions } = timeline;
  const own = WORDS[language];
  const planned =
    plannedFirst === null || plannedLast === null
      ? own.unplanned
      : own.planned(plannedFirst, plannedLast, slips);
  const listed = editions.filter(({ rows }) => rows.length > 0).length;
  return [planned, own.status(status), own.listed(listed)].join(' · ');
}

function formerTitles({ titles }: Timeline, language: Language): readonly string[] {
  if (titles.length < 2) return [];
  return titles.map(({ title, since }) => WORDS[language].formerly(title, since));
}

function editionLine(edition: TimelineEdition, words: Words, language: Language): string {
  const own = WORDS[language];
  const paper = paperOf(edition, words);
  const lead = edition.published === null ? paper : `${edition.published}  ${paper}`;
  const { fields } = words;
  const said = edition.rows.map((row) =>
    [
      ...(row.page === null ? [] : [own.page(row.page)]),
      `${fields.completion.toLowerCase()} ${cell(row.completion, words)}`,
      `${fields.status.toLowerCase()} ${cell(row.status, words)}`,
      `${fields.conclusions.toLowerCase()} ${conclusionsCell(row, words, own)}`,
    ].join(' · '),
  );
  return `${lead}: ${said.length === 0 ? own.notListed : said.join(' / ')}`;
}

function paperOf({ edition }: TimelineEdition, { place }: Words): string {
  return capitalized(place.paper(requireEditionId(edition)));
}

function cell(printed: string | null, { terms }: Words): string {
  if (printed === null) return terms.noColumn;
  return printed === '' ? terms.empty : printed;
}

/** Conclusions fill pages; that there are some is what a line can say. */
function conclusionsCell({ conclusions }: TimelineRow, words: Words, own: TimelineWords): string {
  return conclusions === null || conclusions === '' ? cell(conclusions, words) : own.stated;
}

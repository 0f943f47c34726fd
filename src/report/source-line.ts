import type { RootContent } from 'mdast';
import type { Event } from '../ledger/event.ts';
import { citation, paperNumber } from './citation.ts';
import type { Rows } from './comparison-table.ts';
import { longDate } from './date.ts';
import { lineBreak, link, paragraph, separated } from './markdown.ts';
import type { Phrase } from './markdown.ts';
import { pageOf, pageUrl } from './mention.ts';
import type { Mention } from './mention.ts';
import { capitalized } from './phrase.ts';
import type { EditionSource, StudyInput } from './study-input.ts';
import type { PlaceWords, Words } from './vocabulary.ts';

/** How to cite it, where it was published, and where our reading of it stands. */
export function footer(
  event: Event,
  { before, after }: Rows,
  input: Pick<StudyInput, 'editions' | 'links'>,
  words: Words,
): RootContent {
  const quoted = after ?? before;
  const cited = quoted ? citation(quoted) : null;
  const say = after ? words.study.cite : words.study.citeLast;
  const lines: (readonly Phrase[])[] = [];
  if (quoted && cited !== null) lines.push([say(cited) + printNote(quoted, words.place)]);
  const sources = sourcesOf(event, { before, after }, input.editions ?? [], words);
  const url = input.links?.snapshotUrl?.(event.edition);
  const reading = words.study.reading(longDate(event.recorded, words.language));
  const data = url ? [[link(reading, url)]] : [];
  lines.push([words.study.source, ...separated([...sources, ...data], ' · ')]);
  const reports = after ? reportLinks(after) : [];
  if (reports.length > 0) lines.push([words.study.report, ...separated(reports, ' · ')]);
  return paragraph(...separated(lines, lineBreak()));
}

/** “Begroting 2025, blz. 212 (36 600 XV, nr. 2) · eerder: begroting 2024, blz. 208”, the pages as links. */
export function sourceLine(
  event: Event,
  { before, after }: Rows,
  editions: readonly EditionSource[],
  words: Words,
): readonly Phrase[] {
  const absent = after ? null : sourceOf(event, editions);
  const first = after
    ? [
        [
          `${capitalized(words.place.paper(after.edition))}, `,
          pageLink(after, words.place),
          numberOf(after, words),
        ],
      ]
    : absent
      ? [[annexLink(absent, words, true), bracketed([paperNumber(absent.edition)])]]
      : [];
  const say = after ? words.study.compared : words.study.lastSeen;
  const where = before ? say(`${words.place.paper(before.edition)}, `) : '';
  const second = before
    ? [
        [
          first.length > 0 ? where : capitalized(where),
          link(pageOf(before, words.place), pageUrl(before)),
        ],
      ]
    : [];
  return separated([...first, ...second], ' · ');
}

function sourcesOf(
  event: Event,
  { before, after }: Rows,
  editions: readonly EditionSource[],
  words: Words,
): readonly (readonly Phrase[])[] {
  if (after) return [[link(words.study.publication(pageOf(after, words.place)), pageUrl(after))]];
  const absent = sourceOf(event, editions);
  return [
    ...(absent ? [[annexLink(absent, words, false)]] : []),
    ...(before
      ? [
          [
            words.study.lastSeen(`${words.place.paper(before.edition)}, `),
            pageLink(before, words.place),
          ],
        ]
      : []),
  ];
}

function sourceOf(event: Event, editions: readonly EditionSource[]): EditionSource | null {
  return editions.find(({ edition }) => edition.id === event.edition) ?? null;
}

function annexLink({ edition, print, annex }: EditionSource, words: Words, first: boolean): Phrase {
  const name = words.study.annex(edition);
  const url = annex?.pages ? `${print.url}#page=${annex.pages[0]}` : print.url;
  return link(first ? capitalized(name) : name, url);
}

function pageLink(mention: Mention, words: PlaceWords): Phrase {
  return link(words.page(mention.study.place), pageUrl(mention));
}

/** “ (onopgemaakte versie van 15 mei 2024; 36 560 XV, nr. 1)”, with what is known of it. */
function numberOf({ edition, print }: Mention, { place }: Words): string {
  const note = print.unformatted ? place.unformatted(print.published) : null;
  return bracketed([note, paperNumber(edition)]);
}

function printNote({ print }: Mention, words: PlaceWords): string {
  return bracketed([print.unformatted ? words.unformatted(print.published) : null]);
}

function bracketed(parts: readonly (string | null)[]): string {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? '' : ` (${known.join('; ')})`;
}

/** The ministry's links to the report, named by their host. A link to GitHub would leave a trace there. */
function reportLinks({ study }: Mention): readonly (readonly Phrase[])[] {
  return study.links
    .filter(({ url }) => URL.canParse(url))
    .map(({ url }) => ({ url, host: new URL(url).host }))
    .filter(({ host }) => host !== '' && !/(?:^|\.)github\.com$/.test(host))
    .slice(0, 5)
    .map(({ url, host }) => [link(host, url)]);
}

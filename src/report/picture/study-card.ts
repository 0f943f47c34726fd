import type { Reason } from '../../study/confidence.ts';
import { PRINTED_KEYS } from '../../study/study.ts';
import type { Completion, PrintedKey, Study } from '../../study/study.ts';
import type { Drawn } from './drawn.ts';
import { element, escaped } from './markup.ts';
import { noticeList } from './summary.ts';

/**
 * What was read of one study: its cells as printed, what was made of them, and what is doubtful.
 * @param aim where its number leads: to its row in a picture, or to itself where there is none
 */
export function studyCard(
  study: Study,
  index: number,
  drawn: Drawn,
  aim: 'row' | 'study' = 'row',
): string {
  const number = index + 1;
  const { place, title } = study;
  const row = `row ${place.row ?? '?'} of “${place.table ?? ''}”`;
  const pages = place.toPage === place.page ? '' : `, runs on to page ${place.toPage}`;
  const link = element(
    'a',
    { class: 'number', href: `#${aim}-${number}`, title: 'show it in the picture' },
    String(number),
  );
  const heading = element('h3', {}, link, ' ', dutch(title === '' ? '(no title)' : title));
  const where = element('p', { class: 'where' }, escaped(`studies[${index}], ${row}${pages}`));
  return element(
    'article',
    { id: `study-${number}`, class: 'study', 'data-study': String(number), tabindex: '-1' },
    heading,
    where,
    ...doubts(index, 'row', drawn),
    noticeList(drawn.noticesOf(index)),
    element('dl', {}, ...printed(study, index, drawn)),
    missing(study),
    footnotes(study),
    links(study),
  );
}

/** On the further pages of a study that runs over them. */
export function continued({ title, place }: Study, index: number): string {
  const number = String(index + 1);
  return element(
    'p',
    { class: 'study continued', 'data-study': number },
    element('a', { href: `#study-${number}` }, `↳${number}`),
    ' ',
    dutch(title),
    escaped(` (began on page ${place.page})`),
  );
}

function printed(study: Study, index: number, drawn: Drawn): readonly string[] {
  return PRINTED_KEYS.flatMap((key) => {
    const text = study.printed[key];
    return text === null ? [] : [cell(key, text, study, index, drawn)];
  });
}

function missing({ printed: cells }: Study): string {
  const keys = PRINTED_KEYS.filter((key) => cells[key] === null);
  if (keys.length === 0) return '';
  return element('p', { class: 'absent' }, `no column for: ${keys.join(', ')}`);
}

function cell(key: PrintedKey, text: string, study: Study, index: number, drawn: Drawn): string {
  const value = text === '' ? element('span', { class: 'absent' }, 'blank') : dutch(text);
  const meaning = meant(key, text, study);
  return [
    element('dt', { class: `t-${key}` }, key),
    element(
      'dd',
      {},
      value,
      meaning === null ? '' : element('span', { class: 'meant' }, escaped(meaning)),
      ...doubts(index, key, drawn),
    ),
  ].join('');
}

/** Why a row or cell was not read with full confidence. */
function doubts(index: number, on: Reason['on'], drawn: Drawn): readonly string[] {
  return drawn
    .reasonsOf(index, on)
    .filter(({ level }) => level !== 'high')
    .map(reason);
}

function reason({ level, message }: Reason): string {
  const tag = element('strong', {}, level);
  return element('span', { class: `reason ${level}` }, tag, ` ${escaped(message)}`);
}

/** What was made of a printed cell, where that is more than its text. */
function meant(key: PrintedKey, text: string, study: Study): string | null {
  const { completion, status, articles } = study;
  const meaning =
    key === 'completion' && completion
      ? saidOf(completion)
      : key === 'status' && status !== null
        ? status
        : key === 'articles'
          ? articles.join(' · ')
          : '';
  return meaning === '' || meaning === text.toLowerCase() ? null : `= ${meaning}`;
}

function saidOf({ from, to, open, latest, unknown }: Completion): string {
  const years = from === to ? `${from ?? '?'}` : `${from ?? '?'} to ${to ?? '?'}`;
  const words = [open ? 'open end' : '', latest ? 'at the latest' : '', unknown ? 'unknown' : ''];
  return [years, ...words.filter((word) => word !== '')].join(' ');
}

function footnotes({ footnotes: notes }: Study): string {
  if (notes.length === 0) return '';
  const items = notes.map(({ mark, on, text }) =>
    element(
      'li',
      {},
      escaped(`${mark} on ${on}: `),
      text === null ? element('strong', {}, 'no note found') : dutch(text),
    ),
  );
  return element('ul', { class: 'notes' }, ...items);
}

/** Only shown: a print may lead anywhere. */
function links({ links: found }: Study): string {
  if (found.length === 0) return '';
  const items = found.map(({ text, url }) =>
    element('li', {}, 'link on ', dutch(text), ': ', element('code', {}, escaped(url))),
  );
  return element('ul', { class: 'links' }, ...items);
}

function dutch(text: string): string {
  return element('span', { lang: 'nl' }, escaped(text));
}

import { lowestLevel } from '../../study/confidence.ts';
import type { Extraction, Notice, TextAccount } from '../../study/extraction.ts';
import type { Study } from '../../study/study.ts';
import type { Explanation } from './explanation.ts';
import { element, escaped } from './markup.ts';

/** What an operator wants to know first. */
export function summary({ name, extraction, problem, pages, failedGates }: Explanation): string {
  const facts: (readonly [string, string])[] = [['print', escaped(name)]];
  if (extraction) facts.push(...factsOf(extraction));
  else facts.push(['pages', escaped(range(pages.map(({ number }) => number)))]);
  const notices = extraction?.notices ?? [];
  return [
    problem === null ? '' : element('p', { class: 'problem', role: 'alert' }, escaped(problem)),
    gates(failedGates, extraction?.edition.id ?? null),
    element(
      'dl',
      { class: 'facts' },
      ...facts.map(([key, value]) => element('dt', {}, key) + element('dd', {}, value)),
    ),
    extraction?.account ? account(extraction.account) : '',
    notices.length === 0
      ? ''
      : element(
          'details',
          { open: 'open', class: 'notices' },
          element('summary', {}, `notices: ${notices.length}`),
          noticeList(notices),
        ),
  ].join('\n');
}

/** With what can be done about them. */
function gates(failed: Explanation['failedGates'], edition: string | null): string {
  if (failed.length === 0) return '';
  const items = failed.map(({ gate, message }) =>
    element('li', {}, element('strong', {}, escaped(gate)), ` ${escaped(message)}`),
  );
  const accept = `begrotingswacht check --accept ${edition ?? 'EDITION'}`;
  return element(
    'div',
    { class: 'problem' },
    element('p', {}, 'This reading is not taken in unseen. It fails:'),
    element('ul', {}, ...items),
    element(
      'p',
      {},
      'If the pictures are right: ',
      element('code', {}, escaped(accept)),
      '. If not, report what was misread.',
    ),
  );
}

function factsOf({
  edition,
  annex,
  studies,
  notices,
}: Extraction): readonly (readonly [string, string])[] {
  const stated = [edition.chapter, edition.year, edition.phase]
    .map((part) => part ?? '?')
    .join(' ');
  if (!annex)
    return [
      ['edition', escaped(edition.id ?? stated)],
      ['annex', 'none was found'],
    ];
  return [
    ['edition', escaped(edition.id ?? stated)],
    ['annex', element('span', { lang: 'nl' }, escaped(annex.heading))],
    ['pages', annex.pages?.join(' to ') ?? 'none in an XML edition'],
    ['studies', studies.length === 0 ? '0' : `${studies.length} (${jump(studies.length)})`],
    ...(studies.some(({ confidence }) => confidence) ? [confidenceFact(studies)] : []),
    ['notices', String(notices.length)],
  ];
}

/** The lowest level of each study counts; those that a person should look at are named. */
function confidenceFact(studies: readonly Study[]): readonly [string, string] {
  const found = studies.map(({ confidence }) => (confidence ? lowestLevel(confidence) : 'high'));
  const counts = (['high', 'medium', 'low'] as const).map((level) => {
    const numbers = found.flatMap((it, index) => (it === level ? [index + 1] : []));
    const named = level === 'high' ? [] : numbers.slice(0, MOST_NAMED);
    const links = named.map((number) => `<a href="#study-${number}">${number}</a>`).join(' ');
    const more = level !== 'high' && numbers.length > MOST_NAMED ? ' …' : '';
    return `${numbers.length} ${level}${links === '' ? '' : ` (${links}${more})`}`;
  });
  return ['confidence', counts.join(', ')];
}

/** A summary names no more studies of one level than this. */
const MOST_NAMED = 40;

function jump(count: number): string {
  return `<a href="#study-1">1</a> to <a href="#study-${count}">${count}</a>`;
}

function range(numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === undefined ? 'none' : `${first} to ${last}`;
}

/** Every text item of the pages is in one of these roles. */
function account({ total, ...roles }: TextAccount): string {
  const counts = Object.entries(roles).map(([role, count]) =>
    element('li', { class: `role-${role}${count === 0 ? ' zero' : ''}` }, `${count} ${role}`),
  );
  return element(
    'div',
    { class: 'account' },
    element('p', {}, `${total} text items on these pages, each in one role:`),
    element('ul', {}, ...counts),
  );
}

export function noticeList(notices: readonly Notice[]): string {
  if (notices.length === 0) return '';
  const items = notices.map(({ kind, message, place }) =>
    element(
      'li',
      {},
      element('strong', {}, escaped(kind)),
      ' ',
      escaped(message),
      place && place.page !== null ? ` <a href="#page-${place.page}">page ${place.page}</a>` : '',
    ),
  );
  return element('ul', { class: 'notice-list' }, ...items);
}

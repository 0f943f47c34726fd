import { PRINTED_KEYS } from '../../study/study.ts';
import { element } from './markup.ts';

const SIGNS: readonly (readonly [name: string, meaning: string])[] = [
  ['row', 'a band is one row; two colours take turns'],
  ['blank', 'the cell is blank'],
  ['medium', 'read with medium confidence: one sign only, or unusual words'],
  ['clash', 'look here: low confidence, a notice, or two rows that share lines'],
  ['heading', 'heading, caption, or a row that names a theme (§)'],
  ['header', 'header of a table'],
  ['footnote', 'note mark and footnote'],
  ['note', 'prose under or beside the tables'],
  ['furniture', 'running titles and page numbers, not read'],
  ['outside', 'outside the annex, not read'],
  ['lost', 'in no study: see the notices'],
];

/** What colours and signs of the pictures mean. */
export function legend(): string {
  const columns = [...PRINTED_KEYS, 'other', 'unknown'].map((key) =>
    element('li', { class: `swatch t-${key}` }, key),
  );
  const signs = SIGNS.map(([name, meaning]) =>
    element('li', {}, element('span', { class: `sign sign-${name}` }, ''), meaning),
  );
  return element(
    'details',
    { class: 'legend', open: 'open' },
    element('summary', {}, 'Legend'),
    element('p', {}, 'Colours tell for what a column was taken:'),
    element('ul', { class: 'swatches' }, ...columns),
    element('ul', { class: 'signs' }, ...signs),
    element(
      'p',
      {},
      'The number in the margin is the study’s number in this list; its position in the JSON is one less. Point at a cell to see its joined text; click a row or a study, or press Enter on its number, to light up both.',
    ),
  );
}

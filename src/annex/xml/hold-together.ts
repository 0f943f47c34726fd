import { withReasons } from '../../study/confidence.ts';
import type { Reason } from '../../study/confidence.ts';
import type { Extraction, Notice } from '../../study/extraction.ts';
import { PRINTED_KEYS } from '../../study/study.ts';
import type { Study } from '../../study/study.ts';
import { pairByTitle } from './pair.ts';
import type { Spans } from './read.ts';

/**
 * Holds the reading of a PDF together with that of the XML of the same edition, cell by cell. The PDF's
 * reading stays the record, since only it can be quoted by page; where the two differ the study is less
 * sure and a notice gives both texts. A column that one of the two does not have counts as blank.
 * @param spans cells of the XML that began in a row above
 */
export function holdTogether(
  pdf: Extraction,
  xml: Extraction,
  spans: Spans = new Map(),
): Extraction {
  if (pdf.annex === null || xml.annex === null) {
    if (pdf.annex === xml.annex) return pdf;
    const [has, lacks] = pdf.annex ? ['PDF', 'XML edition'] : ['XML edition', 'PDF'];
    const message = `an annex was found in the ${has}, but none in the ${lacks}`;
    return { ...pdf, notices: [...pdf.notices, { kind: 'readings-differ', message, place: null }] };
  }
  const { pairs, surplus } = pairByTitle(
    pdf.studies.map(({ title }) => title),
    xml.studies.map(({ title }) => title),
  );
  const notices: Notice[] = [];
  const studies = pdf.studies.map((study, index) => {
    const other = xml.studies[pairs.get(index) ?? -1];
    const reasons = other ? differences(study, other, spans) : [NOT_IN_XML];
    for (const { message } of reasons) {
      const said = `“${study.title}” ${message}`;
      notices.push({ kind: 'readings-differ', message: said, place: study.place });
    }
    return withReasons(study, reasons);
  });
  for (const index of surplus) {
    const { title = '', place } = xml.studies[index] ?? {};
    const message = `“${title}” (${place?.table ?? '?'}, row ${place?.row ?? '?'}) stands in the XML edition only`;
    notices.push({ kind: 'readings-differ', message, place: null });
  }
  return { ...pdf, studies, notices: [...pdf.notices, ...notices] };
}

const NOT_IN_XML: Reason = {
  on: 'row',
  kind: 'readings-differ',
  level: 'low',
  message: 'stands in the PDF only, and not in the XML edition',
};

function differences(study: Study, other: Study, spans: Spans): readonly Reason[] {
  const reasons: Reason[] = [];
  const differ = (on: Reason['on'], what: string, mine: string, its: string): void => {
    const message = `has another ${what} in the PDF, “${mine}”, than in the XML edition, “${its}”`;
    reasons.push({ on, kind: 'readings-differ', level: 'low', message });
  };
  for (const key of PRINTED_KEYS) {
    const [mine, its] = [study.printed[key] ?? '', other.printed[key] ?? ''];
    // A print without rules shows a cell that spans rows at one of them only.
    if (mine === '' && spans.get(other)?.has(key) === true) continue;
    if (compared(mine) !== compared(its)) differ(key, key, mine, its);
  }
  if (urls(study) !== urls(other)) differ('row', 'list of links', urls(study), urls(other));
  if (notes(study) !== notes(other)) differ('row', 'list of notes', notes(study), notes(other));
  return reasons;
}

function urls({ links }: Study): string {
  return links.map(({ url }) => url).join(' ');
}

function notes({ footnotes }: Study): string {
  return footnotes.map(({ text }) => compared(text ?? '?')).join(' | ');
}

/**
 * What is no difference of what was printed: the bullets of a list, which the XML leaves to whoever sets
 * it, the sign that stands for a hyphen, and blanks around a slash where a line ended.
 */
function compared(text: string): string {
  return text
    .replaceAll(/(?:^|\s)[•·●▪■◦‣⁃](?=\s)/gu, '')
    .replaceAll(/[\u2010\u2011]/gu, '-')
    .replaceAll(/\s*\/\s*/gu, '/')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
